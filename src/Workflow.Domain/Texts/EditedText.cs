using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Workflow.Domain.Texts;

/// <summary>
/// What the editor on the page holds of a text: everything that may be changed there. Kind of document and body are not in it, so they cannot be.
/// Reading is in two steps: <see cref="Parse"/> takes whatever has this form (half a text is kept too), <see cref="EditedTextRules"/> says whether it can be a version.
/// </summary>
public sealed record EditedText(string Subject, IReadOnlyList<Clause> Clauses, IReadOnlyList<RecipientLine> Recipients, SignatureBlock Signature)
{
    /// <summary>Longest JSON accepted, in characters: some forty times a resolution of nine pages.</summary>
    public const int MaxLength = 2_000_000;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        NumberHandling = JsonNumberHandling.Strict,
        MaxDepth = 10,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <summary>The part of a text that can be edited.</summary>
    public static EditedText Of(DraftText text) => new(text.Subject, text.Clauses, text.Recipients, text.Signature);

    /// <summary>The JSON that the editor reads and writes.</summary>
    public string Write() => JsonSerializer.Serialize(this, Options);

    /// <summary>Reads what an editor wrote.</summary>
    public static (EditedText? Text, Refusal? Refusal) Parse(string json)
    {
        if (json.Length > MaxLength)
        {
            return (null, new("edited.too-large", "Văn bản quá lớn để soạn trên trang. Đồng chí tải về, sửa trong Word rồi tải tệp lên; nội dung trên trang vẫn còn."));
        }

        try
        {
            var text = JsonSerializer.Deserialize<EditedText>(json, Options);
            return text is null || HasHoles(text) ? (null, Unreadable) : (text, null);
        }
        catch (JsonException)
        {
            return (null, Unreadable);
        }
    }

    private static readonly Refusal Unreadable = new("edited.unreadable", "Không đọc được nội dung gửi lên nên chưa lưu. Nội dung còn trên máy này; đồng chí tải lại trang rồi thử lại.");

    // Elements of lists are not covered by the nullable annotations that the reader respects.
    private static bool HasHoles(EditedText text) =>
        text.Clauses.Any(clause => clause is null || clause.Runs.Any(run => run is null) || (clause.Rows?.Any(row => row is null || row.Any(cell => cell is null)) ?? false)) || text.Recipients.Any(line => line is null);
}

using Workflow.Domain;
using static Workflow.Documents.Papers.PaperBlock;

namespace Workflow.Documents.Papers;

/// <summary>One vote as the minutes state it; every number comes from the record.</summary>
/// <param name="Title">Kind and subject of what was voted on.</param>
/// <param name="VersionHash">SHA-256 of the version voted on, 64 hexadecimal digits.</param>
/// <param name="VoteMode">"Giơ tay" …</param>
/// <param name="ResultSentence">The count on the incumbents, what was needed, and the result.</param>
public sealed record MinutesItem(string Title, string VersionHash, string VoteMode, int InFavour, int Against, int Abstained, string ResultSentence);

/// <summary>Everything that the minutes say.</summary>
/// <param name="Header">Header of the paper.</param>
/// <param name="ConferenceName">"Hội nghị lần thứ 6 Ban Chấp hành Đảng bộ xã khóa I, nhiệm kỳ 2025-2030".</param>
/// <param name="Opened">When it was opened (UTC).</param>
/// <param name="VotingSource">The rule that quorum and threshold come from.</param>
/// <param name="Discussion">What was said; paragraphs are separated by line breaks. May be empty.</param>
public sealed record MinutesModel(
    PaperHeader Header, string ConferenceName, DateTimeOffset Opened, string Place, string Chair, string NoteTaker, int Summoned, IReadOnlyList<string> Present,
    IReadOnlyList<(string Name, string Reason)> AbsentWithReason, IReadOnlyList<string> AbsentWithoutReason, int QuorumRequired, string VotingSource, string Discussion, IReadOnlyList<MinutesItem> Items)
{
    /// <summary>When it was closed (UTC), if it was.</summary>
    public DateTimeOffset? Closed { get; init; }
}

/// <summary>Biên bản hội nghị (36-HD; DOMAIN §1.7): left the note-taker, right the chair.</summary>
public static class MinutesPaper
{
    private const string Symbol = "BB/ĐU";

    /// <summary>The paper.</summary>
    public static OfficePaper Of(MinutesModel model) => new("Biên bản: " + model.ConferenceName, model.Header with { Symbol = model.Header.Symbol ?? Symbol },
    [
        new Title("BIÊN BẢN", model.ConferenceName),
        .. Lines(model).Select(line => line.Heading ? Heading(line.Text) : Say(line.Text)),
        new Signers(("NGƯỜI GHI BIÊN BẢN", model.NoteTaker), ("CHỦ TRÌ HỘI NGHỊ", model.Chair)),
    ]);

    private static IEnumerable<(string Text, bool Heading)> Lines(MinutesModel model) =>
    [
        ($"Thời gian: {Moment(model.Opened)}.", false),
        ($"Địa điểm: {model.Place}.", false),
        ($"Chủ trì: đồng chí {model.Chair}. Người ghi biên bản: đồng chí {model.NoteTaker}.", false),
        ("I. THÀNH PHẦN", true),
        .. Attendance(model).Select(line => (line, false)),
        ("II. NỘI DUNG", true),
        .. (model.Discussion.Trim() is { Length: > 0 } said ? said.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries) : ["Không có ý kiến thảo luận được ghi lại."]).Select(line => (line.Trim(), false)),
        ("III. BIỂU QUYẾT", true),
        .. model.Items.SelectMany(Vote),
        .. model.Items.Count == 0 ? [("Hội nghị không biểu quyết nội dung nào.", false)] : Array.Empty<(string, bool)>(),
        .. model.Closed is { } closed ? [($"Hội nghị kết thúc vào {Moment(closed)}.", false)] : Array.Empty<(string, bool)>(),
        ("Biên bản được lập thành 02 bản và được thông qua tại hội nghị.", false),
    ];

    private static IEnumerable<string> Attendance(MinutesModel model) =>
    [
        $"Triệu tập: {model.Summoned} đồng chí. Có mặt: {model.Present.Count} đồng chí. Vắng có lý do: {model.AbsentWithReason.Count} đồng chí. Vắng không lý do: {model.AbsentWithoutReason.Count} đồng chí.",
        .. model.Present.Count > 0 ? [$"Có mặt: {string.Join(", ", model.Present)}."] : Array.Empty<string>(),
        .. model.AbsentWithReason.Select(absent => $"- Vắng có lý do: {absent.Name} ({absent.Reason})."),
        .. model.AbsentWithoutReason.Select(absent => $"- Vắng không lý do: {absent}."),
        $"Điều kiện tiến hành: cần ít nhất {model.QuorumRequired} đồng chí; có mặt {model.Present.Count}/{model.Summoned} đồng chí, {(model.Present.Count >= model.QuorumRequired ? "đủ" : "không đủ")} điều kiện ({model.VotingSource}).",
    ];

    private static IEnumerable<(string Text, bool Heading)> Vote(MinutesItem item) =>
    [
        ($"{item.Title}.", true),
        ($"Bản biểu quyết có mã băm SHA-256: {PaperParts.Grouped(item.VersionHash)}.", false),
        ($"Hình thức: {item.VoteMode}. Tán thành: {item.InFavour}; không tán thành: {item.Against}; không có ý kiến: {item.Abstained}.", false),
        ($"Kết quả: {item.ResultSentence}.", false),
    ];

    private static string Moment(DateTimeOffset at)
    {
        var local = VietnamTime.Local(at);
        return $"{local:HH} giờ {local:mm} phút, ngày {local:dd} tháng {local:MM} năm {local:yyyy}";
    }
}

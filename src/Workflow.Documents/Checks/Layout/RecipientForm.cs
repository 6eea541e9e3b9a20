using System.Text.RegularExpressions;

namespace Workflow.Documents.Checks.Layout;

/// <summary>How Nơi nhận is written.</summary>
internal sealed partial class RecipientForm : ICheck
{
    public string Key => "layout.recipients";

    public IEnumerable<Finding> Look(CheckedText text)
    {
        var lines = text.Text.Recipients.Zip(text.File?.Recipients ?? [.. text.Text.Recipients.Select(_ => new Import.RecipientMark(false, false))]).ToList();
        foreach (var (line, _) in lines.Where(line => line.First.Purpose is { } purpose && Short().IsMatch(purpose)))
        {
            yield return text.Outside("PURPOSE_ABBREVIATED", Severity.Info, $"{line.Name} ({line.Purpose})", "Mục đích gửi viết tắt.", Long(line.Purpose!)) with { Line = text.File?.Source.Find(line.Name, text.File.Source.Find("Nơi nhận")?.Line ?? 0)?.Line };
        }

        if (lines.Find(line => line.Second.IsGrouped).First is { Purpose: { } grouped })
        {
            yield return text.Outside("RECIPIENT_GROUP_LAYOUT", Severity.Warning, $"({grouped})", "Mục đích gửi chung cho nhiều dòng: trong tệp không còn dấu ngoặc ôm, người đọc khó biết áp dụng cho dòng nào.") with { Line = text.File?.Source.Find($"({grouped})", text.File.Source.Find("Nơi nhận")?.Line ?? 0)?.Line };
        }

        if (text.File is { } file && file.Source.Find("Nơi nhận") is not null && file.Source.Find("Nơi nhận:") is null && file.Source.Find("NƠI NHẬN:") is null)
        {
            yield return text.Outside("RECIPIENTS_WITHOUT_COLON", Severity.Info, "Nơi nhận", "Sau chữ “Nơi nhận” thiếu dấu hai chấm.", "Nơi nhận:");
        }

        if (lines.Find(line => line.Second.IsPublication).First is { } published)
        {
            yield return text.Outside("PUBLICATION_OUTSIDE_RECIPIENTS", Severity.Info, published.Name, "Yêu cầu đăng tải nằm sau dòng lưu, không phải một nơi nhận.");
        }
    }

    private static string Long(string purpose) => Short().Replace(purpose, match => match.Value.ToLowerInvariant() switch { "b/c" => "báo cáo", "t/h" or "th/h" => "thực hiện", "p/h" => "phối hợp", "c/đ" => "chỉ đạo", _ => "theo dõi" });

    [GeneratedRegex(@"(?<!\p{L})(?:b/c|th?/h|p/h|c/đ|t/d)(?!\p{L})", RegexOptions.IgnoreCase)]
    private static partial Regex Short();
}

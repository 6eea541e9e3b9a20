using System.Text.RegularExpressions;

namespace Workflow.Documents.Checks.Names;

/// <summary>"ANCTTTATXH": two abbreviations without what stands between them; and "Đảng ủy xã ủy".</summary>
internal sealed partial class RunTogether : ICheck
{
    private static readonly string[] Known = ["ANCT", "TTATXH", "ANTT", "QP", "QPAN", "KTXH", "UBND", "HĐND", "MTTQ", "UBKT", "BCH", "BTV", "NTM", "MTQG", "BHXH", "BHYT", "CNTT", "CCHC", "TTHC"];

    public string Key => "names.run-together";

    public IEnumerable<Finding> Look(CheckedText text)
    {
        foreach (var (passage, match) in text.Matches(Capitals()))
        {
            if (Known.FirstOrDefault(first => match.Value.StartsWith(first, StringComparison.Ordinal) && Known.Contains(match.Value[first.Length..])) is { } head)
            {
                yield return text.On("RUN_TOGETHER_ABBREVIATION", Severity.Info, passage, match, "Hai chữ viết tắt dính nhau.", $"{head}, {match.Value[head.Length..]}");
            }
        }

        foreach (var (passage, match) in text.Matches(Twice()))
        {
            yield return text.On("GARBLED_PHRASE", Severity.Error, passage, match, "Tên cơ quan có chữ thừa.", match.Groups["right"].Value);
        }
    }

    [GeneratedRegex(@"(?<!\p{L})\p{Lu}{6,14}(?!\p{L})")]
    private static partial Regex Capitals();

    [GeneratedRegex(@"(?<right>Đảng ủy (?:xã|phường|tỉnh|thành phố|đặc khu)) ủy(?! viên|\p{L})")]
    private static partial Regex Twice();
}

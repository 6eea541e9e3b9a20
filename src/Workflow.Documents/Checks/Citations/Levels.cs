using System.Globalization;
using System.Text.RegularExpressions;
using Workflow.Domain.Profiles;

namespace Workflow.Documents.Checks.Citations;

/// <summary>A level of administration that has ended: nothing is sent or entrusted to its bodies, their documents are looked at again; and "tỉnh" where the superior is a city.</summary>
internal sealed partial class Levels : ICheck
{
    public string Key => "citations.levels";

    public IEnumerable<Finding> Look(CheckedText text) => (text.Day is { } day ? Ended(text, [.. text.Context.Names.Where(name => name.Kind == NameKind.Level && name.HasEnded(day))]) : []).Concat(OtherSuperior(text));

    private static IEnumerable<Finding> Ended(CheckedText text, IReadOnlyList<KnownName> ended)
    {
        foreach (var line in text.Text.Recipients)
        {
            if (ended.FirstOrDefault(name => name.Forms.Any(form => Holds(line.Name, form))) is { } gone)
            {
                yield return text.Outside("ABOLISHED_LEVEL", Severity.Error, line.Name, Reason(gone), gone.Successor);
            }
        }

        foreach (var passage in text.Passages)
        {
            foreach (var (gone, at, length) in ended.SelectMany(name => name.Forms.SelectMany(form => Places(passage.Text, form).Select(at => (name, at, form.Length)))))
            {
                if (Entrusts().Match(passage.Text[..at]) is { Success: true } verb)
                {
                    yield return text.On("ABOLISHED_LEVEL", Severity.Warning, passage, verb.Index, at + length - verb.Index, Reason(gone), gone.Successor);
                }
            }

            foreach (var gone in ended)
            {
                foreach (var code in gone.Aliases.Where(alias => alias.StartsWith('/')))
                {
                    foreach (var match in Cited().Matches(passage.Text).Where(match => match.Groups["org"].Value == code[1..]))
                    {
                        yield return text.On("ABOLISHED_LEVEL", Severity.Warning, passage, match, $"Văn bản do cấp không còn nữa ban hành. {Reason(gone)} Đồng chí xem văn bản này còn được thực hiện không.");
                    }
                }
            }
        }
    }

    private static IEnumerable<Finding> OtherSuperior(CheckedText text)
    {
        if (text.Text.Recipients.Any(line => line.Name.Contains("Thành ủy", StringComparison.Ordinal)) && !text.Text.Recipients.Any(line => line.Name.Contains("Tỉnh ủy", StringComparison.Ordinal)))
        {
            foreach (var (passage, match) in text.Matches(Province()))
            {
                yield return text.On("STALE_SUPERIOR_LEVEL", Severity.Info, passage, match, "Cấp trên của văn bản là Thành ủy; xem lại chữ “tỉnh”.");
            }
        }
    }

    private static string Reason(KnownName gone) =>
        $"{gone.Name} không còn từ ngày {gone.To!.Value.AddDays(1).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)}{(gone.Successor is { } next ? $"; nay là {next}" : "")}.";

    private static bool Holds(string words, string form) => Places(words, form).Any();

    private static IEnumerable<int> Places(string words, string form)
    {
        for (var at = words.IndexOf(form, StringComparison.Ordinal); at >= 0; at = words.IndexOf(form, at + form.Length, StringComparison.Ordinal))
        {
            if (at + form.Length == words.Length || !char.IsLetter(words[at + form.Length]))
            {
                yield return at;
            }
        }
    }

    [GeneratedRegex(@"(?:báo cáo|trình|đề nghị|tham mưu|giao|kiến nghị|xin ý kiến|gửi|phối hợp)(?: với| cho| về| lên)?(?: kết quả)? (?:Ban Thường vụ |Thường trực |Văn phòng )?$")]
    private static partial Regex Entrusts();

    [GeneratedRegex(@"(?:[Tt]hực hiện|[Tt]heo|[Cc]ăn cứ|[Tt]riển khai|[Qq]uán triệt|[Cc]ụ thể hóa)(?: \p{Ll}+){0,3} (?:\p{Lu}\p{Ll}+ (?:\p{Ll}+ )?)(?:số )?\d{1,5}\s?[-/]\s?[A-ZĐ][A-Za-zĐ]{0,4}\s?/\s?(?<org>[A-ZĐ]{2,10})(?!\p{L})")]
    private static partial Regex Cited();

    [GeneratedRegex(@"(?:của|Trường Chính trị|UBND|HĐND) tỉnh(?! \p{Lu}|,|\p{L})")]
    private static partial Regex Province();
}

using System.Text.RegularExpressions;

namespace Workflow.Documents.Checks.Figures;

/// <summary>Classes of a list that overlap ("60 đến 80; 55 đến 65"), and ranges that run backwards.</summary>
internal sealed partial class RangeCheck : ICheck
{
    public string Key => "figures.range";

    public IEnumerable<Finding> Look(CheckedText text)
    {
        foreach (var passage in text.Passages)
        {
            var ranges = FromTo().Matches(passage.Text).Select(match => (Match: match, Low: Amount.Read(match.Groups["a"].Value) ?? 0, High: Amount.Read(match.Groups["b"].Value) ?? 0)).ToList();
            foreach (var (match, low, high) in ranges.Where(range => range.Low > range.High && !Falling().IsMatch(passage.Text[Math.Max(0, range.Match.Index - 40)..range.Match.Index])))
            {
                yield return text.On("RANGE_REVERSED", Severity.Error, passage, match, "Khoảng có số đầu lớn hơn số cuối.", $"từ {match.Groups["b"].Value} đến {match.Groups["a"].Value}");
            }

            // Three or more classes of one thing make a list of classes.
            foreach (var series in ranges.Where(range => range.Low <= range.High).GroupBy(range => range.Match.Groups["unit"].Value).Where(group => group.Count() > 2))
            {
                var sorted = series.OrderBy(range => range.Low).ToList();
                if (sorted.Zip(sorted.Skip(1)).Any(pair => pair.Second.Low < pair.First.High && pair.Second.Low != pair.First.Low))
                {
                    var (first, second) = (series.First().Match, series.ElementAt(1).Match);
                    yield return text.On("RANGE_OVERLAP", Severity.Error, passage, first.Index, second.Index + second.Length - first.Index, "Các khoảng trong một danh sách chồng lên nhau, một người có thể được đếm hai lần.");
                }
            }
        }

        foreach (var (passage, match) in text.Matches(Years()).Where(pair => string.CompareOrdinal(pair.Match.Groups["a"].Value, pair.Match.Groups["b"].Value) > 0))
        {
            yield return text.On("RANGE_REVERSED", Severity.Error, passage, match, "Giai đoạn có năm đầu sau năm cuối.", $"{match.Groups["w"].Value} {match.Groups["b"].Value}-{match.Groups["a"].Value}");
        }
    }

    [GeneratedRegex(@"[Tt]ừ (?<a>\d{1,3}) đến (?:dưới )?(?<b>\d{1,3})(?![\d/]) (?<unit>\p{Ll}+)")]
    private static partial Regex FromTo();

    [GeneratedRegex(@"giảm|hạ|xuống|rút")]
    private static partial Regex Falling();

    [GeneratedRegex(@"(?<w>giai đoạn|nhiệm kỳ) (?<a>20\d\d)\s?[-–]\s?(?<b>20\d\d)(?!\d)")]
    private static partial Regex Years();
}

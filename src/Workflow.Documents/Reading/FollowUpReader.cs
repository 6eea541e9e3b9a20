using System.Globalization;
using System.Text.RegularExpressions;
using Workflow.Domain.FollowUp;
using Workflow.Domain.Texts;

namespace Workflow.Documents.Reading;

/// <summary>
/// Finds targets and reporting duties in a text, with the words they were read from. What it finds is a proposal: the office confirms
/// or drops each.
/// </summary>
public static partial class FollowUpReader
{
    /// <summary>Targets: measured values in the part of the text that sets targets.</summary>
    public static IReadOnlyList<TargetProposal> Targets(DraftText text)
    {
        var found = new List<TargetProposal>();
        var inside = false;
        var depth = 0;
        foreach (var clause in text.Clauses)
        {
            if (clause.Kind == ClauseKind.Heading)
            {
                if (inside && clause.Level <= depth)
                {
                    inside = false;
                }

                if (!inside && IsTargetHeading(clause.Text))
                {
                    (inside, depth) = (true, clause.Level);
                }
            }
            else if (inside && clause.Kind == ClauseKind.Paragraph)
            {
                foreach (var item in Items(clause))
                {
                    found.AddRange(Values(clause.Id, item));
                }
            }
        }

        return found;
    }

    /// <summary>Reporting duties: who reports what to whom, and by when.</summary>
    public static IReadOnlyList<DutyProposal> Duties(DraftText text)
    {
        var found = new List<DutyProposal>();
        var implementation = text.Clauses.SkipWhile(clause => !(clause.Kind == ClauseKind.Heading && Folding.Fold(clause.Text).Contains("to chuc thuc hien", StringComparison.Ordinal)));
        foreach (var clause in implementation.Where(clause => clause.Kind == ClauseKind.Paragraph))
        {
            foreach (Match match in Duty().Matches(clause.Text))
            {
                var period = match.Groups["period"].Value;
                var quote = match.Value.Trim();
                var when = Deadline().Match(quote) is { Success: true } deadline ? deadline.Value.Trim('(', ')', ' ') : match.Groups["when"].Value.Trim();
                found.Add(new DutyProposal(clause.Id, Subject(clause.Text), Recipient(quote), Clean(match.Groups["what"].Value), when, Periodicity(period), quote));
            }
        }

        return found;
    }

    private static bool IsTargetHeading(string text) => Folding.Fold(text) is var folded
        && Regex.IsMatch(folded, @"^(mot so |cac |nhung |he thong )?chi tieu( |$)");

    // "(1) … (2) …" inside a paragraph are items of their own; otherwise the clause is one.
    private static IEnumerable<string> Items(Clause clause)
    {
        var marks = Numbered().Matches(clause.Text).Select(match => match.Index).ToList();
        if (marks.Count == 0)
        {
            return [clause.Text];
        }

        return marks.Select((from, index) => clause.Text[from..(index + 1 < marks.Count ? marks[index + 1] : clause.Text.Length)])
            .Select(item => Embedded().Replace(Numbered().Replace(item, "", 1), "").Trim());
    }

    private static IEnumerable<TargetProposal> Values(string clauseId, string item)
    {
        var topic = "";
        foreach (var part in Parts().Split(item).Select(part => part.Trim()).Where(part => part.Length > 0))
        {
            if (Years().Replace(part, match => new string('#', match.Length)) is var masked && Value().Match(masked) is not { Success: true } match)
            {
                continue;
            }

            var head = Clean(Lead().Replace(part[..match.Index], ""));
            topic = topic.Length == 0 ? head : topic;
            var low = Number(match.Groups["low"].Value);
            decimal? high = match.Groups["high"].Success && match.Groups["high"].Length > 0 ? Number(match.Groups["high"].Value) : null;
            yield return new TargetProposal(
                clauseId, head.Length >= 3 ? head : topic.Length > 0 ? topic : Clean(part), Meaning(match, part, high), low, high, Unit(match, part), part.TrimEnd('.', ',', ';', ' '));
        }
    }

    private static Comparator Meaning(Match match, string part, decimal? high)
    {
        var folded = Folding.Fold(part);
        return high is not null ? Comparator.Range
            : match.Groups["mark"].Value is "≥" or ">" || Regex.IsMatch(folded, @"tro len|it nhat|toi thieu|\btren\b(?! dia ban| tong| 1 ha)|dat tu ") ? Comparator.AtLeast
            : match.Groups["mark"].Value is "≤" or "<" || Regex.IsMatch(folded, @"\bduoi\b|khong qua|toi da|tro xuong") ? Comparator.AtMost
            : Comparator.Equal;
    }

    private static string Unit(Match match, string part)
    {
        var after = part[(match.Index + match.Length)..];
        return match.Groups["unit"].Value.Trim() is { Length: > 0 } unit ? unit : Word().Match(after) is { Success: true } word ? word.Groups[1].Value.Trim() : "";
    }

    private static decimal Number(string text)
    {
        // "2.659.682" groups by thousands; "57,2" has a decimal comma.
        var plain = Thousands().IsMatch(text) ? text.Replace(".", "", StringComparison.Ordinal) : text.Replace('.', ',');
        return decimal.Parse(plain.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
    }

    private static string Clean(string text) => text.Trim().Trim(':', ',', ';', '.', '-', '(', ' ').Trim();

    private static string Subject(string text)
    {
        var match = Actor().Match(text);
        return match.Success ? Clean(match.Groups[1].Value) : "";
    }

    private static string Recipient(string quote)
    {
        var match = To().Match(quote);
        return match.Success ? Clean(match.Groups[1].Value) : "";
    }

    private static string Periodicity(string period) => Folding.Fold(period) switch
    {
        var text when text.Contains("quy", StringComparison.Ordinal) => "quarterly",
        var text when text.Contains("6 thang", StringComparison.Ordinal) || text.Contains("sau thang", StringComparison.Ordinal) => "half-yearly",
        var text when text.Contains("thang", StringComparison.Ordinal) => "monthly",
        var text when text.Contains("nam", StringComparison.Ordinal) => "yearly",
        _ => "periodic",
    };

    [GeneratedRegex(@"\(\d{1,2}\)?\s*(?=\p{Lu})")]
    private static partial Regex Numbered();

    [GeneratedRegex(@"\s\d{1,2}\. Về [^()]{3,60}$")]
    private static partial Regex Embedded();

    [GeneratedRegex(@"(?<=[%\p{L})])[;.](?=\s)|,(?=\s+\p{Ll}[^,;]*\d)|(?<=\d)[;.](?=\s+\p{L})|(?<=%)\s+(?=\p{Lu})")]
    private static partial Regex Parts();

    [GeneratedRegex(@"trên 1 ha|(?:năm|giai đoạn|nhiệm kỳ)\s+\d{4}(?:\s*[-–]\s*\d{4})?|\d{4}\s*[-–]\s*\d{4}")]
    private static partial Regex Years();

    [GeneratedRegex(@"(?<mark>[≥≤<>])?\s*(?<low>\d+(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?)(?:\s*[-–]\s*(?<high>\d+(?:[.,]\d+)?))?(?:/\d+)?\s*(?<unit>%|‰)?")]
    private static partial Regex Value();

    [GeneratedRegex(@"^(?:Trong đó|trong đó|Phấn đấu|phấn đấu)\s*:?\s*")]
    private static partial Regex Lead();

    [GeneratedRegex(@"^\s*((?:triệu|tỷ|nghìn)?\s?[\p{L}/]+(?:\s\p{L}+){0,2})")]
    private static partial Regex Word();

    [GeneratedRegex(@"^\d{1,3}(?:\.\d{3})+(?:,\d+)?$")]
    private static partial Regex Thousands();

    [GeneratedRegex(@"(?<period>định kỳ(?:\s+(?:hàng|hằng|mỗi|6|sáu)?\s*(?:tháng|quý|năm))?|(?:hàng|hằng|mỗi)\s+(?:tháng|quý|năm)|6 tháng)\s*(?<when>\([^)]*\))?\s*(?<what>[^;.]{0,80}?báo cáo[^;.]*)")]
    private static partial Regex Duty();

    [GeneratedRegex(@"trước ngày [^);,.]*|chậm nhất [^);,.]*")]
    private static partial Regex Deadline();

    [GeneratedRegex(@"^(.{3,120}?)\s+(?:lãnh đạo|chỉ đạo|chịu trách nhiệm|chủ trì|có trách nhiệm|xây dựng(?! Đảng)|tổ chức(?! đảng| chính trị)|theo dõi|định kỳ|tổng hợp|cụ thể|ban hành|căn cứ|phối hợp)")]
    private static partial Regex Actor();

    [GeneratedRegex(@"báo cáo\s+(?:về\s+|với\s+|lên\s+)?((?:Ban|BCH|Đảng ủy|Thường trực|Huyện|Tỉnh|Thành|Ủy ban)\b[^;.(]*?)(?:\s+(?:và chủ động|theo quy định|để|kết quả)|[;.(]|$)")]
    private static partial Regex To();
}

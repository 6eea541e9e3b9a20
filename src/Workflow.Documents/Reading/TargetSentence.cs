using System.Text.RegularExpressions;
using Workflow.Domain.Texts;

namespace Workflow.Documents.Reading;

/// <summary>Reads one sentence, or the part of one that holds a value.</summary>
internal static partial class TargetSentence
{
    private const int FewWords = 3;
    private const int LongestLabel = 160;

    /// <summary>The target of a part with a value, or null.</summary>
    /// <param name="clauseId">Its clause.</param>
    /// <param name="segment">The part.</param>
    /// <param name="before">The target before it in the same item: what a bare "tăng 5%" is about.</param>
    public static FoundTarget? Measured(string clauseId, string segment, FoundTarget? before)
    {
        var quote = segment.Trim().TrimEnd('.', ',', ';', ' ');
        quote = quote.Contains('(', StringComparison.Ordinal) ? quote : quote.TrimEnd(')');
        var stated = Lead().Replace(quote, "");
        var measures = Measures.In(stated);
        if (measures.FirstOrDefault() is not { } first)
        {
            return null;
        }

        // "giảm từ 12% xuống còn 9%": what it starts from is no goal.
        var measure = measures.Count > 1 && FromTo().IsMatch(stated[first.End..measures[1].Index]) ? measures[1] : first;
        if (Reached().IsMatch(stated[..measure.Index]))
        {
            return null;
        }

        var change = Comparisons.Change(stated[..measure.Index]);
        var head = Connective().Replace(Connective().Replace(stated[..first.Index], ""), "").Trim(' ', ':', ',', '(', '-');
        var rest = Bound().Replace(stated[measure.End..], "").Trim(' ', '.', ',', ';', ')');
        var label = head;
        if (rest.Length > 0 && !stated[..measure.Index].TrimEnd().EndsWith(':') && (head.Split(' ').Length <= FewWords || Unfinished().IsMatch(head)))
        {
            label = string.Join(' ', new[] { head, measure.IsMeasured ? "" : measure.Unit, rest }.Where(part => part.Length > 0));
        }

        else if (rest.Length == 0 && head.Length > 0 && !measure.IsMeasured && measure.Unit.Length > 0 && (head.Split(' ').Length < FewWords || Unfinished().IsMatch(head)))
        {
            label = $"{head} {measure.Unit}";
        }

        label = measure == first ? label : Changes().Replace(label, "");
        label = Striving().Match(label) is { Success: true } striving ? label[striving.Length..] : label;
        label = Changes().Replace(label, "") is { Length: > 0 } plain && change is "growth" or "decrease" && plain.Length < label.Length
            ? $"{plain} ({(change == "growth" ? "mức tăng" : "mức giảm")})"
            : label.Length > 0 ? label : measure.IsMeasured ? quote : measure.Unit;
        if (before is not null && BareChange().IsMatch(stated))
        {
            label = $"{before.Label} ({(change == "decrease" ? "mức giảm" : "mức tăng")})";
        }
        else if (before is not null && measure.Unit == "%" && Share().Match(before.Label) is { Success: true } share && char.IsLower(label[0]) && !Share().IsMatch(label))
        {
            label = $"{share.Value} {label}";
        }

        var unit = Per().Match(stated[..measure.Index]) is { Success: true } per && Measures.IsSize(measure.Unit) && !measure.Unit.Contains('/', StringComparison.Ordinal) && measure.Unit[0] != '%'
            ? $"{measure.Unit}/{per.Groups[1].Value}"
            : measure.Unit;
        return new FoundTarget(clauseId, Short(label), Comparisons.Of(stated, measure), measure.Low, measure.High, unit, quote) { Change = change, OutOf = measure.OutOf };
    }

    /// <summary>A goal in words only, or null when the sentence sets none.</summary>
    /// <param name="clause">Its clause; only items of a list set goals.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="alone">Whether it stands alone in its item.</param>
    public static FoundTarget? Goal(Clause clause, string sentence, bool alone)
    {
        var quote = sentence.Trim().TrimEnd('.', ',', ';', ' ');
        if (clause.Label.Length == 0 || !alone || quote.EndsWith(':') || !Aims().IsMatch(Lead().Replace(quote, "")))
        {
            return null;
        }

        return new FoundTarget(clause.Id, Short(Lead().Replace(quote, "")), null, null, null, "", quote) { Change = Reduces().IsMatch(quote) ? "decrease" : null };
    }

    private static string Short(string label) => label.Length > LongestLabel ? label[..LongestLabel].TrimEnd() + "…" : label;

    [GeneratedRegex(@"^(?:(?:[Tt]rong đó|[Pp]hấn đấu|[Đđ]ến (?:hết |cuối )?năm \d{4}|[Hh]ằng năm|[Hh]àng năm|[Nn]ăm \d{4}|\p{L}{2,3}\s*:(?=\s\p{Lu}))\s*[:,]?\s*)+")]
    private static partial Regex Lead();

    [GeneratedRegex(@"\b(?:đã đạt|đã hoàn thành|năm trước (?:đạt|là|thực hiện)|cùng kỳ (?:đạt|là))\b[^,;]*$")]
    private static partial Regex Reached();

    [GeneratedRegex(@"(?:\s*[:≥≤<>=,(]|\s+(?:đạt|từ|trên|dưới|là|khoảng|ít nhất|tối thiểu|không dưới|không quá|không thấp hơn|không vượt quá|tối đa|hơn|còn|mức|được|xuống|ước|đạt tỷ lệ|giảm(?=\s+(?:còn|xuống))|tăng(?=\s+lên)|lên))+\s*$|^(?:[Đđ]ạt|[Tt]ừ|[Tt]rên|[Dd]ưới|[Cc]ó|[Kk]hoảng|[ÍíIi]t nhất|[Tt]ối thiểu|[Ii]t nhất)\s*$")]
    private static partial Regex Connective();

    [GeneratedRegex(@"^\s*(?:\([^()]*\)\s*)?(?:xuống|lên)(?:\s+(?:còn|trên|dưới|mức))*\s*$")]
    private static partial Regex FromTo();

    // "Rà soát, phân loại và phấn đấu thực hiện quy chủ …": the goal is behind the striving.
    [GeneratedRegex(@"^.*\bphấn đấu (?=(?:\S+ ){3,}\S+$)")]
    private static partial Regex Striving();

    [GeneratedRegex(@"\s+trở (?:lên|xuống)(?=\s|$)")]
    private static partial Regex Bound();

    [GeneratedRegex(@"(?:^|\s)(?:và|có|của|cho|với|thêm|mới|gồm)$")]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"\s+(?:tăng|giảm)(?:\s+(?:thêm|bình quân|hằng năm|hàng năm))*$")]
    private static partial Regex Changes();

    [GeneratedRegex(@"^(?:tăng|giảm)(?:\s+(?:từ|trên|ít nhất|khoảng|thêm|bình quân))*\s*[\d≥>]")]
    private static partial Regex BareChange();

    [GeneratedRegex(@"^(?:Tỷ lệ|Tỉ lệ)\b")]
    private static partial Regex Share();

    [GeneratedRegex(@"\b(?:trên|của|mỗi|bình quân)\s+(?:1|01|một)\s+(ha|đơn vị diện tích|m2|m²|hộ|người|lao động)\b")]
    private static partial Regex Per();

    [GeneratedRegex(@"^(?:Duy trì|Hoàn thành|Triển khai|Đạt|Giữ vững|Giảm|Hạn chế|Không (?:để|có)|Bảo đảm|Đảm bảo|Cơ bản|Có |Xây dựng|Thành lập|Kiềm chế|Đảng bộ|Các |[\p{L} ,]{3,80}\b(?:đạt|hoàn thành|giảm|được công nhận|xếp loại)\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Aims();

    [GeneratedRegex(@"^(?:(?:[Hh]ằng|[Hh]àng) năm,?\s*)?(?:Kiềm chế,?\s*)?giảm\b(?! nghèo)", RegexOptions.IgnoreCase)]
    private static partial Regex Reduces();
}

using System.Globalization;
using Workflow.Documents.Reading;

namespace Workflow.Documents.Checks.Figures;

/// <summary>
/// A target that another document of the organization sets otherwise: for the same period, or for a term whose last year, or every year, this is. Only targets that the office confirmed
/// count, and none of a document that this text amends or replaces.
/// </summary>
internal sealed class TargetElsewhere : ICheck
{
    private const int Near = 80;

    private static readonly string[] Amends = ["sửa đổi", "bổ sung", "thay thế", "điều chỉnh", "bãi bỏ"];

    public string Key => "figures.other-documents";

    public IEnumerable<Finding> Look(CheckedText text)
    {
        if (text.Context.Targets.Count == 0)
        {
            yield break;
        }

        var clauses = text.Passages.DistinctBy(passage => passage.Clause.Id).ToDictionary(passage => passage.Clause.Id, StringComparer.Ordinal);
        var known = text.Context.Targets.Where(target => !IsAmended(text, target.Document)).Select(target => (Target: target, Value: TargetValue.Of(target))).Where(pair => pair.Value is not null)
            .ToLookup(pair => pair.Value!.Subject, StringComparer.Ordinal);
        foreach (var target in FollowUpReader.AllTargets(text.Text))
        {
            if (TargetValue.Of(target) is not { Period.Length: > 0 } value || !clauses.TryGetValue(target.ClauseId, out var passage) || passage.Text.IndexOf(target.Quote, StringComparison.Ordinal) is not (>= 0 and var at))
            {
                continue;
            }

            // The newest word of the organization on it, one finding a target.
            var other = known[value.Subject].Where(pair => pair.Value!.IsSameAs(value)).OrderByDescending(pair => pair.Target.Date)
                .Select(pair => (pair.Target, How: Compare(value, pair.Value!))).FirstOrDefault(pair => pair.How is not null);
            if (other.How is { } how)
            {
                yield return text.On(
                    "CROSS_DOC_CONFLICT", how.Severity, passage, at, target.Quote.Length,
                    $"{how.Words} tại văn bản số {other.Target.Document} ngày {other.Target.Date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)} là: “{other.Target.Quote}”. Đồng chí đối chiếu hai văn bản.");
            }
        }
    }

    private static (Severity Severity, string Words)? Compare(TargetValue own, TargetValue other)
    {
        if (own.Period == other.Period)
        {
            return own.IsYearly != other.IsYearly || own.Agrees(other) ? null : (Severity.Warning, "Cùng một chỉ tiêu, cùng giai đoạn,");
        }

        var isYear = own.FirstYear == own.LastYear;
        var isOfTerm = other.FirstYear < other.LastYear && own.FirstYear >= other.FirstYear && own.LastYear <= other.LastYear;
        return (isYear, isOfTerm, other.IsYearly) switch
        {
            // "2030" and "2025-2030": the level to be reached at the end of the term.
            (true, true, false) when own.LastYear == other.LastYear && !own.IsYearly => own.Agrees(other) ? null : (Severity.Warning, "Chỉ tiêu cuối nhiệm kỳ (giai đoạn)"),

            // "Hằng năm kết nạp từ 3%": every year of the term, an average only as a question.
            (true, true, true) => own.Agrees(other) ? null : other.IsAverage ? (own.High < other.Low ? (Severity.Info, "Mức của năm này thấp hơn mức bình quân hằng năm của nhiệm kỳ (giai đoạn);") : null) : (Severity.Warning, "Chỉ tiêu hằng năm của nhiệm kỳ (giai đoạn)"),
            _ => null,
        };
    }

    private static bool IsAmended(CheckedText text, string document) => text.Passages.Any(passage => passage.Text.IndexOf(document, StringComparison.Ordinal) is >= 0 and var at
        && Amends.Any(word => passage.Text.IndexOf(word, Math.Max(0, at - Near), at - Math.Max(0, at - Near), StringComparison.OrdinalIgnoreCase) >= 0))
        || (text.Text.Subject.Contains(document, StringComparison.Ordinal) && Amends.Any(word => text.Text.Subject.Contains(word, StringComparison.OrdinalIgnoreCase)));
}

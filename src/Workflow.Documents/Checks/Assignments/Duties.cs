using Workflow.Documents.Reading;

namespace Workflow.Documents.Checks.Assignments;

/// <summary>Work given without saying who reports, or by when.</summary>
internal sealed class Duties : ICheck
{
    public string Key => "assignments.deadlines";

    public IEnumerable<Finding> Look(CheckedText text)
    {
        var clauses = text.Passages.DistinctBy(passage => passage.Clause.Id).ToDictionary(passage => passage.Clause.Id, StringComparer.Ordinal);
        var duties = FollowUpReader.Duties(text.Text);
        foreach (var duty in duties.Where(duty => duty.Periodicity == "periodic" && !duty.When.Any(char.IsDigit)))
        {
            yield return Quote(duty.ClauseId, duty.Quote, "REPORTING_DUTY_WITHOUT_DEADLINE", Severity.Warning, "Giao báo cáo mà không nêu thời hạn.");
        }

        if (duties.FirstOrDefault(duty => duty.Periodicity is "quarterly" or "monthly" or "half-yearly" && duty.When.Contains("trước ngày", StringComparison.Ordinal)) is { } before)
        {
            var at = before.Quote.IndexOf("trước ngày", StringComparison.Ordinal);
            yield return Quote(before.ClauseId, at < 0 ? before.Quote : before.Quote[at..Math.Min(before.Quote.Length, at + 30)], "DEADLINE_AMBIGUOUS", Severity.Info, "“Trước ngày” có tính cả ngày đó không, và khi trùng ngày nghỉ thì thế nào?");
        }

        var work = FollowUpReader.Assignments(text.Text);
        var heading = text.Passages.FirstOrDefault(passage => passage.IsHeading && passage.Text.Contains("tổ chức thực hiện", StringComparison.OrdinalIgnoreCase));
        if (duties.Count == 0 && heading is not null)
        {
            yield return text.On("NO_REPORTING_DUTY", Severity.Warning, heading, 0, heading.Text.Length, "Phần tổ chức thực hiện không giao ai báo cáo.") with { Quote = heading.Clause.FullText };
            if (work.Count > 0 && work.All(task => string.IsNullOrEmpty(task.Deadline)))
            {
                yield return Quote(work[0].ClauseId, work[0].Quote, "ASSIGNMENT_WITHOUT_DEADLINE", Severity.Warning, "Giao việc mà không nêu thời hạn hoặc sản phẩm.");
            }
        }

        Finding Quote(string clause, string quote, string code, Severity severity, string reason) => clauses.TryGetValue(clause, out var passage) && passage.Text.IndexOf(quote, StringComparison.Ordinal) is >= 0 and var start
            ? text.On(code, severity, passage, start, quote.Length, reason)
            : new(code, severity, clause, quote, reason, null) { Line = text.File?.Source.InClause(clause, quote)?.Line };
    }
}

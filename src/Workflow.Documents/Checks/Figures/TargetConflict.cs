using Workflow.Documents.Reading;

namespace Workflow.Documents.Checks.Figures;

/// <summary>One goal with two values in this text.</summary>
internal sealed class TargetConflict : ICheck
{
    public string Key => "figures.target-conflict";

    public IEnumerable<Finding> Look(CheckedText text)
    {
        var clauses = text.Passages.DistinctBy(passage => passage.Clause.Id).ToDictionary(passage => passage.Clause.Id, StringComparer.Ordinal);
        foreach (var same in FollowUpReader.AllTargets(text.Text).Where(target => target.Value is not null && target.UpperValue is null && target.Label.Length > 12)
            .GroupBy(target => (target.Label.ToLowerInvariant(), target.Unit, target.Change, target.Area)).Where(group => group.Select(target => target.Value).Distinct().Count() > 1))
        {
            var second = same.First(target => target.Value != same.First().Value);
            if (clauses.TryGetValue(second.ClauseId, out var passage) && passage.Text.IndexOf(second.Quote, StringComparison.Ordinal) is >= 0 and var at)
            {
                yield return text.On("TARGET_CONFLICT", Severity.Warning, passage, at, second.Quote.Length, $"Cùng một chỉ tiêu, chỗ khác ghi: “{same.First().Quote}”.");
            }
        }
    }
}

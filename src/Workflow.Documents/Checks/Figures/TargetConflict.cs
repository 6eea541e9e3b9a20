using System.Text.RegularExpressions;
using Workflow.Documents.Reading;

namespace Workflow.Documents.Checks.Figures;

/// <summary>One goal with two values in this text: among its targets, or in what it strives for elsewhere ("phấn đấu đến cuối năm hộ nghèo còn dưới 1%").</summary>
internal sealed partial class TargetConflict : ICheck
{
    private const int LongestSentence = 1_500;

    public string Key => "figures.target-conflict";

    public IEnumerable<Finding> Look(CheckedText text)
    {
        var clauses = text.Passages.DistinctBy(passage => passage.Clause.Id).ToDictionary(passage => passage.Clause.Id, StringComparer.Ordinal);
        var targets = FollowUpReader.AllTargets(text.Text);
        var stated = targets.Select(target => (Target: target, Value: TargetValue.Of(target))).Where(pair => pair.Value is not null).ToList();
        var set = targets.ToLookup(target => target.ClauseId, target => target.Quote, StringComparer.Ordinal);
        foreach (var (target, value) in stated.Concat(Strivings(text).Where(pair => !set[pair.Target.ClauseId].Any(quote => quote.Contains(pair.Target.Quote, StringComparison.Ordinal) || pair.Target.Quote.Contains(quote, StringComparison.Ordinal)))).ToList())
        {
            // The first statement counts; what contradicts it is shown, once.
            if (stated.Find(other => other.Target != target && other.Value!.IsSameAs(value!) && (other.Value.Period == value!.Period || value.Period.Length == 0) && other.Value.IsYearly == value.IsYearly && !other.Value.Agrees(value)) is { Target: { } first }
                && (stated.FindIndex(pair => pair.Target == target) is var own && (own < 0 || own > stated.FindIndex(pair => pair.Target == first)))
                && clauses.TryGetValue(target.ClauseId, out var passage) && passage.Text.IndexOf(target.Quote, StringComparison.Ordinal) is >= 0 and var at)
            {
                yield return text.On("TARGET_CONFLICT", Severity.Warning, passage, at, target.Quote.Length, $"Cùng một chỉ tiêu, chỗ khác ghi: “{first.Quote}”.");
            }
        }
    }

    // Goals outside the list of targets: clauses that look ahead and say "phấn đấu".
    private static IEnumerable<(FoundTarget Target, TargetValue? Value)> Strivings(CheckedText text)
    {
        var section = new TargetSection();
        foreach (var clause in text.Text.Clauses)
        {
            section.Take(clause);
            if (!section.IsFuture || clause.Rows is not null)
            {
                continue;
            }

            foreach (var part in Parts().Split(clause.Text).Where(part => part.Length <= LongestSentence).Select(part => Striving().Match(part)).Where(match => match.Success).Select(match => match.Groups["goal"].Value))
            {
                if (TargetSentence.Measured(clause.Id, part, null) is { } target)
                {
                    yield return (target, TargetValue.Of(target));
                }
            }
        }
    }

    [GeneratedRegex(@"(?<=[\p{L}\d%)])[;.](?=\s|$)")]
    private static partial Regex Parts();

    [GeneratedRegex(@"[Pp]hấn đấu,? (?<goal>.+)$")]
    private static partial Regex Striving();
}

namespace Workflow.Domain.Issuing;

/// <summary>Whether a book is whole: every number after <see cref="NumberSeries.Before"/> up to the last exactly once.</summary>
/// <param name="Gaps">Numbers without a line, ascending; at most 100 are named.</param>
/// <param name="Doubles">Numbers with more than one line, or beyond the last that was given.</param>
public sealed record BookCheck(IReadOnlyList<int> Gaps, IReadOnlyList<int> Doubles)
{
    private const int MostNamed = 100;

    public bool IsWhole => Gaps.Count == 0 && Doubles.Count == 0;

    /// <summary>Judges the numbers that have a line.</summary>
    public static BookCheck Of(int before, int last, IEnumerable<int> numbers)
    {
        var counts = numbers.CountBy(number => number).ToDictionary();
        return new(
            [.. Enumerable.Range(before + 1, Math.Max(0, last - before)).Where(number => !counts.ContainsKey(number)).Take(MostNamed)],
            [.. counts.Where(pair => pair.Value > 1 || pair.Key > last || pair.Key <= before).Select(pair => pair.Key).Order().Take(MostNamed)]);
    }
}

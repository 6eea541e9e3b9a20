using Workflow.Domain.Texts;

namespace Workflow.Documents.Redline;

/// <summary>How two revisions of one text stand to each other at one place.</summary>
public enum ThreeWayKind
{
    /// <summary>Only the first changed it.</summary>
    First,

    /// <summary>Only the second changed it.</summary>
    Second,

    /// <summary>Both made the same of it.</summary>
    Same,

    /// <summary>Each made something else of it: somebody has to choose.</summary>
    Conflict,
}

/// <summary>One place of the base and what each revision made of it; several changes when clauses were put in behind it.</summary>
/// <param name="Base">The clause of the base; null where only new ones stand.</param>
public sealed record ThreeWayRow(ThreeWayKind Kind, Clause? Base, IReadOnlyList<ClauseChange> First, IReadOnlyList<ClauseChange> Second);

/// <summary>Compares two revisions with the text that both began from.</summary>
public static class ThreeWay
{
    /// <summary>The places where at least one of them differs from the base, in the order of the base.</summary>
    public static IReadOnlyList<ThreeWayRow> Compare(DraftText origin, DraftText first, DraftText second)
    {
        var (one, other) = (ByPlace(origin, first), ByPlace(origin, second));
        var rows = new List<ThreeWayRow>();
        foreach (var place in one.Keys.Union(other.Keys).Order())
        {
            var (a, b) = (one.GetValueOrDefault(place, []), other.GetValueOrDefault(place, []));
            var kind = a.Count == 0 ? ThreeWayKind.Second : b.Count == 0 ? ThreeWayKind.First : Made(a).SequenceEqual(Made(b), StringComparer.Ordinal) ? ThreeWayKind.Same : ThreeWayKind.Conflict;
            rows.Add(new(kind, (a.Concat(b).FirstOrDefault(change => change.Before is not null))?.Before, a, b));
        }

        return rows;
    }

    // Place of a change: twice its number in the order of the base, and one more for what was put in behind.
    private static SortedDictionary<int, List<ClauseChange>> ByPlace(DraftText origin, DraftText revision)
    {
        var numbers = TextComparison.Parts(origin).Select((clause, index) => (clause.Id, index)).ToDictionary(one => one.Id, one => one.index, StringComparer.Ordinal);
        var places = new SortedDictionary<int, List<ClauseChange>>();
        var last = -1;
        foreach (var change in TextComparison.Compare(origin, revision).Changes)
        {
            if (change.Before is { } before)
            {
                last = numbers[before.Id];
            }

            if (change.Kind != ChangeKind.Same)
            {
                var place = change.Before is null ? (2 * last) + 1 : 2 * last;
                (places.TryGetValue(place, out var there) ? there : places[place] = []).Add(change);
            }

            if (change.Kind == ChangeKind.Merged)
            {
                last = numbers[change.Parts[^1].Id];
            }
        }

        return places;
    }

    // What stands there afterwards; where a moved clause went to is no part of it.
    private static IEnumerable<string> Made(List<ClauseChange> changes) => changes.Select(change => $"{change.Kind}|{string.Concat(change.Pieces.Where(piece => piece.Kind != DiffKind.Deleted).Select(piece => piece.Text))}");
}

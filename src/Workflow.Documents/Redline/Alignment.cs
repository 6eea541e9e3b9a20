using Workflow.Domain.Texts;

namespace Workflow.Documents.Redline;

/// <summary>Old clauses that became one, or new ones that one became, in order.</summary>
/// <param name="One">Index of the single clause: in the old text for a split, in the new one for a merge.</param>
/// <param name="Many">Indices of its parts on the other side.</param>
internal sealed record JoinedClauses(int One, IReadOnlyList<int> Many);

/// <summary>Which clause of the new text continues which clause of the old one.</summary>
/// <param name="Pairs">Old and new index, both rising. A split or merge is here with the part that continues the clause.</param>
/// <param name="Moves">Clauses that stand elsewhere now.</param>
internal sealed record Alignment(
    IReadOnlyList<(int Before, int After)> Pairs, IReadOnlyList<(int Before, int After)> Moves, IReadOnlyList<JoinedClauses> Splits, IReadOnlyList<JoinedClauses> Merges)
{
    /// <summary>Finds it: equal text first, then shared words in the gaps between, then splits, merges and moves in what is left.</summary>
    /// <param name="idsCount">Whether equal ids mean the same clause (versions of one draft) or nothing (a fresh import).</param>
    /// <param name="given">Pairs known beforehand, in any order.</param>
    public static Alignment Of(IReadOnlyList<Clause> before, IReadOnlyList<Clause> after, bool idsCount, IReadOnlyDictionary<int, int>? given = null)
    {
        var words = new Words();
        var keys = new Dictionary<string, int>(StringComparer.Ordinal);
        var left = new ClauseList(before, words, keys);
        var right = new ClauseList(after, words, keys);
        var pairs = new List<(int Before, int After)>();
        int i = 0, j = 0;
        foreach (var (x, y) in Anchors.Of(left.Keys, right.Keys, given).Append((left.Count, right.Count)))
        {
            pairs.AddRange(Gap.Pairs(left, right, (i, x), (j, y), idsCount));
            if (x < left.Count)
            {
                pairs.Add((x, y));
            }

            (i, j) = (x + 1, y + 1);
        }

        var splits = Joins.Find(left, right, pairs);
        var merges = Joins.Find(right, left, [.. pairs.Select(pair => (pair.After, pair.Before))], [.. splits.SelectMany(split => split.Many)], [.. splits.Select(split => split.One)]);
        pairs = WithBases(pairs, left, right, splits, merges);
        var freeLeft = Enumerable.Range(0, left.Count).Except(pairs.Select(pair => pair.Before)).Except(merges.SelectMany(merge => merge.Many)).ToList();
        var freeRight = Enumerable.Range(0, right.Count).Except(pairs.Select(pair => pair.After)).Except(splits.SelectMany(split => split.Many)).ToList();
        return new Alignment(pairs, Moved.Find(left, right, freeLeft, freeRight, idsCount, given), splits, merges);
    }

    // A split or merge of clauses that were too unlike to pair goes on in its largest part.
    private static List<(int Before, int After)> WithBases(List<(int Before, int After)> pairs, ClauseList left, ClauseList right, List<JoinedClauses> splits, List<JoinedClauses> merges)
    {
        var pairedLeft = pairs.Select(pair => pair.Before).ToHashSet();
        var pairedRight = pairs.Select(pair => pair.After).ToHashSet();
        return
        [
            .. pairs
                .Concat(splits.Where(split => !pairedLeft.Contains(split.One)).Select(split => (split.One, split.Many.MaxBy(part => right.Bag(part).Count))))
                .Concat(merges.Where(merge => !pairedRight.Contains(merge.One)).Select(merge => (merge.Many.MaxBy(part => left.Bag(part).Count), merge.One)))
                .OrderBy(pair => pair.Item1),
        ];
    }
}

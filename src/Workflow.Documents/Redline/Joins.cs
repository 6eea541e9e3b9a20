namespace Workflow.Documents.Redline;

/// <summary>Finds a clause of one side whose words stand in several neighbouring clauses of the other: a split, or seen from behind, a merge.</summary>
internal static class Joins
{
    private const double Whole = 0.75;
    private const double Part = 0.7;
    private const double Gain = 0.03;
    private const int FewestWords = 3;
    private const int Nearby = 60;

    /// <summary>Splits of <paramref name="one"/> into <paramref name="many"/>; <paramref name="pairs"/> are (one, many), rising.</summary>
    /// <param name="takenOne">Clauses of the first side that already are part of something.</param>
    /// <param name="takenMany">Likewise of the second side.</param>
    public static List<JoinedClauses> Find(ClauseList one, ClauseList many, IReadOnlyList<(int One, int Many)> pairs, HashSet<int>? takenOne = null, HashSet<int>? takenMany = null)
    {
        var found = new List<JoinedClauses>();
        var pairOf = pairs.ToDictionary(pair => pair.One, pair => pair.Many);
        var used = pairs.Select(pair => pair.Many).Concat(takenMany ?? []).ToHashSet();
        if (used.Count >= many.Count)
        {
            return found;
        }

        var next = 0;
        for (var x = 0; x < one.Count; x++)
        {
            // The stretch of the other side in which parts of x can stand: between its neighbours' partners.
            var paired = pairOf.TryGetValue(x, out var partner) && takenMany?.Contains(partner) is not true;
            if (pairOf.ContainsKey(x) && !paired)
            {
                next = partner + 1;
                continue;
            }

            if (one.Family(x) == 'P' && takenOne?.Contains(x) is not true && (!paired || one.Keys[x] != many.Keys[partner]))
            {
                var parts = paired ? Grown(one, many, x, partner, used) : Enumerable.Range(next, Math.Min(Nearby, many.Count - next)).TakeWhile(y => !used.Contains(y))
                    .Where(y => IsPart(one, many, x, y)).Select(y => Grown(one, many, x, y, used)).FirstOrDefault(group => group.Count > 1);
                if (parts is { Count: > 1 })
                {
                    found.Add(new JoinedClauses(x, parts));
                    used.UnionWith(parts);
                    next = parts[^1] + 1;
                    continue;
                }
            }

            next = paired ? partner + 1 : next;
        }

        return found;
    }

    private static bool IsPart(ClauseList one, ClauseList many, int x, int y) =>
        many.Family(y) == 'P' && many.Bag(y).Count >= FewestWords && many.Bag(y).ShareIn(one.Bag(x)) >= Part;

    // The neighbours that bring the whole nearer to x, as long as they do.
    private static List<int> Grown(ClauseList one, ClauseList many, int x, int start, HashSet<int> used)
    {
        int first = start, last = start;
        var bag = many.Bag(start);
        var likeness = bag.Likeness(one.Bag(x));
        bool Take(int y)
        {
            if (y < 0 || y >= many.Count || used.Contains(y) || !IsPart(one, many, x, y))
            {
                return false;
            }

            var together = bag.With(many.Bag(y));
            if (together.Likeness(one.Bag(x)) < likeness + Gain)
            {
                return false;
            }

            (bag, likeness) = (together, together.Likeness(one.Bag(x)));
            return true;
        }

        while (Take(last + 1))
        {
            last++;
        }

        while (Take(first - 1))
        {
            first--;
        }

        return last > first && likeness >= Whole ? [.. Enumerable.Range(first, last - first + 1)] : [];
    }
}

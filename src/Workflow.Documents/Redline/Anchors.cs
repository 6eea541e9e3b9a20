namespace Workflow.Documents.Redline;

/// <summary>Clauses that are surely the same: equal text that stands once on either side, in the longest common order.</summary>
internal static class Anchors
{
    /// <summary>Anchors as (old, new), both rising. <paramref name="given"/> pairs take part as if they were equal.</summary>
    public static List<(int X, int Y)> Of(int[] left, int[] right, IReadOnlyDictionary<int, int>? given)
    {
        var onceRight = Once(right);
        var onceLeft = Once(left);
        var spoken = given?.Values.ToHashSet() ?? [];
        var candidates = new List<(int X, int Y)>();
        for (var x = 0; x < left.Length; x++)
        {
            if (given is not null && given.TryGetValue(x, out var named))
            {
                candidates.Add((x, named));
            }
            else if (onceLeft.ContainsKey(left[x]) && onceRight.TryGetValue(left[x], out var y) && !spoken.Contains(y))
            {
                candidates.Add((x, y));
            }
        }

        return Rising(candidates);
    }

    private static Dictionary<int, int> Once(int[] keys)
    {
        var at = new Dictionary<int, int>();
        for (var i = 0; i < keys.Length; i++)
        {
            at[keys[i]] = at.ContainsKey(keys[i]) ? -1 : i;
        }

        return at.Where(pair => pair.Value >= 0).ToDictionary();
    }

    // Longest rising run (patience sorting), so that what was moved does not tear apart what stayed.
    private static List<(int X, int Y)> Rising(List<(int X, int Y)> candidates)
    {
        var piles = new List<int>();
        var previous = new int[candidates.Count];
        for (var i = 0; i < candidates.Count; i++)
        {
            int low = 0, high = piles.Count;
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = candidates[piles[middle]].Y < candidates[i].Y ? (middle + 1, high) : (low, middle);
            }

            previous[i] = low > 0 ? piles[low - 1] : -1;
            if (low == piles.Count)
            {
                piles.Add(i);
            }
            else
            {
                piles[low] = i;
            }
        }

        var chain = new List<(int, int)>();
        for (var i = piles.Count > 0 ? piles[^1] : -1; i >= 0; i = previous[i])
        {
            chain.Add(candidates[i]);
        }

        chain.Reverse();
        return chain;
    }
}

namespace Workflow.Documents.Redline;

/// <summary>
/// The longest common subsequence by E. W. Myers, "An O(ND) Difference Algorithm and Its Variations" (1986), in linear space.
/// Where two stretches have hardly anything in common the search stops at a bound and cuts at the furthest point reached:
/// the answer is then still right, only perhaps not the shortest, and the work stays limited whatever the input.
/// </summary>
internal sealed class Myers
{
    private const int Bound = 256;
    private readonly int[] a;
    private readonly int[] b;
    private readonly int[] forward;
    private readonly int[] backward;
    private readonly int zero;
    private readonly bool[] gone;
    private readonly bool[] fresh;

    private Myers(int[] a, int[] b)
    {
        (this.a, this.b, zero) = (a, b, b.Length + 1);
        (forward, backward) = (new int[a.Length + b.Length + 3], new int[a.Length + b.Length + 3]);
        (gone, fresh) = (new bool[a.Length], new bool[b.Length]);
    }

    /// <summary>The pairs that stay, in order. Words are small numbers from 0 on.</summary>
    public static List<(int X, int Y)> Kept(int[] a, int[] b)
    {
        // What stands on one side only cannot be kept; without it a rewritten text costs next to nothing.
        var left = Shared(a, b);
        var right = Shared(b, a);
        var search = new Myers([.. left.Select(index => a[index])], [.. right.Select(index => b[index])]);
        search.Box(0, left.Count, 0, right.Count);
        var kept = new List<(int, int)>();
        for (int x = 0, y = 0; ; x++, y++)
        {
            while (x < left.Count && search.gone[x])
            {
                x++;
            }

            while (y < right.Count && search.fresh[y])
            {
                y++;
            }

            if (x >= left.Count)
            {
                return kept;
            }

            kept.Add((left[x], right[y]));
        }
    }

    // Indices of the words of one side that the other has too.
    private static List<int> Shared(int[] words, int[] other)
    {
        var has = new bool[Math.Max(words.DefaultIfEmpty(-1).Max(), other.DefaultIfEmpty(-1).Max()) + 1];
        foreach (var word in other)
        {
            has[word] = true;
        }

        var indices = new List<int>(words.Length);
        for (var i = 0; i < words.Length; i++)
        {
            if (has[words[i]])
            {
                indices.Add(i);
            }
        }

        return indices;
    }

    private void Box(int aFrom, int aTo, int bFrom, int bTo)
    {
        while (true)
        {
            while (aFrom < aTo && bFrom < bTo && a[aFrom] == b[bFrom])
            {
                aFrom++;
                bFrom++;
            }

            while (aFrom < aTo && bFrom < bTo && a[aTo - 1] == b[bTo - 1])
            {
                aTo--;
                bTo--;
            }

            if (aFrom == aTo || bFrom == bTo)
            {
                gone.AsSpan(aFrom, aTo - aFrom).Fill(true);
                fresh.AsSpan(bFrom, bTo - bFrom).Fill(true);
                return;
            }

            var (x, y) = Split(aFrom, aTo, bFrom, bTo);
            Box(aFrom, x, bFrom, y);
            (aFrom, bFrom) = (x, y);
        }
    }

    // A point of an optimal path (or, past the bound, of the most promising one), searched from both corners at once.
    private (int X, int Y) Split(int aFrom, int aTo, int bFrom, int bTo)
    {
        int lowest = aFrom - bTo, highest = aTo - bFrom, start = aFrom - bFrom, end = aTo - bTo;
        var odd = ((start - end) & 1) != 0;
        int fMin = start, fMax = start, rMin = end, rMax = end;
        forward[zero + start] = aFrom;
        backward[zero + end] = aTo;
        for (var cost = 1; ; cost++)
        {
            _ = fMin > lowest ? forward[zero + --fMin - 1] = -1 : ++fMin;
            _ = fMax < highest ? forward[zero + ++fMax + 1] = -1 : --fMax;
            for (var d = fMax; d >= fMin; d -= 2)
            {
                var x = Math.Max(forward[zero + d - 1] + 1, forward[zero + d + 1]);
                var y = x - d;
                while (x < aTo && y < bTo && a[x] == b[y])
                {
                    x++;
                    y++;
                }

                forward[zero + d] = x;
                if (odd && rMin <= d && d <= rMax && backward[zero + d] <= x)
                {
                    return (x, y);
                }
            }

            _ = rMin > lowest ? backward[zero + --rMin - 1] = int.MaxValue : ++rMin;
            _ = rMax < highest ? backward[zero + ++rMax + 1] = int.MaxValue : --rMax;
            for (var d = rMax; d >= rMin; d -= 2)
            {
                var x = Math.Min(backward[zero + d - 1], backward[zero + d + 1] - 1);
                var y = x - d;
                while (aFrom < x && bFrom < y && a[x - 1] == b[y - 1])
                {
                    x--;
                    y--;
                }

                backward[zero + d] = x;
                if (!odd && fMin <= d && d <= fMax && x <= forward[zero + d])
                {
                    return (x, y);
                }
            }

            if (cost >= Bound)
            {
                return Furthest(aFrom, aTo, bFrom, bTo, (fMin, fMax), (rMin, rMax));
            }
        }
    }

    private (int X, int Y) Furthest(int aFrom, int aTo, int bFrom, int bTo, (int Min, int Max) ahead, (int Min, int Max) back)
    {
        var (best, far) = (-1, (X: aFrom, Y: bFrom));
        for (var d = ahead.Max; d >= ahead.Min; d -= 2)
        {
            var x = Math.Min(Math.Min(forward[zero + d], aTo), bTo + d);
            if (best < x + x - d)
            {
                (best, far) = (x + x - d, (x, x - d));
            }
        }

        var (least, near) = (int.MaxValue, (X: aTo, Y: bTo));
        for (var d = back.Max; d >= back.Min; d -= 2)
        {
            var x = Math.Max(Math.Max(backward[zero + d], aFrom), bFrom + d);
            if (x + x - d < least)
            {
                (least, near) = (x + x - d, (x, x - d));
            }
        }

        return aTo + bTo - least < best - (aFrom + bFrom) ? far : near;
    }
}

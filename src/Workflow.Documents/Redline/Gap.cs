namespace Workflow.Documents.Redline;

/// <summary>Pairs clauses between two anchors by shared words: the best total likeness in order.</summary>
internal static class Gap
{
    private const double Threshold = 0.45;
    private const double SameId = 0.5;
    private const double SameText = 2;
    private const int Largest = 400;

    /// <summary>Pairs (old, new) with old in [from, to) of <paramref name="x"/> and new in that of <paramref name="y"/>.</summary>
    public static IEnumerable<(int Before, int After)> Pairs(ClauseList left, ClauseList right, (int From, int To) x, (int From, int To) y, bool idsCount)
    {
        int n = x.To - x.From, m = y.To - y.From;
        if (n == 0 || m == 0)
        {
            return [];
        }

        // A text rewritten from end to end is taken in stretches, so that the work grows with its length and not with the square.
        var stretches = (Math.Max(n, m) + Largest - 1) / Largest;
        return Enumerable.Range(0, stretches).SelectMany(part => Stretch(
            left, right, (x.From + (n * part / stretches), x.From + (n * (part + 1) / stretches)), (y.From + (m * part / stretches), y.From + (m * (part + 1) / stretches)), idsCount));
    }

    private static List<(int, int)> Stretch(ClauseList left, ClauseList right, (int From, int To) x, (int From, int To) y, bool idsCount)
    {
        int n = x.To - x.From, m = y.To - y.From;
        var likeness = new double[n + 1, m + 1];
        var score = new double[n + 1, m + 1];
        for (var a = 1; a <= n; a++)
        {
            for (var b = 1; b <= m; b++)
            {
                likeness[a, b] = Likeness(left, right, x.From + a - 1, y.From + b - 1, idsCount);
                score[a, b] = Math.Max(Math.Max(score[a - 1, b], score[a, b - 1]), likeness[a, b] > 0 ? score[a - 1, b - 1] + likeness[a, b] : 0);
            }
        }

        var pairs = new List<(int, int)>();
        for (int a = n, b = m; a > 0 && b > 0;)
        {
            if (likeness[a, b] > 0 && score[a, b] <= score[a - 1, b - 1] + likeness[a, b])
            {
                pairs.Add((x.From + --a, y.From + --b));
            }
            else
            {
                (a, b) = score[a - 1, b] >= score[a, b - 1] ? (a - 1, b) : (a, b - 1);
            }
        }

        pairs.Reverse();
        return pairs;
    }

    private static double Likeness(ClauseList left, ClauseList right, int x, int y, bool idsCount)
    {
        if (left.Family(x) != right.Family(y))
        {
            return 0;
        }

        var kind = left[x].Kind == right[y].Kind ? 0 : -0.1;
        var id = idsCount && left[x].Id == right[y].Id ? SameId : 0;
        var likeness = (left.Keys[x] == right.Keys[y] ? SameText : left.Bag(x).Likeness(right.Bag(y))) + id + kind;
        return likeness >= Threshold ? likeness : 0;
    }
}

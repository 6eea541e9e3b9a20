using Workflow.Domain.Texts;

namespace Workflow.Documents.Redline;

/// <summary>Which clause of the new text continues which clause of the old one.</summary>
internal static class Alignment
{
    private const double Threshold = 0.45;
    private const int LargestGap = 400;

    /// <summary>Pairs (old index, new index) in order, found by equal text first and by shared words in the gaps between; and moves.</summary>
    public static (IReadOnlyList<(int Before, int After)> Pairs, IReadOnlyList<(int Before, int After)> Moves) Of(IReadOnlyList<Clause> before, IReadOnlyList<Clause> after)
    {
        var left = before.Select(Key).ToList();
        var right = after.Select(Key).ToList();
        var pairs = new List<(int, int)>();
        int i = 0, j = 0;
        foreach (var (x, y) in Anchors(left, right).Append((left.Count, right.Count)))
        {
            pairs.AddRange(Gap(before, after, left, right, i, x, j, y));
            if (x < left.Count)
            {
                pairs.Add((x, y));
            }

            (i, j) = (x + 1, y + 1);
        }

        var usedLeft = pairs.Select(pair => pair.Item1).ToHashSet();
        var usedRight = pairs.Select(pair => pair.Item2).ToHashSet();
        var moves = new List<(int, int)>();
        foreach (var x in Enumerable.Range(0, left.Count).Where(x => !usedLeft.Contains(x) && left[x].Length > 20))
        {
            var y = Enumerable.Range(0, right.Count).FirstOrDefault(y => !usedRight.Contains(y) && right[y] == left[x], -1);
            if (y >= 0)
            {
                usedRight.Add(y);
                moves.Add((x, y));
            }
        }

        return (pairs, moves);
    }

    /// <summary>The text that is compared: a changed label is no change.</summary>
    internal static string Key(Clause clause) => $"{clause.Kind}|{Folding.Fold(clause.Text)}|{clause.Text.Normalize().Replace('–', '-')}";

    // Longest common run of equal clauses, over those that stand once on either side.
    private static List<(int X, int Y)> Anchors(List<string> left, List<string> right)
    {
        var once = right.Select((key, index) => (key, index)).GroupBy(one => one.key, StringComparer.Ordinal).Where(group => group.Count() == 1).ToDictionary(group => group.Key, group => group.First().index, StringComparer.Ordinal);
        var candidates = left.Select((key, index) => (key, index)).GroupBy(one => one.key, StringComparer.Ordinal).Where(group => group.Count() == 1 && once.ContainsKey(group.Key))
            .Select(group => (X: group.First().index, Y: once[group.Key])).OrderBy(pair => pair.X).ToList();
        var best = new int[candidates.Count];
        var previous = new int[candidates.Count];
        var end = -1;
        for (var i = 0; i < candidates.Count; i++)
        {
            (best[i], previous[i]) = (1, -1);
            for (var j = 0; j < i; j++)
            {
                if (candidates[j].Y < candidates[i].Y && best[j] + 1 > best[i])
                {
                    (best[i], previous[i]) = (best[j] + 1, j);
                }
            }

            end = end < 0 || best[i] > best[end] ? i : end;
        }

        var chain = new List<(int, int)>();
        for (; end >= 0; end = previous[end])
        {
            chain.Add(candidates[end]);
        }

        chain.Reverse();
        return chain;
    }

    private static List<(int, int)> Gap(IReadOnlyList<Clause> before, IReadOnlyList<Clause> after, List<string> left, List<string> right, int i, int x, int j, int y)
    {
        int n = x - i, m = y - j;
        var pairs = new List<(int, int)>();
        if (n == 0 || m == 0 || n > LargestGap || m > LargestGap)
        {
            return pairs;
        }

        var bags = Enumerable.Range(i, n).Select(index => Bag(before[index])).ToList();
        var others = Enumerable.Range(j, m).Select(index => Bag(after[index])).ToList();
        var score = new double[n + 1, m + 1];
        double Likeness(int a, int b) => left[i + a] == right[j + b] ? 2
            : before[i + a].Kind == after[j + b].Kind && Dice(bags[a], others[b]) + (before[i + a].Id == after[j + b].Id ? 0.2 : 0) is var likeness && likeness >= Threshold ? likeness : 0;
        for (var a = 1; a <= n; a++)
        {
            for (var b = 1; b <= m; b++)
            {
                var pair = Likeness(a - 1, b - 1);
                score[a, b] = Math.Max(Math.Max(score[a - 1, b], score[a, b - 1]), pair > 0 ? score[a - 1, b - 1] + pair : 0);
            }
        }

        for (int a = n, b = m; a > 0 && b > 0;)
        {
            if (Math.Abs(score[a, b] - score[a - 1, b]) < 1e-9)
            {
                a--;
            }
            else if (Math.Abs(score[a, b] - score[a, b - 1]) < 1e-9)
            {
                b--;
            }
            else
            {
                pairs.Add((i + --a, j + --b));
            }
        }

        pairs.Reverse();
        return pairs;
    }

    private static Dictionary<string, int> Bag(Clause clause) => WordDiff.Tokens(Folding.Fold(clause.Text)).Where(token => token != " ")
        .GroupBy(token => token, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);

    private static double Dice(Dictionary<string, int> left, Dictionary<string, int> right)
    {
        var total = left.Values.Sum() + right.Values.Sum();
        return total == 0 ? 0 : 2.0 * left.Sum(pair => Math.Min(pair.Value, right.GetValueOrDefault(pair.Key))) / total;
    }
}

using System.Text;

namespace Workflow.Documents.Redline;

/// <summary>What became of a piece of text.</summary>
public enum DiffKind
{
    Same, Inserted, Deleted,
}

/// <summary>A piece of text and what became of it.</summary>
public sealed record DiffPiece(DiffKind Kind, string Text);

/// <summary>
/// Word-level comparison by Myers' O(ND) algorithm. Words are compared folded (dashes, quotes, spaces), so that typing style is no
/// change. Beyond a bound on differences the middle is shown as replaced: the work stays limited whatever the input.
/// </summary>
public static class WordDiff
{
    private const int MaxDifferences = 4_000;

    /// <summary>Pieces whose Same and Deleted parts make <paramref name="before"/>, and whose Same and Inserted parts make <paramref name="after"/> (Same as written after).</summary>
    public static IReadOnlyList<DiffPiece> Compare(string before, string after)
    {
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        var left = Tokens(before.Normalize());
        var right = Tokens(after.Normalize());
        var a = left.Select(token => Intern(ids, token)).ToArray();
        var b = right.Select(token => Intern(ids, token)).ToArray();
        var kept = Myers(a, b);
        var pieces = new List<DiffPiece>();
        int i = 0, j = 0;
        foreach (var (x, y) in kept.Append((a.Length, b.Length)))
        {
            Add(pieces, DiffKind.Deleted, left, i, x);
            Add(pieces, DiffKind.Inserted, right, j, y);
            if (x < a.Length)
            {
                Add(pieces, DiffKind.Same, right, y, y + 1);
            }

            (i, j) = (x + 1, y + 1);
        }

        return Fold(pieces);
    }

    /// <summary>Syllables, numbers with their separators, spaces, and single marks.</summary>
    internal static List<string> Tokens(string text)
    {
        var tokens = new List<string>();
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            if (char.IsLetterOrDigit(text[i]))
            {
                while (i < text.Length && (char.IsLetterOrDigit(text[i]) || (text[i] is '.' or ',' && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]) && char.IsAsciiDigit(text[i - 1]))))
                {
                    i++;
                }
            }
            else if (char.IsWhiteSpace(text[i]))
            {
                while (i < text.Length && char.IsWhiteSpace(text[i]))
                {
                    i++;
                }
            }
            else
            {
                i++;
            }

            tokens.Add(text[start..i]);
        }

        return tokens;
    }

    private static int Intern(Dictionary<string, int> ids, string token)
    {
        var key = char.IsWhiteSpace(token[0]) ? " " : token switch { "–" or "—" => "-", "“" or "”" => "\"", _ => token.Replace('Ð', 'Đ') };
        return ids.TryGetValue(key, out var id) ? id : ids[key] = ids.Count;
    }

    // The kept pairs, in order. Common ends are taken off first: most edits are small.
    private static List<(int X, int Y)> Myers(int[] a, int[] b)
    {
        var head = 0;
        while (head < a.Length && head < b.Length && a[head] == b[head])
        {
            head++;
        }

        var tail = 0;
        while (tail < a.Length - head && tail < b.Length - head && a[^(tail + 1)] == b[^(tail + 1)])
        {
            tail++;
        }

        var kept = Enumerable.Range(0, head).Select(i => (i, i)).ToList();
        kept.AddRange(Middle(a.AsSpan(head, a.Length - head - tail), b.AsSpan(head, b.Length - head - tail)).Select(pair => (pair.X + head, pair.Y + head)));
        kept.AddRange(Enumerable.Range(0, tail).Select(i => (a.Length - tail + i, b.Length - tail + i)));
        return kept;
    }

    private static List<(int X, int Y)> Middle(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        int n = a.Length, m = b.Length, max = Math.Min(n + m, MaxDifferences);
        var kept = new List<(int, int)>();
        if (n == 0 || m == 0)
        {
            return kept;
        }

        var v = new int[(2 * max) + 2];
        var trace = new List<int[]>();
        for (var d = 0; d <= max; d++)
        {
            // Only the diagonals that this round can touch are remembered.
            trace.Add(v.AsSpan(max - d, (2 * d) + 2).ToArray());
            for (var k = -d; k <= d; k += 2)
            {
                var x = k == -d || (k != d && v[max + k - 1] < v[max + k + 1]) ? v[max + k + 1] : v[max + k - 1] + 1;
                var y = x - k;
                while (x < n && y < m && a[x] == b[y])
                {
                    x++;
                    y++;
                }

                v[max + k] = x;
                if (x >= n && y >= m)
                {
                    return Backtrack(trace, n, m);
                }
            }
        }

        return kept;
    }

    private static List<(int X, int Y)> Backtrack(List<int[]> trace, int n, int m)
    {
        var kept = new List<(int, int)>();
        int x = n, y = m;
        for (var d = trace.Count - 1; d >= 0; d--)
        {
            var v = trace[d];
            int At(int diagonal) => v[d + diagonal];
            var k = x - y;
            var down = k == -d || (k != d && At(k - 1) < At(k + 1));
            var from = d == 0 ? 0 : down ? At(k + 1) : At(k - 1);
            var fromY = d == 0 ? 0 : from - (down ? k + 1 : k - 1);
            var startX = d == 0 ? 0 : down ? from : from + 1;
            while (x > startX && y > (d == 0 ? 0 : down ? fromY + 1 : fromY))
            {
                kept.Add((--x, --y));
            }

            (x, y) = (from, fromY);
        }

        kept.Reverse();
        return kept;
    }

    private static void Add(List<DiffPiece> pieces, DiffKind kind, List<string> tokens, int from, int to)
    {
        if (to > from)
        {
            var text = string.Concat(tokens.Skip(from).Take(to - from));
            if (pieces.Count > 0 && pieces[^1].Kind == kind)
            {
                pieces[^1] = new DiffPiece(kind, pieces[^1].Text + text);
            }
            else
            {
                pieces.Add(new DiffPiece(kind, text));
            }
        }
    }

    // A lone space kept between two changes is no island worth showing: "thực hiện → triển khai" is one edit.
    private static List<DiffPiece> Fold(List<DiffPiece> pieces)
    {
        var folded = new List<DiffPiece>();
        var deleted = new StringBuilder();
        var inserted = new StringBuilder();
        void Flush()
        {
            if (deleted.Length > 0)
            {
                folded.Add(new DiffPiece(DiffKind.Deleted, deleted.ToString()));
            }

            if (inserted.Length > 0)
            {
                folded.Add(new DiffPiece(DiffKind.Inserted, inserted.ToString()));
            }

            deleted.Clear();
            inserted.Clear();
        }

        for (var i = 0; i < pieces.Count; i++)
        {
            var island = pieces[i].Kind == DiffKind.Same && pieces[i].Text == " " && deleted.Length + inserted.Length > 0 && i + 1 < pieces.Count;
            if (pieces[i].Kind == DiffKind.Deleted || island)
            {
                deleted.Append(pieces[i].Text);
            }

            if (pieces[i].Kind == DiffKind.Inserted || island)
            {
                inserted.Append(pieces[i].Text);
            }

            if (pieces[i].Kind == DiffKind.Same && !island)
            {
                Flush();
                folded.Add(pieces[i]);
            }
        }

        Flush();
        return folded;
    }
}

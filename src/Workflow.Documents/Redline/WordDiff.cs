namespace Workflow.Documents.Redline;

/// <summary>What became of a piece of text.</summary>
public enum DiffKind
{
    Same, Inserted, Deleted,
}

/// <summary>A piece of text and what became of it. A line break in it is the end of a paragraph, a tab the end of a cell.</summary>
public sealed record DiffPiece(DiffKind Kind, string Text)
{
    /// <summary>A Same piece as it was typed before, when only the typing differs (– for -, “ for "); else null.</summary>
    public string? Before { get; init; }
}

/// <summary>Word-level comparison. Words are compared folded (dashes, quotes, spaces), so that typing style is no change.</summary>
public static class WordDiff
{
    private const int ShortWord = 3;

    /// <summary>
    /// Pieces in reading order. The Deleted and Same ones (<see cref="DiffPiece.Before"/>, where set) make <paramref name="before"/>,
    /// the Inserted and Same ones make <paramref name="after"/>, both in NFC.
    /// </summary>
    public static IReadOnlyList<DiffPiece> Compare(string before, string after)
    {
        before = before.Normalize();
        after = after.Normalize();
        if (before == after)
        {
            return before.Length == 0 ? [] : [new DiffPiece(DiffKind.Same, after)];
        }

        var words = new Words();
        var left = Words.Of(before);
        var right = Words.Of(after);
        var kept = Myers.Kept([.. left.Select(word => words.Id(word.Text))], [.. right.Select(word => words.Id(word.Text))]);
        return Pieces(Join(Hunks(left, right, kept)));
    }

    // A change, and what stays after it.
    private sealed record Hunk
    {
        public string Deleted { get; set; } = "";
        public string Inserted { get; set; } = "";
        public List<(string Before, string After)> Same { get; } = [];
    }

    private static List<Hunk> Hunks(List<Word> left, List<Word> right, List<(int X, int Y)> kept)
    {
        var hunks = new List<Hunk> { new() };
        Hunk Open()
        {
            if (hunks[^1].Same.Count > 0)
            {
                hunks.Add(new Hunk());
            }

            return hunks[^1];
        }

        void Change(string deleted, string inserted)
        {
            if (deleted.Length + inserted.Length > 0)
            {
                var hunk = Open();
                (hunk.Deleted, hunk.Inserted) = (hunk.Deleted + deleted, hunk.Inserted + inserted);
            }
        }

        int i = 0, j = 0;
        foreach (var (x, y) in kept.Append((left.Count, right.Count)))
        {
            Change(Whole(left, i, x), Whole(right, j, y));
            if (x < left.Count)
            {
                var (was, now) = (left[x], right[y]);
                hunks[^1].Same.Add((was.Text, now.Text));
                if (was.Space.Length > 0 && now.Space.Length > 0)
                {
                    hunks[^1].Same.Add((was.Space, now.Space));
                }
                else
                {
                    Change(was.Space, now.Space);
                }
            }

            (i, j) = (x + 1, y + 1);
        }

        return hunks;
    }

    // Most words are kept: nothing stands between them and the next.
    private static string Whole(List<Word> words, int from, int to) => from == to ? "" : string.Concat(words.GetRange(from, to - from).Select(word => word.Whole));

    // A space or a short word kept between two replacements is no island worth showing: the reader sees one edit.
    private static List<Hunk> Join(List<Hunk> hunks)
    {
        var joined = new List<Hunk>();
        foreach (var hunk in hunks)
        {
            if (joined.Count > 0 && IsReplacement(joined[^1]) && IsReplacement(hunk) && IsIsland(joined[^1].Same))
            {
                var open = joined[^1];
                open.Deleted += string.Concat(open.Same.Select(same => same.Before)) + hunk.Deleted;
                open.Inserted += string.Concat(open.Same.Select(same => same.After)) + hunk.Inserted;
                open.Same.Clear();
                open.Same.AddRange(hunk.Same);
            }
            else
            {
                joined.Add(hunk);
            }
        }

        for (var i = 0; i < joined.Count; i++)
        {
            Trim(joined[i], i == 0 ? null : joined[i - 1]);
        }

        return joined;
    }

    private static bool IsReplacement(Hunk hunk) => hunk.Deleted.Trim().Length > 0 && hunk.Inserted.Trim().Length > 0;

    private static bool IsIsland(List<(string Before, string After)> same)
    {
        var text = string.Concat(same.Select(part => part.After)).Trim();
        return text.Length <= ShortWord && !text.Any(letter => char.IsAsciiDigit(letter) || char.IsWhiteSpace(letter));
    }

    // Spaces that both sides have at the edge of a change stay out of it.
    private static void Trim(Hunk hunk, Hunk? previous)
    {
        var tail = 0;
        while (tail < hunk.Deleted.Length && tail < hunk.Inserted.Length && hunk.Deleted[^(tail + 1)] == ' ' && hunk.Inserted[^(tail + 1)] == ' ')
        {
            tail++;
        }

        if (tail > 0)
        {
            hunk.Same.Insert(0, (hunk.Deleted[^tail..], hunk.Deleted[^tail..]));
            (hunk.Deleted, hunk.Inserted) = (hunk.Deleted[..^tail], hunk.Inserted[..^tail]);
        }

        if (previous is not null && hunk.Deleted.StartsWith(' ') && hunk.Inserted.StartsWith(' '))
        {
            previous.Same.Add((" ", " "));
            (hunk.Deleted, hunk.Inserted) = (hunk.Deleted[1..], hunk.Inserted[1..]);
        }
    }

    private static List<DiffPiece> Pieces(List<Hunk> hunks)
    {
        var pieces = new List<DiffPiece>();
        foreach (var hunk in hunks)
        {
            if (hunk.Deleted.Length > 0)
            {
                pieces.Add(new DiffPiece(DiffKind.Deleted, hunk.Deleted));
            }

            if (hunk.Inserted.Length > 0)
            {
                pieces.Add(new DiffPiece(DiffKind.Inserted, hunk.Inserted));
            }

            var plain = new System.Text.StringBuilder();
            void Flush()
            {
                if (plain.Length > 0 && pieces.Count > 0 && pieces[^1] is { Kind: DiffKind.Same, Before: null } last)
                {
                    pieces[^1] = last with { Text = last.Text + plain };
                }
                else if (plain.Length > 0)
                {
                    pieces.Add(new DiffPiece(DiffKind.Same, plain.ToString()));
                }

                plain.Clear();
            }

            foreach (var (was, now) in hunk.Same)
            {
                if (was == now)
                {
                    plain.Append(now);
                }
                else
                {
                    Flush();
                    pieces.Add(new DiffPiece(DiffKind.Same, now) { Before = was });
                }
            }

            Flush();
        }

        return pieces;
    }
}

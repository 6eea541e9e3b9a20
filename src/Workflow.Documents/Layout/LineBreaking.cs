using System.Globalization;
using System.Text;
using Workflow.Domain.Texts;

namespace Workflow.Documents.Layout;

/// <summary>A piece of text that no line break divides, with the spaces after it. Widths in points.</summary>
internal sealed record Piece(string Text, TrueTypeFont Font, double Size, double Width, int Spaces, bool Raised)
{
    public bool SpaceAfter => Spaces > 0;

    public double SpaceWidth => Spaces * Font.Width(" ", Size);

    /// <summary>A line may end after it.</summary>
    public bool MayEnd => SpaceAfter || Text[^1] is '-' or '–' or '\u2010';
}

/// <summary>A line of pieces and its natural width.</summary>
internal sealed record TextLine(IReadOnlyList<Piece> Pieces, double Width, bool IsLast)
{
    /// <summary>The words of the line, as a reader sees them.</summary>
    public string Text => string.Concat(Pieces.Select(piece => piece.Text + (piece.SpaceAfter ? " " : "")));
}

/// <summary>
/// Breaks text into lines as Word does for this kind of paper: greedy, after spaces and after every hyphen or en dash inside a word
/// ("2025-|2030"), without kerning. A word that is wider than the line is cut between two letters, so that nothing leaves the paper.
/// </summary>
internal static class LineBreaking
{
    public static IReadOnlyList<Piece> Pieces(IEnumerable<TextRun> runs, double size, bool bold = false, bool italic = false)
    {
        var pieces = new List<Piece>();
        foreach (var run in runs)
        {
            var text = Printable(run.Text);
            var font = TrueTypeFont.Of(run.Bold || bold, run.Italic || italic);
            var height = run.Superscript ? size * 0.65 : size;
            for (var start = 0; start < text.Length;)
            {
                var end = start;
                while (end < text.Length && text[end] != ' ' && (end == start || text[end - 1] is not ('-' or '–' or '\u2010')))
                {
                    end++;
                }

                var spaces = 0;
                while (end + spaces < text.Length && text[end + spaces] == ' ')
                {
                    spaces++;
                }

                if (end > start)
                {
                    var word = text[start..end];
                    pieces.Add(new Piece(word, font, height, font.Width(word, height), spaces, run.Superscript));
                }
                else if (pieces.Count > 0)
                {
                    pieces[^1] = pieces[^1] with { Spaces = pieces[^1].Spaces + spaces };
                }

                start = end + spaces;
            }
        }

        return pieces;
    }

    /// <summary>Lines of at most <paramref name="width"/> points, the first one shorter by <paramref name="indent"/>.</summary>
    public static IReadOnlyList<TextLine> Lines(IReadOnlyList<Piece> pieces, double width, double indent)
    {
        var lines = new List<TextLine>();
        var line = new List<Piece>();
        double used = 0, space = 0;
        var room = width - indent;
        void End()
        {
            lines.Add(new TextLine(line, used, false));
            (line, used, space, room) = ([], 0, 0, width);
        }

        for (var first = 0; first < pieces.Count;)
        {
            // Words of several styles hold together: a break may only stand where a space or a hyphen allows it.
            var next = first;
            double wide = 0;
            do
            {
                wide += pieces[next].Width;
            }
            while (!pieces[next++].MayEnd && next < pieces.Count);

            if (line.Count > 0 && used + space + wide > room + Tolerance)
            {
                End();
            }

            for (; first < next; first++)
            {
                var piece = pieces[first];
                while (used + space + piece.Width > room + Tolerance && wide > room)
                {
                    var (head, tail) = Cut(piece, room - used - space, line.Count == 0);
                    if (head is null && line.Count == 0)
                    {
                        // A single letter wider than the line.
                        break;
                    }

                    if (head is not null)
                    {
                        line.Add(head);
                        used += space + head.Width;
                    }

                    End();
                    piece = tail;
                }

                used += space + piece.Width;
                space = piece.SpaceWidth;
                line.Add(piece);
            }
        }

        lines.Add(new TextLine(line, used, true));
        return lines;
    }

    /// <summary>Lines of plain text in one style.</summary>
    public static IReadOnlyList<TextLine> Lines(string text, double size, double width, bool bold = false, bool italic = false) =>
        Lines(Pieces([new TextRun(text, bold, italic)], size), width, 0);

    // Word processors sum widths on a coarser grid than ours; a word that fits to the last hundredth does not fit there.
    private const double Tolerance = -0.03;

    private static (Piece? Head, Piece Tail) Cut(Piece piece, double room, bool force)
    {
        var at = 0;
        double width = 0;
        foreach (var rune in piece.Text.EnumerateRunes())
        {
            var advance = piece.Font.Width(rune.ToString(), piece.Size);
            // At least one letter on a line, and one that is left for the next.
            if ((width + advance > room + Tolerance && !(force && at == 0)) || at + rune.Utf16SequenceLength == piece.Text.Length)
            {
                break;
            }

            width += advance;
            at += rune.Utf16SequenceLength;
        }

        return at == 0
            ? (null, piece)
            : (piece with { Text = piece.Text[..at], Width = width, Spaces = 0 }, piece with { Text = piece.Text[at..], Width = piece.Width - width });
    }

    // What has no shape of its own: tabs and breaks become spaces, invisible format characters go.
    private static string Printable(string text)
    {
        var composed = text.Normalize(NormalizationForm.FormC);
        if (!composed.AsSpan().ContainsAnyInRange('\0', '\u001F') && !composed.Any(letter => CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.Format or UnicodeCategory.Control))
        {
            return composed;
        }

        return string.Concat(composed.Where(letter => char.IsWhiteSpace(letter) || CharUnicodeInfo.GetUnicodeCategory(letter) is not (UnicodeCategory.Format or UnicodeCategory.Control))
            .Select(letter => letter is '\t' or '\n' or '\r' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029' ? ' ' : letter));
    }
}

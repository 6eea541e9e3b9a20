using Workflow.Domain.Texts;

namespace Workflow.Documents.Layout;

/// <summary>A piece of text that no line break divides, with the space after it.</summary>
internal sealed record Piece(string Text, TrueTypeFont Font, double Size, double Width, bool SpaceAfter, bool Raised)
{
    public double SpaceWidth => Font.Width(" ", Size);
}

/// <summary>A line of pieces and its natural width.</summary>
internal sealed record TextLine(IReadOnlyList<Piece> Pieces, double Width, bool IsLast);

/// <summary>
/// Breaks text into lines as Word does for this kind of paper: greedy, after spaces and after every hyphen or en dash inside a word
/// ("2025-|2030"), without kerning.
/// </summary>
internal static class LineBreaking
{
    public static IReadOnlyList<Piece> Pieces(IEnumerable<TextRun> runs, double size, bool bold = false, bool italic = false)
    {
        var pieces = new List<Piece>();
        foreach (var run in runs)
        {
            var font = TrueTypeFont.Of(run.Bold || bold, run.Italic || italic);
            var height = run.Superscript ? size * 0.65 : size;
            var start = 0;
            for (var i = 0; i <= run.Text.Length; i++)
            {
                var atEnd = i == run.Text.Length;
                if (!atEnd && run.Text[i] is not (' ' or '-' or '–' or '/'))
                {
                    continue;
                }

                var space = !atEnd && run.Text[i] == ' ';
                if (!atEnd && run.Text[i] == '/')
                {
                    continue;
                }

                var end = atEnd || space ? i : i + 1;
                if (end > start)
                {
                    var text = run.Text[start..end];
                    pieces.Add(new Piece(text, font, height, font.Width(text, height), space, run.Superscript));
                }
                else if (space && pieces.Count > 0)
                {
                    pieces[^1] = pieces[^1] with { SpaceAfter = true };
                }

                start = atEnd ? i : i + 1;
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
        // Words of several styles hold together: a break may only stand where a space or a hyphen allows it.
        for (var i = 0; i < pieces.Count;)
        {
            var last = i;
            while (last + 1 < pieces.Count && !pieces[last].SpaceAfter && !(pieces[last].Text[^1] is '-' or '–'))
            {
                last++;
            }

            var word = pieces.Skip(i).Take(last - i + 1).ToList();
            var wide = word.Sum(piece => piece.Width);
            if (line.Count > 0 && used + space + wide > room + 0.01)
            {
                lines.Add(new TextLine(line, used, false));
                (line, used, space, room) = ([], 0, 0, width);
            }

            used += space + wide;
            line.AddRange(word);
            space = word[^1].SpaceAfter ? word[^1].SpaceWidth : 0;
            i = last + 1;
        }

        lines.Add(new TextLine(line, used, true));
        return lines;
    }
}

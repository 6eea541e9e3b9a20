using Workflow.Domain.Texts;

namespace Workflow.Documents.Layout;

/// <summary>The text: justified paragraphs, headings that stay with what follows, tables, footnotes at the foot of the page.</summary>
internal sealed class BodyBlock(PdfPages pages, LayoutProfile profile)
{
    private const double NotePt = 11;
    private const double NoteLine = 13;

    private readonly List<(Clause Clause, IReadOnlyList<TextLine> Lines)> headings = [];
    private readonly List<(IReadOnlyList<TextLine> Lines, int Page)> notes = [];

    private double Indent => LayoutProfile.Points(profile.IndentMm);

    public void Add(Clause clause)
    {
        switch (clause.Kind)
        {
            case ClauseKind.Heading:
                // A heading waits until it is known where the first lines after it stand.
                headings.Add((clause, Break(clause, true)));
                break;
            case ClauseKind.Paragraph:
                Paragraph(Break(clause, false), pages.Tag("P"));
                break;
            case ClauseKind.Table:
                FlushHeadings(profile.LinePt * 2);
                TableBlock.Draw(pages, profile, clause.Rows!);
                break;
            case ClauseKind.Footnote:
                Footnote(clause);
                break;
            default:
                throw new InvalidOperationException($"unknown kind {clause.Kind}");
        }
    }

    public void Finish()
    {
        FlushHeadings(0);
        DrawNotes();
    }

    private IReadOnlyList<TextLine> Break(Clause clause, bool heading)
    {
        var runs = clause.Label.Length > 0 ? clause.Runs.Prepend(new TextRun(clause.Label + " ", clause.Runs.Count > 0 && clause.Runs[0].Bold)) : clause.Runs;
        var indent = heading && clause.Level == 0 ? 0 : Indent;
        return LineBreaking.Lines(LineBreaking.Pieces(runs, profile.BodyPt, bold: heading), pages.Width, indent);
    }

    private void Paragraph(IReadOnlyList<TextLine> lines, Tagged tag)
    {
        FlushHeadings(profile.BeforePt + (profile.LinePt * Math.Min(2, lines.Count)));
        var gap = pages.AtTop ? 0 : profile.BeforePt;
        var left = lines.Count;
        var index = 0;
        while (left > 0)
        {
            var room = (int)Math.Floor((pages.Bottom - pages.Y - gap + 0.01) / profile.LinePt);
            var take = Math.Min(room, left);
            // Two lines at least on either side of a page break.
            if (take < left && left - take < 2)
            {
                take = left - 2;
            }

            if (take < left && take < 2)
            {
                Break();
                gap = 0;
                continue;
            }

            pages.Y += gap;
            for (var i = 0; i < take; i++, index++)
            {
                Draw(lines[index], index == 0 ? Indent : 0, tag, justify: true);
            }

            left -= take;
            gap = 0;
            if (left > 0)
            {
                Break();
            }
        }
    }

    private void FlushHeadings(double following)
    {
        if (headings.Count == 0)
        {
            return;
        }

        var height = headings.Sum(heading => profile.BeforePt + (profile.LinePt * heading.Lines.Count));
        if (!pages.Fits(height + following) && !pages.AtTop)
        {
            Break();
        }

        foreach (var (clause, lines) in headings)
        {
            pages.Y += pages.AtTop ? 0 : profile.BeforePt;
            pages.Bookmarks.Add((clause.FullText, clause.Level + 1, pages.Page, pages.Y));
            var tag = pages.Tag("H" + Math.Min(6, clause.Level + 2));
            for (var index = 0; index < lines.Count; index++)
            {
                if (clause.Level == 0)
                {
                    pages.Line(lines[index], pages.Left + ((pages.Width - lines[index].Width) / 2), pages.Y, profile.LinePt, tag);
                    pages.Y += profile.LinePt;
                }
                else
                {
                    Draw(lines[index], index == 0 ? Indent : 0, tag, justify: true);
                }
            }
        }

        headings.Clear();
    }

    private void Draw(TextLine line, double indent, Tagged tag, bool justify)
    {
        pages.Line(line, pages.Left + indent, pages.Y, profile.LinePt, tag, justify && !line.IsLast ? pages.Width - indent : null);
        pages.Y += profile.LinePt;
    }

    private void Footnote(Clause clause)
    {
        var runs = clause.Runs.Prepend(new TextRun(clause.Label + " ", Superscript: char.IsAsciiDigit(clause.Label[0])));
        var lines = LineBreaking.Lines(LineBreaking.Pieces(runs, NotePt), pages.Width, 0);
        var height = (lines.Count * NoteLine) + (notes.Count == 0 ? 8 : 0);
        if (!pages.Fits(height))
        {
            Break();
        }

        notes.Add((lines, pages.Page));
        pages.Reserve(height);
    }

    private void Break()
    {
        DrawNotes();
        pages.NewPage();
    }

    private void DrawNotes()
    {
        if (notes.Count == 0)
        {
            return;
        }

        var y = pages.Bottom + 4;
        pages.Rule(pages.Left, y, pages.Width / 3, 0.5);
        y += 4;
        foreach (var (lines, _) in notes)
        {
            var tag = pages.Tag("Note");
            foreach (var line in lines)
            {
                pages.Line(line, pages.Left, y, NoteLine, tag, line.IsLast ? null : pages.Width);
                y += NoteLine;
            }
        }

        notes.Clear();
    }
}

/// <summary>Body tables: equal columns by content, first row repeated on each page, rows never split.</summary>
internal static class TableBlock
{
    private const double Pad = 4;
    private const double Size = 13;
    private const double Line = 16;

    public static void Draw(PdfPages pages, LayoutProfile profile, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var columns = rows.Max(row => row.Count);
        var widths = Widths(rows, columns, pages.Width);
        var cells = rows.Select((row, index) => row.Select((cell, column) => Break(cell, widths[column], index == 0)).ToList()).ToList();
        var table = pages.Tag("Table");
        pages.Y += profile.BeforePt;
        for (var index = 0; index < cells.Count; index++)
        {
            if (!pages.Fits(Height(cells[index])) && !pages.AtTop)
            {
                pages.NewPage();
                if (index > 0)
                {
                    Row(pages, cells[0], widths, table, "TH");
                }
            }

            Row(pages, cells[index], widths, table, index == 0 ? "TH" : "TD");
        }

        pages.Y += profile.BeforePt;
    }

    private static void Row(PdfPages pages, List<List<TextLine>> row, double[] widths, Tagged table, string role)
    {
        var tag = pages.Tag("TR", table);
        var height = Height(row);
        var x = pages.Left;
        for (var column = 0; column < widths.Length; column++)
        {
            pages.Box(x, pages.Y, widths[column], height);
            if (column < row.Count)
            {
                var cell = pages.Tag(role, tag);
                var y = pages.Y + 2;
                foreach (var line in row[column])
                {
                    pages.Line(line, x + Pad + (role == "TH" ? (widths[column] - (2 * Pad) - line.Width) / 2 : 0), y, Line, cell);
                    y += Line;
                }
            }

            x += widths[column];
        }

        pages.Y += height;
    }

    private static double Height(List<List<TextLine>> row) => (row.Max(cell => cell.Count) * Line) + 5;

    private static List<TextLine> Break(string cell, double width, bool bold) =>
        [.. cell.Split('\n').SelectMany(paragraph => LineBreaking.Lines(LineBreaking.Pieces([new TextRun(paragraph, bold)], Size), width - (2 * Pad), 0))];

    private static double[] Widths(IReadOnlyList<IReadOnlyList<string>> rows, int columns, double total)
    {
        // Columns share the width by the length of their texts, within reason.
        var weights = Enumerable.Range(0, columns).Select(column => Math.Clamp(rows.Where(row => column < row.Count).Average(row => row[column].Length), 4, 60)).ToArray();
        return [.. weights.Select(weight => total * weight / weights.Sum())];
    }
}

using Workflow.Domain.Layouts;

namespace Workflow.Documents.Layout;

/// <summary>Body tables: the first row is repeated on each page; a row is split only when it is higher than a page.</summary>
internal sealed class TableBlock
{
    private readonly PdfPages pages;
    private readonly Action turn;
    private readonly double[] widths;
    private readonly bool[] centred;
    private readonly Tagged table;
    private readonly CellType type;
    private readonly bool repeats;

    private TableBlock(PdfPages pages, IReadOnlyList<IReadOnlyList<string>> rows, Action turn, IEnumerable<int> twips, CellType type, bool repeats)
    {
        this.repeats = repeats;
        this.pages = pages;
        this.turn = turn;
        this.type = type;
        widths = [.. twips.Select(width => width / 20.0)];
        centred = TableColumns.Centred(rows);
        table = pages.Tag("Table");
    }

    /// <summary>Draws the table; <paramref name="turn"/> turns the page.</summary>
    public static void Draw(PdfPages pages, LayoutProfile profile, IReadOnlyList<IReadOnlyList<string>> rows, Action turn) =>
        Draw(pages, profile, rows, turn, TableColumns.Widths(rows, WordFile.Twips(pages.Width), profile.TablePt), CellType.OfText(profile));

    /// <summary>Draws the table with the given widths of its columns, in twips.</summary>
    public static void Draw(PdfPages pages, LayoutProfile profile, IReadOnlyList<IReadOnlyList<string>> rows, Action turn, IEnumerable<int> twips, CellType type)
    {
        var block = new TableBlock(pages, rows, turn, twips, type, profile.RepeatsTableHead);
        pages.Y += pages.AtTop ? 0 : profile.BeforePt;
        block.Draw(rows);
        pages.Y += profile.BeforePt;
    }

    private void Draw(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        List<List<List<TextLine>>> broken = [.. rows.Select((row, index) => row.Select((cell, column) => Break(cell, column, index == 0)).ToList())];
        foreach (var (index, row) in broken.Index())
        {
            var cells = row;
            // The header does not stand alone at the foot of a page.
            if (!pages.Fits(Least(cells) + (index == 0 && broken.Count > 1 ? Least(broken[1]) : 0)) && !pages.AtTop)
            {
                Turn(index > 0 ? broken[0] : []);
            }

            while (!pages.Fits(Height(cells)) && LinesThatFit() is var lines && cells.Exists(cell => cell.Count > lines))
            {
                Row([.. cells.Select(cell => cell.Take(lines).ToList())], index == 0);
                cells = [.. cells.Select(cell => cell.Skip(lines).ToList())];
                Turn(index > 0 ? broken[0] : []);
            }

            Row(cells, index == 0);
        }
    }

    // What must find room on this page: the whole row, or two lines of one that no page holds.
    private double Least(List<List<TextLine>> row) => Height(row) is var height && height > pages.WholeHeight * 0.9 ? (2 * type.LinePt) + TableColumns.Above + TableColumns.Below : height;

    private void Turn(List<List<TextLine>> header)
    {
        turn();
        // A header that eats the page is not repeated.
        if (repeats && header.Count > 0 && Height(header) < pages.Room / 3)
        {
            Row(header, true, repeated: true);
        }
    }

    private int LinesThatFit() => Math.Max(1, (int)((pages.Room - TableColumns.Above - TableColumns.Below) / type.LinePt));

    private void Row(List<List<TextLine>> row, bool head, bool repeated = false)
    {
        // A repeated row is read once, where it stands first.
        var tag = repeated ? Tagged.Artifact : pages.Tag("TR", table);
        var height = Height(row);
        var x = pages.Left;
        for (var column = 0; column < widths.Length; column++)
        {
            pages.Box(x, pages.Y, widths[column], height);
            if (column < row.Count)
            {
                var cell = pages.Tag(head ? "TH" : "TD", tag);
                var y = pages.Y + TableColumns.Above;
                foreach (var line in row[column])
                {
                    var inset = head || centred[column] ? (widths[column] - (2 * TableColumns.Pad) - line.Width) / 2 : 0;
                    pages.Line(line, x + TableColumns.Pad + inset, y, type.LinePt, cell);
                    y += type.LinePt;
                }
            }

            x += widths[column];
        }

        pages.Y += height;
    }

    private double Height(List<List<TextLine>> row) =>
        (Math.Max(1, row.Count == 0 ? 1 : row.Max(cell => cell.Count)) * type.LinePt) + TableColumns.Above + TableColumns.Below;

    private List<TextLine> Break(string cell, int column, bool bold) =>
        [.. cell.Split('\n').SelectMany(line => LineBreaking.Lines(line, type.Size, widths[column] - (2 * TableColumns.Pad), bold))];
}

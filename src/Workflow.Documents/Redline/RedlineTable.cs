using System.Text;
using Workflow.Documents.Layout;
using Workflow.Domain.Texts;

namespace Workflow.Documents.Redline;

/// <summary>A table with tracked rows, and tracked words in the cells of rows that go on.</summary>
internal static class RedlineTable
{
    private const double CellPt = 13;
    private const double CellLinePt = 16;

    /// <summary>Writes it; no rows on one side make a table that came or went.</summary>
    public static string Of(IReadOnlyList<IReadOnlyList<string>> before, IReadOnlyList<IReadOnlyList<string>> after, TrackedMarkup markup, int width)
    {
        var columns = Math.Max(1, before.Concat(after).Max(row => row.Count));
        var table = new StringBuilder($"<w:tbl><w:tblPr><w:tblW w:w=\"{width}\" w:type=\"dxa\"/><w:tblBorders>");
        foreach (var side in new[] { "top", "left", "bottom", "right", "insideH", "insideV" })
        {
            table.Append("<w:" + side + " w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>");
        }

        table.Append("</w:tblBorders><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>").Insert(table.Length, $"<w:gridCol w:w=\"{width / columns}\"/>", columns).Append("</w:tblGrid>");
        foreach (var (was, now) in Rows(before, after))
        {
            var fate = was is null ? DiffKind.Inserted : now is null ? DiffKind.Deleted : DiffKind.Same;
            var first = ReferenceEquals(now ?? was, (now is null ? before : after)[0]);
            table.Append("<w:tr><w:trPr><w:cantSplit/>").Append(markup.Row(fate)).Append("</w:trPr>");
            var count = (now ?? was)!.Count;
            for (var column = 0; column < count; column++)
            {
                var span = column == count - 1 ? columns - count + 1 : 1;
                table.Append("<w:tc><w:tcPr><w:tcW w:w=\"").Append(width / columns * span).Append("\" w:type=\"dxa\"/>").Append(span > 1 ? $"<w:gridSpan w:val=\"{span}\"/>" : "").Append("</w:tcPr>")
                    .Append(Cell(was?[column] ?? "", now?[column] ?? "", fate, first, markup)).Append("</w:tc>");
            }

            table.Append("</w:tr>");
        }

        return table.Append("</w:tbl>").ToString();
    }

    private static string Cell(string was, string now, DiffKind fate, bool header, TrackedMarkup markup)
    {
        var parts = RedlinePieces.Cut(WordDiff.Compare(was, now), new RunCursor([new TextRun(was)]), new RunCursor([new TextRun(now)]));
        return string.Concat(RedlinePieces.Paragraphs(parts, fate).Select(paragraph => WordFile.Paragraph(
            string.Concat(paragraph.Runs.Select(part => markup.Runs(part.Kind, WordFile.Runs(part.Runs, CellPt, header)))),
            header ? "center" : "left",
            line: CellLinePt,
            mark: markup.ParagraphEnd(paragraph.End))));
    }

    // Rows go on in each other as clauses do; only rows of the same width are compared cell by cell.
    private static List<(IReadOnlyList<string>? Was, IReadOnlyList<string>? Now)> Rows(IReadOnlyList<IReadOnlyList<string>> before, IReadOnlyList<IReadOnlyList<string>> after)
    {
        static List<Clause> Lines(IReadOnlyList<IReadOnlyList<string>> rows) => [.. rows.Select(row => new Clause("", ClauseKind.Paragraph, 0, "", [new TextRun(string.Join('\t', row))]))];
        var rows = new List<(IReadOnlyList<string>?, IReadOnlyList<string>?)>();
        int i = 0, j = 0;
        foreach (var (x, y) in Alignment.Of(Lines(before), Lines(after), idsCount: false).Pairs.Where(pair => before[pair.Before].Count == after[pair.After].Count).Append((before.Count, after.Count)))
        {
            rows.AddRange(before.Skip(i).Take(x - i).Select(row => ((IReadOnlyList<string>?)row, (IReadOnlyList<string>?)null)));
            rows.AddRange(after.Skip(j).Take(y - j).Select(row => ((IReadOnlyList<string>?)null, (IReadOnlyList<string>?)row)));
            if (x < before.Count)
            {
                rows.Add((before[x], after[y]));
            }

            (i, j) = (x + 1, y + 1);
        }

        return rows;
    }
}

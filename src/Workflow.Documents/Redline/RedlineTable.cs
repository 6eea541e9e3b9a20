using System.Text;
using Workflow.Documents.Layout;
using Workflow.Domain.Texts;

namespace Workflow.Documents.Redline;

/// <summary>A table with tracked rows, and tracked words in the cells of rows that go on.</summary>
internal static class RedlineTable
{
    private const double CellPt = 13;
    private const double CellLinePt = 16;

    /// <summary>Writes it; no table on one side makes one that came or went.</summary>
    public static string Of(Clause? was, Clause? now, string bookmark, TrackedMarkup markup, RedlineMarks marks, int width)
    {
        var (before, after) = (was?.Rows ?? [], now?.Rows ?? []);
        var (olds, news) = (was is null ? [] : marks.Of(true, [was]), now is null ? [] : marks.Of(false, [now]));
        var (placesBefore, placesAfter) = (Places(was), Places(now));
        var columns = Math.Max(1, before.Concat(after).Max(row => row.Count));
        var table = new StringBuilder($"<w:tbl><w:tblPr><w:tblW w:w=\"{width}\" w:type=\"dxa\"/><w:tblBorders>");
        foreach (var side in new[] { "top", "left", "bottom", "right", "insideH", "insideV" })
        {
            table.Append("<w:" + side + " w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>");
        }

        table.Append("</w:tblBorders><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>").Insert(table.Length, $"<w:gridCol w:w=\"{width / columns}\"/>", columns).Append("</w:tblGrid>");
        foreach (var (oldRow, newRow) in Rows(before, after))
        {
            var fate = oldRow is null ? DiffKind.Inserted : newRow is null ? DiffKind.Deleted : DiffKind.Same;
            var first = ReferenceEquals(newRow ?? oldRow, (newRow is null ? before : after)[0]);
            table.Append("<w:tr><w:trPr><w:cantSplit/>").Append(markup.Row(fate)).Append("</w:trPr>");
            // In the first cell of the table as it will be.
            var mark = newRow is not null && ReferenceEquals(newRow, after[0]) ? bookmark : "";
            var count = (newRow ?? oldRow)!.Count;
            for (var column = 0; column < count; column++)
            {
                var span = column == count - 1 ? columns - count + 1 : 1;
                table.Append("<w:tc><w:tcPr><w:tcW w:w=\"").Append(width / columns * span).Append("\" w:type=\"dxa\"/>").Append(span > 1 ? $"<w:gridSpan w:val=\"{span}\"/>" : "").Append("</w:tcPr>")
                    .Append(Cell(column == 0 ? mark : "", oldRow?[column] ?? "", newRow?[column] ?? "", fate, first, markup, [.. Here(olds, oldRow, placesBefore, column), .. Here(news, newRow, placesAfter, column)])).Append("</w:tc>");
            }

            table.Append("</w:tr>");
        }

        return table.Append("</w:tbl>").ToString();
    }

    private static string Cell(string bookmark, string was, string now, DiffKind fate, bool header, TrackedMarkup markup, List<RedlineMark> marks)
    {
        var parts = RedlineMarks.Put(RedlinePieces.Cut(WordDiff.Compare(was, now), new RunCursor([new TextRun(was)]), new RunCursor([new TextRun(now)])), marks, markup);
        return string.Concat(RedlinePieces.Paragraphs(parts, fate).Select((paragraph, index) => WordFile.Paragraph(
            (index == 0 ? bookmark : "") + string.Concat(paragraph.Runs.Select(part => part.Mark ?? markup.Runs(part.Kind, WordFile.Runs(part.Runs, CellPt, header)))),
            header ? "center" : "left",
            line: CellLinePt,
            mark: markup.ParagraphEnd(paragraph.End))));
    }

    // Where each row begins in the text of the table.
    private static Dictionary<IReadOnlyList<string>, int> Places(Clause? table)
    {
        var places = new Dictionary<IReadOnlyList<string>, int>(ReferenceEqualityComparer.Instance);
        var at = table is null ? 0 : table.FullText.Length - table.Text.Length;
        foreach (var row in table?.Rows ?? [])
        {
            places[row] = at;
            at += row.Sum(cell => cell.Length + 1);
        }

        return places;
    }

    private static IEnumerable<RedlineMark> Here(List<RedlineMark> marks, IReadOnlyList<string>? row, Dictionary<IReadOnlyList<string>, int> places, int column) => row is null ? []
        : marks.Select(mark => mark.Within(places[row] + row.Take(column).Sum(cell => cell.Length + 1), row[column].Length)).OfType<RedlineMark>();

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

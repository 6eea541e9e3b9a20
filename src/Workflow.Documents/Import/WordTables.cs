using System.Globalization;
using System.Xml.Linq;

namespace Workflow.Documents.Import;

/// <summary>Rows and cells of a table with every cell at its own column, whatever is merged, wrapped in controls or changed.</summary>
internal static class WordTables
{
    private const int MostColumns = 60;
    private static readonly XNamespace W = WordReader.W;

    /// <summary>Cells of each row that is there; null stands for a place that a merged cell covers.</summary>
    public static List<List<XElement?>> Cells(XElement table, WordChanges changes)
    {
        var rows = new List<List<XElement?>>();
        foreach (var row in Within(table, "tr").Where(row => !changes.IsGone(row.Element(W + "trPr"))))
        {
            var cells = new List<XElement?>(Enumerable.Repeat<XElement?>(null, Span(row.Element(W + "trPr"), "gridBefore", 0)));
            foreach (var cell in Within(row, "tc").Where(cell => !changes.IsGone(cell.Element(W + "tcPr"))))
            {
                var properties = cell.Element(W + "tcPr");
                cells.Add(cell);
                cells.AddRange(Enumerable.Repeat<XElement?>(null, Span(properties, "gridSpan", 1) - 1));
            }

            rows.Add(cells);
        }

        return rows;
    }

    /// <summary>Whether cells are merged, across or down.</summary>
    public static bool IsMerged(XElement table) => Within(table, "tr").SelectMany(row => Within(row, "tc")).Select(cell => cell.Element(W + "tcPr"))
        .Any(properties => Span(properties, "gridSpan", 1) > 1 || properties?.Element(W + "vMerge") is not null);

    // Controls, tags and inserted rows may stand between a table and its rows, a row and its cells.
    private static IEnumerable<XElement> Within(XElement parent, string name) => parent.Elements().SelectMany(one =>
        one.Name == W + name ? [one]
        : one.Name.LocalName is "sdt" or "sdtContent" or "customXml" or "smartTag" or "ins" or "moveTo" ? Within(one, name)
        : []);

    private static int Span(XElement? properties, string name, int least) =>
        int.TryParse((string?)properties?.Element(W + name)?.Attribute(W + "val"), NumberStyles.None, CultureInfo.InvariantCulture, out var span) ? Math.Clamp(span, least, MostColumns) : least;
}

using Workflow.Domain.Texts;

namespace Workflow.Documents.Import;

/// <summary>Tells tables that only place words side by side (header, recipients and signature) from tables of the text.</summary>
internal static class LayoutTable
{
    private const int MostColumns = 4;
    private const int Early = 6;

    /// <summary>Whether a table holds a header or a signature, or is no more than a frame around paragraphs.</summary>
    /// <param name="rows">Its cells.</param>
    /// <param name="before">How many blocks stand before it.</param>
    public static bool Is(IReadOnlyList<List<List<SourceBlock>>> rows, int before)
    {
        var columns = rows.Count == 0 ? 0 : rows.Max(row => row.Count);
        if (columns == 1 && rows.Count <= 2)
        {
            return true;
        }

        return columns <= MostColumns && rows.SelectMany(row => row).SelectMany(cell => cell).SelectMany(Lines).Any(line => IsMark(line) || (before < Early && HeaderZone.Names(SourceBlock.Of(line))));
    }

    /// <summary>Lines of a paragraph; a table inside a cell gives its cells one after the other.</summary>
    public static IEnumerable<string> Lines(SourceBlock block) =>
        block.Cells is { } cells ? cells.SelectMany(row => row.SelectMany(cell => cell)) : block.Line.Length > 0 ? [block.Line] : [];

    private static bool IsMark(string line) => Folding.Fold(line) is var folded
        && (folded == "dang cong san viet nam" || TailZone.IsRecipientsHeading(line) || (Joining.IsCapitals(line) && TailZone.IsAuthority(line)));
}

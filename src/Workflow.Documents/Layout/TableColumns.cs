using Workflow.Domain.Layouts;

namespace Workflow.Documents.Layout;

/// <summary>Type size and line height in the cells of a table, points.</summary>
internal sealed record CellType(double Size, double LinePt)
{
    /// <summary>Of the tables of a text.</summary>
    public static CellType OfText(LayoutProfile profile) => new(profile.TablePt, profile.TableLinePt);

    /// <summary>Of the tables of office papers, which hold whole paragraphs.</summary>
    public static CellType OfPapers { get; } = new(12, 15);
}

/// <summary>How a body table shares the width of the text among its columns; the same for both papers.</summary>
internal static class TableColumns
{
    /// <summary>Room left and right of the text of a cell, points.</summary>
    public const double Pad = 4;

    /// <summary>Room above and below the text of a row, points.</summary>
    public const double Above = 2;
    public const double Below = 3;

    /// <summary>
    /// Widths in twips; their sum is <paramref name="total"/>. Each column gets the width of its longest word; then the narrow ones get
    /// what keeps their texts on one line, and the wide ones share the rest alike.
    /// </summary>
    public static int[] Widths(IReadOnlyList<IReadOnlyList<string>> rows, int total, double size)
    {
        var columns = Math.Max(1, rows.Max(row => row.Count));
        var least = new double[columns];
        var wanted = new double[columns];
        foreach (var (index, row) in rows.Index())
        {
            var font = TrueTypeFont.Of(index == 0, false);
            for (var column = 0; column < row.Count; column++)
            {
                foreach (var line in row[column].Split('\n'))
                {
                    wanted[column] = Math.Max(wanted[column], font.Width(line, size));
                    least[column] = Math.Max(least[column], line.Split(' ', '-', '–').Max(word => font.Width(word, size)));
                }
            }
        }

        // Room inside the cell, and a little more, so that a word that just fits does not break.
        const double padding = (2 * Pad) + 2;
        var width = total / 20.0;
        least = [.. least.Select(one => Math.Min(one + padding, Math.Max(width / columns, 0.4 * width)))];
        wanted = [.. wanted.Select((one, column) => Math.Max(least[column], Math.Min(one + padding, width)))];
        var shares = Share(least, wanted, width);
        int[] twips = [.. shares.Select(share => (int)Math.Floor(share * 20))];
        twips[^1] += total - twips.Sum();
        return twips;
    }

    private static IEnumerable<double> Share(double[] least, double[] wanted, double width)
    {
        if (least.Sum() >= width || wanted.Sum() <= width)
        {
            var basis = least.Sum() >= width ? least : wanted;
            return basis.Select(one => one * width / basis.Sum());
        }

        // The level to which the columns are filled.
        double low = 0, high = width;
        IEnumerable<double> At(double level) => wanted.Select((want, column) => Math.Min(want, Math.Max(least[column], level)));
        for (var round = 0; round < 40; round++)
        {
            var middle = (low + high) / 2;
            (low, high) = At(middle).Sum() <= width ? (middle, high) : (low, middle);
        }

        return At(low);
    }

    /// <summary>A column of figures and short marks is centred.</summary>
    public static bool[] Centred(IReadOnlyList<IReadOnlyList<string>> rows) =>
        [.. Enumerable.Range(0, Math.Max(1, rows.Max(row => row.Count))).Select(column => rows.Skip(1).All(row => column >= row.Count || (row[column].Length <= 12 && !row[column].Contains(' ', StringComparison.Ordinal))))];
}

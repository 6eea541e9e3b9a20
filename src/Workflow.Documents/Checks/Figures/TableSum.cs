using System.Text.RegularExpressions;

namespace Workflow.Documents.Checks.Figures;

/// <summary>The last row of a table that says "Tổng cộng" and is not the sum of the rows above it, column by column.</summary>
internal sealed partial class TableSum : ICheck
{
    private const int FewestRows = 2;

    public string Key => "figures.table-sum";

    public IEnumerable<Finding> Look(CheckedText text)
    {
        foreach (var table in text.Passages.Where(passage => passage.Clause.Rows is not null).GroupBy(passage => passage.Clause))
        {
            var rows = table.Key.Rows!;
            var passages = table.ToList();
            for (var last = 0; last < rows.Count; last++)
            {
                if (!rows[last].Take(2).Any(cell => Total().IsMatch(cell)))
                {
                    continue;
                }

                // Rows since the head of the table; a row of its own kind ("Trong đó") makes the sum unclear.
                var above = Enumerable.Range(0, last).Where(row => rows[row].Any(cell => Amount.Read(cell.Trim()) is not null) && !rows[row].All(cell => Count().IsMatch(cell) || cell.Length == 0)).ToList();
                if (above.Count < FewestRows || above.Exists(row => rows[row].Take(2).Any(cell => Part().IsMatch(cell) || Total().IsMatch(cell))))
                {
                    continue;
                }

                for (var column = 1; column < rows[last].Count; column++)
                {
                    var cells = above.Select(row => column < rows[row].Count ? Amount.Read(rows[row][column].Trim()) : null).ToList();
                    if (Amount.Read(rows[last][column].Trim()) is { } stated && cells.TrueForAll(cell => cell is not null) && cells.Sum() is { } sum && sum != stated && !IsShare(rows, column) && passages[last].Text.LastIndexOf(rows[last][column], StringComparison.Ordinal) is >= 0 and var at)
                    {
                        yield return text.On("ARITHMETIC_SUM", Severity.Error, passages[last], at, rows[last][column].Length, $"Cột {column + 1} của bảng: các dòng cộng lại là {Amount.Write(sum)}, dòng tổng ghi {rows[last][column].Trim()}.", Amount.Write(sum));
                    }
                }
            }
        }
    }

    // Percentages, averages and years are not added up.
    private static bool IsShare(IReadOnlyList<IReadOnlyList<string>> rows, int column) => column < rows[0].Count && Share().IsMatch(rows[0][column]);

    [GeneratedRegex(@"^\s*(?:Tổng(?: cộng| số)?|Cộng|TỔNG(?: CỘNG| SỐ)?|CỘNG)\s*:?\s*$")]
    private static partial Regex Total();

    [GeneratedRegex(@"[Tt]rong đó|[Cc]hia ra|^\s*[IVX]+\.?\s*$")]
    private static partial Regex Part();

    [GeneratedRegex(@"^\s*\(?\d{1,2}\)?\s*$")]
    private static partial Regex Count();

    [GeneratedRegex(@"%|[Tt]ỷ lệ|[Bb]ình quân|[Tt]rung bình|[Nn]ăng suất|[Nn]ăm|^\s*(?:STT|TT|Stt)")]
    private static partial Regex Share();
}

using System.Text.RegularExpressions;
using Workflow.Domain.Texts;

namespace Workflow.Documents.Reading;

/// <summary>Reads a table of targets: a name, a unit and the figure in the column of the plan; columns of what was reached are left alone.</summary>
internal static partial class TargetTable
{
    /// <summary>Targets of a table.</summary>
    /// <param name="clauseId">Its clause.</param>
    /// <param name="rows">Its cells.</param>
    /// <param name="announced">Whether it stands in a section that sets targets; otherwise its own head must say so.</param>
    public static IEnumerable<FoundTarget> Read(string clauseId, IReadOnlyList<IReadOnlyList<string>> rows, bool announced)
    {
        var head = rows.Count > 1 && !rows[0].Any(cell => Figure().IsMatch(cell.Trim())) ? rows[0].Select(Folding.Fold).ToList() : null;
        var planned = head?.FindLastIndex(cell => Plan().IsMatch(cell) && !Done().IsMatch(cell) && !Name().IsMatch(cell)) ?? -1;
        if (!announced && (planned < 0 || !head!.Exists(cell => Name().IsMatch(cell))))
        {
            yield break;
        }

        var unitColumn = head?.FindIndex(cell => UnitHead().IsMatch(cell)) ?? -1;
        var area = default(string);
        foreach (var row in rows.Skip(head is null ? 0 : 1))
        {
            var name = row.FirstOrDefault(cell => cell.Count(char.IsLetter) > 3)?.Trim();
            var figures = Enumerable.Range(0, row.Count).Where(index => Figure().IsMatch(row[index].Trim()) && !(index == 0 && Ordinal().IsMatch(row[0].Trim())) && !(head is not null && index < head.Count && Done().IsMatch(head[index]))).ToList();
            var at = figures.Contains(planned) ? planned : planned >= 0 || figures.Count == 0 ? -1 : figures[^1];
            if (name is null || at < 0 || Measures.In(row[at].Trim()).FirstOrDefault() is not { } measure)
            {
                area = name is not null && figures.Count == 0 ? name.Trim(' ', ':').ToLowerInvariant() : area;
                continue;
            }

            var unit = measure.Unit.Length > 0 ? measure.Unit
                : unitColumn >= 0 && unitColumn < row.Count ? row[unitColumn].Trim()
                : row.SkipWhile(cell => cell.Trim() != name).Skip(1).FirstOrDefault(cell => cell.Any(char.IsLetter) || cell.Trim() == "%")?.Trim() ?? "";
            yield return new FoundTarget(clauseId, name, Comparisons.Of(row[at].Trim(), measure), measure.Low, measure.High, unit, string.Join(" | ", row.Select(cell => cell.Trim())))
            {
                Change = Comparisons.Change(name),
                Area = area,
                OutOf = measure.OutOf,
            };
        }
    }

    [GeneratedRegex(@"^[≥≤<>]?=?\s*(?:(?:trên|dưới|từ|ít nhất|tối thiểu|không quá|tối đa|khoảng)\s+)?\d[\d.,]*\s*(?:[-–]\s*\d[\d.,]*)?\s*(?:/\s*\d+)?\s*%?(?: trở (?:lên|xuống))?$", RegexOptions.IgnoreCase)]
    private static partial Regex Figure();

    [GeneratedRegex(@"^(?:\d{1,2}|[IVX]{1,4})\.?$")]
    private static partial Regex Ordinal();

    [GeneratedRegex(@"\b(?:ke hoach|muc tieu|phan dau|chi tieu (?:giao|nam|phan dau|ke hoach)|nam 20\d\d|giao)\b")]
    private static partial Regex Plan();

    [GeneratedRegex(@"\b(?:thuc hien|uoc|ket qua|dat duoc|ghi chu|cung ky|so voi|so sanh)\b")]
    private static partial Regex Done();

    [GeneratedRegex(@"^(?:ten |noi dung )?chi tieu$|^(?:noi dung|danh muc|chi tieu chu yeu|ten chi tieu|cac chi tieu)")]
    private static partial Regex Name();

    [GeneratedRegex(@"\b(?:don vi|dvt|dv)\b")]
    private static partial Regex UnitHead();
}

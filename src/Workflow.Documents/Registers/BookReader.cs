using System.Globalization;
using System.Text.RegularExpressions;
using Workflow.Domain.Texts;

namespace Workflow.Documents.Registers;

/// <summary>A line of an older register as its row says it.</summary>
/// <param name="Row">Row of the sheet, as the spreadsheet counts.</param>
/// <param name="Symbol">"NQ/ĐU".</param>
/// <param name="Problem">Why it cannot be taken over, or null.</param>
public sealed record BookLine(int Row, int Number, string Symbol, string TypeKey, DateOnly? Date, string Subject, string Signer, string Recipients, string Note, string? Problem);

/// <summary>An older register, or why nothing of it can be read.</summary>
/// <param name="Columns">Which column was taken for what, in words.</param>
public sealed record Book(string SheetName, IReadOnlyList<string> Columns, IReadOnlyList<BookLine> Lines, string? Problem);

/// <summary>
/// Finds a register of issued documents (sổ văn bản đi) in a spreadsheet: the row of headings within the first thirty, the columns by their headings
/// whatever their order, "Số, ký hiệu" as one column or as two.
/// </summary>
public static partial class BookReader
{
    private const int HeadingsWithin = 30;

    private static readonly (string Key, string Words, string[] Headings)[] Known =
    [
        ("symbol", "Số, ký hiệu", ["so ky hieu", "so va ky hieu", "so ky hieu van ban", "so hieu", "so ky hieu vb", "so van ban"]),
        ("number", "Số", ["so", "so vb", "stt van ban", "so di"]),
        ("code", "Ký hiệu", ["ky hieu", "ky hieu van ban"]),
        ("date", "Ngày", ["ngay thang", "ngay", "ngay ban hanh", "ngay van ban", "ngay thang van ban", "ngay thang nam", "ngay thang nam van ban", "ngay ky", "ngay thang ban hanh"]),
        ("subject", "Trích yếu", ["trich yeu", "ten loai va trich yeu", "ten loai va trich yeu noi dung", "trich yeu noi dung", "ten loai trich yeu noi dung van ban", "ten loai va trich yeu noi dung van ban", "noi dung", "trich yeu van ban", "noi dung trich yeu"]),
        ("kind", "Loại văn bản", ["loai", "loai van ban", "ten loai", "ten loai van ban"]),
        ("signer", "Người ký", ["nguoi ky", "ho ten nguoi ky", "nguoi ky van ban"]),
        ("recipients", "Nơi nhận", ["noi nhan", "noi nhan van ban", "don vi nhan"]),
        ("note", "Ghi chú", ["ghi chu"]),
    ];

    /// <summary>Reads the file; what is wrong stands at its line.</summary>
    public static Book Read(ReadOnlyMemory<byte> file, CancellationToken ct = default)
    {
        var sheet = SheetReader.Read(file, ct);
        if (sheet.Problem is { } problem)
        {
            return new("", [], [], problem);
        }

        foreach (var (index, row) in sheet.Rows.Take(HeadingsWithin).Index())
        {
            var columns = Columns(row);
            if (columns.ContainsKey("subject") && (columns.ContainsKey("symbol") || (columns.ContainsKey("number") && columns.ContainsKey("code"))))
            {
                var found = Known.Where(one => columns.ContainsKey(one.Key)).Select(one => $"{one.Words}: cột “{row.Cells[columns[one.Key]]}”").ToList();
                // A row that only counts the columns (1, 2, 3 …) stands under many printed headings.
                return new(sheet.Name, found, [.. sheet.Rows.Skip(index + 1).Where(line => !Counts(line)).Select(line => Line(line, columns)).OfType<BookLine>()], null);
            }
        }

        return new(sheet.Name, [], [], $"Không thấy dòng tiêu đề của sổ trong {HeadingsWithin} dòng đầu của trang tính “{sheet.Name}”. Sổ cần có cột “Số, ký hiệu” (hoặc hai cột “Số” và “Ký hiệu”) và cột “Trích yếu”; nên có “Ngày”, “Người ký”, “Nơi nhận”.");
    }

    private static Dictionary<string, int> Columns(SheetRow row)
    {
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (index, cell) in row.Cells.Index())
        {
            var heading = Folding.Fold(cell).Trim();
            foreach (var (key, _, _) in Known.Where(one => one.Headings.Contains(heading)))
            {
                columns.TryAdd(key, index);
            }
        }

        return columns;
    }

    private static bool Counts(SheetRow row)
    {
        var filled = row.Cells.Where(cell => cell.Length > 0).ToList();
        return filled.Count > 2 && filled.Index().All(one => one.Item == (one.Index + 1).ToString(CultureInfo.InvariantCulture) || one.Item == $"({one.Index + 1})");
    }

    // A row without number, code and subject is an empty line of the form.
    private static BookLine? Line(SheetRow row, Dictionary<string, int> columns)
    {
        string Cell(string key) => columns.TryGetValue(key, out var index) && index < row.Cells.Count ? row.Cells[index] : "";
        var (whole, subject, kind) = (columns.ContainsKey("symbol") ? Cell("symbol") : $"{Cell("number")}-{Cell("code")}", Cell("subject"), Cell("kind"));
        if (whole.Trim('-').Length == 0 && subject.Length == 0)
        {
            return null;
        }

        var date = Day(Cell("date"));
        var match = Symbol().Match(whole);
        BookLine Wrong(string problem) => new(row.Number, 0, "", "", date, subject, Cell("signer"), Cell("recipients"), Cell("note"), problem);
        if (!match.Success || !int.TryParse(match.Groups["number"].Value, CultureInfo.InvariantCulture, out var number) || number is < 1 or > Domain.Issuing.NumberSeries.Highest)
        {
            return Wrong($"Không đọc được số, ký hiệu “{whole}”; cần dạng 07-NQ/ĐU.");
        }

        var abbreviation = match.Groups["type"].Value;
        if (TypeOf(abbreviation, kind.Length > 0 ? kind : subject) is not { } type)
        {
            return Wrong($"Ký hiệu “{abbreviation}” không phải loại văn bản nào của Đảng ủy xã.");
        }

        var problem = subject.Length == 0 ? "Thiếu trích yếu."
            : date is null ? Cell("date").Length == 0 ? "Thiếu ngày văn bản." : $"Không đọc được ngày “{Cell("date")}”; cần dạng 26/05/2025."
            : null;
        return new(row.Number, number, $"{type.Abbreviation}/{match.Groups["organization"].Value.ToUpperInvariant()}", type.Key, date, Bare(type, subject), Cell("signer"), Cell("recipients"), Cell("note"), problem);
    }

    // Two kinds have the abbreviation QĐ; the words tell which, otherwise the usual one.
    private static DocumentType? TypeOf(string abbreviation, string words)
    {
        var types = DocumentType.All.Where(type => string.Equals(type.Abbreviation, abbreviation, StringComparison.OrdinalIgnoreCase)).ToList();
        return types.Find(type => Folding.Fold(words).StartsWith(Folding.Fold(type.Name), StringComparison.Ordinal)) ?? types.FirstOrDefault();
    }

    // "Nghị quyết về …" in the column is the kind and the subject.
    private static string Bare(DocumentType type, string subject) =>
        subject.StartsWith(type.Name + " ", StringComparison.OrdinalIgnoreCase) && subject[(type.Name.Length + 1)..].Trim() is { Length: > 0 } rest ? char.ToUpperInvariant(rest[0]) + rest[1..] : subject;

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, ["yyyy-MM-dd", "d/M/yyyy", "d-M-yyyy", "d.M.yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1930 and < 2200 ? day : null;

    [GeneratedRegex(@"^\s*(?:Số\s*:?\s*)?(?<number>\d{1,6})\s*[-–]?\s*(?<type>[A-Za-zĐđ]{2,4})\s*[/\\]\s*(?<organization>[\p{L}\d]{1,12}(?:[-/][\p{L}\d]{1,12})?)\s*$")]
    private static partial Regex Symbol();
}

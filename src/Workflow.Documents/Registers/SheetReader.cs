using System.IO.Compression;
using System.Xml;

namespace Workflow.Documents.Registers;

/// <summary>A row of a sheet: its number as the spreadsheet shows it, and its cells as texts; dates as "2026-01-02".</summary>
public sealed record SheetRow(int Number, IReadOnlyList<string> Cells);

/// <summary>A sheet, or why it cannot be read.</summary>
/// <param name="Name">Name of the sheet that was read: the first one that is shown.</param>
public sealed record Sheet(string Name, IReadOnlyList<SheetRow> Rows, string? Problem)
{
    internal static Sheet Refused(string problem) => new("", [], problem);
}

/// <summary>
/// Reads the first sheet of a spreadsheet (.xlsx, ISO/IEC 29500), whoever made it, with limits: 20,000 rows, 60 columns, 64 MB unpacked. Formulas are not
/// worked out: what stands in the file as their result is taken.
/// </summary>
public static class SheetReader
{
    public const int MostRows = 20_000;
    public const int MostColumns = 60;
    private const int MostEntries = 2_000;

    // A limit that does not name what was met would leave its reader helpless.
    private const string Damaged = "Tệp Excel bị hỏng hoặc không phải .xlsx. Đồng chí mở lại bằng Excel hoặc LibreOffice, lưu thành tệp .xlsx mới rồi tải lên.";

    /// <summary>Reads the file; never throws for what a file may hold.</summary>
    public static Sheet Read(ReadOnlyMemory<byte> file, CancellationToken ct = default)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(file.ToArray(), writable: false), ZipArchiveMode.Read);
            return zip.Entries.Count > MostEntries ? Sheet.Refused(Damaged) : new SheetBook(zip, ct).Read();
        }
        catch (Exception error) when (error is InvalidDataException or XmlException or FormatException or OverflowException or KeyNotFoundException or EndOfStreamException)
        {
            return Sheet.Refused(Damaged);
        }
        catch (SheetLimitException limit)
        {
            return Sheet.Refused(limit.Message);
        }
    }
}

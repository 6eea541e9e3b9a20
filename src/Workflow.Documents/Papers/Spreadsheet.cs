using System.Globalization;
using System.IO.Compression;
using System.Text;
using Workflow.Documents.Layout;

namespace Workflow.Documents.Papers;

/// <summary>A column: its heading and its width in characters.</summary>
public sealed record SheetColumn(string Heading, int Width);

/// <summary>
/// Writes a list as a spreadsheet (.xlsx, ISO/IEC 29500): one sheet, a heading that stays in sight, a filter, dates as dates and
/// numbers as numbers. Cells are never formulas, whatever their text begins with.
/// </summary>
public static class Spreadsheet
{
    /// <summary>The media type.</summary>
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";

    /// <summary>Renders rows of texts, whole or decimal numbers, and dates. Anything else is a bug and throws.</summary>
    public static byte[] Render(string name, IReadOnlyList<SheetColumn> columns, IEnumerable<IReadOnlyList<object>> rows)
    {
        var cells = new StringBuilder();
        var line = Row(cells, 1, columns.Select(column => (object)column.Heading), heading: true);
        foreach (var row in rows)
        {
            line = Row(cells, line + 1, row, heading: false);
        }

        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Part(zip, "[Content_Types].xml", $"<Types xmlns=\"{Package}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + $"<Override PartName=\"/xl/workbook.xml\" ContentType=\"{ContentType}.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
                + "<Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/></Types>");
            Part(zip, "_rels/.rels", $"<Relationships xmlns=\"{Package}/relationships\"><Relationship Id=\"rId1\" Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            Part(zip, "xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{Package}/relationships\"><Relationship Id=\"rId1\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"{Office}/styles\" Target=\"styles.xml\"/></Relationships>");
            Part(zip, "xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><sheets><sheet name=\"{WordFile.Escape(name)}\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
            // Styles by number: 0 text that wraps, 1 heading, 2 date, 3 number.
            Part(zip, "xl/styles.xml", $"<styleSheet xmlns=\"{Main}\"><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\"/></numFmts><fonts count=\"2\"><font><sz val=\"12\"/><name val=\"Times New Roman\"/></font><font><b/><sz val=\"12\"/><name val=\"Times New Roman\"/></font></fonts>"
                + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills><borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"4\">"
                + Style(0, 0) + Style(0, 1) + Style(164, 0) + Style(0, 0) + "</cellXfs></styleSheet>");
            Part(zip, "xl/worksheets/sheet1.xml", $"<worksheet xmlns=\"{Main}\"><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><cols>"
                + string.Concat(columns.Select((column, index) => $"<col min=\"{index + 1}\" max=\"{index + 1}\" width=\"{column.Width}\" customWidth=\"1\"/>"))
                + $"</cols><sheetData>{cells}</sheetData><autoFilter ref=\"A1:{Column(columns.Count - 1)}{line}\"/><pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/></worksheet>");
        }

        return file.ToArray();
    }

    private static int Row(StringBuilder cells, int line, IEnumerable<object> values, bool heading)
    {
        cells.Append("<row r=\"").Append(line).Append("\">");
        var column = 0;
        foreach (var value in values)
        {
            var place = Column(column++) + line.ToString(CultureInfo.InvariantCulture);
            cells.Append(value switch
            {
                // Day 1 is 1 January 1900; spreadsheets count a 29 February 1900 that never was.
                DateOnly date => $"<c r=\"{place}\" s=\"2\"><v>{date.DayNumber - new DateOnly(1899, 12, 30).DayNumber}</v></c>",
                int or long or decimal => $"<c r=\"{place}\" s=\"3\"><v>{((IFormattable)value).ToString(null, CultureInfo.InvariantCulture)}</v></c>",
                string text => $"<c r=\"{place}\" s=\"{(heading ? 1 : 0)}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{WordFile.Escape(text)}</t></is></c>",
                _ => throw new ArgumentException($"a cell cannot hold {value.GetType().Name}", nameof(values)),
            });
        }

        cells.Append("</row>");
        return line;
    }

    private static string Column(int index) => ((char)('A' + index)).ToString();

    private static string Style(int format, int font) =>
        $"<xf numFmtId=\"{format}\" fontId=\"{font}\" applyNumberFormat=\"1\" applyFont=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/></xf>";

    private static void Part(ZipArchive zip, string name, string xml)
    {
        var entry = zip.CreateEntry(name);
        // The same list gives the same bytes.
        entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
        using var writer = new StreamWriter(entry.Open(), new UTF8Encoding(false));
        writer.Write(Declaration + xml);
    }
}

using System.IO.Compression;
using System.Text;
using Workflow.Documents.Papers;
using Workflow.Documents.Registers;
using Xunit;

namespace Workflow.Documents.Tests;

public sealed class BookReaderTests
{
    private static readonly SheetColumn[] Columns = [new("STT", 6), new("Số, ký hiệu", 16), new("Ngày, tháng", 12), new("Tên loại và trích yếu nội dung", 60), new("Người ký", 20), new("Nơi nhận", 30)];

    [Fact]
    public void Our_own_sheet_is_read_back()
    {
        var book = BookReader.Read(Spreadsheet.Render("Sổ 2025", Columns,
        [
            [1, "01-NQ/ĐU", new DateOnly(2025, 8, 20), "Nghị quyết về công tác cán bộ", "Nguyễn Văn An", "Các chi bộ"],
            [2, "Số: 02 - QĐ/ĐU", "21/8/2025", "Quy định về chế độ họp", "Nguyễn Văn An", ""],
            [3, "817-CV/ĐU", new DateOnly(2025, 9, 17), "V/v chuẩn bị hội nghị", "", ""],
        ]));
        Assert.Null(book.Problem);
        Assert.Equal("Sổ 2025", book.SheetName);
        Assert.Equal(["01 NQ/ĐU nghi-quyet 20/08/2025 Về công tác cán bộ", "02 QĐ/ĐU quy-dinh 21/08/2025 Về chế độ họp", "817 CV/ĐU cong-van 17/09/2025 V/v chuẩn bị hội nghị"],
            book.Lines.Select(line => $"{line.Number:00} {line.Symbol} {line.TypeKey} {line.Date:dd/MM/yyyy} {line.Subject}"));
        Assert.All(book.Lines, line => Assert.Null(line.Problem));
    }

    [Fact]
    public void What_is_wrong_stands_at_its_row()
    {
        var book = BookReader.Read(Spreadsheet.Render("Sổ", Columns,
        [
            [1, "NQ/ĐU", "20/08/2025", "Không có số", "", ""],
            [2, "02-XX/ĐU", "20/08/2025", "Loại lạ", "", ""],
            [3, "03-NQ/ĐU", "hôm qua", "Ngày lạ", "", ""],
            [4, "04-NQ/ĐU", "20/08/2025", "", "", ""],
            [5, "", "", "", "Chỉ có người ký", ""],
        ]));
        Assert.Equal([2, 3, 4, 5], book.Lines.Select(line => line.Row));
        Assert.All(book.Lines, line => Assert.NotNull(line.Problem));
        Assert.Contains("hôm qua", book.Lines[2].Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Number_and_code_in_two_columns_shared_texts_and_a_row_that_counts_the_columns()
    {
        var book = BookReader.Read(Xlsx(
            """<row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="4"><c r="A4" t="s"><v>1</v></c><c r="B4" t="s"><v>2</v></c><c r="C4" t="s"><v>3</v></c><c r="D4" t="s"><v>4</v></c></row><row r="5"><c r="A5"><v>1</v></c><c r="B5"><v>2</v></c><c r="C5"><v>3</v></c><c r="D5"><v>4</v></c></row><row r="6"><c r="A6"><v>7</v></c><c r="B6" t="s"><v>5</v></c><c r="C6" s="1"><v>45890</v></c><c r="D6" t="s"><v>6</v></c></row>""",
            "<si><t>SỔ VĂN BẢN ĐI NĂM 2025</t></si><si><t>Số</t></si><si><t>Ký hiệu</t></si><si><t>Ngày ban hành</t></si><si><t>Trích yếu</t></si><si><t>BC/ĐU</t></si><si><r><t>Kết quả </t></r><r><t>6 tháng</t></r></si>"));
        var line = Assert.Single(book.Lines);
        Assert.Equal((6, 7, "BC/ĐU", new DateOnly(2025, 8, 21), "Kết quả 6 tháng"), (line.Row, line.Number, line.Symbol, line.Date!.Value, line.Subject));
    }

    [Fact]
    public void Rubbish_is_refused_with_a_sentence()
    {
        Assert.Contains(".xlsx", BookReader.Read(Encoding.UTF8.GetBytes("không phải excel")).Problem, StringComparison.Ordinal);
        Assert.NotNull(BookReader.Read(Array.Empty<byte>()).Problem);
        Assert.Contains("tiêu đề", BookReader.Read(Xlsx("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>", "")).Problem, StringComparison.Ordinal);
        Assert.NotNull(BookReader.Read(Xlsx("<row r=\"1\"><c", "")).Problem);
        Assert.NotNull(BookReader.Read(Xlsx("]]><!DOCTYPE x [<!ENTITY a \"b\">]>", "")).Problem);
        var whole = Spreadsheet.Render("Sổ", Columns, [[1, "01-NQ/ĐU", new DateOnly(2025, 8, 20), "Về công tác", "A", "B"]]);
        var random = new Random(7);
        for (var round = 0; round < 400; round++)
        {
            var damaged = whole.ToArray();
            for (var hits = random.Next(1, 6); hits > 0; hits--)
            {
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            }

            _ = BookReader.Read(damaged.AsMemory(0, random.Next(2) == 0 ? damaged.Length : random.Next(damaged.Length)));
        }
    }

    [Fact]
    public void A_sheet_that_unpacks_without_end_is_refused()
    {
        var filler = string.Concat(Enumerable.Repeat("<row><c t=\"inlineStr\"><is><t>" + new string('a', 3_900) + "</t></is></c></row>", 18_000));
        Assert.Contains("64 MB", BookReader.Read(Xlsx(filler, "")).Problem, StringComparison.Ordinal);
        Assert.Contains("20.000", BookReader.Read(Xlsx(string.Concat(Enumerable.Repeat("<row><c><v>1</v></c></row>", 20_001)), "")).Problem, StringComparison.Ordinal);
    }

    private static byte[] Xlsx(string rows, string texts)
    {
        const string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        const string office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            void Part(string name, string xml)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(xml);
            }

            Part("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
            Part("xl/workbook.xml", $"<workbook xmlns=\"{main}\" xmlns:r=\"{office}\"><sheets><sheet name=\"Sổ\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
            Part("xl/styles.xml", $"<styleSheet xmlns=\"{main}\"><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>");
            Part("xl/sharedStrings.xml", $"<sst xmlns=\"{main}\">{texts}</sst>");
            Part("xl/worksheets/sheet1.xml", $"<worksheet xmlns=\"{main}\"><sheetData>{rows}</sheetData></worksheet>");
        }

        return file.ToArray();
    }
}

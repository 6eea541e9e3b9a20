using System.Text;
using Workflow.Documents.Papers;
using Workflow.Documents.Tests.Signatures;
using Xunit;

namespace Workflow.Documents.Tests.Papers;

/// <summary>Lists as spreadsheets, read back by another program.</summary>
public sealed class SpreadsheetTests
{
    [Fact]
    public void LibreOffice_reads_every_cell_as_what_it_is()
    {
        var folder = Directory.CreateTempSubdirectory("workflow-sheet-").FullName;
        try
        {
            var bytes = Spreadsheet.Render(
                "Sổ văn bản đi",
                [new("Số", 12), new("Ngày", 12), new("Trích yếu", 40), new("Tỷ lệ", 10)],
                [["07-NQ/ĐU", new DateOnly(2026, 3, 1), "Về “phát triển” <kinh tế> & xã hội", 1234.5m], ["08-NQ/ĐU", new DateOnly(1999, 12, 31), "=1+1", 3]]);
            File.WriteAllBytes(Path.Combine(folder, "a.xlsx"), bytes);
            Tools.Run("soffice", $"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1", "--outdir", folder, Path.Combine(folder, "a.xlsx"));
            // Texts come in quotes, numbers and dates without: "=1+1" stays a text.
            Assert.Equal(
                ["""
                "Số","Ngày","Trích yếu","Tỷ lệ"
                """, """
                "07-NQ/ĐU",01/03/2026,"Về “phát triển” <kinh tế> & xã hội",1234.5
                """, """
                "08-NQ/ĐU",31/12/1999,"=1+1",3
                """],
                File.ReadAllLines(Path.Combine(folder, "a.csv"), Encoding.UTF8));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void The_same_list_gives_the_same_bytes() =>
        Assert.Equal(Spreadsheet.Render("A", [new("B", 9)], [["x"]]), Spreadsheet.Render("A", [new("B", 9)], [["x"]]));

    [Fact]
    public void A_cell_that_is_neither_text_number_nor_date_is_a_bug() =>
        Assert.Throws<ArgumentException>(() => Spreadsheet.Render("A", [new("B", 9)], [[new object()]]));
}

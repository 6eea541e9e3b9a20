using System.IO.Compression;
using System.Text;
using Workflow.Documents.Import;
using Workflow.Domain.Texts;
using Xunit;

namespace Workflow.Documents.Tests.Reading;

/// <summary>Word files made to hold a server up: each is read or refused at once, with a code and a sentence that says what to do.</summary>
public sealed class HostileWordTests
{
    private const string Namespace = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    [Fact]
    public void A_numbering_that_points_in_circles_gives_no_numbers()
    {
        var file = Word(
            string.Concat(Enumerable.Repeat("<w:p><w:pPr><w:pStyle w:val=\"A\"/><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>Nội dung</w:t></w:r></w:p>", 60)),
            ("numbering", "<w:abstractNum w:abstractNumId=\"1\"><w:numStyleLink w:val=\"A\"/></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num>"),
            ("styles", "<w:style w:styleId=\"A\"><w:basedOn w:val=\"B\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style><w:style w:styleId=\"B\"><w:basedOn w:val=\"A\"/></w:style>"));
        Assert.All(ImportTests.Read(file, "a.docx").Text.Clauses, clause => Assert.Empty(clause.Label));
    }

    [Theory]
    [InlineData("XML_NODES", "<w:p/>", 2_100_000)]
    [InlineData("XML_NODES", "<w:p w:a=\"1\" w:b=\"2\" w:c=\"3\"/>", 600_000)]
    [InlineData("TOO_LONG", "<w:p><w:r><w:t>chữ chữ chữ chữ chữ chữ chữ chữ chữ chữ chữ chữ chữ chữ chữ</w:t></w:r></w:p>", 90_000)]
    [InlineData("XML_DEPTH", "<w:tbl><w:tr><w:tc>", 100)]
    public void Too_much_is_refused_at_once(string code, string piece, int times)
    {
        var close = piece.EndsWith("<w:tc>", StringComparison.Ordinal) ? string.Concat(Enumerable.Repeat("</w:tc></w:tr></w:tbl>", times)) : "";
        var file = Word(string.Concat(Enumerable.Repeat(piece, times)) + close);
        var begun = ThreadCpu.Now();
        var problem = DraftImporter.Read("a.docx", file, TrackedChanges.Accept).Problem;
        Assert.Equal(code, problem?.Code);
        Assert.Contains("Đồng chí", problem!.Text, StringComparison.Ordinal);
        Assert.InRange(ThreadCpu.Now() - begun, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void A_paragraph_of_millions_of_letters_is_refused()
    {
        Assert.Equal("TOO_LONG", DraftImporter.Read("a.docx", Word($"<w:p><w:r><w:t>{new string('a', 5_000_000)}</w:t></w:r></w:p>"), TrackedChanges.Accept).Problem?.Code);
        Assert.Equal("ZIP_BOMB", DraftImporter.Read("a.docx", Word($"<w:p><w:r><w:t>{new string('a', 31_000_000)}</w:t></w:r></w:p>"), TrackedChanges.Accept).Problem?.Code);
    }

    [Theory]
    [InlineData("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", 50)]
    [InlineData("<w:p><w:r><w:pict><w:txbxContent>", "</w:txbxContent></w:pict></w:r></w:p>", 40)]
    [InlineData("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", 80)]
    public void What_is_nested_deeply_is_read_once(string open, string close, int times)
    {
        var file = Word($"<w:p><w:r><w:t>NGHỊ QUYẾT</w:t></w:r></w:p><w:p><w:r><w:t>Về thử</w:t></w:r></w:p>{string.Concat(Enumerable.Repeat(open, times))}<w:p><w:r><w:t>Nội dung ở trong.</w:t></w:r></w:p>{string.Concat(Enumerable.Repeat(close, times))}<w:p><w:r><w:t>Nội dung ở ngoài.</w:t></w:r></w:p>");
        var text = string.Join('\n', ImportTests.Read(file, "a.docx").Text.Clauses.Select(clause => clause.Text));
        Assert.Equal(1, text.Split("ở trong").Length - 1);
        Assert.Contains("ở ngoài", text, StringComparison.Ordinal);
    }

    private static byte[] Word(string body, params (string Name, string Content)[] parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, true))
        {
            foreach (var (name, content) in parts.Append(("document", $"<w:body>{body}</w:body>")))
            {
                using var stream = zip.CreateEntry($"word/{name}.xml").Open();
                stream.Write(Encoding.UTF8.GetBytes($"<w:{name} {Namespace}>{content}</w:{name}>"));
            }
        }

        return file.ToArray();
    }
}

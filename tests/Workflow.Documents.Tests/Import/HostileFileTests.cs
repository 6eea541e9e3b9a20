using System.IO.Compression;
using System.Text;
using Workflow.Documents.Import;
using Workflow.Documents.Tests.Reading;
using Workflow.Domain.Texts;
using Xunit;

namespace Workflow.Documents.Tests.Import;

/// <summary>Files that are not what they say, or made to do harm: each is refused with a code and a sentence that says what to do, or read without its harm.</summary>
public sealed class HostileFileTests
{
    private const string Docx = "a.docx";

    public static TheoryData<string> Codes => [.. Files.Keys];

    private static Dictionary<string, Func<byte[]>> Files { get; } = new()
    {
        ["ZIP_BOMB"] = () => new WordBuilder().Part("styles", new string(' ', 400_000_000 / 8)).File(),
        ["ZIP_BOMB many"] = () => Enumerable.Range(0, 2_001).Aggregate(new WordBuilder(), (builder, index) => builder.Raw($"word/media/{index}.png", 1)).File(),
        ["XML_NODES"] = () => new WordBuilder().Body(string.Concat(Enumerable.Repeat("<w:p/>", 3_000_000))).File(),
        ["XML_DEPTH"] = () => new WordBuilder().Body(string.Concat(Enumerable.Repeat("<w:sdt>", 20_000)), string.Concat(Enumerable.Repeat("</w:sdt>", 20_000))).File(),
        ["BAD_XML dtd"] = () => new WordBuilder().File(change: xml => "<!DOCTYPE w:document>" + xml),
        ["BAD_XML outside"] = () => new WordBuilder().File(change: xml => "<!DOCTYPE w:document [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + xml.Replace("<w:body>", "<w:body>&x;", StringComparison.Ordinal)),
        ["BAD_XML laughs"] = () => new WordBuilder().File(change: xml => "<!DOCTYPE w:document [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]>" + xml.Replace("<w:body>", "<w:body>&c;", StringComparison.Ordinal)),
        ["BAD_XML styles"] = () => new WordBuilder().Raw("word/styles.xml", Encoding.UTF8.GetBytes("<w:styles")).File(),
        ["CORRUPT_ZIP"] = () => new WordBuilder().File() is var file ? file[..(file.Length / 2)] : [],
        ["CORRUPT_ZIP garbage"] = () => [0x50, 0x4B, 3, 4, .. Enumerable.Range(0, 5_000).Select(one => (byte)(one * 7))],
        ["NOT_DOCX"] = () => [.. Enumerable.Range(0, 500).Select(one => (byte)(one * 31))],
        ["NOT_DOCX zip"] = () => Zip(("a.txt", "x")),
        ["EMPTY"] = () => [],
        ["EMPTY word"] = () => new WordBuilder().File(change: xml => xml[..(xml.IndexOf("<w:body>", StringComparison.Ordinal) + 8)] + "<w:p/></w:body></w:document>"),
        ["NO_MAIN"] = () => Zip(("[Content_Types].xml", "<x/>")),
        ["BAD_ROOT"] = () => new WordBuilder().File(change: _ => "<x><body/></x>"),
        ["BAD_ROOT body"] = () => new WordBuilder().File(change: _ => $"<w:document xmlns:w=\"{WordBuilder.W}\"/>"),
        ["ZIP_PATH"] = () => new WordBuilder().Raw("../evil.xml", 1).File(),
        ["ZIP_PATH root"] = () => new WordBuilder().Raw("/etc/passwd", 1).File(),
        ["ZIP_DUP"] = () => new WordBuilder().Raw("WORD/document.xml", Encoding.UTF8.GetBytes("<x/>")).File(),
        ["OLD_DOC"] = () => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[2_000]],
        ["ENCRYPTED"] = () => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[500], .. Encoding.Unicode.GetBytes("EncryptedPackage")],
        ["RTF"] = () => Encoding.ASCII.GetBytes(@"{\rtf1\ansi Nghi quyet}"),
        ["PDF"] = () => Encoding.ASCII.GetBytes("%PDF-1.7\n"),
        ["ODT"] = () => Zip(("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<x/>")),
        ["XLSX"] = () => Zip(("xl/workbook.xml", "<x/>")),
        ["PPTX"] = () => Zip(("ppt/presentation.xml", "<x/>")),
        ["TOO_LARGE"] = () => new byte[DraftImporter.MaxFileBytes + 1],
        ["TOO_LONG"] = () => new WordBuilder().Body(string.Concat(Enumerable.Repeat(WordBuilder.P(new string('a', 90_000)), 50))).File(),
    };

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_hostile_file_gets_its_code(string name)
    {
        var file = Files[name]();
        var (before, begun) = (GC.GetAllocatedBytesForCurrentThread(), ThreadCpu.Now());
        var result = DraftImporter.Read(Docx, file, TrackedChanges.Accept);
        Assert.Null(result.Draft);
        Assert.Equal(name.Split(' ')[0], result.Problem!.Code);
        Assert.Contains("Đồng chí", result.Problem.Text, StringComparison.Ordinal);
        Assert.InRange(ThreadCpu.Now() - begun, TimeSpan.Zero, TimeSpan.FromSeconds(5));
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 300_000_000);
    }

    [Fact]
    public void What_is_not_text_is_dropped_and_named_with_its_place()
    {
        var draft = new WordBuilder()
            .Raw("word/vbaProject.bin", 1).Raw("word/vbaData.xml", 1).Raw("word/media/image1.png", 1).Raw("word/embeddings/oleObject1.bin", 1).Raw("word/activeX/activeX1.xml", 1).Raw("word/fonts/font1.odttf", 1)
            .Link("image", "media/image1.png").Link("oleObject", "embeddings/oleObject1.bin").Link("image", "http://evil.example/pixel.png", true).Link("attachedTemplate", "http://evil.example/t.dotm", true)
            .Body(
                $"<w:p>{WordBuilder.R("Bản đồ xã: ")}<w:r><w:drawing><wp:inline><wp:docPr id=\"1\" name=\"Ảnh 1\" descr=\"Bản đồ\"/><a:blip r:embed=\"rId1\"/></wp:inline></w:drawing></w:r></w:p>",
                $"<w:p>{WordBuilder.R("Bảng tính kèm theo: ")}<w:r><w:object><v:shape><v:imagedata r:id=\"rId1\"/></v:shape><o:OLEObject ProgID=\"Excel.Sheet.12\" r:id=\"rId2\"/></w:object></w:r></w:p>",
                $"<w:p><w:r><w:drawing><wp:inline><a:blip r:link=\"rId3\"/></wp:inline></w:drawing></w:r></w:p>",
                $"<w:p>{WordBuilder.R("Ô chọn")}<w:r><w:object><w:control w:name=\"CheckBox1\"/></w:object></w:r></w:p>",
                "<w:altChunk r:id=\"rId9\"/>",
                WordBuilder.P("Đoạn cuối.")).Read();
        Assert.Equal(["Bản đồ xã:", "Bảng tính kèm theo:", "Ô chọn", "Đoạn cuối."], draft.Text.Clauses.Select(clause => clause.Text));
        var notes = draft.Notes.ToLookup(note => note.Code);
        Assert.Contains("vbaProject.bin", notes["MACROS"].Single().Text, StringComparison.Ordinal);
        Assert.Contains("oleObject1.bin", notes["OBJECTS"].Single().Text, StringComparison.Ordinal);
        Assert.Contains("activeX1.xml", notes["CONTROLS"].Single().Text, StringComparison.Ordinal);
        Assert.Contains("font1.odttf", notes["FONTS"].Single().Text, StringComparison.Ordinal);
        Assert.Contains("evil.example", notes["EXTERNAL"].Single().Text, StringComparison.Ordinal);
        Assert.Equal(["Bản đồ xã:", "Bảng tính kèm theo:"], notes["IMAGE"].Select(note => note.Quote));
        Assert.Equal([("đoạn 3", 3), ("sau đoạn 4", 4)], notes["IMAGE"].Select(note => (note.Place, note.Line!.Value)));
        Assert.Contains("“Bản đồ” (image1.png)", notes["IMAGE"].First().Text, StringComparison.Ordinal);
        Assert.Contains("http://evil.example/pixel.png", notes["IMAGE"].Last().Text, StringComparison.Ordinal);
        Assert.Contains("Excel.Sheet.12 (oleObject1.bin)", notes["OBJECT"].Single().Text, StringComparison.Ordinal);
        Assert.Equal("Ô chọn", notes["CONTROL"].Single().Quote);
        Assert.Single(notes["ALTCHUNK"]);
    }

    [Fact]
    public void Strict_ooxml_is_read_like_the_other()
    {
        static string Strict(string xml) => xml.Replace("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main", StringComparison.Ordinal)
            .Replace("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships", StringComparison.Ordinal);
        var builder = new WordBuilder()
            .Part("styles", "<w:style w:styleId=\"A\"><w:rPr><w:b/></w:rPr></w:style>")
            .Part("footnotes", "<w:footnote w:id=\"1\"><w:p><w:r><w:t>Chú thích.</w:t></w:r></w:p></w:footnote>")
            .Link("image", "media/a.png")
            .Body($"<w:p><w:pPr><w:pStyle w:val=\"A\"/></w:pPr>{WordBuilder.R("Nội dung")}<w:r><w:footnoteReference w:id=\"1\"/><w:pict><v:imagedata r:id=\"rId1\"/></w:pict></w:r></w:p>");
        var (one, other) = (builder.Read(), ImportTests.Read(builder.File(change: Strict), Docx));
        Assert.Equal(CanonicalText.Hash(one.Text), CanonicalText.Hash(other.Text));
        Assert.Equal(one.Notes.Select(note => note.Text), other.Notes.Select(note => note.Text));
    }

    [Theory]
    [InlineData("a.docm")]
    [InlineData("a.dotx")]
    [InlineData("du-thao.txt")]
    public void The_content_decides_and_not_the_name(string name) =>
        Assert.Equal("Nội dung.", DraftImporter.Read(name, new WordBuilder().Body(WordBuilder.P("Nội dung.")).File(), TrackedChanges.Accept).Draft!.Text.Clauses[0].Text);

    private static byte[] Zip(params (string Name, string Content)[] parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, true))
        {
            foreach (var (name, content) in parts)
            {
                using var stream = zip.CreateEntry(name).Open();
                stream.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return file.ToArray();
    }
}

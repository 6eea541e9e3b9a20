using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Workflow.Documents.Import;
using Workflow.Documents.Layout;
using Workflow.Documents.Reading;
using Workflow.Domain.Layouts;
using Workflow.Domain.Texts;
using Xunit;

namespace Workflow.Documents.Tests;

public sealed class ImportTests
{
    public static string SamplePath { get; } = FindSample();

    [Fact]
    public void The_sample_is_read_as_a_careful_reader_would()
    {
        var draft = Read(File.ReadAllBytes(SamplePath));
        Assert.Equal("Nghị quyết", draft.Text.Type.Name);
        Assert.Equal("Về đẩy mạnh chuyển đổi số, cải cách hành chính và phát triển kinh tế - xã hội năm 2027", draft.Text.Subject);
        Assert.Equal(new SignatureBlock("T/M ĐẢNG ỦY", "BÍ THƯ", "Nguyễn Văn Thành"), draft.Text.Signature);
        Assert.Equal(11, draft.Text.Recipients.Count);
        Assert.Equal(new RecipientLine("Ban Thường vụ Tỉnh ủy", "để báo cáo"), draft.Text.Recipients[0]);
        Assert.Equal(6, draft.Facts.Conference!.Ordinal);
        Assert.Equal(["I.", "1.", "2.", "3.", "II.", "1.", "2.", "3.", "3.1.", "3.2.", "3.3.", "III.", "1.", "2.", "3."], Outline.Of(draft.Text).Select(entry => entry.Label));
        Assert.Equal(8, FollowUpReader.Targets(draft.Text).Count);
        Assert.Equal(["quarterly", "half-yearly"], FollowUpReader.Duties(draft.Text).Select(duty => duty.Periodicity));
    }

    [Fact]
    public void Word_and_back_keeps_every_clause_and_its_id()
    {
        var text = Read(File.ReadAllBytes(SamplePath)).Text;
        var paper = new OfficialPaper(text, "ĐẢNG BỘ TỈNH X", "ĐẢNG ỦY XÃ Y", "07-NQ/ĐU", "NQ/ĐU", "Y", new DateOnly(2026, 2, 5), null);
        var back = Read(OfficialDocx.Render(paper, LayoutProfile.Hd36), "x.docx");
        Assert.Equal(text.Clauses.Select(clause => (clause.Id, clause.FullText)), back.Text.Clauses.Select(clause => (clause.Id, clause.FullText)));
        Assert.Equal(("07-NQ/ĐU", "Y", new DateOnly(2026, 2, 5)), (back.Facts.Number, back.Facts.Place, back.Facts.Date));
        Assert.Equal(text.Signature, back.Text.Signature);
        Assert.Equal(text.Recipients, back.Text.Recipients);
    }

    [Fact]
    public void Cited_documents_give_neither_number_nor_date()
    {
        var draft = Read(Encoding.UTF8.GetBytes("QUYẾT ĐỊNH\nVề việc thử\n\nCăn cứ Quyết định số 12-QĐ/TU ngày 22/12/2024 của Tỉnh ủy;\n\nI. Nội dung\n\nThực hiện Nghị quyết số 57-NQ/TW, ngày 22/12/2024.\n\nT/M BAN THƯỜNG VỤ\nBÍ THƯ\n\nNguyễn Văn A\n"));
        Assert.Null(draft.Facts.Number);
        Assert.Null(draft.Facts.Date);
        Assert.Equal(BodyKind.StandingCommittee, draft.Text.IssuingBody);
    }

    [Fact]
    public void Hard_wrapped_lines_are_joined()
    {
        var text = new StringBuilder("NGHỊ QUYẾT\nVề thử nghiệm\n\nI. TÌNH HÌNH\n\n");
        for (var i = 0; i < 12; i++)
        {
            text.Append("Năm 2025, thực hiện nhiệm vụ phát triển kinh tế - xã hội giai đoạn 2025-\n2030 trong bối cảnh có nhiều thuận lợi và khó khăn đan xen, tình hình\n2.659.682 triệu đồng đạt kế hoạch.\n\n");
        }

        var draft = Read(Encoding.UTF8.GetBytes(text.Append("T/M ĐẢNG ỦY\nBÍ THƯ\n\nA B\n").ToString()));
        Assert.Equal(13, draft.Text.Clauses.Count);
        Assert.Contains("2025-2030 trong", draft.Text.Clauses[1].Text, StringComparison.Ordinal);
        Assert.Contains("tình hình 2.659.682 triệu", draft.Text.Clauses[1].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("EMPTY", "a.docx", new byte[0])]
    [InlineData("NOT_DOCX", "a.docx", new byte[] { 1, 2, 3, 4 })]
    [InlineData("NOT_UTF8", "a.txt", new byte[] { 0x41, 0xFF, 0xC0, 0x42 })]
    [InlineData("CORRUPT_ZIP", "a.docx", new byte[] { 0x50, 0x4B, 3, 4, 9, 9, 9, 9, 9 })]
    [InlineData("OLD_DOC", "a.doc", new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 1, 1 })]
    [InlineData("PDF", "a.pdf", new byte[] { 0x25, 0x50, 0x44, 0x46, 0x2D })]
    public void A_wrong_file_gets_its_code(string code, string name, byte[] file) => Assert.Equal(code, DraftImporter.Read(name, file, TrackedChanges.Accept).Problem?.Code);

    [Fact]
    public void Hostile_word_files_get_their_code()
    {
        Assert.Equal("TOO_LARGE", Problem(new byte[30_000_001]));
        Assert.Equal("ZIP_BOMB", Problem(Zip(("word/document.xml", new string(' ', 70_000_000)))));
        Assert.Equal("BAD_XML", Problem(Zip(("word/document.xml", "<!DOCTYPE x [<!ENTITY a \"b\">]><x>&a;</x>"))));
        Assert.Equal("BAD_XML", Problem(Zip(("word/document.xml", "<w:document"))));
        Assert.Equal("BAD_ROOT", Problem(Zip(("word/document.xml", "<x/>"))));
        Assert.Equal("XML_DEPTH", Problem(Zip(("word/document.xml", string.Concat(Enumerable.Repeat("<a>", 500)) + string.Concat(Enumerable.Repeat("</a>", 500))))));
        Assert.Equal("NO_MAIN", Problem(Zip(("[Content_Types].xml", "<x/>"))));
        Assert.Equal("XLSX", Problem(Zip(("xl/workbook.xml", "<x/>"))));
        Assert.Equal("ZIP_PATH", Problem(Zip(("../evil", "x"), ("word/document.xml", "<x/>"))));
        byte[] encrypted = [0xD0, 0xCF, 0x11, 0xE0, .. new byte[100], .. Encoding.Unicode.GetBytes("EncryptedPackage")];
        Assert.Equal("ENCRYPTED", Problem(encrypted));
    }

    [Fact]
    public void A_damaged_file_is_read_or_refused_and_never_throws()
    {
        var text = Read(File.ReadAllBytes(SamplePath)).Text;
        var good = OfficialDocx.Render(new OfficialPaper(text, "A", "B", null, "NQ/ĐU", "C", null, null), LayoutProfile.Hd05);
        var random = new Random(7);
        for (var round = 0; round < 300; round++)
        {
            var bad = (byte[])good.Clone();
            for (var flips = random.Next(1, 30); flips > 0; flips--)
            {
                bad[random.Next(bad.Length)] = (byte)random.Next(256);
            }

            var result = DraftImporter.Read("x.docx", round % 3 == 0 ? bad.AsMemory(0, random.Next(bad.Length)) : bad, TrackedChanges.Accept);
            Assert.True(result.Draft is null != result.Problem is null);
        }
    }

    public static TheoryData<string> Shared
    {
        get
        {
            var data = new TheoryData<string>();
            if (Environment.GetEnvironmentVariable("WORKFLOW_SHARED") is { } folder)
            {
                foreach (var file in Directory.GetFiles(Path.Combine(folder, "documents"), "*.txt"))
                {
                    data.Add(file);
                }
            }

            // Where the shared documents are absent, the project's own sample stands for them.
            data.Add(SamplePath);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Shared))]
    public void A_real_document_agrees_with_what_a_careful_reader_found(string file)
    {
        var draft = Read(File.ReadAllBytes(file));
        Assert.NotEmpty(draft.Text.Subject);
        var answers = Path.ChangeExtension(file, ".json");
        if (!File.Exists(answers))
        {
            return;
        }

        using var json = JsonDocument.Parse(File.ReadAllText(answers));
        var root = json.RootElement;
        static string? Get(JsonElement element, params string[] path)
        {
            foreach (var key in path)
            {
                if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(key, out element))
                {
                    return null;
                }
            }

            return element.ValueKind == JsonValueKind.String ? element.GetString() : null;
        }

        Assert.Equal(Get(root, "docType", "code"), draft.Text.Type.Abbreviation);
        Assert.Equal(Get(root, "title"), draft.Text.Title);
        Assert.Equal(Get(root, "subject", "quote"), draft.Text.Subject);
        Assert.Equal(Get(root, "issuingBody", "name"), draft.Facts.BodyName);
        Assert.Equal(Get(root, "number", "normalised"), draft.Facts.Number);
        Assert.Equal(Get(root, "place", "value"), draft.Facts.Place);
        Assert.Equal(Get(root, "date", "iso"), draft.Facts.Date?.ToString("yyyy-MM-dd"));
        Assert.Equal((Get(root, "signature", "authorityLine"), Get(root, "signature", "positionLine"), Get(root, "signature", "name")), (draft.Text.Signature.Authority, draft.Text.Signature.Position, draft.Text.Signature.Name));
        var wanted = root.GetProperty("recipients").GetProperty("items").EnumerateArray().Select(item => (Get(item, "name"), Get(item, "purpose") ?? Get(item, "groupedPurpose"))).ToList();
        Assert.Equal(wanted, draft.Text.Recipients.Take(wanted.Count).Select(line => ((string?)line.Name, line.Purpose)));
        IEnumerable<(int, string?, string)> Flat(JsonElement list) => list.EnumerateArray().SelectMany(item => Flat(item.GetProperty("children")).Prepend((item.GetProperty("level").GetInt32(), Get(item, "label"), Tight(Get(item, "text")!))));
        static string Tight(string text) => string.Concat(text.Where(letter => letter != ' '));
        var headings = Flat(root.GetProperty("headings")).ToList();
        var found = Outline.Of(draft.Text).Select(entry => (entry.Level, (string?)entry.Label, Tight(entry.Text))).ToList();
        Assert.Equal(headings.Select(one => (one.Item1, one.Item2)), found.Select(one => (one.Level, one.Item2)));
        Assert.All(headings.Zip(found), pair => Assert.StartsWith(pair.First.Item3, pair.Second.Item3, StringComparison.Ordinal));
    }

    internal static ImportedDraft Read(byte[] file, string name = "x.txt") => DraftImporter.Read(name, file, TrackedChanges.Accept) is { Draft: { } draft } ? draft : throw new InvalidOperationException("not read");

    private static string? Problem(byte[] file) => DraftImporter.Read("x.docx", file, TrackedChanges.Accept).Problem?.Code;

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

    private static string FindSample()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Workflow.sln")))
        {
            folder = folder.Parent;
        }

        // Built outside the tree, the sample is found from where the test was started.
        var root = folder?.FullName ?? Environment.GetEnvironmentVariable("WORKFLOW_ROOT") ?? Directory.GetCurrentDirectory();
        return Path.Combine(root, "samples", "nghi-quyet-mau.txt");
    }
}

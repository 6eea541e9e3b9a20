using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using Workflow.Documents.Anchoring;
using Workflow.Documents.Layout;
using Workflow.Documents.Tests.Reading;
using Workflow.Domain.Layouts;
using Workflow.Domain.Texts;
using Xunit;

namespace Workflow.Documents.Tests.Anchoring;

/// <summary>A Word file of ours, edited elsewhere and brought back, keeps its clauses: their ids travel in hidden bookmarks.</summary>
public sealed class CarriedIdsTests
{
    private static readonly XNamespace Text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";

    [OfficeFact]
    public void What_was_edited_in_LibreOffice_keeps_its_clauses_exactly()
    {
        var before = Draft();
        var paragraphs = before.Clauses.Where(clause => clause is { Kind: ClauseKind.Paragraph, Label: "" } && clause.Text.Length > 80).Select(clause => clause.Id).ToList();
        var (rewritten, gone, moved, behind) = (paragraphs[1], paragraphs[3], paragraphs[4], paragraphs[^1]);
        var flat = XDocument.Parse(Encoding.UTF8.GetString(Office.Convert(Word(before), "docx", "fodt")), LoadOptions.PreserveWhitespace);
        var at = flat.Descendants().Where(one => one.Name == Text + "bookmark" || one.Name == Text + "bookmark-start").Where(one => ((string?)one.Attribute(Text + "name"))?.StartsWith("_vb_", StringComparison.Ordinal) == true)
            .ToDictionary(one => ((string)one.Attribute(Text + "name")!)[4..], one => one.Ancestors().First(parent => parent.Name == Text + "p" || parent.Name == Text + "h"));

        // As a writer does it: other words over the old ones, a paragraph thrown out, one cut and pasted further down, a new one typed.
        Type(at[rewritten], "Một câu hoàn toàn khác, không còn chữ nào giống đoạn trước đây từng đứng ở chỗ này.");
        at[gone].Remove();
        at[moved].Remove();
        at[behind].AddAfterSelf(at[moved]);
        var fresh = new XElement(at[rewritten]);
        fresh.Descendants().Where(one => one.Name.LocalName.StartsWith("bookmark", StringComparison.Ordinal)).Remove();
        Type(fresh, "Đoạn vừa gõ thêm vào giữa hai đoạn cũ, chưa từng có trong bản nào.");
        at[paragraphs[2]].AddBeforeSelf(fresh);

        var back = Office.Convert(Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + flat.ToString(SaveOptions.DisableFormatting)), "fodt", "docx");
        var imported = ImportTests.Read(back, "a.docx");
        var expected = before.Clauses.Select(clause => clause.Id).Where(id => id != gone && id != moved).ToList();
        expected.Insert(expected.IndexOf(behind) + 1, moved);
        expected.Insert(expected.IndexOf(paragraphs[2]), "new");
        var ids = before.Clauses.Select(clause => clause.Id).ToHashSet();
        Assert.Equal(expected, ClauseIds.Inherit(before, imported.Text, imported.CarriedIds).Clauses.Select(clause => ids.Contains(clause.Id) ? clause.Id : "new"));

        // By likeness alone the rewritten clause would be another one.
        Assert.DoesNotContain(rewritten, ClauseIds.Inherit(before, imported.Text).Clauses.Select(clause => clause.Id));
    }

    [Fact]
    public void A_number_of_our_own_never_takes_the_place_of_one_that_stands_further_down()
    {
        var draft = ImportTests.Read(Word(Draft()), "a.docx");
        Assert.Equal(Draft().Clauses.Select(clause => clause.Id), draft.Text.Clauses.Select(clause => clause.Id));
        Assert.Equal(draft.Text.Clauses.Where(clause => clause.Kind != ClauseKind.Footnote).Select(clause => clause.Id).Order(StringComparer.Ordinal), draft.CarriedIds.Order(StringComparer.Ordinal));
        var shifted = ImportTests.Read(Without("_vb_neu ra", Word(Draft() with { Clauses = [new Clause("neu ra", ClauseKind.Paragraph, 1, "", [new TextRun("Một đoạn mở đầu mới, có đủ chữ để đứng một mình.")]), .. Draft().Clauses] })), "a.docx");
        Assert.Equal(Draft().Clauses.Select(clause => clause.Id), shifted.Text.Clauses.Skip(1).Select(clause => clause.Id));
        Assert.DoesNotContain(shifted.Text.Clauses[0].Id, shifted.CarriedIds);
    }

    [Fact]
    public void Bookmarks_of_another_draft_count_for_nothing()
    {
        var random = new Redline.RandomDraft(new Random(41));
        var (mine, other) = (random.New(12), random.New(12));
        // Two paragraphs of last year's are taken over word for word, at other places.
        var imported = other with { Clauses = [.. other.Clauses.Select((clause, index) => index is 3 or 7 ? clause with { Runs = mine.Clauses[index + 1].Runs } : clause)] };
        var carried = imported.Clauses.Select(clause => clause.Id).ToHashSet();
        var inherited = ClauseIds.Inherit(mine, imported, carried);
        Assert.Equal(["c5", "c9"], inherited.Clauses.Select(clause => clause.Id).Where(id => mine.Clauses.Any(clause => clause.Id == id)));
    }

    private static DraftText Draft() => ImportTests.Read(File.ReadAllBytes(ImportTests.SamplePath)).Text;

    private static byte[] Word(DraftText text) => OfficialDocx.Render(new OfficialPaper(text, "ĐẢNG BỘ TỈNH X", "ĐẢNG ỦY XÃ Y", null, "NQ/ĐU", "Y", null, "Dự thảo lần 1"), LayoutProfile.Hd36);

    // The file after somebody typed a paragraph that has no bookmark.
    private static byte[] Without(string bookmark, byte[] file)
    {
        using var changed = new MemoryStream();
        changed.Write(file);
        using (var zip = new ZipArchive(changed, ZipArchiveMode.Update, true))
        {
            var entry = zip.GetEntry("word/document.xml")!;
            string xml;
            using (var reader = new StreamReader(entry.Open()))
            {
                xml = reader.ReadToEnd();
            }

            entry.Delete();
            using var writer = new StreamWriter(zip.CreateEntry("word/document.xml").Open());
            writer.Write(xml.Replace($"w:name=\"{bookmark}\"", "w:name=\"x\"", StringComparison.Ordinal));
        }

        return changed.ToArray();
    }

    // Replaces the letters of a paragraph; what stands in it besides stays.
    private static void Type(XElement paragraph, string words)
    {
        var letters = paragraph.DescendantNodes().OfType<XText>().ToList();
        letters[0].Value = words;
        letters.Skip(1).Remove();
        paragraph.Descendants(Text + "s").Remove();
    }
}

using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Workflow.Documents.Layout;
using Workflow.Documents.Papers;
using Workflow.Documents.Redline;
using Workflow.Documents.Tests.Redline;
using Workflow.Domain.Layouts;
using Xunit;

namespace Workflow.Documents.Tests.Papers;

/// <summary>
/// Word is stricter than the programs that stand in for it here: an element in the wrong order makes it offer a repair. The validator of the format's own library looks at every kind of Word file
/// that leaves the program.
/// </summary>
public sealed class WordSchemaTests
{
    private static readonly DateTimeOffset At = new(2027, 3, 1, 2, 0, 0, TimeSpan.Zero);

    private static Dictionary<string, Func<byte[]>> Files { get; } = new Dictionary<string, Func<byte[]>>(StringComparer.Ordinal)
    {
        ["final 36-HD"] = () => OfficialDocx.Render(Paper("07-NQ/ĐU", new(2026, 2, 5), null), LayoutProfile.Hd36),
        ["final 05-HD"] = () => OfficialDocx.Render(Paper("07-NQ/ĐU", new(2026, 2, 5), null), LayoutProfile.Hd05),
        ["draft"] = () => OfficialDocx.Render(Paper(null, null, "Dự thảo lần 2"), LayoutProfile.Hd05),
        ["tables and notes"] = () => OfficialDocx.Render(new OfficialPaper(RedlineCommentsTests.Mixed().After, "A", "B", null, "NQ/ĐU", "C", null, null), LayoutProfile.Hd36),
        ["redline"] = () => RedlineCommentsTests.Random(3, 40) is var (before, after, _) ? RedlineDocx.Render(before, after, "Văn phòng", At, LayoutProfile.Hd05) : [],
        ["redline with comments"] = () => RedlineCommentsTests.Random(5, 40) is var (before, after, comments) ? RedlineDocx.Render(before, after, "Văn phòng", At, LayoutProfile.Hd36, comments) : [],
        ["redline of tables and notes"] = () => RedlineCommentsTests.Mixed() is var (before, after, comments) ? RedlineDocx.Render(before, after, "Văn phòng", At, LayoutProfile.Hd05, comments) : [],
        ["comparison"] = () => RedlineCommentsTests.Random(4, 30) is var (before, after, _)
            ? ComparisonTable.Render(OfficePaperTests.Header, "Nghị quyết", "Bản 1", "Bản 2", [.. TextComparison.Compare(before, after).Different.Select(change => new ComparisonRow(change, "Góp ý của đ/c An"))], LayoutProfile.Hd05) : [],
    }.Concat(OfficePaperTests.Papers.Select(paper => KeyValuePair.Create($"paper {paper.Key}", () => OfficePaperWord.Render(paper.Value, LayoutProfile.Hd05)))).ToDictionary(StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. Files.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_leaves_the_program_keeps_the_order_of_the_schema(string name)
    {
        var errors = Errors(Files[name]());
        Assert.True(errors.Count == 0, string.Join('\n', errors.Take(20)));
    }

    // The test can fail: an element behind one that must follow it is seen.
    [Fact]
    public void An_element_out_of_order_is_seen()
    {
        var file = new MemoryStream();
        file.Write(Files["draft"]());
        using (var word = WordprocessingDocument.Open(file, true))
        {
            var paragraph = word.MainDocumentPart!.Document.Body!.Descendants<DocumentFormat.OpenXml.Wordprocessing.ParagraphProperties>().First();
            paragraph.PrependChild(new DocumentFormat.OpenXml.Wordprocessing.Justification { Val = DocumentFormat.OpenXml.Wordprocessing.JustificationValues.Center });
            paragraph.AppendChild(new DocumentFormat.OpenXml.Wordprocessing.KeepNext());
        }

        Assert.NotEmpty(Errors(file.ToArray()));
    }

    private static List<string> Errors(byte[] file)
    {
        using var word = WordprocessingDocument.Open(new MemoryStream(file), false);
        return [.. new OpenXmlValidator(FileFormatVersions.Office2019).Validate(word).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}")];
    }

    private static OfficialPaper Paper(string? number, DateOnly? date, string? note) =>
        new(ImportTests.Read(File.ReadAllBytes(ImportTests.SamplePath)).Text, "ĐẢNG BỘ TỈNH X", "ĐẢNG ỦY XÃ Y", number, "NQ/ĐU", "Y", date, note);
}

using Workflow.Documents.Import;
using Workflow.Documents.Layout;
using Workflow.Documents.Tests.Reading;
using Workflow.Domain.Layouts;
using Workflow.Domain.Texts;
using Xunit;

namespace Workflow.Documents.Tests.Import;

/// <summary>Our Word file goes through LibreOffice and comes back the same: every block, and everything around the body.</summary>
public sealed class RoundTripTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Reading", "Files");

    public static TheoryData<string, string> Ways
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var file in Files())
            {
                data.Add(Path.GetFileName(file), "docx");
                data.Add(Path.GetFileName(file), "odt");
            }

            return data;
        }
    }

    [OfficeTheory]
    [MemberData(nameof(Ways))]
    public void Every_block_comes_back(string name, string way)
    {
        var path = Files().Single(file => Path.GetFileName(file) == name);
        var text = ImportTests.Read(File.ReadAllBytes(path), path).Text;
        var paper = new OfficialPaper(text, "ĐẢNG BỘ TỈNH X", "ĐẢNG ỦY XÃ Y", "07-NQ/ĐU", "NQ/ĐU", "Y", new DateOnly(2026, 2, 5), null);
        var ours = OfficialDocx.Render(paper, LayoutProfile.Hd36);
        var saved = way == "docx" ? Office.Convert(ours, "docx", "docx") : Office.Convert(Office.Convert(ours, "docx", "odt"), "odt", "docx");
        var (before, back) = (ImportTests.Read(ours, "a.docx"), ImportTests.Read(saved, "a.docx"));
        Assert.Equal(Blocks(before), Blocks(back));
        Assert.Equal(before.Text.Title, back.Text.Title);
        Assert.Equal(before.Text.Recipients, back.Text.Recipients);
        Assert.Equal(before.Text.Signature, back.Text.Signature);
        Assert.Equal((before.Facts.Number, before.Facts.Place, before.Facts.Date), (back.Facts.Number, back.Facts.Place, back.Facts.Date));
    }

    // Documents of several kinds: tables, chapters with articles, a resolution; and the shared ones where they are.
    private static IEnumerable<string> Files() => new[] { "08-", "11-" }.Select(start => Directory.GetFiles(Folder, start + "*").Single(file => !file.EndsWith(".json", StringComparison.Ordinal)))
        .Append(ImportTests.SamplePath)
        .Concat(SharedFactAttribute.Folder is { } shared ? Directory.GetFiles(Path.Combine(shared, "documents"), "*.txt") : []);

    private static List<(ClauseKind, int, string, string)> Blocks(ImportedDraft draft) => [.. draft.Text.Clauses.Select(clause => (clause.Kind, clause.Level, clause.Label, clause.Text))];
}

using Workflow.Documents.Anchoring;
using Workflow.Documents.Import;
using Workflow.Documents.Redline;
using Workflow.Domain.Layouts;
using Workflow.Domain.Texts;
using Xunit;

namespace Workflow.Documents.Tests;

public sealed class RedlineTests
{
    [Fact]
    public void Pieces_make_both_sides_again()
    {
        var random = new Random(11);
        string[] words = ["tăng", "trưởng", "10,5%", "kinh tế", "-", "xã hội", "năm", "2026.", "đạt", "và"];
        for (var round = 0; round < 2_000; round++)
        {
            string Sentence() => string.Join(' ', Enumerable.Range(0, random.Next(0, 25)).Select(_ => words[random.Next(words.Length)]));
            var before = Sentence();
            var after = Sentence();
            var pieces = WordDiff.Compare(before, after);
            Assert.Equal(before, string.Concat(pieces.Where(piece => piece.Kind != DiffKind.Inserted).Select(piece => piece.Text)));
            Assert.Equal(after, string.Concat(pieces.Where(piece => piece.Kind != DiffKind.Deleted).Select(piece => piece.Text)));
        }
    }

    [Fact]
    public void Typing_style_is_no_change()
    {
        const string text = "Nghị quyết về phát triển kinh tế – xã hội";
        Assert.All(WordDiff.Compare(text, text.Normalize(System.Text.NormalizationForm.FormD)), piece => Assert.Equal(DiffKind.Same, piece.Kind));
    }

    [Fact]
    public void Edits_inserts_deletions_moves_and_new_labels_are_told_apart()
    {
        var (before, after) = TwoVersions();
        var kinds = TextComparison.Compare(before, after).Different.GroupBy(change => change.Kind).ToDictionary(group => group.Key, group => group.Count());
        Assert.Equal(1, kinds[ChangeKind.Edited]);
        Assert.Equal(1, kinds[ChangeKind.Inserted]);
        Assert.Equal(1, kinds[ChangeKind.Deleted]);
        Assert.Equal(2, kinds[ChangeKind.Moved]);
        Assert.Equal(1, kinds[ChangeKind.Relabelled]);
    }

    [Fact]
    public void Accepting_all_gives_the_new_text_and_refusing_all_the_old()
    {
        var (before, after) = TwoVersions();
        var redline = RedlineDocx.Render(before, after, "Văn phòng", DateTimeOffset.UnixEpoch, LayoutProfile.Hd05);
        Assert.Equal(Lines(after), Lines(Read(redline, TrackedChanges.Accept)));
        Assert.Equal(Lines(before), Lines(Read(redline, TrackedChanges.Reject)));
    }

    [Fact]
    public void Clauses_that_go_on_keep_their_ids_and_new_ones_never_take_an_old_one()
    {
        var (before, after) = TwoVersions();
        var plain = after with { Clauses = [.. after.Clauses.Select((clause, index) => clause with { Id = $"fresh{index}" })] };
        var inherited = ClauseIds.Inherit(before, plain);
        var old = before.Clauses.Select(clause => clause.Id).ToHashSet();
        Assert.All(after.Clauses.Zip(inherited.Clauses), pair => Assert.True(pair.First.Id == "new" ? !old.Contains(pair.Second.Id) : pair.First.Id == pair.Second.Id, pair.First.FullText));
    }

    private static IEnumerable<string> Lines(DraftText text) => text.Clauses.Select(clause => clause.FullText);

    private static DraftText Read(byte[] docx, TrackedChanges tracked) => DraftImporter.Read("x.docx", docx, tracked).Draft!.Text;

    private static (DraftText Before, DraftText After) TwoVersions()
    {
        var before = ImportTests.Read(File.ReadAllBytes(ImportTests.SamplePath)).Text;
        var clauses = before.Clauses.ToList();
        clauses[2] = clauses[2] with { Runs = [new TextRun(clauses[2].Text)] };
        clauses[3] = clauses[3] with { Runs = [new TextRun(clauses[3].Text.Replace("cấp ủy các cấp", "các cấp ủy", StringComparison.Ordinal) + " Bổ sung một câu.")] };
        clauses.RemoveAt(5);
        var moved = clauses[8];
        clauses.RemoveAt(8);
        clauses.Insert(14, moved);
        clauses.Insert(4, new Clause("new", ClauseKind.Paragraph, 3, "", [new TextRun("Một đoạn hoàn toàn mới về 15 nội dung chưa từng có trong bản trước.")]));
        var label = clauses.FindLastIndex(clause => clause.Label == "3.");
        clauses[label] = clauses[label] with { Label = "4." };
        return (before, before with { Clauses = clauses });
    }
}

using System.Text;
using Workflow.Documents.Redline;
using Workflow.Domain.Texts;
using Xunit;

namespace Workflow.Documents.Tests.Redline;

public sealed class TextComparisonTests
{
    private static readonly DraftText Draft = Sample();

    [Fact]
    public void The_same_text_typed_otherwise_has_no_change()
    {
        var other = Changed(clauses => [.. clauses.Select(clause => clause with { Runs = [.. clause.Runs.Select(run => run with { Text = run.Text.Replace(" - ", " – ", StringComparison.Ordinal).Normalize(NormalizationForm.FormD) })] })]);
        var comparison = TextComparison.Compare(Draft, other);
        Assert.Empty(comparison.Different);
        Assert.Equal("Không có thay đổi nào.", comparison.Sentence);
    }

    [Fact]
    public void A_clause_that_became_two_is_a_split()
    {
        var (clause, index) = Long();
        var cut = clause.Text.IndexOf(' ', clause.Text.Length / 2);
        var after = Changed(clauses =>
        {
            clauses[index] = clause with { Runs = [new TextRun(clause.Text[..cut])] };
            clauses.Insert(index + 1, RandomDraft.Paragraph("new", clause.Text[(cut + 1)..]));
            return clauses;
        });
        var change = Assert.Single(TextComparison.Compare(Draft, after).Different);
        Assert.Equal(ChangeKind.Split, change.Kind);
        Assert.Equal([clause.Id, "new"], change.Parts.Select(part => part.Id));
        Assert.Contains(change.Pieces, piece => piece is { Kind: DiffKind.Inserted, Text: "\n" });
        Assert.False(change.FiguresChanged);
        Assert.Equal("1 mục tách đoạn.", TextComparison.Compare(Draft, after).Sentence);
    }

    [Fact]
    public void A_clause_that_became_three_equal_parts_is_a_split_too()
    {
        var (clause, index) = Long();
        var words = clause.Text.Split(' ');
        var third = words.Length / 3;
        string[] parts = [string.Join(' ', words[..third]), string.Join(' ', words[third..(2 * third)]), string.Join(' ', words[(2 * third)..])];
        var after = Changed(clauses =>
        {
            clauses.RemoveAt(index);
            clauses.InsertRange(index, parts.Select((part, number) => RandomDraft.Paragraph($"new{number}", part)));
            return clauses;
        });
        var change = Assert.Single(TextComparison.Compare(Draft, after).Different);
        Assert.Equal((ChangeKind.Split, 3), (change.Kind, change.Parts.Count));
    }

    [Fact]
    public void Two_clauses_that_became_one_are_a_merge()
    {
        var index = Draft.Clauses.Zip(Draft.Clauses.Skip(1)).ToList().FindIndex(pair => pair.First.Text.Length > 120 && pair.Second.Text.Length > 120 && pair.First.Label.Length + pair.Second.Label.Length == 0);
        var (first, second) = (Draft.Clauses[index], Draft.Clauses[index + 1]);
        var after = Changed(clauses =>
        {
            clauses[index] = first with { Runs = [new TextRun($"{first.Text} {second.Text}")] };
            clauses.RemoveAt(index + 1);
            return clauses;
        });
        var change = Assert.Single(TextComparison.Compare(Draft, after).Different);
        Assert.Equal(ChangeKind.Merged, change.Kind);
        Assert.Equal([first.Id, second.Id], change.Parts.Select(part => part.Id));
        Assert.Contains(change.Pieces, piece => piece is { Kind: DiffKind.Deleted, Text: "\n" });
    }

    [Fact]
    public void A_clause_that_moved_and_was_edited_is_one_move_with_its_edit()
    {
        var (clause, index) = Long();
        var after = Changed(clauses =>
        {
            clauses.RemoveAt(index);
            clauses.Add(clause with { Runs = [new TextRun(clause.Text + " Thêm 12 hộ.")] });
            return clauses;
        });
        var comparison = TextComparison.Compare(Draft, after);
        Assert.Equal(1, comparison.Count(ChangeKind.Moved));
        var arrived = Assert.Single(comparison.Different, change => change.After is not null);
        Assert.Equal(clause, arrived.Counterpart);
        Assert.True(arrived.FiguresChanged);
        Assert.Contains(arrived.Pieces, piece => piece.Kind == DiffKind.Same);
    }

    [Fact]
    public void A_changed_figure_and_a_mere_tone_mark_are_told_apart()
    {
        Assert.Equal((true, false), Flags("Đạt 15,5% trở lên", "Đạt 16,5% trở lên"));
        Assert.Equal((true, false), Flags("Từ 10 đến 20 hộ", "Từ 20 đến 10 hộ"));
        Assert.Equal((false, false), Flags("Có 15 hộ nghèo", "Có 15 hộ cận nghèo"));
        Assert.Equal((false, true), Flags("Nâng cao hoà giải, thuý quyền, kĩ năng, quí I", "Nâng cao hòa giải, thúy quyền, kỹ năng, quý I"));
        Assert.Equal((false, false), Flags("Một cái túi", "Một cái túy"));
        Assert.Equal((false, false), Flags("Xã Hòa", "Xã Hỏa"));
    }

    [Fact]
    public void Title_subject_recipients_and_signer_are_compared_with_their_own()
    {
        var after = Draft with
        {
            Subject = Draft.Subject + " và những năm tiếp theo",
            TitleTail = "",
            Recipients = [.. Draft.Recipients.Skip(1), new RecipientLine("Các trường học trên địa bàn")],
            Signature = Draft.Signature with { Name = "Trần Thị Hoa" },
        };
        var changes = TextComparison.Compare(Draft, after).Different.Select(change => (change.Kind, (change.After ?? change.Before)!.Id)).ToList();
        Assert.Contains((ChangeKind.Edited, "title"), changes);
        Assert.Contains((ChangeKind.Edited, "subject"), changes);
        Assert.Contains((ChangeKind.Edited, "signer"), changes);
        Assert.Contains((ChangeKind.Deleted, "recipient-1"), changes);
        Assert.Contains((ChangeKind.Inserted, $"recipient-{after.Recipients.Count}"), changes);
        Assert.Equal(5, changes.Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Every_random_edit_is_found_and_nothing_else(int seed)
    {
        var random = new RandomDraft(new Random(seed));
        var before = random.New(120);
        var after = random.Next(before, 0.2, added: 4, removed: 3, moved: 0);
        var comparison = TextComparison.Compare(before, after);
        var old = before.Clauses.ToDictionary(clause => clause.Id);
        var label = $"seed {seed}: {comparison.Sentence}";
        Assert.True(after.Clauses.Count(clause => old.TryGetValue(clause.Id, out var was) && was.Text != clause.Text) == comparison.Count(ChangeKind.Edited), label);
        Assert.True(comparison.Count(ChangeKind.Inserted) == 4, label);
        Assert.True(comparison.Count(ChangeKind.Deleted) == 3, label);
        Assert.True(comparison.Changes.Where(change => change.Before is not null && change.After is not null).All(change => change.Before!.Id == change.After!.Id), label);
    }

    [Fact]
    public void Forty_thousand_words_are_compared_clause_by_clause()
    {
        var random = new RandomDraft(new Random(9));
        var before = random.New(1_000, 40);
        var after = random.Next(before, 0.3, added: 30, removed: 30, moved: 20);
        var comparison = TextComparison.Compare(before, after);
        Assert.Equal(after.Clauses.Select(clause => clause.Id), comparison.Changes.Skip(2).Where(change => change.After is not null).Select(change => change.After!.Id).Take(after.Clauses.Count));
        Assert.Equal(30, comparison.Count(ChangeKind.Inserted));
    }

    [Fact]
    public void A_draft_rewritten_from_end_to_end_is_still_compared()
    {
        var before = new RandomDraft(new Random(10)).New(1_000, 20);
        var after = new RandomDraft(new Random(11)).New(1_000, 20);
        var renamed = after with { Clauses = [.. after.Clauses.Select(clause => clause with { Id = "n" + clause.Id })] };
        var comparison = TextComparison.Compare(before, renamed);
        Assert.Equal(1_000, comparison.Changes.Count(change => change.After?.Id.StartsWith("nc", StringComparison.Ordinal) is true));
        Assert.True(comparison.Count(ChangeKind.Deleted) > 900, comparison.Sentence);
    }

    internal static DraftText Sample() => ImportTests.Read(File.ReadAllBytes(ImportTests.SamplePath)).Text;

    private static DraftText Changed(Func<List<Clause>, List<Clause>> change) => Draft with { Clauses = change([.. Draft.Clauses]) };

    private static (Clause Clause, int Index) Long()
    {
        var index = Draft.Clauses.ToList().FindIndex(clause => clause.Text.Length > 250);
        return (Draft.Clauses[index], index);
    }

    private static (bool Figures, bool Tone) Flags(string before, string after)
    {
        DraftText Text(string text) => Draft with { Clauses = [RandomDraft.Paragraph("c1", text)] };
        var change = Assert.Single(TextComparison.Compare(Text(before), Text(after)).Different);
        return (change.FiguresChanged, change.OnlyTonePlacement);
    }
}

using Workflow.Documents.Anchoring;
using Workflow.Documents.Tests.Redline;
using Workflow.Domain.Texts;
using Xunit;

namespace Workflow.Documents.Tests.Anchoring;

/// <summary>Proposed changes of wording are made word for word, several at once, or told as collisions.</summary>
public sealed class WordingChangesTests
{
    private static readonly DraftText Draft = Text("Phấn đấu hoàn thành 12 km đường bê tông trong quý III.", "Giảm hộ nghèo xuống dưới 3%.");

    [Fact]
    public void Several_are_made_at_once_and_places_do_not_slip()
    {
        var result = WordingChanges.Apply(Draft, [Change("c0", "Phấn đấu hoàn thành", "Hoàn thành"), Change("c0", "12 km", "15 km"), Change("c0", " trong quý III", ""), Insert("c1", "Giảm hộ nghèo".Length, " đa chiều")]);
        Assert.Empty(result.Collisions);
        Assert.Equal(["Hoàn thành 15 km đường bê tông.", "Giảm hộ nghèo đa chiều xuống dưới 3%."], result.Text.Clauses.Select(clause => clause.Text));
    }

    [Fact]
    public void Two_that_touch_the_same_words_collide_and_the_first_is_made()
    {
        var second = Change("c0", "12 km đường", "12 km mặt đường");
        var result = WordingChanges.Apply(Draft, [Change("c0", "12 km", "15 km"), second]);
        Assert.Equal((second.Key, Collision.SameWords), Assert.Single(result.Collisions));
        Assert.StartsWith("Phấn đấu hoàn thành 15 km đường", result.Text.Clauses[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_insertions_at_one_point_collide() =>
        Assert.Equal(Collision.SameWords, Assert.Single(WordingChanges.Apply(Draft, [Insert("c1", 0, "Một. "), Insert("c1", 0, "Hai. ")]).Collisions).Why);

    [Fact]
    public void Words_that_moved_to_another_clause_are_changed_there_and_words_that_changed_are_not()
    {
        var later = Text("Giảm hộ nghèo xuống dưới 2%.", "Phấn đấu hoàn thành 12 km đường bê tông trong quý III.");
        later = later with { Clauses = [later.Clauses[0] with { Id = "c1" }, later.Clauses[1] with { Id = "c0" }] };
        var gone = Change("c1", "dưới 3%", "dưới 2,5%");
        var result = WordingChanges.Apply(later, [Change("c0", "12 km đường bê tông", "15 km đường bê tông"), gone]);
        Assert.Equal((gone.Key, Collision.WordsChanged), Assert.Single(result.Collisions));
        Assert.Equal("Phấn đấu hoàn thành 15 km đường bê tông trong quý III.", result.Text.Clauses[1].Text);
        Assert.Equal("Giảm hộ nghèo xuống dưới 2%.", result.Text.Clauses[0].Text);
    }

    [Fact]
    public void The_second_of_two_equal_words_is_the_one_that_was_meant()
    {
        var draft = Text("Thu ngân sách đạt 5 tỷ, chi ngân sách đạt 4 tỷ.");
        var at = draft.Clauses[0].Text.LastIndexOf("ngân sách", StringComparison.Ordinal);
        var result = WordingChanges.Apply(draft, [new(Guid.CreateVersion7(), "c0", at, "ngân sách", "thường xuyên", draft)]);
        Assert.Equal("Thu ngân sách đạt 5 tỷ, chi thường xuyên đạt 4 tỷ.", result.Text.Clauses[0].Text);
    }

    [Fact]
    public void Words_keep_the_type_of_those_they_replace_and_a_clause_without_words_goes()
    {
        var draft = Draft with { Clauses = [Draft.Clauses[0] with { Runs = [new TextRun("Phấn đấu ", Bold: true), new TextRun("hoàn thành 12 km.")] }, Draft.Clauses[1]] };
        var result = WordingChanges.Apply(draft, [new(Guid.CreateVersion7(), "c0", 0, "Phấn đấu", "Quyết tâm", draft), new(Guid.CreateVersion7(), "c1", 0, draft.Clauses[1].Text, "", draft)]);
        Assert.Equal([new TextRun("Quyết tâm ", Bold: true), new TextRun("hoàn thành 12 km.")], Assert.Single(result.Text.Clauses).Runs);
    }

    [Fact]
    public void Random_changes_are_those_of_a_plain_replacement()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var draft = new RandomDraft(random).New(3);
            var clause = draft.Clauses[random.Next(3)];
            var start = random.Next(clause.Text.Length);
            var quote = clause.Text.Substring(start, random.Next(1, clause.Text.Length - start + 1));
            var result = WordingChanges.Apply(draft, [new(Guid.CreateVersion7(), clause.Id, start, quote, "thay vào", draft)]);
            Assert.Empty(result.Collisions);
            Assert.Equal(string.Concat(clause.Text.AsSpan(0, start), "thay vào", clause.Text.AsSpan(start + quote.Length)), result.Text.Clauses.Single(one => one.Id == clause.Id).Text);
        }
    }

    private static WordingChange Change(string clause, string quote, string text) => new(Guid.CreateVersion7(), clause, Draft.Clauses.Single(one => one.Id == clause).Text.IndexOf(quote, StringComparison.Ordinal), quote, text, Draft);

    private static WordingChange Insert(string clause, int at, string text) => new(Guid.CreateVersion7(), clause, at, "", text, Draft);

    private static DraftText Text(params string[] paragraphs) => new("nghi-quyet", BodyKind.ExecutiveCommittee, "", "về nhiệm vụ năm 2027", [.. paragraphs.Select((text, index) => RandomDraft.Paragraph($"c{index}", text))], [], SignatureBlock.Empty);
}

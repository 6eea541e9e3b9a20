using Workflow.Documents.Anchoring;
using Workflow.Documents.Tests.Redline;
using Workflow.Domain.Texts;
using Xunit;

namespace Workflow.Documents.Tests.Anchoring;

public sealed class ClauseIdsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void Clauses_keep_their_ids_over_random_edits(int seed)
    {
        var random = new RandomDraft(new Random(seed));
        var before = random.New(80);
        var truth = random.Next(before, 0.4, added: 5, removed: 5, moved: 3);
        var inherited = ClauseIds.Inherit(before, Fresh(truth));
        var old = before.Clauses.Select(clause => clause.Id).ToHashSet();
        Assert.All(truth.Clauses.Zip(inherited.Clauses), pair => Assert.True(
            old.Contains(pair.First.Id) ? pair.First.Id == pair.Second.Id : !old.Contains(pair.Second.Id), $"seed {seed}: {pair.First.Id} became {pair.Second.Id}"));
        Assert.Equal(inherited.Clauses.Count, inherited.Clauses.Select(clause => clause.Id).Distinct().Count());
    }

    [Fact]
    public void A_retired_id_never_comes_back()
    {
        var random = new RandomDraft(new Random(20));
        var first = random.New(5);
        var second = first with { Clauses = [.. first.Clauses.Take(4)] };
        var third = second with { Clauses = [.. second.Clauses, RandomDraft.Paragraph("x", random.Sentence(20))] };
        Assert.Equal("c6", ClauseIds.Inherit(second, Fresh(third), retired: first.Clauses.Select(clause => clause.Id)).Clauses[^1].Id);
    }

    [Fact]
    public void An_id_that_the_file_carried_wins_over_likeness()
    {
        var random = new RandomDraft(new Random(21));
        var before = random.New(6);
        var clauses = before.Clauses.ToList();
        clauses[2] = clauses[2] with { Runs = [new TextRun(random.Sentence(30))] };
        clauses.Insert(2, RandomDraft.Paragraph("n1", random.Sentence(10)));
        var imported = before with { Clauses = clauses };
        var carried = before.Clauses.Select(clause => clause.Id).ToHashSet();
        Assert.Equal(["c1", "c2", "c7", "c3", "c4", "c5", "c6"], ClauseIds.Inherit(before, imported, carried).Clauses.Select(clause => clause.Id));
        Assert.DoesNotContain("c3", ClauseIds.Inherit(before, imported).Clauses.Select(clause => clause.Id));
    }

    [Fact]
    public void A_carried_id_gives_way_to_equal_text_elsewhere()
    {
        // A paragraph was cut and pasted; Word left its bookmark behind on the next one.
        var before = new RandomDraft(new Random(22)).New(5);
        var imported = before with { Clauses = [before.Clauses[1] with { Id = "c1" }, before.Clauses[2], before.Clauses[3], before.Clauses[0] with { Id = "x" }, before.Clauses[4]] };
        Assert.Equal(["c2", "c3", "c4", "c1", "c5"], ClauseIds.Inherit(before, imported, before.Clauses.Select(clause => clause.Id).ToHashSet()).Clauses.Select(clause => clause.Id));
    }

    [Fact]
    public void A_split_goes_on_in_its_larger_part()
    {
        var before = new RandomDraft(new Random(23)).New(3, 40);
        var words = before.Clauses[1].Text.Split(' ');
        var after = before with
        {
            Clauses = [before.Clauses[0], RandomDraft.Paragraph("a", string.Join(' ', words[..12])), RandomDraft.Paragraph("b", string.Join(' ', words[12..])), before.Clauses[2]],
        };
        Assert.Equal(["c1", "c4", "c2", "c3"], ClauseIds.Inherit(before, after).Clauses.Select(clause => clause.Id));
    }

    // The same text as a file without bookmarks gives it: ids by position.
    private static DraftText Fresh(DraftText text) => text with { Clauses = [.. text.Clauses.Select((clause, index) => clause with { Id = $"c{index + 1}" })] };
}

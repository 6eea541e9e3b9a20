using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Drafting;
using Workflow.Activities.Review;
using Workflow.Domain;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
using Workflow.Domain.Reviews;
using Workflow.Domain.Texts;
using Workflow.Host.Commands;
using Xunit;

namespace Workflow.Integration.Tests;

/// <summary>Remarks on words, proposals of other words, and where they stand once the text has changed.</summary>
[Collection("cluster")]
public sealed class ProposalsTests(TestCluster cluster)
{
    [Fact]
    public async Task Several_proposals_become_one_version_word_for_word_or_none_of_them_does()
    {
        await using var world = await DemoWorld.Create(cluster.Sample, cluster.Cluster, await cluster.Copy());
        var (draft, hash, first, second) = await InReview(world);
        var office = world.People["vanphong"];
        var (one, two) = await Members(world);
        async Task<string?> Propose(Person who, Clause clause, string quote, string proposed, string text = "", int start = -1) =>
            (await world.Send(who, new AddComment(Guid.CreateVersion7(), draft, hash, clause.Id, text, quote, start, proposed))).Refusal?.Code;
        var (word, other) = (Once(first), Once(second));
        Assert.Equal("review.no-such-words", await Propose(one, first, "không có câu chữ này", "x"));
        Assert.Equal("review.same-words", await Propose(one, first, word, word));
        Assert.Equal("review.empty-proposal", await Propose(one, first, "", " "));
        Assert.Null(await Propose(one, first, word, "câu chữ mới", "cho gọn"));
        Assert.Null(await Propose(two, second, other, ""));
        Assert.Null(await Propose(two, second, "", " Thêm một ý."));
        Assert.Null(await Propose(two, first, word, "câu chữ khác"));
        Assert.Null((await world.Send(one, new SendOpinion(Guid.CreateVersion7(), draft, hash, OpinionAnswer.AgreeWithComments, ""))).Refusal);
        Assert.Null((await world.Send(two, new SendOpinion(Guid.CreateVersion7(), draft, hash, OpinionAnswer.Agree, ""))).Refusal);
        Assert.Null((await world.Send(office, new CloseReview(Guid.CreateVersion7(), draft))).Refusal);

        var comments = await world.Look(db => db.Set<Comment>().AsNoTracking().OrderBy(comment => comment.At).ToListAsync());
        async Task<Activities.Pipeline.Answer> TakeUp(params Guid[] ids) => await world.Send(office, new TakeUpProposals(Guid.CreateVersion7(), draft, hash, ids, ""));
        var collision = await TakeUp(comments[0].Id, comments[3].Id);
        Assert.Equal("review.collision", collision.Refusal?.Code);
        Assert.Contains("sửa cùng chỗ với một đề nghị khác", collision.Refusal!.Text, StringComparison.Ordinal);
        Assert.Equal(1, await world.Look(db => db.Set<DraftVersion>().CountAsync()));
        Assert.Equal("review.none-chosen", (await TakeUp()).Refusal?.Code);
        Assert.Equal("review.none-chosen", (await TakeUp(Guid.CreateVersion7())).Refusal?.Code);

        Assert.Null((await TakeUp(comments[0].Id, comments[1].Id, comments[2].Id)).Refusal);
        var view = (await world.Ask(office, new ReadDraft(draft)))!;
        Assert.Equal(first.Text.Replace(word, "câu chữ mới", StringComparison.Ordinal), view.Text.Clauses.Single(clause => clause.Id == first.Id).Text);
        Assert.Equal(second.Text.Replace(other, "", StringComparison.Ordinal) + " Thêm một ý.", view.Text.Clauses.Single(clause => clause.Id == second.Id).Text);
        Assert.Equal((2, VersionCause.Proposals), (view.Versions[^1].Round, view.Versions[^1].Cause));
        Assert.All(view.Comments.Take(3), comment => Assert.Equal((CommentAnchorage.Behind, Disposition.Accepted), (comment.Anchor, comment.Disposition)));
        Assert.Equal($"Sửa “{word}” thành “câu chữ mới”: cho gọn", view.Comments[0].Asks);
        Assert.Equal($"Bỏ “{other}”", view.Comments[1].Asks);

        // The fourth speaks of words that are gone now, and says so instead of being put somewhere.
        hash = view.Draft.CurrentHash;
        Assert.NotEqual(CommentAnchorage.Exact, view.Comments[3].Anchor);
        Assert.Contains("không còn nguyên văn", (await TakeUp(comments[3].Id)).Refusal!.Text, StringComparison.Ordinal);
        Assert.Equal("review.answered", (await TakeUp(comments[0].Id)).Refusal?.Code);
    }

    [Fact]
    public async Task A_remark_goes_along_with_its_words_and_asks_when_it_is_not_sure()
    {
        await using var world = await DemoWorld.Create(cluster.Sample, cluster.Cluster, await cluster.Copy());
        var (draft, hash, first, second) = await InReview(world);
        var office = world.People["vanphong"];
        var (one, two) = await Members(world);
        var words = string.Join(' ', first.Text.Split(' ').Take(8));
        Assert.Null((await world.Send(one, new AddComment(Guid.CreateVersion7(), draft, hash, first.Id, "Nói rõ hơn.", words, 0))).Refusal);
        Assert.Null((await world.Send(two, new AddComment(Guid.CreateVersion7(), draft, hash, second.Id, "Bỏ đoạn này."))).Refusal);
        Assert.Null((await world.Send(one, new SendOpinion(Guid.CreateVersion7(), draft, hash, OpinionAnswer.AgreeWithComments, ""))).Refusal);
        Assert.Null((await world.Send(two, new SendOpinion(Guid.CreateVersion7(), draft, hash, OpinionAnswer.Agree, ""))).Refusal);
        Assert.Null((await world.Send(office, new CloseReview(Guid.CreateVersion7(), draft))).Refusal);
        async Task<DraftView> Look() => (await world.Ask(office, new ReadDraft(draft)))!;
        async Task Edit(string clause, string text) => Assert.Null((await world.Send(office, new EditClause(Guid.CreateVersion7(), draft, (await Look()).Draft.CurrentHash, clause, text, "thử"))).Refusal);

        await Edit(first.Id, "Năm qua, " + first.Text);
        var row = (await Look()).Comments[0];
        Assert.Equal((CommentAnchorage.Exact, first.Id, "Năm qua, ".Length, words.Length), (row.Anchor, row.ClauseId, row.Start, row.Length));

        var edited = words.Split(' ');
        edited[3] = "kháctừ";
        await Edit(first.Id, string.Join(' ', edited) + first.Text[words.Length..]);
        var fuzzy = await Look();
        Assert.Equal((CommentAnchorage.Fuzzy, first.Id), (fuzzy.Comments[0].Anchor, fuzzy.Comments[0].ClauseId));
        Assert.Equal("review.no-comment", (await world.Send(two, new ConfirmPlace(Guid.CreateVersion7(), row.Id, fuzzy.Draft.CurrentHash, true))).Refusal?.Code);
        Assert.Equal("draft.stale", (await world.Send(one, new ConfirmPlace(Guid.CreateVersion7(), row.Id, hash, true))).Refusal?.Code);
        Assert.Null((await world.Send(one, new ConfirmPlace(Guid.CreateVersion7(), row.Id, fuzzy.Draft.CurrentHash, true))).Refusal);
        Assert.Equal(CommentAnchorage.Exact, (await Look()).Comments[0].Anchor);
        Assert.Equal("review.place-known", (await world.Send(one, new ConfirmPlace(Guid.CreateVersion7(), row.Id, fuzzy.Draft.CurrentHash, true))).Refusal?.Code);

        // A clause that is gone leaves its remark at the top, never at one that looks alike.
        await Edit(second.Id, "");
        var lost = (await Look()).Comments[1];
        Assert.Equal((CommentAnchorage.Lost, ""), (lost.Anchor, lost.ClauseId));
    }

    private async Task<(Guid Draft, string Hash, Clause First, Clause Second)> InReview(DemoWorld world)
    {
        var draft = (await world.Draft(world.People["soanthao"], Guid.CreateVersion7(), "Ủy ban nhân dân xã", "Kính trình.", "nghi-quyet-mau.txt", cluster.SampleBytes)).Id;
        Assert.Null((await world.Send(world.People["soanthao"], new SubmitDraft(Guid.CreateVersion7(), draft))).Refusal);
        var view = (await world.Ask(world.People["vanphong"], new ReadDraft(draft)))!;
        var hash = view.Draft.CurrentHash;
        Assert.Null((await world.Send(world.People["vanphong"], new AppraiseDraft(Guid.CreateVersion7(), draft, hash, true, "", VietnamTime.DayOf(TimeProvider.System.GetUtcNow()).AddDays(5), Points: await world.Judged()))).Refusal);
        var clauses = view.Text.Clauses.Where(clause => clause.Kind == ClauseKind.Paragraph && clause.Text.Split(' ').Length > 20).ToList();
        return (draft, hash, clauses[0], clauses[1]);
    }

    private static async Task<(Person One, Person Two)> Members(DemoWorld world)
    {
        var ids = await world.Look(db => db.Set<OpinionSheet>().OrderBy(sheet => sheet.Id).Select(sheet => sheet.PersonId).ToListAsync());
        var members = world.People.Values.Where(person => ids.Contains(person.Id)).ToList();
        return (members[^1], members[^2]);
    }

    // Three words that stand in the clause once.
    private static string Once(Clause clause) => clause.Text.Split(' ').Zip(clause.Text.Split(' ').Skip(1), (a, b) => $"{a} {b}").First(words => words.All(letter => char.IsLetter(letter) || letter == ' ') && clause.Text.Split(words).Length == 2);
}

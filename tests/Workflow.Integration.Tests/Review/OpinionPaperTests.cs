using Workflow.Activities.Drafting;
using Workflow.Activities.Review;
using Workflow.Domain;
using Workflow.Domain.Organizations;
using Workflow.Domain.Reviews;
using Workflow.Domain.Texts;
using Xunit;

namespace Workflow.Integration.Tests.Review;

/// <summary>The sheet on paper: blank for a pen, filled with the answer that counts, and hidden as long as the answer is.</summary>
[Collection("cluster")]
public sealed class OpinionPaperTests(TestCluster cluster)
{
    private static Guid New => Guid.CreateVersion7();

    [Fact]
    public async Task The_paper_shows_what_was_answered_to_whom_may_know_it()
    {
        await using var world = await ReviewWorld.Create(cluster);
        var (draft, round) = await world.Asked(cluster.SampleBytes);
        var (me, other, third, hash) = (world.First.People["uyvien06"], world.First.People["uyvien07"], world.First.People["uyvien08"], await world.Hash(draft));
        async Task<string?> Sheet(Person reader, Guid? of = null, bool blank = false) =>
            await world.First.Ask(reader, new ReadOpinionPaper(round, of, blank, PaperFormat.Word)) is { } paper ? CommentAnswerTests.Words(paper.Content) : null;
        var clause = (await world.First.Ask(me, new ReadDraft(draft)))!.Text.Clauses.First(one => one.Kind == ClauseKind.Paragraph && one.Text.Length > 60);
        await world.Done(me, new AddComment(New, draft, hash, clause.Id, "Nêu rõ nguồn vốn."));
        Assert.DoesNotContain("Nêu rõ nguồn vốn", await Sheet(me), StringComparison.Ordinal);
        await world.Done(me, new SendOpinion(New, draft, hash, OpinionAnswer.Disagree, "Chưa rõ nguồn lực.", round));

        var mine = await Sheet(me);
        Assert.All(["Kính gửi: đồng chí " + me.FullName, "☒ Không thống nhất", "☐ Thống nhất", "Chưa rõ nguồn lực.", "Nêu rõ nguồn vốn.", "trên thiết bị của đồng chí", hash[..16]], words => Assert.Contains(words, mine, StringComparison.Ordinal));
        var blank = await Sheet(me, blank: true);
        Assert.Contains("Kính gửi: đồng chí " + me.FullName, blank, StringComparison.Ordinal);
        Assert.All(["☒", "Chưa rõ nguồn lực.", "Nêu rõ nguồn vốn."], words => Assert.DoesNotContain(words, blank, StringComparison.Ordinal));

        // Who has not answered sees nobody's; the office sees who is asked, and a blank sheet of theirs.
        Assert.Null(await Sheet(other, me.Id));
        Assert.DoesNotContain("☒", await Sheet(world.Office, me.Id), StringComparison.Ordinal);
        Assert.Contains("đồng chí ....", await Sheet(world.Office), StringComparison.Ordinal);
        await world.Done(other, new SendOpinion(New, draft, hash, OpinionAnswer.Agree, "", round));
        Assert.Contains("Chưa rõ nguồn lực.", await Sheet(other, me.Id), StringComparison.Ordinal);

        await world.Done(world.Office, new EnterOpinion(New, round, hash, third.Id, OpinionAnswer.Agree, "", OpinionMeans.Phone, "gọi lúc 9 giờ", []));
        await world.Done(world.Office, new CloseReview(New, draft));
        Assert.Contains($"đồng chí {world.Office.FullName} nhập", await Sheet(world.Office, third.Id), StringComparison.Ordinal);
    }
}

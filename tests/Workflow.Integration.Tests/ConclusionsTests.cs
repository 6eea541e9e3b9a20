using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Conclusions;
using Workflow.Activities.Drafting;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Review;
using Workflow.Domain;
using Workflow.Domain.Reviews;
using Workflow.Domain.Texts;
using Workflow.Host.Commands;
using Xunit;

namespace Workflow.Integration.Tests;

/// <summary>What a meeting concluded is found again point by point, on the text as it is now, before the draft goes on.</summary>
[Collection("cluster")]
public sealed class ConclusionsTests(TestCluster cluster)
{
    [Fact]
    public async Task A_point_that_is_not_met_on_the_current_text_keeps_the_draft_back()
    {
        await using var world = await DemoWorld.Create(cluster.Sample, cluster.Cluster, await cluster.Copy());
        var (draft, hash) = await InRevision(world);
        var (office, head) = (world.People["vanphong"], world.People["chanhvanphong"]);
        async Task<string?> Send(ICommand command) => (await world.Send(office, command)).Refusal?.Code;
        async Task<ConclusionsView> Look() => (await world.Ask(office, new ReadConclusions(draft, Guid.NewGuid())))!;
        async Task<string?> Check(int ordinal, string clause, bool met, string result = "Đã sửa.") =>
            await Send(new CheckPoint(Guid.CreateVersion7(), (await Look()).Rows[0].Points[ordinal - 1].Id, (await Look()).CurrentHash, clause, met, result));
        Task<string?> Finish() => Send(new FinishRevision(Guid.CreateVersion7(), draft));
        var today = VietnamTime.DayOf(TimeProvider.System.GetUtcNow());

        Assert.Equal("conclusion.points", await Send(new RecordConclusion(Guid.CreateVersion7(), draft, hash, ConclusionSource.StandingCommittee, today, "", " \n - \n")));
        Assert.Equal("conclusion.day", await Send(new RecordConclusion(Guid.CreateVersion7(), draft, hash, ConclusionSource.StandingCommittee, today.AddDays(1), "", "Một")));
        Assert.Equal("conclusion.version", await Send(new RecordConclusion(Guid.CreateVersion7(), draft, new string('0', 64), ConclusionSource.StandingCommittee, today, "", "Một")));
        Assert.Null(await Send(new RecordConclusion(Guid.CreateVersion7(), draft, hash, ConclusionSource.StandingCommittee, today, "12-TB/ĐU", "- Bổ sung nguồn vốn\n\n• Nêu rõ hạn hoàn thành")));
        var points = (await Look()).Rows.Single().Points;
        Assert.Equal(["Bổ sung nguồn vốn", "Nêu rõ hạn hoàn thành"], points.Select(point => point.Words));
        Assert.Equal("conclusion.not-met", await Finish());

        var clauses = (await world.Ask(office, new ReadDraft(draft)))!.Text.Clauses.Where(clause => clause is { Kind: ClauseKind.Paragraph, Rows: null }).Take(2).ToList();
        Assert.Equal("conclusion.result", await Check(1, clauses[0].Id, true, " "));
        Assert.Equal("conclusion.clause", await Check(1, "không-có", true));
        Assert.Null(await Check(1, clauses[0].Id, true));
        Assert.Null(await Check(2, "", false, "Chưa thấy hạn."));
        Assert.Equal("conclusion.not-met", await Finish());
        Assert.Null(await Check(2, "", true));
        Assert.Equal([true, true], (await Look()).Rows[0].Points.Select(point => point.IsMet is true && !point.IsStale));

        // An edit elsewhere leaves the first as it is; the second was seen on the whole text, and the whole has changed.
        Assert.Null(await Send(new EditClause(Guid.CreateVersion7(), draft, (await Look()).CurrentHash, clauses[1].Id, clauses[1].Text + " Thêm.", "thử")));
        Assert.Equal([false, true], (await Look()).Rows[0].Points.Select(point => point.IsStale));
        Assert.Equal("conclusion.not-met", await Finish());
        Assert.Null(await Check(2, clauses[1].Id, true));

        // An edit of the clause itself asks for another look, and undoing it makes the old one hold again.
        Assert.Null(await Send(new EditClause(Guid.CreateVersion7(), draft, (await Look()).CurrentHash, clauses[0].Id, clauses[0].Text + " Thêm.", "thử")));
        Assert.Equal([true, false], (await Look()).Rows[0].Points.Select(point => point.IsStale));
        Assert.Equal("draft.stale", await Send(new CheckPoint(Guid.CreateVersion7(), points[0].Id, hash, "", true, "x")));
        Assert.Equal("conclusion.not-met", await Finish());
        Assert.Null(await Send(new EditClause(Guid.CreateVersion7(), draft, (await Look()).CurrentHash, clauses[0].Id, clauses[0].Text, "thử")));
        Assert.Null(await Finish());
        Assert.Equal(4, await world.Look(db => db.Set<PointCheck>().CountAsync()));

        foreach (var format in Enum.GetValues<PaperFormat>())
        {
            var paper = (await world.Ask(office, new ReadReconciliationPaper(draft, (await Look()).Rows[0].Id, format)))!;
            Assert.True(format == PaperFormat.Pdf ? paper.Content.AsSpan().StartsWith("%PDF-1.7"u8) : paper.Content.AsSpan().StartsWith("PK"u8));
        }

        Assert.Null((await world.Send(head, new WithdrawConclusion(Guid.CreateVersion7(), (await Look()).Rows[0].Id, "Ghi nhầm dự thảo"))).Refusal);
        Assert.Equal("conclusion.not-found", await Send(new CheckPoint(Guid.CreateVersion7(), points[0].Id, (await Look()).CurrentHash, "", true, "x")));
        Assert.Equal("Ghi nhầm dự thảo", (await Look()).Rows.Single().WithdrawnBecause);
        Assert.Null(await world.Ask(office, new ReadReconciliationPaper(draft, (await Look()).Rows[0].Id, PaperFormat.Pdf)));
    }

    private async Task<(Guid Draft, string Hash)> InRevision(DemoWorld world)
    {
        var (drafter, office) = (world.People["soanthao"], world.People["vanphong"]);
        var draft = (await world.Draft(drafter, Guid.CreateVersion7(), "Ủy ban nhân dân xã", "Kính trình.", "nghi-quyet-mau.txt", cluster.SampleBytes)).Id;
        Assert.Null((await world.Send(drafter, new SubmitDraft(Guid.CreateVersion7(), draft))).Refusal);
        var hash = (await world.Ask(office, new ReadDraft(draft)))!.Draft.CurrentHash;
        Assert.Null((await world.Send(office, new AppraiseDraft(Guid.CreateVersion7(), draft, hash, true, "", VietnamTime.DayOf(TimeProvider.System.GetUtcNow()).AddDays(5), Points: await world.Judged()))).Refusal);
        Assert.Null((await world.Send(office, new CloseReview(Guid.CreateVersion7(), draft))).Refusal);
        return (draft, hash);
    }
}

using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Drafting;
using Workflow.Activities.Review;
using Workflow.Activities.Signing;
using Workflow.Documents.Templates;
using Workflow.Domain;
using Workflow.Domain.Drafts;
using Workflow.Domain.Profiles;
using Workflow.Domain.Reviews;
using Workflow.Runtime.Processes;
using Xunit;

namespace Workflow.Integration.Tests.Review;

/// <summary>A written circulation in the place of a meeting: what it may decide, and that its proof holds and shows any change.</summary>
[Collection("cluster")]
public sealed class CirculationTests(TestCluster cluster)
{
    private static Guid New => Guid.CreateVersion7();

    [Fact]
    public async Task Six_of_eleven_approve_the_text_may_be_signed_and_the_proof_recomputes_until_somebody_changes_a_row()
    {
        await using var world = await ReviewWorld.Create(cluster);
        var (draft, round, hash) = await Asked(world, "Về đẩy mạnh thu gom rác thải nông thôn");
        for (var index = 0; index < 6; index++)
        {
            await world.Done(world.Members[index], new SendOpinion(New, draft, hash, index == 5 ? OpinionAnswer.AgreeWithComments : OpinionAnswer.Agree, "", round));
        }

        await world.Refused("circulation.open", world.Office, new ConcludeCirculation(New, round, false, ""));
        await world.Done(world.Office, new CloseReview(New, draft));
        await world.Refused("circulation.statement", world.Office, new ConcludeCirculation(New, round, false, ""));
        var answer = await world.Done(world.Office, new ConcludeCirculation(New, round, false, "Góp ý về câu chữ, không phải ý kiến khác nhau quan trọng."));
        Assert.Contains("6/11 ủy viên Ban Thường vụ đương nhiệm tán thành (cần ít nhất 6): THÔNG QUA", answer.Text, StringComparison.Ordinal);
        await world.Refused("circulation.decided", world.Office, new ConcludeCirculation(New, round, true, "Đổi ý"));
        await world.Refused("review.decided", world.Members[8], new SendOpinion(New, draft, hash, OpinionAnswer.Disagree, "Muộn", round));
        Assert.Equal([Activities.TaskKeys.Signing], await world.First.Look(db => db.Set<OpenTask>().Where(task => task.SubjectId == draft && task.ClosedAt == null).Select(task => task.TaskKey).ToListAsync()));
        Assert.Equal(hash, await world.First.Look(async db => (await db.Set<Draft>().SingleAsync(row => row.Id == draft)).AdoptedHash));

        async Task<bool> Same() => (await world.First.Ask(world.Office, new ReadCirculationProof(round)))!.Same;
        Assert.True(await Same());
        await world.Done(world.First.People["bithu"], new SignResolution(New, draft, hash));

        // What happens afterwards changes nothing; what is changed behind the program's back shows.
        world.Clock.Now += TimeSpan.FromDays(40);
        Assert.True(await Same());
        foreach (var change in new[]
        {
            """UPDATE "GivenOpinion" SET "Answer" = 'Agree' WHERE "Answer" = 'AgreeWithComments'""",
            """UPDATE "Membership" SET "To" = '2026-11-22' WHERE "Id" IN (SELECT m."Id" FROM "Membership" m JOIN "Body" b ON b."Id" = m."BodyId" WHERE b."Kind" = 'StandingCommittee' LIMIT 1)""",
            """UPDATE "RuleProfile" SET "SilenceApproves" = true""",
            """UPDATE "CirculationDecision" SET "Approving" = 7""",
            """UPDATE "ReviewRound" SET "VersionHash" = repeat('0', 64)""",
        })
        {
            await world.First.Look(async db =>
            {
                await using var transaction = await db.Database.BeginTransactionAsync();
                await db.Database.ExecuteSqlRawAsync(change);
                var stored = await db.Set<CirculationDecision>().AsNoTracking().SingleAsync();
                Assert.False(CirculationProofs.Same(stored, await CirculationProofs.Recompute(db, stored, default)), change);
                return true;
            });
        }

        Assert.True(await Same());
    }

    [Theory]
    [InlineData(7, true, "PHẢI ĐƯA RA HỘI NGHỊ")]
    [InlineData(5, false, "CHƯA ĐỦ quá nửa")]
    public async Task Differences_or_too_few_leave_it_to_a_meeting(int agree, bool differences, string words)
    {
        await using var world = await ReviewWorld.Create(cluster);
        var (draft, round, hash) = await Asked(world, "Về phát triển vùng cây ăn quả");
        for (var index = 0; index < agree; index++)
        {
            await world.Done(world.Members[index], new SendOpinion(New, draft, hash, OpinionAnswer.Agree, "", round));
        }

        await world.Done(world.Members[9], new SendOpinion(New, draft, hash, OpinionAnswer.Disagree, "Chưa có nguồn vốn.", round));
        world.Clock.Now += TimeSpan.FromDays(4);
        var answer = await world.Done(world.Office, new ConcludeCirculation(New, round, differences, "Đồng chí nêu vấn đề nguồn vốn."));
        Assert.Contains(words, answer.Text, StringComparison.Ordinal);
        Assert.Equal([Activities.TaskKeys.Approval], await world.First.Look(db => db.Set<OpenTask>().Where(task => task.SubjectId == draft && task.ClosedAt == null).Select(task => task.TaskKey).ToListAsync()));
        Assert.Equal("", await world.First.Look(async db => (await db.Set<Draft>().SingleAsync(row => row.Id == draft)).AdoptedHash));
        Assert.True((await world.First.Ask(world.Office, new ReadCirculationProof(round)))!.Same);
    }

    [Fact]
    public async Task Silence_counts_when_the_dated_profile_says_so_and_is_printed_on_the_round()
    {
        await using var world = await ReviewWorld.Create(cluster);
        var quiet = await world.First.Look(db => db.Set<RuleProfile>().OrderByDescending(row => row.ValidFrom).FirstAsync());
        await world.First.Look(db => db.Set<RuleProfile>().Where(row => row.Id == quiet.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.SilenceApproves, true)));
        var (draft, round, _) = await Asked(world, "Về lịch tiếp công dân");
        Assert.Contains("được tính là tán thành", (await world.First.Ask(world.Members[0], new ReadRound(round)))!.SilenceRule, StringComparison.Ordinal);
        await world.Done(world.Office, new CloseReview(New, draft));
        Assert.Contains("11/11", (await world.Done(world.Office, new ConcludeCirculation(New, round, false, ""))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Personnel_and_the_executive_committee_are_refused()
    {
        await using var world = await ReviewWorld.Create(cluster);
        var draft = await AtApproval(world, "Về công tác nhân sự các chi bộ");
        OpenRound Open(Guid id, string hash, bool said) => new(New, id, hash, RoundPurpose.Decision, null, [], "", VietnamTime.DayOf(world.Clock.Now).AddDays(2), new TimeOnly(17, 0), AnswersShown.AfterClose, said);
        await world.Refused("circulation.personnel", world.Office, Open(draft, await world.Hash(draft), true));
        var other = await AtApproval(world, "Về phòng cháy rừng");
        await world.Refused("circulation.say-not-personnel", world.Office, Open(other, await world.Hash(other), false));
        await world.Refused("draft.stale", world.Office, Open(other, new string('0', 64), true));
        await world.Done(world.Office, Open(other, await world.Hash(other), true));
    }

    private static async Task<(Guid Draft, Guid Round, string Hash)> Asked(ReviewWorld world, string subject)
    {
        var draft = await AtApproval(world, subject);
        var hash = await world.Hash(draft);
        await world.Done(world.Office, new OpenRound(New, draft, hash, RoundPurpose.Decision, null, [], "", VietnamTime.DayOf(world.Clock.Now).AddDays(2), new TimeOnly(17, 0), AnswersShown.AfterClose, true));
        return (draft, await world.First.Look(db => db.Set<ReviewRound>().Where(one => one.DraftId == draft && one.Purpose == RoundPurpose.Decision).Select(one => one.Id).SingleAsync()), hash);
    }

    // A document of the Standing Committee that waits for it to be adopted.
    private static async Task<Guid> AtApproval(ReviewWorld world, string subject)
    {
        var drafter = world.First.People["soanthao"];
        var draft = (await world.Done(drafter, new StartFromTemplate(New, DraftTemplates.All[1].Key, subject, "Văn phòng Đảng ủy", ""))).Id;
        await world.Done(drafter, new SubmitDraft(New, draft));
        await world.Done(world.Office, new AppraiseDraft(New, draft, await world.Hash(draft), true, "", VietnamTime.DayOf(world.Clock.Now).AddDays(2), Points: await world.First.Judged()));
        await world.Done(world.Office, new CloseReview(New, draft));
        await world.Done(world.Office, new FinishRevision(New, draft));
        return draft;
    }
}

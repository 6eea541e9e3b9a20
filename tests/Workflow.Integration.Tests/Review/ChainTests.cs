using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Administration;
using Workflow.Activities.Conclusions;
using Workflow.Activities.Definitions;
using Workflow.Activities.Drafting;
using Workflow.Activities.Inbox;
using Workflow.Activities.Review;
using Workflow.Activities.Routes;
using Workflow.Domain;
using Workflow.Domain.Reviews;
using Workflow.Domain.Texts;
using Workflow.Runtime.Processes;
using Xunit;

namespace Workflow.Integration.Tests.Review;

/// <summary>A draft goes from body to body; each is asked, concludes, and what it asked for is done before the next one reads.</summary>
[Collection("cluster")]
public sealed class ChainTests(TestCluster cluster)
{
    private static Guid New => Guid.CreateVersion7();

    [Fact]
    public async Task From_the_standing_board_to_the_conference_with_a_round_that_comes_again()
    {
        var chain = await ChainWorld.Create(cluster);
        await using var world = chain.World;
        var draft = chain.Draft;
        Assert.Equal(["OpenBoard"], await chain.Open());
        await world.Refused("review.closing-day", world.Office, await chain.Sending(0) with { ClosesAt = new TimeOnly(0, 0) });
        Assert.Empty(await chain.Rounds());
        await world.Refused("draft.stale", world.Office, await chain.Sending() with { VersionHash = new string('0', 64) });

        // The Standing Board: three are asked, and only they find it among what waits for them.
        Assert.Contains("3 đồng chí Thường trực", (await world.Done(world.Office, await chain.Sending())).Text, StringComparison.Ordinal);
        Assert.Equal(["BoardReview"], await chain.Open());
        var board = await chain.Members(BodyKind.StandingBoard);
        Assert.Equal(3, board.Count);
        Assert.Contains((await world.First.Ask(board[0], new ReadInbox())).Items, item => item.Link.StartsWith("/lay-y-kien/", StringComparison.Ordinal));
        Assert.DoesNotContain((await world.First.Ask(world.First.People["uyvien06"], new ReadInbox())).Items, item => item.Link.StartsWith("/lay-y-kien/", StringComparison.Ordinal));
        await world.Refused("review.not-asked", world.First.People["uyvien06"], new SendOpinion(New, draft, await world.Hash(draft), OpinionAnswer.Agree, ""));
        Assert.Contains("3 đồng chí Thường trực chưa trả lời", (await world.First.Ask(world.Office, new ReadDraft(draft)))!.Sentence, StringComparison.Ordinal);
        await world.Done(board[0], new SendOpinion(New, draft, await world.Hash(draft), OpinionAnswer.Agree, ""));
        await world.Refused("conclusion.round", world.Office, await chain.Concluding(ConclusionOutcome.Agreed));
        await world.Done(world.Office, new CloseReview(New, draft));
        Assert.Equal(["ConcludeBoard"], await chain.Open());

        // What it concluded: two points, which hold the revision until they are found again in the text.
        await world.Refused("conclusion.points", world.Office, await chain.Concluding(ConclusionOutcome.Revise));
        await world.Refused("conclusion.agreed-with-points", world.Office, await chain.Concluding(ConclusionOutcome.Agreed, "Nêu rõ nguồn vốn"));
        await world.Refused("conclusion.round", world.Office, await chain.Concluding(ConclusionOutcome.Agreed) with { RoundId = Guid.NewGuid() });
        await world.Done(world.Office, await chain.Concluding(ConclusionOutcome.Revise, "Nêu rõ nguồn vốn\nGiao cơ quan theo dõi"));
        Assert.Equal(["ReviseBoard"], await chain.Open());
        await world.Refused("conclusion.not-met", world.Office, new FinishRevision(New, draft));
        await chain.Edit("nêu rõ nguồn vốn và cơ quan theo dõi");
        await chain.MeetAll();
        Assert.Contains("Gửi Ban Thường vụ cho ý kiến", (await world.Done(world.Office, new FinishRevision(New, draft))).Text, StringComparison.Ordinal);

        // A point recorded after the revision holds the next sending, which can go back.
        Assert.Equal(["OpenCommittee"], await chain.Open());
        await world.Done(world.Office, new RecordConclusion(New, draft, await world.Hash(draft), ConclusionSource.StandingBoard, VietnamTime.DayOf(world.Clock.Now), "", "Sửa thời hạn"));
        await world.Refused("conclusion.not-met", world.Office, await chain.Sending());
        await world.Done(world.Office, new ReturnFromOpening(New, draft, "Còn nội dung Thường trực mới nêu"));
        Assert.Equal(["ReviseBoard"], await chain.Open());
        await chain.MeetAll();
        await world.Done(world.Office, new FinishRevision(New, draft));

        // The Standing Committee: a comment keeps it from going straight on; it wants to see it again.
        await world.Done(world.Office, await chain.Sending());
        var member = world.First.People["uyvien06"];
        var clause = (await world.First.Ask(member, new ReadDraft(draft)))!.Text.Clauses[4].Id;
        await world.Done(member, new AddComment(New, draft, await world.Hash(draft), clause, "Cần thêm số liệu năm trước."));
        await world.Done(member, new SendOpinion(New, draft, await world.Hash(draft), OpinionAnswer.AgreeWithComments, "Có ý kiến."));
        world.Clock.Now += TimeSpan.FromDays(4);
        Assert.True(await chain.FireTimers() > 0);
        Assert.Equal(["ConcludeCommittee"], await chain.Open());
        await world.Refused("review.unanswered", world.Office, await chain.Concluding(ConclusionOutcome.Agreed));
        await world.Done(world.Office, await chain.Concluding(ConclusionOutcome.Again));
        Assert.Equal(["ReviseCommitteeAgain"], await chain.Open());
        var comment = await world.First.Look(db => db.Set<Comment>().Where(one => one.DraftId == draft).Select(one => one.Id).SingleAsync());
        await world.Refused("review.unanswered", world.Office, new FinishRevision(New, draft));
        await world.Done(world.Office, new AnswerComment(New, comment, Disposition.Accepted, "Đã bổ sung."));
        await chain.Edit("so với năm trước");
        await chain.MeetAll();
        await world.Refused("conclusion.not-met", world.Office, new FinishRevision(New, draft));
        foreach (var point in await world.First.Look(db => db.Set<ConclusionPoint>().Where(one => one.DraftId == draft).Select(one => one.Id).ToListAsync()))
        {
            await world.Done(world.Office, new CheckPoint(New, point, await world.Hash(draft), "", true, "Vẫn đạt trên bản mới."));
        }

        await world.Done(world.Office, new FinishRevision(New, draft));
        Assert.Equal(["OpenCommittee"], await chain.Open());
        await world.Done(world.Office, await chain.Sending());
        await world.Done(world.Office, new CloseReview(New, draft));

        var agreed = await chain.Concluding(ConclusionOutcome.Agreed);
        await world.Done(world.Office, agreed);
        Assert.Equal(["Decide"], await chain.Open());
        Assert.Equal(1, await world.First.Look(db => db.Set<Conclusion>().CountAsync(one => one.RoundId == agreed.RoundId)));

        var told = await chain.Chain();
        Assert.Equal([("Thường trực Đảng ủy", "Dự thảo lần 1", "Tiếp thu rồi trình tiếp"), ("Ban Thường vụ", "Dự thảo lần 2", "Tiếp thu rồi trình lại"), ("Ban Thường vụ", "Dự thảo lần 3", "Thống nhất")], told.Rounds.Select(one => (one.Who, one.Version[..13], one.Concluded)));
        Assert.Equal([(3, 1), (11, 1), (11, 0)], told.Rounds.Select(one => (one.Asked, one.Answered)));
        Assert.Equal((2, 2), (told.Rounds[0].Points, told.Rounds[0].Met));
        Assert.Equal(3, told.Sent);
        Assert.Equal([StageState.Done, StageState.Done, StageState.Now], told.Stages.Select(one => one.State));
        Assert.True(await chain.JournalGivesState());
    }

    [Fact]
    public async Task A_text_that_was_changed_while_the_body_read_another_is_not_agreed_with()
    {
        var chain = await ChainWorld.Create(cluster);
        await using var world = chain.World;
        await world.Done(world.Office, await chain.Sending());
        await chain.Edit("sửa trong lúc lấy ý kiến");
        await world.Done(world.Office, new CloseReview(New, chain.Draft));
        await world.Refused("conclusion.other-version", world.Office, await chain.Concluding(ConclusionOutcome.Agreed));
        await world.Done(world.Office, await chain.Concluding(ConclusionOutcome.Again, "Hỏi lại về bản mới"));
        Assert.Equal(["ReviseBoardAgain"], await chain.Open());
        Assert.Equal([StageState.Ahead, StageState.Ahead, StageState.Ahead], (await chain.Chain()).Stages.Select(one => one.State));
    }

    [Fact]
    public async Task A_case_that_is_stopped_asks_nobody_any_longer()
    {
        var chain = await ChainWorld.Create(cluster);
        await using var world = chain.World;
        await world.Done(world.Office, await chain.Sending());
        var board = await chain.Members(BodyKind.StandingBoard);
        await world.Done(board[0], new SendOpinion(New, chain.Draft, await world.Hash(chain.Draft), OpinionAnswer.Agree, ""));
        var instance = await world.First.Look(db => db.Set<ProcessInstance>().Select(row => row.Id).SingleAsync());
        await world.Done(world.First.People["quantri"], new CancelInstance(New, instance, "Không còn cần văn bản này nữa"));
        Assert.NotNull((await chain.Rounds()).Single().ClosedAt);
        await world.Refused("review.decided", board[1], new SendOpinion(New, chain.Draft, await world.Hash(chain.Draft), OpinionAnswer.Agree, ""));
        await world.Refused("process.not-waiting", world.Office, new CloseReview(New, chain.Draft));
        Assert.Empty((await world.First.Ask(board[1], new ReadInbox())).Items);
        world.Clock.Now += TimeSpan.FromDays(9);
        await chain.FireTimers();
        Assert.Empty(await chain.Open());
        Assert.Equal((1, 3), (await chain.Chain()).Rounds.Select(one => (one.Answered, one.Asked)).Single());
    }

    [Fact]
    public async Task A_round_whose_step_an_operator_took_away_does_not_wake_with_the_next_one()
    {
        var chain = await ChainWorld.Create(cluster);
        await using var world = chain.World;
        await world.Done(world.Office, await chain.Sending(20));
        var (instance, token) = await world.First.Look(async db => (await db.Set<ProcessInstance>().Select(row => row.Id).SingleAsync(), await db.Set<OpenTask>().Where(task => task.ClosedAt == null).Select(task => task.Token).SingleAsync()));
        await world.Refused("instance.rests-on-facts", world.First.People["quantri"], new MoveInstance(New, instance, token, "ConcludeBoard", "Bỏ qua bước này cho nhanh"));
        await world.Done(world.First.People["quantri"], new MoveInstance(New, instance, token, "Draft", "Soạn lại theo hướng khác"));
        await world.Done(world.First.People["soanthao"], new SubmitDraft(New, chain.Draft));
        await world.Done(world.Office, new AppraiseDraft(New, chain.Draft, await world.Hash(chain.Draft), true, "", default, Points: await world.First.Judged()));
        await world.Done(world.Office, await chain.Sending());
        var board = await chain.Members(BodyKind.StandingBoard);
        var rounds = await chain.Rounds();
        Assert.Equal(2, rounds.Count);
        await world.Done(board[0], new SendOpinion(New, chain.Draft, await world.Hash(chain.Draft), OpinionAnswer.Agree, "", rounds[0].Id));
        Assert.True(await world.First.Look(db => db.Set<GivenOpinion>().Where(one => one.RoundId == rounds[0].Id).Select(one => one.IsLate).SingleAsync()));
        Assert.Equal([false, true], (await chain.Chain()).Rounds.Select(one => one.IsOpen));
    }

    [Fact]
    public async Task A_running_case_is_put_onto_the_chain_in_the_middle_of_its_round()
    {
        await using var world = await ReviewWorld.Create(cluster);
        var (draft, round) = await world.Asked(cluster.SampleBytes);
        var (instance, hash) = await world.First.Look(async db => (await db.Set<ProcessInstance>().Select(row => row.Id).SingleAsync(), await db.Set<StoredDefinition>().Where(row => row.ProcessId == "executive-committee-resolution-by-rounds").Select(row => row.Hash).SingleAsync()));
        var places = new Dictionary<string, string> { ["Review"] = "CommitteeReview", ["ReviewCloses"] = "CommitteeReviewCloses", ["ReviewRemind"] = "CommitteeReviewRemind" };
        await world.Done(world.First.People["quantri"], new MigrateInstance(New, instance, hash, places, "Chuyển sang quy trình qua từng cơ quan"));
        var chain = new ChainWorld(world, draft);
        Assert.Equal(["CommitteeReview"], await chain.Open());
        await world.Done(world.Members[0], new SendOpinion(New, draft, await world.Hash(draft), OpinionAnswer.Agree, "", round));
        world.Clock.Now += TimeSpan.FromDays(4);
        await chain.FireTimers();
        Assert.Equal(["ConcludeCommittee"], await chain.Open());
        await world.Done(world.Office, await chain.Concluding(ConclusionOutcome.Agreed));
        Assert.Equal(["Decide"], await chain.Open());
        Assert.True(await chain.JournalGivesState());
    }

    [Fact]
    public async Task The_office_draws_its_own_way_and_chooses_it_and_what_cannot_carry_a_draft_is_refused()
    {
        await using var world = await ReviewWorld.Create(cluster);
        var admin = world.First.People["quantri"];
        var xml = await world.First.Look(db => db.Set<StoredDefinition>().Where(row => row.ProcessId == "executive-committee-resolution-by-rounds").Select(row => row.Xml).SingleAsync());
        async Task<string> Deploy(string text)
        {
            var drawing = (await world.Done(admin, new StartDrawing(New, null, text, ""))).Id;
            var answer = await world.First.Send(admin, new DeployDrawing(New, drawing, 1, "Bản của xã"));
            return answer.Refusal?.Code ?? "done";
        }

        ChooseDraftRoute Choose(string process, BodyKind body = BodyKind.ExecutiveCommittee) => new(New, body, process, "Theo quy chế làm việc của xã");
        Assert.Equal("deploy.refused", await Deploy(xml));
        var own = xml.Replace("executive-committee-resolution-by-rounds", "nghi-quyet-cua-xa", StringComparison.Ordinal);
        Assert.Equal("done", await Deploy(own));
        await world.Refused("route.step-missing", admin, Choose("nghi-quyet-cua-xa", BodyKind.StandingCommittee));
        await world.Refused("route.not-found", admin, Choose("khong-co"));
        await world.Done(admin, Choose("nghi-quyet-cua-xa"));
        Assert.Equal("nghi-quyet-cua-xa", (await world.First.Ask(admin, new ReadDraftRoutes()))[0].ProcessId);
        await world.First.Draft(world.First.People["soanthao"], New, "Ủy ban nhân dân xã", "", "mau.txt", cluster.SampleBytes);
        Assert.Equal("nghi-quyet-cua-xa", await world.First.Look(db => db.Set<ProcessInstance>().Join(db.Set<StoredDefinition>(), row => row.DefinitionHash, definition => definition.Hash, (_, definition) => definition.ProcessId).SingleAsync()));

        // As long as drafts go by it, it stays in use and keeps what a draft needs.
        var hash = await world.First.Look(db => db.Set<LatestDefinition>().Where(row => row.ProcessId == "nghi-quyet-cua-xa").Select(row => row.DefinitionHash).SingleAsync());
        await world.Refused("route.in-use", admin, new RetireProcess(New, hash, "Không dùng nữa từ hôm nay"));
        Assert.Equal("route.nobody-asked", await Deploy(own.Replace("wf:task=\"review\" wf:candidates=\"body:standing-board\"", "wf:task=\"review\" wf:candidates=\"role:office\"", StringComparison.Ordinal)));
        Assert.Equal(hash, await world.First.Look(db => db.Set<LatestDefinition>().Where(row => row.ProcessId == "nghi-quyet-cua-xa").Select(row => row.DefinitionHash).SingleAsync()));
        world.Clock.Now += TimeSpan.FromMinutes(1);
        await world.Done(admin, Choose("executive-committee-resolution"));
        await world.Done(admin, new RetireProcess(New, hash, "Không dùng nữa từ hôm nay"));
    }
}

using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Drafting;
using Workflow.Activities.Inbox;
using Workflow.Activities.Review;
using Workflow.Domain.Drafts;
using Workflow.Domain.Reviews;
using Workflow.Domain.Texts;
using Xunit;

namespace Workflow.Integration.Tests.Review;

/// <summary>Answering: changed, taken back, asked again, late, on paper; and remarks that nobody reads before they are sent.</summary>
[Collection("cluster")]
public sealed class OpinionTests(TestCluster cluster)
{
    private static Guid New => Guid.CreateVersion7();

    [Fact]
    public async Task A_member_answers_changes_takes_back_and_is_asked_again_and_all_of_it_is_kept()
    {
        await using var world = await ReviewWorld.Create(cluster);
        var (draft, round) = await world.Asked(cluster.SampleBytes);
        var (me, hash) = (world.Members[3], await world.Hash(draft));
        async Task<OpinionSheet> Sheet() => await world.First.Look(db => db.Set<OpinionSheet>().AsNoTracking().SingleAsync(sheet => sheet.RoundId == round && sheet.PersonId == me.Id));
        async Task<RoundView> View() => (await world.First.Ask(me, new ReadRound(round)))!;
        await world.Refused("review.reason-required", me, new SendOpinion(New, draft, hash, OpinionAnswer.Disagree, " ", round));
        await world.Refused("review.no-answer", me, new SendOpinion(New, draft, hash, (OpinionAnswer)(-1), "", round));
        await world.Refused("review.other-version", me, new SendOpinion(New, draft, new string('0', 64), OpinionAnswer.Agree, "", round));
        await world.Refused("review.not-asked", world.First.People["uyvien20"], new SendOpinion(New, draft, hash, OpinionAnswer.Agree, "", round));
        await world.Refused("review.nothing-to-withdraw", me, new WithdrawOpinion(New, round));

        await world.Done(me, new SendOpinion(New, draft, hash, OpinionAnswer.Disagree, "Chưa rõ nguồn lực.", round));
        world.Clock.Now += TimeSpan.FromHours(1);
        await world.Refused("review.withdraw-late", me, new WithdrawOpinion(New, round));
        await world.Done(me, new SendOpinion(New, draft, hash, OpinionAnswer.Agree, "", round));
        Assert.Equal(OpinionAnswer.Agree, (await Sheet()).Answer);
        world.Clock.Now += TimeSpan.FromMinutes(9);
        Assert.True((await View()).WithdrawUntil > world.Clock.Now);
        await world.Done(me, new WithdrawOpinion(New, round));
        Assert.Equal((OpinionAnswer.Disagree, "Chưa rõ nguồn lực."), ((await Sheet()).Answer!.Value, (await Sheet()).Reason));

        // The draft is replaced: asked again, with the difference; what was said of the version before counts for nothing on this one.
        var clause = (await world.First.Ask(world.Office, new ReadDraft(draft)))!.Text.Clauses.First(one => one.Kind == ClauseKind.Paragraph && one.Text.Length > 60);
        await world.Refused("review.same-version", world.Office, new ReplaceAsked(New, round, hash));
        await world.Done(world.Office, new EditClause(New, draft, hash, clause.Id, clause.Text + " Bảo đảm công khai.", "sửa"));
        var replaced = await world.Hash(draft);
        Assert.Equal(OpinionAnswer.Disagree, (await Sheet()).Answer);
        await world.Done(world.Office, new ReplaceAsked(New, round, replaced));
        Assert.Null((await Sheet()).Answer);
        var asked = await View();
        Assert.Contains("đã được thay sau khi đồng chí trả lời", asked.Since, StringComparison.Ordinal);
        Assert.Contains((await world.First.Ask(me, new ReadInbox())).Items, item => item.Link == $"/lay-y-kien/{round}");
        await world.Refused("review.other-version", me, new SendOpinion(New, draft, hash, OpinionAnswer.Agree, "", round));
        await world.Done(me, new SendOpinion(New, draft, replaced, OpinionAnswer.AgreeWithComments, "Đã rõ hơn.", round));

        // Late: kept as late, and what counted goes on counting. A clock set back does not open the round again.
        world.Clock.Now += TimeSpan.FromDays(4);
        await world.Done(me, new SendOpinion(New, draft, replaced, OpinionAnswer.Disagree, "Nghĩ lại.", round));
        world.Clock.Now -= TimeSpan.FromDays(3.5);
        await world.Done(me, new SendOpinion(New, draft, replaced, OpinionAnswer.Disagree, "Nghĩ lại.", round));
        Assert.Equal(OpinionAnswer.AgreeWithComments, (await Sheet()).Answer);
        var given = await world.First.Look(db => db.Set<GivenOpinion>().Where(one => one.PersonId == me.Id).OrderBy(one => one.Number).Select(one => new { one.Number, one.Answer, one.IsLate, Back = one.WithdrawnAt != null }).ToListAsync());
        Assert.Equal("1 Disagree, 2 Agree back, 3 AgreeWithComments, 4 Disagree late, 5 Disagree late", string.Join(", ", given.Select(one => $"{one.Number} {one.Answer}{(one.Back ? " back" : "")}{(one.IsLate ? " late" : "")}")));
    }

    [Fact]
    public async Task Remarks_are_their_writers_own_until_the_answer_goes_and_frozen_after()
    {
        await using var world = await ReviewWorld.Create(cluster);
        var (draft, round) = await world.Asked(cluster.SampleBytes);
        var (me, other, hash) = (world.Members[3], world.Members[4], await world.Hash(draft));
        var clause = (await world.First.Ask(me, new ReadDraft(draft)))!.Text.Clauses.First(one => one.Kind == ClauseKind.Paragraph && one.Text.Length > 60);
        var note = New;
        await world.Done(me, new AddComment(New, draft, hash, clause.Id, "Nửa", "câu chữ không có", NoteId: note, IsTyping: true));
        await world.Done(me, new AddComment(New, draft, hash, clause.Id, "Nửa câu nữa", "câu chữ không có", NoteId: note, IsTyping: true));
        await world.Refused("review.no-such-words", me, new AddComment(New, draft, hash, clause.Id, "Nửa câu", "câu chữ không có", NoteId: note));
        await world.Refused("review.no-comment", other, new AddComment(New, draft, hash, clause.Id, "Của người khác", NoteId: note));
        await world.Refused("review.no-comment", other, new DropComment(New, note));
        await world.Refused("review.no-such-words", me, new SendOpinion(New, draft, hash, OpinionAnswer.Agree, "", round));
        Assert.Equal((0, 1), await Counts());

        await world.Done(me, new AddComment(New, draft, hash, clause.Id, "Nêu rõ hơn.", NoteId: note));
        await world.Done(me, new AddComment(New, draft, hash, clause.Id, "", NoteId: New, IsTyping: true));
        await world.Done(me, new KeepOpinion(New, round, OpinionAnswer.Disagree, "Đang cân nhắc"));
        Assert.Equal("Đang cân nhắc", (await world.First.Ask(me, new ReadRound(round)))!.UnsentReason);
        Assert.Equal("", (await world.First.Ask(other, new ReadRound(round)))!.UnsentReason);
        await world.Done(me, new SendOpinion(New, draft, hash, OpinionAnswer.AgreeWithComments, "", round));
        Assert.Equal((1, 0), await Counts());
        await world.Refused("review.no-comment", me, new AddComment(New, draft, hash, clause.Id, "Sửa góp ý đã gửi", NoteId: note));

        // Taken back, it is the writer's own again, and can be sent once more.
        await world.Done(me, new WithdrawOpinion(New, round));
        Assert.Equal((0, 1), await Counts());
        Assert.Empty((await world.First.Ask(other, new ReadDraft(draft)))!.Comments);
        await world.Done(me, new SendOpinion(New, draft, hash, OpinionAnswer.Agree, "", round));
        Assert.Equal((1, 0), await Counts());

        Task<(int Sent, int Unsent)> Counts() => world.First.Look(async db => (await db.Set<Comment>().CountAsync(one => one.WithdrawnAt == null), await db.Set<CommentDraft>().CountAsync()));
    }

    [Fact]
    public async Task The_office_enters_paper_with_its_scan_and_the_member_may_say_that_it_is_wrong()
    {
        await using var world = await ReviewWorld.Create(cluster);
        var (draft, round) = await world.Asked(cluster.SampleBytes, AnswersShown.AfterClose);
        var (one, two, self, hash) = (world.Members[3], world.Members[4], world.Members[5], await world.Hash(draft));
        byte[] pdf = [.. "%PDF-1.7 phiếu"u8];
        EnterOpinion Enter(Guid person, OpinionMeans means, byte[] scan, string note = "", OpinionAnswer answer = OpinionAnswer.Agree) => new(New, round, hash, person, answer, "", means, note, scan);
        await world.Refused("review.scan-needed", world.Office, Enter(one.Id, OpinionMeans.Paper, []));
        await world.Refused("review.scan-type", world.Office, Enter(one.Id, OpinionMeans.Paper, [.. "MZ chương trình"u8]));
        await world.Refused("review.scan-too-large", world.Office, Enter(one.Id, OpinionMeans.Paper, [.. pdf, .. new byte[OpinionScan.Largest]]));
        await world.Refused("review.phone-note", world.Office, Enter(one.Id, OpinionMeans.Phone, []));
        await world.Refused("review.means", world.Office, Enter(one.Id, OpinionMeans.Own, pdf));
        await world.Refused("auth.not-allowed", world.Members[6], Enter(one.Id, OpinionMeans.Paper, pdf));
        await world.Done(self, new SendOpinion(New, draft, hash, OpinionAnswer.Disagree, "Không thống nhất.", round));
        await world.Refused("review.answered-self", world.Office, Enter(self.Id, OpinionMeans.Paper, pdf));
        await world.Done(world.Office, Enter(one.Id, OpinionMeans.Paper, pdf));
        await world.Done(world.Office, Enter(two.Id, OpinionMeans.Phone, [], "Đ/c Thảo nhận điện thoại lúc 9 giờ."));

        // The member is told, sees the scan, and nobody else does yet.
        Assert.Contains((await world.First.Ask(one, new ReadInbox())).Items, item => item.What.Contains("nhập thay", StringComparison.Ordinal));
        var entry = Assert.Single((await world.First.Ask(one, new ReadRound(round)))!.Me!.Given);
        Assert.Equal(("Nguyễn Thị Thảo", true), (entry.EnteredBy, entry.HasScan));
        Assert.Equal(pdf, (await world.First.Ask(one, new ReadOpinionScan(round, entry.Id)))!.Content);
        Assert.Null(await world.First.Ask(two, new ReadOpinionScan(round, entry.Id)));
        Assert.Null(await world.First.Ask(world.Office, new ReadOpinionScan(round, entry.Id)));
        await world.Refused("review.no-entry", two, new JudgeEntry(New, entry.Id, false, "Không phải tôi"));
        await world.Refused("review.objection-empty", one, new JudgeEntry(New, entry.Id, false, ""));
        await world.Done(one, new JudgeEntry(New, entry.Id, false, "Tôi chọn không thống nhất."));
        await world.Refused("review.entry-judged", one, new JudgeEntry(New, entry.Id, true, ""));
        var view = (await world.First.Ask(world.Office, new ReadRound(round)))!;
        Assert.False(view.Members.Single(member => member.PersonId == one.Id).HasAnswered);
        Assert.True(view.Members.Single(member => member.PersonId == two.Id).HasAnswered);
        Assert.All(view.Members, member => Assert.Null(member.Answer));
        await world.Refused("review.not-loosened", world.Office, new TightenRound(New, round, AnswersShown.AfterMine));

        // A member's own answer goes before one that was entered for them.
        await world.Done(two, new SendOpinion(New, draft, hash, OpinionAnswer.NotEnoughInformation, "", round));
        Assert.Equal(OpinionAnswer.NotEnoughInformation, await world.First.Look(db => db.Set<OpinionSheet>().Where(sheet => sheet.RoundId == round && sheet.PersonId == two.Id).Select(sheet => sheet.Answer).SingleAsync()));
    }

    [Fact]
    public async Task Two_tabs_and_double_sends_give_one_answer_and_a_round_beside_the_process_asks_whom_it_names()
    {
        await using var world = await ReviewWorld.Create(cluster, hosts: 2);
        var draft = (await world.First.Draft(world.First.People["soanthao"], New, "Ủy ban nhân dân xã", "", "nghi-quyet-mau.txt", cluster.SampleBytes)).Id;
        var (hash, outsider) = (await world.Hash(draft), world.First.People["uyvien15"]);
        OpenRound Open(BodyKind? body, params Guid[] people) => new(New, draft, hash, RoundPurpose.Comments, body, people, "Đồng chí có ý kiến gì về phạm vi?", Domain.VietnamTime.DayOf(world.Clock.Now).AddDays(1), new TimeOnly(17, 0), AnswersShown.AfterMine);
        await world.Refused("review.nobody", world.Office, Open(null));
        await world.Refused("review.nobody", world.Office, Open(null, outsider.Id, world.First.People["quantri"].Id));
        await world.Refused("circulation.not-now", world.Office, Open(BodyKind.StandingCommittee) with { Purpose = RoundPurpose.Decision, NotPersonnel = true });
        await world.Done(world.Office, Open(null, outsider.Id, world.Members[0].Id));
        await world.Refused("review.open-already", world.Office, Open(BodyKind.StandingCommittee));
        var round = await world.First.Look(db => db.Set<ReviewRound>().Select(one => one.Id).SingleAsync());
        Assert.Contains((await world.First.Ask(outsider, new ReadInbox())).Items, item => item.Link == $"/lay-y-kien/{round}");
        var same = New;
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(index => world.Hosts[index % 2].Act(outsider, new SendOpinion(same, draft, hash, OpinionAnswer.Agree, "", round))));
        Assert.Single(answers.Select(answer => answer.Receipt).Distinct());
        Assert.Equal(1, await world.First.Look(db => db.Set<GivenOpinion>().CountAsync()));
        Assert.DoesNotContain((await world.First.Ask(outsider, new ReadInbox())).Items, item => item.Link == $"/lay-y-kien/{round}");

        // The draft does not go on to the Standing Committee while these are still being asked.
        await world.Done(world.First.People["soanthao"], new SubmitDraft(New, draft));
        await world.Refused("review.open-already", world.Office, new AppraiseDraft(New, draft, hash, true, "", Domain.VietnamTime.DayOf(world.Clock.Now).AddDays(3), Points: await world.First.Judged()));
        await world.Done(world.Office, new CloseReview(New, draft));
        await world.Done(world.Office, new AppraiseDraft(New, draft, hash, true, "", Domain.VietnamTime.DayOf(world.Clock.Now).AddDays(3), Points: await world.First.Judged()));
        Assert.Equal(1, await world.First.Look(db => db.Set<DraftRound>().CountAsync()));
    }
}

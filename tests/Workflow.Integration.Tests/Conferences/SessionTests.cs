using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Conferences;
using Workflow.Activities.Signing;
using Workflow.Domain;
using Workflow.Domain.Conferences;
using Workflow.Domain.Drafts;
using Workflow.Domain.Texts;
using Workflow.Runtime.Processes;
using Xunit;

namespace Workflow.Integration.Tests.Conferences;

[Collection("cluster")]
public sealed class SessionTests(TestCluster cluster)
{
    [Fact]
    public async Task Exactly_half_does_not_adopt_and_the_chair_says_what_becomes_of_it()
    {
        await using var session = await SessionWorld.Create(cluster);
        await session.Open(present: 20);
        var item = await session.Item(session.Drafts[0]);
        var vote = (await session.Done(session.Chair, new OpenVote(Guid.CreateVersion7(), item.Id, VoteMode.Devices))).Id;
        await session.Refused("conference.vote-open", session.Chair, new OpenVote(Guid.CreateVersion7(), item.Id, VoteMode.ShowOfHands));
        await session.Cast(vote, inFavour: 12);
        var closed = await session.Done(session.Office, new CloseVote(Guid.CreateVersion7(), vote));
        Assert.Contains("12/24 tán thành (50,0% tổng số ủy viên đương nhiệm; cần ít nhất 13): KHÔNG THÔNG QUA", closed.Text, StringComparison.Ordinal);

        // Closing again says the same; the draft still waits for the chair.
        Assert.Contains("khóa từ trước", (await session.Done(session.Office, new CloseVote(Guid.CreateVersion7(), vote))).Text, StringComparison.Ordinal);
        Assert.True(await Waits(session, "conference"));
        Assert.Empty(ProofCheck.Disagreements((await session.World.First.Ask(session.Office, new ReadProof(vote)))!));
        await session.Refused("item.by-vote-only", session.Chair, new DecideItem(Guid.CreateVersion7(), item.Id, ItemDecision.Adopted, ""));
        await session.Refused("item.reason", session.Chair, new DecideItem(Guid.CreateVersion7(), item.Id, ItemDecision.Returned, ""));
        await session.Refused("conference.items-left", session.Chair, new CloseConference(Guid.CreateVersion7(), session.Conference));
        await session.Done(session.Chair, new DecideItem(Guid.CreateVersion7(), item.Id, ItemDecision.Returned, "Chưa rõ nguồn vốn"));
        Assert.True(await Waits(session, "drafting"));
        await session.Done(session.Chair, new CloseConference(Guid.CreateVersion7(), session.Conference));
    }

    [Fact]
    public async Task An_adopted_amendment_makes_the_text_that_is_signed_and_nothing_else_does()
    {
        await using var session = await SessionWorld.Create(cluster);
        await session.Open(present: 18);
        var item = await session.Item(session.Drafts[0]);
        var text = await Text(session, item.VersionId!.Value);
        var clauses = text.Clauses.Where(clause => clause.Kind == ClauseKind.Paragraph && clause.Text.Length > 90).Take(2).ToList();
        var (old, other) = (clauses[0].Text[..40], clauses[1].Text[^40..]);
        var mover = session.Members[3];

        // Moved, seconded, taken up; another voted down; a third withdrawn.
        var first = await Move(session, mover, item, clauses[0].Id, old, "Câu chữ mới");
        await session.Refused("amendment.not-there", mover, new MoveAmendment(Guid.CreateVersion7(), item.Id, clauses[0].Id, "không có chữ này", "x"));
        await session.Refused("amendment.cannot-second", mover, new SecondAmendment(Guid.CreateVersion7(), first));
        await session.Done(session.Members[4], new SecondAmendment(Guid.CreateVersion7(), first));
        await session.Refused("conference.chair-only", session.Members[5], new DecideAmendment(Guid.CreateVersion7(), first, TakeUp: true));
        await session.Done(session.Chair, new DecideAmendment(Guid.CreateVersion7(), first, TakeUp: true));
        var collides = await Move(session, session.Members[5], item, clauses[0].Id, clauses[0].Text[30..70], "chữ khác");
        await session.Refused("amendment.collision", session.Chair, new DecideAmendment(Guid.CreateVersion7(), collides, TakeUp: true));
        await session.Refused("vote.amendments-open", session.Chair, new OpenVote(Guid.CreateVersion7(), item.Id, VoteMode.Devices));
        await session.Done(session.Members[5], new DecideAmendment(Guid.CreateVersion7(), collides, TakeUp: false));
        var second = await Move(session, session.Members[6], item, clauses[1].Id, other, "");
        var vote = (await session.Done(session.Office, new OpenVote(Guid.CreateVersion7(), item.Id, VoteMode.ShowOfHands, VoteSubject.Amendment, AmendmentId: second))).Id;
        await Count(session, vote, new(14, 4, 0));
        await session.Done(session.Office, new CloseVote(Guid.CreateVersion7(), vote));

        // The whole: on the text of the agenda with both.
        vote = (await session.Done(session.Office, new OpenVote(Guid.CreateVersion7(), item.Id, VoteMode.Devices))).Id;
        Assert.Contains("cùng 2 sửa đổi", (await session.Vote(vote)).Question, StringComparison.Ordinal);
        await session.Cast(vote, inFavour: 17);
        await session.Done(session.Office, new CloseVote(Guid.CreateVersion7(), vote));
        Assert.Equal(ItemDecision.AdoptedWithAmendments, (await session.Item(session.Drafts[0])).Decision);
        Assert.True(await Waits(session, "conference"));

        await session.Done(session.Office, new MakeFinalText(Guid.CreateVersion7(), item.Id));
        var hash = await session.World.Hash(session.Drafts[0]);
        Assert.NotEqual(item.VersionHash, hash);
        await session.Refused("item.chair-confirms", session.Members[4], new ConfirmFinalText(Guid.CreateVersion7(), item.Id, hash));
        await session.Refused("item.final-differs", session.Chair, new ConfirmFinalText(Guid.CreateVersion7(), item.Id, item.VersionHash));
        await session.Done(session.Chair, new ConfirmFinalText(Guid.CreateVersion7(), item.Id, hash));
        Assert.True(await Waits(session, "signing"));
        var final = CanonicalText.Read(await session.World.First.Look(db => db.Set<DraftVersion>().Where(row => row.Hash == hash).Select(row => row.Canonical).SingleAsync()));
        Assert.Equal("Câu chữ mới" + clauses[0].Text[40..], final.Clauses.Single(clause => clause.Id == clauses[0].Id).Text);
        Assert.Equal(clauses[1].Text[..^40], final.Clauses.Single(clause => clause.Id == clauses[1].Id).Text);
        Assert.Equal(text.Clauses.Count, final.Clauses.Count);

        // An amendment that is changed behind the record's back: what was confirmed is no longer what was adopted, and nobody signs it.
        Assert.Equal(vote, (await session.World.First.Ask(session.Office, new ReadCorrections(session.Drafts[0])))!.VoteId);
        await session.World.First.Look(db => db.Set<Amendment>().Where(row => row.Id == first).ExecuteUpdateAsync(set => set.SetProperty(row => row.New, "Câu chữ khác")));
        await session.Refused("signing.not-the-adopted-text", session.Chair, new SignResolution(Guid.CreateVersion7(), session.Drafts[0], hash));
    }

    [Fact]
    public async Task A_list_at_the_door_that_is_old_takes_nobody_out_of_the_room()
    {
        await using var session = await SessionWorld.Create(cluster);
        await session.Open(present: 17);
        var came = session.Members.Last(person => person.Id != session.Chair.Id);
        var ill = session.Members.Where(person => person.Id != session.Chair.Id).SkipLast(1).Last();
        var code = (await session.View(session.Office)).DoorCode;
        await session.Done(came, new CheckIn(Guid.CreateVersion7(), session.Conference, code));

        // The clerk's page still says "not yet" of who has just come; what the clerk changed counts, the rest stays.
        await session.Done(session.Office, new RecordAttendance(Guid.CreateVersion7(), session.Conference,
            [new(came.Id, Presence.Summoned, "", Presence.Summoned), new(ill.Id, Presence.AbsentWithReason, "Ốm", Presence.Summoned)], ""));
        var rows = (await session.View(session.Office)).Attendance.ToDictionary(row => row.Key, row => row.Presence);
        Assert.Equal((Presence.Present, Presence.AbsentWithReason), (rows[came.Id], rows[ill.Id]));
        await session.Done(session.Office, new RecordAttendance(Guid.CreateVersion7(), session.Conference, [new(came.Id, Presence.Left, "Có việc", Presence.Present)], ""));
        Assert.Equal(17, (await session.View(session.Office)).Present);
    }

    [Fact]
    public async Task Minutes_and_proof_say_what_happened_and_are_signed_by_two()
    {
        await using var session = await SessionWorld.Create(cluster);
        var late = session.Members.Last(person => person.Id != session.Chair.Id);
        await session.Open(present: 17);
        var item = await session.Item(session.Drafts[0]);
        await session.Done(session.Members[2], new AskToSpeak(Guid.CreateVersion7(), item.Id));
        var speech = await session.World.First.Look(db => db.Set<Speech>().SingleAsync());
        await session.Done(session.Chair, new ChangeSpeech(Guid.CreateVersion7(), speech.Id, SpeechStep.Start));
        await session.Done(session.Office, new WriteRemark(Guid.CreateVersion7(), speech.Id, "Đề nghị bổ sung kinh phí tập huấn."));
        await session.Done(session.Office, new Recuse(Guid.CreateVersion7(), item.Id, session.Members[4].Id, "Có liên quan trực tiếp"));
        var first = (await session.Done(session.Office, new OpenVote(Guid.CreateVersion7(), item.Id, VoteMode.ShowOfHands))).Id;
        await session.Refused("conference.counts", session.Office, new EnterCount(Guid.CreateVersion7(), first, [new(17, 0, 0)]));
        await session.Done(session.Office, new EnterCount(Guid.CreateVersion7(), first, [new(15, 1, 0)]));
        await session.Refused("count.not-agreed", session.Office, new CloseVote(Guid.CreateVersion7(), first));
        await session.Done(session.Chief, new EnterCount(Guid.CreateVersion7(), first, [new(14, 1, 0)]));
        await session.Refused("count.not-agreed", session.Office, new CloseVote(Guid.CreateVersion7(), first));
        await session.Done(session.Office, new VoidVote(Guid.CreateVersion7(), first, "Hai người đếm khác nhau"));

        session.World.Clock.Now += TimeSpan.FromMinutes(20);
        await session.Arrive(late);
        var vote = (await session.Done(session.Office, new OpenVote(Guid.CreateVersion7(), item.Id, VoteMode.Devices))).Id;
        await session.Refused("vote.recused", session.Members[4], new CastBallot(Guid.CreateVersion7(), vote, "+"));
        await session.Done(session.Office, new HoldVote(Guid.CreateVersion7(), vote, Stop: true));
        await session.Refused("vote.not-open", late, new CastBallot(Guid.CreateVersion7(), vote, "+"));
        await session.Done(session.Office, new HoldVote(Guid.CreateVersion7(), vote, Stop: false));
        await session.Cast(vote, inFavour: 16);
        await session.Refused("vote.already", late, new CastBallot(Guid.CreateVersion7(), vote, "-"));
        await session.Done(session.Office, new CloseVote(Guid.CreateVersion7(), vote));
        await session.Done(session.Members[2], new ReserveOpinion(Guid.CreateVersion7(), item.Id, "Vẫn thấy mục tiêu quá cao."));
        await session.Done(session.Office, new CloseConference(Guid.CreateVersion7(), session.Conference));

        var hash = (await session.View(session.Office)).MinutesHash;
        await session.Refused("minutes.note-taker-first", session.Chair, new SignMinutes(Guid.CreateVersion7(), session.Conference, hash));
        await session.Refused("minutes.changed", session.Office, new SignMinutes(Guid.CreateVersion7(), session.Conference, new string('0', 64)));
        await session.Done(session.Office, new SignMinutes(Guid.CreateVersion7(), session.Conference, hash));
        await session.Done(session.Chair, new SignMinutes(Guid.CreateVersion7(), session.Conference, hash));
        await session.Refused("minutes.signed", session.Office, new WriteRemark(Guid.CreateVersion7(), speech.Id, "Khác"));
        Assert.All((await session.View(session.Office)).Signatures, signature => Assert.True(signature.Holds));

        var paper = (await session.World.First.Ask(session.Office, new ReadMinutesPaper(session.Conference, PaperFormat.Word)))!;
        var words = string.Join('\n', OfficeWords.Read(paper.Content));
        foreach (var said in new[] { "có mặt 17/24", "đến lúc", "Đề nghị bổ sung kinh phí tập huấn.", "BIỂU QUYẾT NÀY BỊ HỦY. Lý do: Hai người đếm khác nhau", "16/24 tán thành", "Ý kiến bảo lưu của đồng chí", "Có liên quan trực tiếp" })
        {
            Assert.Contains(said, words, StringComparison.Ordinal);
        }

        var proof = (await session.World.First.Ask(session.Office, new ReadProof(vote)))!;
        Assert.Empty(ProofCheck.Disagreements(ProofJson.Read(ProofJson.Write(proof))));
        Assert.Null(await session.World.First.Ask(session.Office, new ReadProof(first)));

        // A ballot turned in the database, and the proof gathered anew no longer agrees.
        await session.World.First.Look(db => db.Set<Ballot>().Where(row => row.VoteId == vote && row.Marks == "+").Take(4).ExecuteUpdateAsync(set => set.SetProperty(row => row.Marks, "-")));
        Assert.NotEmpty(ProofCheck.Disagreements((await session.World.First.Ask(session.Office, new ReadProof(vote)))!));
    }

    [Fact]
    public async Task Without_a_quorum_a_written_reason_is_needed_and_stands_in_the_record()
    {
        await using var session = await SessionWorld.Create(cluster);
        await session.Arrive([session.Chair, .. session.Members.Where(person => person.Id != session.Chair.Id).Take(14)]);
        await session.Refused("conference.no-quorum", session.Chair, new OpenConference(Guid.CreateVersion7(), session.Conference));
        await session.Refused("conference.chair-only", session.Members.First(person => person.Id != session.Chair.Id && person.Id != session.Chief.Id), new OpenConference(Guid.CreateVersion7(), session.Conference, "Bão"));
        await session.Done(session.Chair, new OpenConference(Guid.CreateVersion7(), session.Conference, "Bão số 12 chia cắt đường"));
        var item = await session.Item(session.Drafts[0]);
        await session.Refused("conference.no-quorum", session.Chair, new OpenVote(Guid.CreateVersion7(), item.Id, VoteMode.Devices));
        var vote = (await session.Done(session.Chair, new OpenVote(Guid.CreateVersion7(), item.Id, VoteMode.Devices, WithoutQuorum: "Bão số 12 chia cắt đường"))).Id;
        await session.Cast(vote, inFavour: 13);
        await session.Done(session.Chair, new CloseVote(Guid.CreateVersion7(), vote));
        Assert.Empty(ProofCheck.Disagreements((await session.World.First.Ask(session.Office, new ReadProof(vote)))!));
        Assert.True(await Waits(session, "signing"));
    }

    [Fact]
    public async Task Members_check_in_with_the_code_of_the_door()
    {
        await using var session = await SessionWorld.Create(cluster);
        var code = (await session.View(session.Office)).DoorCode;
        var member = session.Members[7];
        Assert.Equal("", (await session.View(member)).DoorCode);
        session.World.Clock.Now = VietnamTime.At(VietnamTime.DayOf(session.World.Clock.Now), new TimeOnly(7, 45));
        await session.Refused("conference.door-code", member, new CheckIn(Guid.CreateVersion7(), session.Conference, code == "000000" ? "000001" : "000000"));
        await session.Done(member, new CheckIn(Guid.CreateVersion7(), session.Conference, code));
        await session.Done(member, new CheckIn(Guid.CreateVersion7(), session.Conference, code));
        Assert.Equal(1, await session.World.First.Look(db => db.Set<Movement>().CountAsync()));
        await session.Refused("auth.not-allowed", session.World.First.People["soanthao"], new CheckIn(Guid.CreateVersion7(), session.Conference, code));
    }

    private static async Task Count(SessionWorld session, Guid vote, OptionCount count)
    {
        await session.Done(session.Office, new EnterCount(Guid.CreateVersion7(), vote, [count]));
        await session.Done(session.Chief, new EnterCount(Guid.CreateVersion7(), vote, [count]));
    }

    private static async Task<Guid> Move(SessionWorld session, Domain.Organizations.Person mover, AgendaItem item, string clause, string old, string young)
    {
        await session.Done(mover, new MoveAmendment(Guid.CreateVersion7(), item.Id, clause, old, young));
        return await session.World.First.Look(db => db.Set<Amendment>().OrderByDescending(row => row.Number).Select(row => row.Id).FirstAsync());
    }

    private static async Task<DraftText> Text(SessionWorld session, Guid version) =>
        CanonicalText.Read(await session.World.First.Look(db => db.Set<DraftVersion>().Where(row => row.Id == version).Select(row => row.Canonical).SingleAsync()));

    private static Task<bool> Waits(SessionWorld session, string task) =>
        session.World.First.Look(db => db.Set<OpenTask>().AnyAsync(row => row.SubjectId == session.Drafts[0] && row.TaskKey == task && row.ClosedAt == null));
}

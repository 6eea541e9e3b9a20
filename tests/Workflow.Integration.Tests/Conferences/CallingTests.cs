using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Activities.Conferences;
using Workflow.Domain;
using Workflow.Domain.Conferences;
using Workflow.Domain.Messages;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Integration.Tests.Messages;
using Workflow.Runtime.Mail;
using Xunit;

namespace Workflow.Integration.Tests.Conferences;

/// <summary>Letters about a session: each to each once, told again when something changed, and the page says to whom they went.</summary>
[Collection("cluster")]
public sealed class CallingTests(TestCluster cluster)
{
    private const string Guest = "Lò Văn Khách, Trưởng thôn Nà Lầu";

    [Fact]
    public async Task Invitations_go_once_to_each_who_has_an_address_and_the_page_says_who_gets_paper()
    {
        await using var receiver = new SmtpReceiver();
        await using var session = await Called(receiver, hosts: 2);
        var wishing = session.Members.Take(5).ToList();
        await session.World.Wish(wishing[0], MessageMode.Daily);
        foreach (var person in wishing.Skip(1))
        {
            await session.World.Wish(person, MessageMode.AtOnce);
        }

        await session.Done(session.Office, new InviteGuest(Guid.CreateVersion7(), session.Conference, Guest, "khach@thon.vn"));
        await session.Done(session.Office, new AddAgendaItem(Guid.CreateVersion7(), session.Conference, AgendaKind.Report, "Báo cáo kinh tế", Presenter: "Ủy ban nhân dân xã", GuestsStay: true));
        await session.Refused("messages.address", session.Office, new InviteGuest(Guid.CreateVersion7(), session.Conference, "Ai đó", "không phải địa chỉ"));
        var send = new SendInvitations(Guid.CreateVersion7(), session.Conference);
        var answer = await session.Done(session.Office, send);
        Assert.Contains("25 người: 6 thư đang được gửi; 19 người chưa có địa chỉ thư", answer.Text, StringComparison.Ordinal);
        Assert.Contains("ít nhất 3 ngày", answer.Text, StringComparison.Ordinal);

        // A double click and another try send nothing more; nor do two hosts.
        await session.Done(session.Office, send);
        await session.Refused("letters.nothing-new", session.Office, new SendInvitations(Guid.CreateVersion7(), session.Conference));
        Assert.Equal(6, await session.World.Everywhere(Post.Mails));
        Assert.Equal(0, await session.World.Everywhere(Post.Mails));
        Assert.Equal(6, receiver.Received.Select(one => one.MessageId).Distinct().Count());
        Assert.Equal(25, await session.World.First.Look(db => db.Set<LetterCopy>().CountAsync()));

        // Subjects name the kind and the hour; a guest is told of the items that are open to guests.
        Assert.All(receiver.Received, one => Assert.Equal("Giấy mời họp lúc 08:00 23/11/2026", one.Subject));
        var guest = receiver.Received.Single(one => one.To.Contains("khach@thon.vn", StringComparison.Ordinal)).Body;
        var draft = (await session.View(session.Office)).Items[0].Title;
        Assert.Contains("Báo cáo kinh tế", guest, StringComparison.Ordinal);
        Assert.Contains("https://van-ban.thanhson.gov.vn/khach/", guest, StringComparison.Ordinal);
        Assert.DoesNotContain(draft, guest, StringComparison.Ordinal);
        Assert.Contains(draft, receiver.Received.First(one => one.To.Contains(Post.AddressOf(wishing[1]), StringComparison.Ordinal)).Body, StringComparison.Ordinal);

        var desk = (await session.World.First.Ask(session.Office, new ReadSessionDesk(session.Conference)))!;
        var copies = Assert.Single(desk.Letters!).Copies;
        Assert.Equal((6, 19), (copies.Count(copy => copy.State == CopyState.Sent), copies.Count(copy => copy.State == CopyState.OnPaper)));
        Assert.Equal("khach@thon.vn", copies.Single(copy => copy.Name == Guest).Address);
        Assert.Null((await session.World.First.Ask(session.Members.First(person => person.Id != session.Chair.Id), new ReadSessionDesk(session.Conference)))!.Letters);
    }

    [Fact]
    public async Task What_changes_after_the_invitation_is_told_and_who_comes_late_is_invited()
    {
        await using var receiver = new SmtpReceiver();
        await using var session = await Called(receiver);
        var (first, second) = (session.Members[0], session.Members[1]);
        await session.World.Wish(first, MessageMode.AtOnce);
        await session.World.Wish(second, MessageMode.AtOnce);
        await session.Done(session.Office, new SendInvitations(Guid.CreateVersion7(), session.Conference));
        await session.World.First.Mails();
        Assert.Equal("", (await session.View(session.Office)).NotTold);

        // A guest invited now gets the invitation in the same act, the others nothing.
        await session.Done(session.Office, new InviteGuest(Guid.CreateVersion7(), session.Conference, Guest, "khach@thon.vn"));
        await session.World.First.Mails();
        Assert.Equal(3, receiver.Received.Count);

        // Another agenda: the page says that nobody knows of it until the office tells.
        await session.Done(session.Office, new AddAgendaItem(Guid.CreateVersion7(), session.Conference, AgendaKind.Report, "Báo cáo thêm"));
        Assert.Contains("Chương trình đã thay đổi", (await session.View(session.Office)).NotTold, StringComparison.Ordinal);
        Assert.Contains("Đã gửi thông báo bổ sung tới 25 người", (await session.Done(session.Office, new SendInvitations(Guid.CreateVersion7(), session.Conference))).Text, StringComparison.Ordinal);
        await session.World.First.Mails();
        Assert.Equal(3, receiver.Received.Count(one => one.Subject.StartsWith("Thay đổi chương trình", StringComparison.Ordinal)));

        // A member of the body since: summoned and invited, while nothing is said to the others.
        var joined = session.World.First.People["soanthao"];
        await session.World.First.Look(async db =>
        {
            var body = await db.Set<Body>().SingleAsync(one => one.Kind == BodyKind.ExecutiveCommittee);
            db.Add(new Membership { Id = Guid.CreateVersion7(), OrganizationId = body.OrganizationId, BodyId = body.Id, PersonId = joined.Id, From = VietnamTime.DayOf(session.World.Clock.Now) });
            return await db.SaveChangesAsync();
        });
        Assert.Contains("trong đó 1 ủy viên mới", (await session.Done(session.Office, new SendInvitations(Guid.CreateVersion7(), session.Conference))).Text, StringComparison.Ordinal);
        Assert.Contains((await session.View(session.Office)).Attendance, row => row.Key == joined.Id);

        // Moved: in the same act, with the reason.
        var day = VietnamTime.DayOf(session.World.Clock.Now).AddDays(7);
        await session.Refused("conference.move-reason", session.Office, new MoveConference(Guid.CreateVersion7(), session.Conference, day, new TimeOnly(14, 0), "Hội trường", " "));
        await session.Refused("conference.past", session.Office, new MoveConference(Guid.CreateVersion7(), session.Conference, day.AddDays(-9), new TimeOnly(14, 0), "Hội trường", "Bão"));
        await session.Done(session.Office, new MoveConference(Guid.CreateVersion7(), session.Conference, day, new TimeOnly(14, 0), "Nhà văn hóa", "Bão số 12"));
        await session.World.First.Mails();
        var moved = receiver.Received.Where(one => one.Subject == "Cuộc họp đổi thời gian, địa điểm: nay là 14:00 30/11/2026").ToList();
        Assert.Equal(3, moved.Count);
        Assert.All(moved, one => Assert.Contains("Bão số 12", one.Body, StringComparison.Ordinal));
        Assert.Equal("", (await session.View(session.Office)).NotTold);
    }

    [Fact]
    public async Task A_session_that_is_called_off_is_told_what_did_not_leave_yet_stays_and_its_drafts_wait_for_the_next()
    {
        await using var receiver = new SmtpReceiver();
        await using var session = await Called(receiver);
        await session.World.Wish(session.Members[0], MessageMode.AtOnce);
        await session.Done(session.Office, new SendInvitations(Guid.CreateVersion7(), session.Conference));
        await session.Refused("conference.cancel-reason", session.Office, new CancelConference(Guid.CreateVersion7(), session.Conference, ""));
        await session.Done(session.Office, new CancelConference(Guid.CreateVersion7(), session.Conference, "Tỉnh triệu tập họp khẩn"));
        await session.World.First.Mails();
        var only = Assert.Single(receiver.Received);
        Assert.Equal("Hủy cuộc họp lúc 08:00 23/11/2026", only.Subject);
        Assert.Contains("Tỉnh triệu tập họp khẩn", only.Body, StringComparison.Ordinal);
        Assert.Equal([MailState.Sent, MailState.Withdrawn], (await session.World.Letters()).Where(row => row.Kind == MailKind.Session).Select(row => row.State).Order());

        // Nothing of it goes on; the draft may stand on another agenda.
        await session.Refused("conference.cancelled", session.Office, new SendInvitations(Guid.CreateVersion7(), session.Conference));
        await session.Refused("conference.cancelled", session.Chair, new OpenConference(Guid.CreateVersion7(), session.Conference, "Vẫn họp"));
        await session.Refused("conference.cancelled", session.Office, new RecordAttendance(Guid.CreateVersion7(), session.Conference, [], ""));
        Assert.Equal(ItemDecision.Postponed, (await session.Item(session.Drafts[0])).Decision);
        await session.Done(session.Office, new CallConference(Guid.CreateVersion7(), BodyKind.ExecutiveCommittee, VietnamTime.DayOf(session.World.Clock.Now).AddDays(3), new TimeOnly(8, 0), "Hội trường", session.Chair.Id, session.Office.Id, session.Drafts));
    }

    [Fact]
    public async Task A_letter_that_the_server_will_never_take_is_shown_as_failed()
    {
        await using var receiver = new SmtpReceiver { Manner = _ => Manner.Never };
        await using var session = await Called(receiver);
        await session.World.Wish(session.Members[0], MessageMode.AtOnce);
        await session.Done(session.Office, new SendInvitations(Guid.CreateVersion7(), session.Conference));
        await session.World.First.Mails();
        var copy = (await session.World.First.Ask(session.Chair, new ReadSessionDesk(session.Conference)))!.Letters![0].Copies.Single(one => one.State != CopyState.OnPaper);
        Assert.Equal(CopyState.Failed, copy.State);
        Assert.NotEmpty(copy.Error);
    }

    [Fact]
    public async Task An_extraordinary_session_says_who_asked_for_it()
    {
        await using var session = await SessionWorld.Create(cluster);
        CallConference Call(SessionAsker askedBy, int askers, string ground = "Khắc phục hậu quả bão") => new(
            Guid.CreateVersion7(), BodyKind.ExecutiveCommittee, VietnamTime.DayOf(session.World.Clock.Now), new TimeOnly(15, 0), "Hội trường", session.Chair.Id, session.Office.Id, [], null, SessionKind.Extraordinary, ground, askedBy, askers);
        await session.Refused("conference.asked-by", session.Office, Call(SessionAsker.Nobody, 0));
        await session.Refused("conference.ground", session.Office, Call(SessionAsker.StandingCommittee, 0, ""));
        await session.Refused("conference.askers", session.Office, Call(SessionAsker.Members, 12));
        await session.Refused("conference.askers", session.Office, Call(SessionAsker.Members, 25));
        var id = (await session.Done(session.Office, Call(SessionAsker.Members, 13))).Id;
        foreach (var paper in new[] { (await session.World.First.Ask(session.Office, new ReadSessionPaper(id, SessionPaper.Invitation, PaperFormat.Word)))!, (await session.World.First.Ask(session.Office, new ReadMinutesPaper(id, PaperFormat.Word)))! })
        {
            Assert.Contains(OfficeWords.Read(paper.Content), line => line.Contains("theo đề nghị của 13/24 ủy viên: Khắc phục hậu quả bão", StringComparison.Ordinal));
        }

        // An extraordinary session has no days before it.
        await session.Done(session.Office, new AddAgendaItem(Guid.CreateVersion7(), id, AgendaKind.Report, "Bão số 12"));
        Assert.DoesNotContain("ít nhất", (await session.Done(session.Office, new SendInvitations(Guid.CreateVersion7(), id))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Material_that_is_missing_or_late_is_said_before_the_session()
    {
        await using var session = await SessionWorld.Create(cluster);
        var day = VietnamTime.DayOf(session.World.Clock.Now).AddDays(10);
        var id = (await session.Done(session.Office, new CallConference(Guid.CreateVersion7(), BodyKind.ExecutiveCommittee, day, new TimeOnly(8, 0), "Hội trường", session.Chair.Id, session.Office.Id, session.Drafts))).Id;
        await session.Done(session.Office, new AddAgendaItem(Guid.CreateVersion7(), id, AgendaKind.Report, "Báo cáo tài chính"));
        async Task<IReadOnlyList<string>> Late() => (await session.World.First.Ask(session.Office, new ReadConference(id)))!.MaterialsLate;
        Assert.Contains("hạn về Văn phòng là ngày 28/11/2026", Assert.Single(await Late()), StringComparison.Ordinal);
        session.World.Clock.Now += TimeSpan.FromDays(6);
        Assert.Contains("chưa có tài liệu; tài liệu phải về", Assert.Single(await Late()), StringComparison.Ordinal);
        var report = await session.World.First.Look(db => db.Set<AgendaItem>().SingleAsync(row => row.Kind == AgendaKind.Report));
        Assert.Contains("muộn hơn hạn", (await session.Done(session.Office, new RecordMaterial(Guid.CreateVersion7(), report.Id))).Text, StringComparison.Ordinal);
        await session.Refused("material.there", session.Office, new RecordMaterial(Guid.CreateVersion7(), report.Id));
        Assert.Contains("về Văn phòng ngày 29/11/2026, muộn hơn hạn", Assert.Single(await Late()), StringComparison.Ordinal);
        Assert.Empty((await session.World.First.Ask(session.Members[5], new ReadConference(id)))!.MaterialsLate);
    }

    [Fact]
    public async Task The_office_is_reminded_of_missing_material_once_a_day_and_not_when_it_came_meanwhile()
    {
        await using var receiver = new SmtpReceiver();
        await using var session = await Called(receiver, hosts: 2);
        await session.World.Wish(session.Office, MessageMode.Daily);
        await session.World.Wish(session.Members[3], MessageMode.AtOnce);
        var day = VietnamTime.DayOf(session.World.Clock.Now).AddDays(10);
        var id = (await session.Done(session.Office, new CallConference(Guid.CreateVersion7(), BodyKind.ExecutiveCommittee, day, new TimeOnly(8, 0), "Hội trường", session.Chair.Id, session.Office.Id, []))).Id;
        await session.Done(session.Office, new AddAgendaItem(Guid.CreateVersion7(), id, AgendaKind.Report, "Báo cáo tài chính"));
        Task<int> Look() => session.World.Everywhere(host => host.Services.GetRequiredService<Activities.Messages.MaterialReminder>().Run(default));
        Assert.Equal(0, await Look());
        Assert.Contains("về Văn phòng trước hết ngày 28/11/2026", (await session.World.First.Ask(session.World.First.People["soanthao"], new ReadDraftSession(session.Drafts[0])))!.Sentence, StringComparison.Ordinal);
        session.World.Clock.Now += TimeSpan.FromDays(4);
        Assert.Equal(1, await Look());
        Assert.Equal(0, await Look());
        await session.World.First.Mails();
        Assert.Contains("Nội dung 1 chưa có tài liệu", receiver.Received.Single(one => one.Subject.StartsWith("Nhắc: tài liệu", StringComparison.Ordinal)).Body, StringComparison.Ordinal);

        // Written on the last day, and received before it goes out: it does not.
        session.World.Clock.Now += TimeSpan.FromDays(1);
        Assert.Equal(1, await Look());
        var report = await session.World.First.Look(db => db.Set<AgendaItem>().SingleAsync(row => row.Kind == AgendaKind.Report));
        await session.Done(session.Office, new RecordMaterial(Guid.CreateVersion7(), report.Id));
        await session.World.First.Mails();
        Assert.Equal(1, receiver.Received.Count(one => one.Subject.StartsWith("Nhắc: tài liệu", StringComparison.Ordinal)));
        session.World.Clock.Now += TimeSpan.FromDays(1);
        Assert.True((await session.World.First.Ask(session.World.First.People["soanthao"], new ReadDraftSession(session.Drafts[0])))!.IsLate);
    }

    private Task<SessionWorld> Called(SmtpReceiver receiver, int hosts = 1) => SessionWorld.Create(cluster, hosts: hosts, configure: services => services.AddSingleton(Post.To(receiver)));
}

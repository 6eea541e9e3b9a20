using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Conferences;
using Workflow.Activities.Drafting;
using Workflow.Activities.Pipeline;
using Workflow.Domain;
using Workflow.Domain.Conferences;
using Workflow.Domain.Organizations;
using Xunit;

namespace Workflow.Integration.Tests.Conferences;

/// <summary>Ballots on paper with their numbers, the papers of the count, the list, the notice; and who opened which material.</summary>
[Collection("cluster")]
public sealed class SessionPaperTests(TestCluster cluster)
{
    [Fact]
    public async Task Ballots_bear_numbers_that_stand_in_the_minutes_and_tie_nobody_to_a_ballot()
    {
        await using var session = await SessionWorld.Create(cluster);
        await session.Done(session.Office, new AddAgendaItem(Guid.CreateVersion7(), session.Conference, AgendaKind.Personnel, "Bầu bổ sung"));
        await session.Open(present: 20);
        var item = await session.World.First.Look(db => db.Set<AgendaItem>().SingleAsync(row => row.Kind == AgendaKind.Personnel));
        // Members who hold no office besides: who counts is not who prints.
        var plain = session.World.First.People.Where(person => person.Key.StartsWith("uyvien", StringComparison.Ordinal)).Select(person => person.Value.Id).ToHashSet();
        var three = (await session.World.First.Look(db => db.Set<Attendance>().Where(row => row.Presence == Presence.Present).OrderBy(row => row.Id).Select(row => row.PersonId!.Value).ToListAsync())).Where(plain.Contains).Take(3).Select(id => session.Members.Single(person => person.Id == id)).ToList();
        var vote = (await session.Done(session.Chair, new OpenVote(Guid.CreateVersion7(), item.Id, VoteMode.SecretPaper, VoteSubject.Election, "Bầu bổ sung 01 ủy viên", Options: ["Lò Thị A", "Vàng Văn B"], Seats: 1, CounterIds: [.. three.Select(person => person.Id)]))).Id;
        await session.Refused("ballots.count", session.Office, new IssueBallots(Guid.CreateVersion7(), vote, 301));
        await session.Done(session.Office, new IssueBallots(Guid.CreateVersion7(), vote, 20));
        await session.Refused("ballots.reason", session.Office, new IssueBallots(Guid.CreateVersion7(), vote, 2));
        await session.Done(session.Office, new IssueBallots(Guid.CreateVersion7(), vote, 2, "Hai phiếu in mờ"));
        var batches = await session.World.First.Look(db => db.Set<BallotBatch>().AsNoTracking().OrderBy(row => row.Number).ToListAsync());
        Assert.NotEqual(batches[0].Code, batches[1].Code);

        // The ballots of the last batch: every number once, and no name of who votes.
        var ballots = await Words(session, session.Office, new ReadBallotPaper(session.Conference, vote, PaperFormat.Word));
        Assert.Equal(batches[1].Numbers.Order(), ballots.Where(line => line.StartsWith("Số kiểm soát: ", StringComparison.Ordinal)).Select(line => line.Split([' ', '.'])[3]).Order());
        Assert.All(session.Members, person => Assert.DoesNotContain(ballots, line => line.Contains(person.FullName, StringComparison.Ordinal)));

        // Nobody but the office prints ballots; what the others counted is nobody's before the close.
        await Assert.ThrowsAsync<NotAllowedException>(() => session.World.First.Ask(three[0], new ReadBallotPaper(session.Conference, vote, PaperFormat.Word)));
        await Assert.ThrowsAsync<NotAllowedException>(() => session.World.First.Ask(session.World.First.People["soanthao"], new ReadCountPaper(session.Conference, vote, CountPaper.BlankTally, PaperFormat.Word)));
        EnterCount Entry(int inFavour, int issued = 20) => new(Guid.CreateVersion7(), vote, [new(inFavour, 18 - inFavour, 0), new(18 - inFavour, inFavour, 0)], issued, 19, 1);
        await session.Done(three[0], Entry(14));
        Assert.Null(await session.World.First.Ask(three[1], new ReadCountPaper(session.Conference, vote, CountPaper.Tally, PaperFormat.Word)));
        Assert.DoesNotContain(await Words(session, three[1], new ReadCountPaper(session.Conference, vote, CountPaper.Record, PaperFormat.Word)), line => line == "14");
        Assert.DoesNotContain(await Words(session, three[1], new ReadCountPaper(session.Conference, vote, CountPaper.BlankTally, PaperFormat.Word)), line => line == "14");
        await session.Done(three[1], Entry(14));
        await session.Done(session.Chair, new CloseVote(Guid.CreateVersion7(), vote));
        await session.Refused("ballots.not-now", session.Office, new IssueBallots(Guid.CreateVersion7(), vote, 2, "Muộn"));

        var record = await Words(session, session.Office, new ReadCountPaper(session.Conference, vote, CountPaper.Record, PaperFormat.Word));
        Assert.Contains(record, line => line.Contains("TRÚNG CỬ: đồng chí Lò Thị A, 14/24", StringComparison.Ordinal));
        Assert.Contains(await Words(session, three[2], new ReadCountPaper(session.Conference, vote, CountPaper.Tally, PaperFormat.Word)), line => line == "14");
        var minutes = OfficeWords.Read((await session.World.First.Ask(session.Office, new ReadMinutesPaper(session.Conference, PaperFormat.Word)))!.Content);
        Assert.All(new[] { record, minutes }, paper => Assert.All(batches, batch => Assert.Contains(batch.Sentence, paper)));
        Assert.Contains("lý do in thêm: Hai phiếu in mờ", batches[1].Sentence, StringComparison.Ordinal);

        // No row of a batch, and no column of it, names a person but who had it printed.
        Assert.All(batches, batch => Assert.Equal(session.Office.Id, batch.ById));
    }

    [Fact]
    public async Task More_ballots_than_were_printed_cannot_have_been_given_out()
    {
        await using var session = await SessionWorld.Create(cluster);
        await session.Done(session.Office, new AddAgendaItem(Guid.CreateVersion7(), session.Conference, AgendaKind.Personnel, "Tín nhiệm"));
        await session.Open(present: 20);
        var item = await session.World.First.Look(db => db.Set<AgendaItem>().SingleAsync(row => row.Kind == AgendaKind.Personnel));
        var three = await session.World.First.Look(db => db.Set<Attendance>().Where(row => row.Presence == Presence.Present).Select(row => row.PersonId!.Value).Take(3).ToListAsync());
        var vote = (await session.Done(session.Chair, new OpenVote(Guid.CreateVersion7(), item.Id, VoteMode.SecretPaper, VoteSubject.Confidence, "Tín nhiệm", CounterIds: three))).Id;
        await session.Done(session.Office, new IssueBallots(Guid.CreateVersion7(), vote, 18));
        var counter = session.Members.Single(person => person.Id == three[0]);
        await session.Refused("count.more-than-printed", counter, new EnterCount(Guid.CreateVersion7(), vote, [new(19, 0, 0)], 19, 19, 0));
        await session.Done(counter, new EnterCount(Guid.CreateVersion7(), vote, [new(18, 0, 0)], 18, 18, 0));
        var devices = (await session.Item(session.Drafts[0])).Id;
        await session.Done(session.Chair, new VoidVote(Guid.CreateVersion7(), vote, "In thiếu phiếu"));
        var hands = (await session.Done(session.Chair, new OpenVote(Guid.CreateVersion7(), devices, VoteMode.ShowOfHands))).Id;
        await session.Refused("ballots.not-now", session.Office, new IssueBallots(Guid.CreateVersion7(), hands, 10));
    }

    [Fact]
    public async Task The_list_is_to_sign_before_and_filled_after_and_the_notice_keeps_its_figures()
    {
        await using var session = await SessionWorld.Create(cluster);
        await session.Done(session.Office, new InviteGuest(Guid.CreateVersion7(), session.Conference, "Lò Văn Khách, Trưởng thôn"));
        var blank = await Words(session, session.Office, new ReadSessionPaper(session.Conference, SessionPaper.AttendanceList, PaperFormat.Word));
        Assert.Contains("Ký tên", blank);
        Assert.All(session.Members, person => Assert.Contains(person.FullName, blank));
        await session.Refused("conclusion.not-yet", session.Chair, new WriteConclusion(Guid.CreateVersion7(), session.Conference, "Sớm quá"));
        Assert.Null(await session.World.First.Ask(session.Office, new ReadSessionPaper(session.Conference, SessionPaper.ConclusionNotice, PaperFormat.Pdf)));

        await session.Open(present: 18);
        var filled = await Words(session, session.Members[3], new ReadSessionPaper(session.Conference, SessionPaper.AttendanceList, PaperFormat.Word));
        Assert.Contains("Có mặt lúc", filled);
        Assert.Contains(filled, line => line.Contains("có mặt 18; cần ít nhất 16: đủ điều kiện", StringComparison.Ordinal));
        var item = await session.Item(session.Drafts[0]);
        var vote = (await session.Done(session.Chair, new OpenVote(Guid.CreateVersion7(), item.Id, VoteMode.Devices))).Id;
        await session.Cast(vote, inFavour: 17);
        await session.Done(session.Office, new CloseVote(Guid.CreateVersion7(), vote));
        await session.Refused("conference.chair-only", session.Members.First(person => person.Id != session.Chair.Id), new WriteConclusion(Guid.CreateVersion7(), session.Conference, "Không phải việc của tôi"));
        await session.Done(session.Chair, new WriteConclusion(Guid.CreateVersion7(), session.Conference, "Giao Ủy ban nhân dân xã thực hiện.\nKết quả 24/24."));
        var notice = await Words(session, session.Office, new ReadSessionPaper(session.Conference, SessionPaper.ConclusionNotice, PaperFormat.Word));
        Assert.Contains(notice, line => line.Contains("17/24 tán thành", StringComparison.Ordinal));
        Assert.Contains("Giao Ủy ban nhân dân xã thực hiện.", notice);
        Assert.Contains("T/M ĐẢNG ỦY", notice);
        Assert.Contains("BÍ THƯ", notice);
    }

    [Fact]
    public async Task Who_was_summoned_is_noted_when_they_open_a_material_and_the_office_and_chair_see_it()
    {
        await using var session = await SessionWorld.Create(cluster);
        var item = await session.Item(session.Drafts[0]);
        var (one, other) = (session.Members.Where(person => person.Id != session.Chair.Id).First(), session.Members.Where(person => person.Id != session.Chair.Id).Last());
        await session.Done(one, new NoteOpening(Guid.CreateVersion7(), item.Id));
        await session.Done(one, new NoteOpening(Guid.CreateVersion7(), item.Id));
        var first = session.World.Clock.Now;
        session.World.Clock.Now += TimeSpan.FromHours(2);
        await session.Done(one, new MarkRead(Guid.CreateVersion7(), session.Drafts[0], await session.World.First.Look(db => db.Set<Domain.Drafts.Draft>().Where(row => row.Id == session.Drafts[0]).Select(row => row.CurrentRound).SingleAsync())));

        // Of the office, which reads in the course of its work, nothing is kept.
        await session.Done(session.Office, new NoteOpening(Guid.CreateVersion7(), item.Id));
        Assert.Equal(2, await session.World.First.Look(db => db.Set<MaterialOpening>().CountAsync()));
        var view = (await session.World.First.Ask(session.Chair, new ReadMaterials(session.Conference)))!;
        var rows = view.Openers!.Rows.Concat((await session.World.First.Ask(session.Office, new ReadMaterials(session.Conference, Page: 2)))!.Openers!.Rows).ToList();
        Assert.Equal((24, 2), (rows.Count, view.Openers.Pages));
        var opened = Assert.Single(rows.Single(row => row.Name == one.FullName).Opened);
        Assert.Equal((true, first, session.World.Clock.Now), (opened.IsPresentVersion, opened.First, opened.Last));
        Assert.Equal(["1"], rows.Single(row => row.Name == other.FullName).NotOpened);
        Assert.Null((await session.World.First.Ask(one, new ReadMaterials(session.Conference)))!.Openers);
        Assert.NotNull((await session.World.First.Ask(one, new ReadMaterials(session.Conference, item.Id)))!.Text);
        Assert.Null(await session.World.First.Ask(one, new ReadMaterials(session.Conference, Guid.NewGuid())));
    }

    private static async Task<IReadOnlyList<string>> Words(SessionWorld session, Person person, IQuery<Activities.Register.PaperFile?> paper) => OfficeWords.Read((await session.World.First.Ask(person, paper))!.Content);
}

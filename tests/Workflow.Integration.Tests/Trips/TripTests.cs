using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Conferences;
using Workflow.Activities.Drafting;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Trips;
using Workflow.Domain.Conferences;
using Workflow.Domain.Drafts;
using Workflow.Domain.Reviews;
using Workflow.Runtime.Audit;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;
using Xunit;

namespace Workflow.Integration.Tests.Trips;

/// <summary>Issue 6, item 7: a session goes to a laptop without internet, is held there, and comes back.</summary>
[Collection("cluster")]
public sealed class TripTests(TestCluster cluster)
{
    [Fact]
    public async Task A_session_that_was_held_on_a_laptop_goes_on_at_home_as_if_it_had_been_held_there()
    {
        await using var world = await TripWorld.Away(cluster);
        var votes = await world.Hold();
        var result = await world.Result();
        var answer = await world.Receive(result);
        Assert.True(answer.Refusal is null, answer.Refusal?.Text);

        // Every row of the session is the laptop's, and each proof comes out the same in both places.
        foreach (var table in (Type[])[typeof(Conference), typeof(AgendaItem), typeof(Attendance), typeof(Movement), typeof(Amendment), typeof(Vote), typeof(VoteMember), typeof(Ballot), typeof(SecretBallot), typeof(MinutesSignature), typeof(Draft), typeof(DraftVersion)])
        {
            Assert.Equal(await Text(world.Laptop.Look, table), await Text(look => world.Home.World.First.Look(look), table));
        }

        foreach (var vote in votes)
        {
            var (there, here) = ((await world.Laptop.Ask(world.Home.Office, new ReadProof(vote)))!, (await world.Home.World.First.Ask(world.Home.Office, new ReadProof(vote)))!);
            Assert.Equal(ProofJson.Write(there), ProofJson.Write(here));
            Assert.Empty(ProofCheck.Disagreements(here));
        }

        var view = await world.Home.View(world.Home.Office);
        Assert.Equal(2, view.Signatures.Count(one => one.Holds));
        Assert.Equal([ItemDecision.Adopted, ItemDecision.AdoptedWithAmendments, ItemDecision.Returned, ItemDecision.Noted], view.Items.Select(item => item.Item.Decision!.Value));

        // Each draft went on once: two to be signed, one back to its drafter. None waits on the laptop's word any more.
        string[] expected = ["signing", "signing", "drafting"];
        foreach (var (draft, step) in world.Home.Drafts.Zip(expected))
        {
            Assert.Equal([step], await world.Home.World.First.Look(db => db.Set<OpenTask>().Where(task => task.SubjectId == draft && task.ClosedAt == null).Select(task => task.TaskKey).ToListAsync()));
            Assert.Equal(0, await world.Home.World.First.Look(db => db.Set<ProcessInstance>().CountAsync(row => row.SubjectId == draft && row.SuspendedAt != null)));
        }

        // The laptop's log is a closed chapter; its last hash stands in the log of home, which is whole.
        var chapter = await world.Home.World.First.Look(db => db.Set<ChapterEntry>().AsNoTracking().OrderBy(row => row.Position).ToListAsync());
        Assert.Equal(nameof(SealSession), chapter[^1].Act);
        Assert.Contains(chapter[^1].Hash, answer.Text, StringComparison.Ordinal);
        Assert.Null(await world.Home.World.First.Look(db => AuditTrail.FirstBadEntry(db, db.CurrentOrganizationId, default)));
        Assert.Null(Assert.Single(await world.Home.World.First.Look(db => Chapters.Check(db, default))).Wrong);
        await world.Home.World.First.Look(db => db.Set<ChapterEntry>().Where(row => row.Position == 5).ExecuteUpdateAsync(set => set.SetProperty(row => row.Text, "khác")));
        Assert.Equal("dòng đầu tiên sai là 5", Assert.Single(await world.Home.World.First.Look(db => Chapters.Check(db, default))).Wrong);
    }

    [Fact]
    public async Task A_second_import_of_the_same_result_changes_nothing_and_another_result_is_a_conflict()
    {
        await using var world = await TripWorld.Away(cluster, drafts: 1);
        await Short(world);
        var (first, again) = (await world.Result(), await world.Result());

        // A double click: one key, one effect.
        var key = Guid.CreateVersion7();
        var command = new ReceiveResult(key, world.Home.Conference, first, world.Laptop.Fingerprint);
        Assert.Null((await world.Home.World.First.Send(world.Home.Office, command)).Refusal);
        var before = await world.Tables();
        Assert.Null((await world.Home.World.First.Send(world.Home.Office, command)).Refusal);
        Assert.Equal(before, await world.Tables());

        // Signed anew, so other bytes with the same rows: it is said so, and beside the line in the log nothing changes.
        Assert.NotEqual(first, again);
        var answer = await world.Receive(again);
        Assert.Contains("đã được nhận từ trước", answer.Text, StringComparison.Ordinal);
        string[] log = [nameof(AuditEntry), nameof(AuditHead), nameof(CommandRecord)];
        Assert.Equal(before.Where(table => !log.Contains(table.Key)), (await world.Tables()).Where(table => !log.Contains(table.Key)));

        // The laptop's rows changed behind its back and signed by its own key: another result, and not united.
        await world.Laptop.Look(db => db.Set<Conference>().ExecuteUpdateAsync(set => set.SetProperty(row => row.Discussion, "Khác")));
        Assert.Equal("trip.conflict-other-result", (await world.Receive(await world.Result())).Refusal?.Code);
    }

    [Fact]
    public async Task While_a_session_is_away_home_changes_nothing_of_it_and_the_laptop_nothing_else()
    {
        await using var world = await TripWorld.Create(cluster, drafts: 1);
        var (home, session) = (world.Home, world.Home.Conference);
        var item = await home.Item(home.Drafts[0]);
        await home.Refused("trip.not-away", home.Office, new TakeSessionBack(Guid.CreateVersion7(), session, "thử"));
        await home.Refused("auth.not-allowed", home.Members[5], new TakeSessionAlong(Guid.CreateVersion7(), session));
        await home.Done(home.Office, new TakeSessionAlong(Guid.CreateVersion7(), session));
        await home.Refused("trip.away", home.Office, new TakeSessionAlong(Guid.CreateVersion7(), session));
        ICommand[] acts =
        [
            new RecordAttendance(Guid.CreateVersion7(), session, [new PresenceEntry(home.Chair.Id, Presence.Present, "")], ""), new OpenConference(Guid.CreateVersion7(), session, "Vẫn họp"),
            new AddAgendaItem(Guid.CreateVersion7(), session, AgendaKind.Report, "Khác"), new RemoveAgendaItem(Guid.CreateVersion7(), item.Id), new InviteGuest(Guid.CreateVersion7(), session, "Khách"), new SendInvitations(Guid.CreateVersion7(), session),
            new ArrangeAgenda(Guid.CreateVersion7(), session, [new AgendaPlace(world.Election, false, "", 0, false), new AgendaPlace(item.Id, false, "", 5, false)]), new Recuse(Guid.CreateVersion7(), item.Id, home.Members[4].Id, "Có liên quan"),
            new DecideItem(Guid.CreateVersion7(), item.Id, ItemDecision.Postponed, "Hoãn"), new EditClause(Guid.CreateVersion7(), home.Drafts[0], item.VersionHash, "x", "y", ""),
        ];
        var before = await world.Tables();
        foreach (var act in acts)
        {
            var refusal = (await home.World.First.Send(act is OpenConference ? home.Chair : home.Office, act)).Refusal;
            Assert.True(refusal is { Code: "trip.away" or "conference.nobody" or "draft.not-yours" or "auth.not-allowed" }, $"{act.GetType().Name}: {refusal?.Code ?? "done"}");
        }

        Assert.Equal(before, await world.Tables());

        // Other work goes on.
        Assert.Null((await home.World.First.Send(home.Office, new CallConference(Guid.CreateVersion7(), Domain.Texts.BodyKind.ExecutiveCommittee, Domain.VietnamTime.DayOf(home.World.Clock.Now), new TimeOnly(14, 0), "Hội trường", home.Chair.Id, home.Office.Id, []))).Refusal);
        Assert.Null((await world.Laptop.Import(await world.Package(), world.HomeKey)).Refusal);
        await world.Laptop.Refused("trip.elsewhere", home.Office, new CallConference(Guid.CreateVersion7(), Domain.Texts.BodyKind.ExecutiveCommittee, Domain.VietnamTime.DayOf(home.World.Clock.Now), new TimeOnly(14, 0), "Hội trường", home.Chair.Id, home.Office.Id, []));
        await world.Laptop.Refused("trip.keep-draft", home.Office, new RemoveAgendaItem(Guid.CreateVersion7(), item.Id));
        await world.Laptop.Refused("trip.not-closed", home.Office, new SealSession(Guid.CreateVersion7(), session));
        await Short(world);
        await world.Laptop.Refused("trip.sealed", home.Office, new RecordAttendance(Guid.CreateVersion7(), session, [], "thêm"));
        Assert.Contains("từ trước", (await world.Laptop.Done(home.Office, new SealSession(Guid.CreateVersion7(), session))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_that_was_taken_back_goes_on_at_home_and_a_late_result_is_a_named_conflict()
    {
        await using var world = await TripWorld.Away(cluster, drafts: 1);
        var home = world.Home;
        await Short(world);
        await home.Refused("trip.reason", home.Office, new TakeSessionBack(Guid.CreateVersion7(), home.Conference, " "));
        await home.Done(home.Office, new TakeSessionBack(Guid.CreateVersion7(), home.Conference, "Máy mang đi bị hỏng"));
        Assert.Equal("trip.conflict-taken-back", (await world.Receive(await world.Result())).Refusal?.Code);

        // Held at home after all; and a second trip of the same session bears the next number.
        await home.Done(home.Office, new TakeSessionAlong(Guid.CreateVersion7(), home.Conference));
        Assert.Equal([1, 2], await home.World.First.Look(db => db.Set<SessionTrip>().OrderBy(row => row.Number).Select(row => row.Number).ToListAsync()));
        Assert.Equal("trip.conflict-taken-back", (await world.Receive(await world.Result())).Refusal?.Code);
        await home.Done(home.Office, new TakeSessionBack(Guid.CreateVersion7(), home.Conference, "Họp ở đây"));
        await home.Open(present: 20);
        await home.Done(home.Chair, new OpenVote(Guid.CreateVersion7(), (await home.Item(home.Drafts[0])).Id, VoteMode.Devices));
    }

    [Fact]
    public async Task Home_that_was_changed_behind_its_own_back_is_a_named_conflict_and_nothing_is_united()
    {
        await using var world = await TripWorld.Away(cluster, drafts: 1);
        await Short(world);
        await world.Home.World.First.Look(db => db.Set<AgendaItem>().Where(row => row.Id == world.Election).ExecuteUpdateAsync(set => set.SetProperty(row => row.Title, "Khác")));
        var before = await world.Tables();
        var answer = await world.Receive(await world.Result());
        Assert.Equal("trip.conflict-home", answer.Refusal?.Code);
        Assert.Contains("chương trình", answer.Refusal!.Text, StringComparison.Ordinal);
        Assert.Equal(before, await world.Tables());
    }

    [Fact]
    public async Task No_password_opinion_or_comment_leaves_the_house()
    {
        await using var world = await TripWorld.Away(cluster, drafts: 1);
        var file = await world.Package();
        var opened = SessionPackage.Open(file, PackageKind.Out, world.HomeKey).Package!;
        var all = string.Concat(opened.Parts.Values.Select(System.Text.Encoding.UTF8.GetString));
        foreach (var secret in await world.Home.World.First.Look(db => db.Set<Account>().Select(account => account.PasswordHash!).ToListAsync()))
        {
            Assert.DoesNotContain(secret, all, StringComparison.Ordinal);
        }

        Assert.Equal(0, await world.Laptop.Look(db => db.Set<OpinionSheet>().CountAsync()) + await world.Laptop.Look(db => db.Set<Comment>().CountAsync()) + await world.Laptop.Look(db => db.Set<OpenTask>().CountAsync()));
        Assert.DoesNotContain(opened.Parts.Keys, part => part is not "ReservedOpinion.json" && (part.Contains("Opinion", StringComparison.Ordinal) || part.Contains("Comment", StringComparison.Ordinal) || part.Contains("Account", StringComparison.Ordinal)));

        // Whoever gives sessions a new table decides here whether it travels.
        string[] stays = [nameof(SealedBallot), nameof(SessionTrip), nameof(EntryCode), nameof(ChapterEntry), nameof(SessionLetter), nameof(LetterCopy), nameof(GuestPass), nameof(MaterialOpening)];
        var tables = await world.Laptop.Look(db => Task.FromResult(db.Model.GetEntityTypes().Select(type => type.ClrType).Where(type => type.Namespace == typeof(Conference).Namespace).Select(type => type.Name).Except(stays).ToList()));
        Assert.All(tables, table => Assert.Contains(table + ".json", opened.Parts.Keys));

        // Codes are known by their hashes alone, and nobody has a password there.
        Assert.Equal(0, await world.Laptop.Look(db => db.Set<Account>().CountAsync(account => account.PasswordHash != null)));
        Assert.Equal(26, world.Laptop.Tickets.Count);
        var rows = await world.Laptop.Look(db => db.Set<EntryCode>().Select(row => row.Hash).ToListAsync());
        Assert.DoesNotContain(world.Laptop.Tickets, ticket => rows.Contains(ticket.Code));

        // A second import says so; into an installation that is in use it is refused.
        Assert.Empty((await world.Laptop.Import(file, world.HomeKey)).Session!.Tickets);
    }

    private static async Task Short(TripWorld world)
    {
        await world.Open(present: 20);
        var item = await world.Laptop.Look(db => db.Set<AgendaItem>().AsNoTracking().SingleAsync(row => row.DraftId != null));
        await world.Vote(item, inFavour: 18);
        await world.Laptop.Done(world.Home.Chair, new DecideItem(Guid.CreateVersion7(), world.Election, ItemDecision.Postponed, "Chưa đủ nhân sự"));
        await world.Laptop.Done(world.Home.Chair, new CloseConference(Guid.CreateVersion7(), world.Home.Conference));
        await world.Laptop.Done(world.Home.Office, new SealSession(Guid.CreateVersion7(), world.Home.Conference));
    }

    private static Task<string> Text(Func<Func<WorkflowDbContext, Task<string>>, Task<string>> look, Type table) => look(async db =>
        System.Text.Encoding.UTF8.GetString(RowText.Write(db, table, await ((IQueryable<object>)typeof(DbContext).GetMethod(nameof(DbContext.Set), Type.EmptyTypes)!.MakeGenericMethod(table).Invoke(db, null)!).AsNoTracking().ToListAsync())));
}

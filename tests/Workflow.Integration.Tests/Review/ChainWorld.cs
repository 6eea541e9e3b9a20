using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Activities.Conclusions;
using Workflow.Activities.Drafting;
using Workflow.Activities.Review;
using Workflow.Activities.Routes;
using Workflow.Domain;
using Workflow.Domain.Organizations;
using Workflow.Domain.Reviews;
using Workflow.Domain.Texts;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Timers;

namespace Workflow.Integration.Tests.Review;

/// <summary>An office whose drafts go from body to body.</summary>
internal sealed class ChainWorld(ReviewWorld world, Guid draft)
{
    public ReviewWorld World => world;

    public Guid Draft => draft;

    private static Guid New => Guid.CreateVersion7();

    /// <summary>A draft that was appraised and waits to be sent to the first body.</summary>
    public static async Task<ChainWorld> Create(TestCluster cluster, int hosts = 1, string? database = null)
    {
        var world = await ReviewWorld.Create(cluster, hosts, database);
        await world.Done(world.First.People["quantri"], new ChooseDraftRoute(New, BodyKind.ExecutiveCommittee, "executive-committee-resolution-by-rounds", "Theo quy trình của Đảng ủy xã"));
        var drafter = world.First.People["soanthao"];
        var draft = (await world.First.Draft(drafter, New, "Ủy ban nhân dân xã", "Kính trình.", "nghi-quyet-mau.txt", cluster.SampleBytes)).Id;
        await world.Done(drafter, new SubmitDraft(New, draft));
        await world.Done(world.Office, new AppraiseDraft(New, draft, await world.Hash(draft), true, "", default, Points: await world.First.Judged()));
        return new(world, draft);
    }

    /// <summary>Keys of the tasks that are open, each with its element.</summary>
    public Task<List<string>> Open() => world.First.Look(db => db.Set<OpenTask>().Where(task => task.SubjectId == draft && task.ClosedAt == null).OrderBy(task => task.ElementId).Select(task => task.ElementId).ToListAsync());

    public async Task<OpenStepRound> Sending(int days = 3) => new(New, draft, await world.Hash(draft), "", VietnamTime.DayOf(world.Clock.Now).AddDays(days), new TimeOnly(17, 0), AnswersShown.AfterMine);

    public async Task<ConcludeRound> Concluding(ConclusionOutcome outcome, string points = "") => new(New, draft, await Round(), outcome, VietnamTime.DayOf(world.Clock.Now), "", points);

    public Task<Guid> Round() => world.First.Look(db => db.Set<ReviewRound>().Where(one => one.DraftId == draft).OrderByDescending(one => one.Number).Select(one => one.Id).FirstAsync());

    public Task<List<ReviewRound>> Rounds() => world.First.Look(db => db.Set<ReviewRound>().AsNoTracking().Where(one => one.DraftId == draft).OrderBy(one => one.Number).ToListAsync());

    /// <summary>Members of a body, as the roll has them.</summary>
    public async Task<IReadOnlyList<Person>> Members(BodyKind kind)
    {
        var ids = await world.First.Look(db => db.Set<Membership>().Join(db.Set<Body>().Where(body => body.Kind == kind), member => member.BodyId, body => body.Id, (member, _) => member.PersonId).ToListAsync());
        return [.. world.First.People.Values.Where(person => ids.Contains(person.Id)).OrderBy(person => person.Id)];
    }

    /// <summary>Every point that is open is found again in the text.</summary>
    public async Task MeetAll()
    {
        foreach (var point in await world.First.Look(db => db.Set<ConclusionPoint>().Where(one => one.DraftId == draft && !db.Set<PointCheck>().Any(check => check.PointId == one.Id && check.IsMet)).ToListAsync()))
        {
            await world.Done(world.Office, new CheckPoint(New, point.Id, await world.Hash(draft), "", true, "Đã bổ sung."));
        }
    }

    /// <summary>The office writes another version.</summary>
    public async Task Edit(string words)
    {
        var view = (await world.First.Ask(world.Office, new ReadDraft(draft)))!;
        var clause = view.Text.Clauses.First(one => one.Kind == ClauseKind.Paragraph && one.Text.Length > 20);
        await world.Done(world.Office, new EditClause(New, draft, view.Draft.CurrentHash, clause.Id, clause.Text.TrimEnd('.') + $", {words}.", "Tiếp thu kết luận"));
    }

    public Task<int> FireTimers(int host = 0) => world.Hosts[host].Services.GetRequiredService<TimerProcessor>().FireDue(default);

    public async Task<ChainView> Chain() => (await world.First.Ask(world.Office, new ReadChain(draft)))!;

    /// <summary>The journal of the case gives what is stored.</summary>
    public Task<bool> JournalGivesState() => world.First.Look(async db => (await new CaseReader(db, world.First.Services.GetRequiredService<DefinitionCatalog>()).Read(await db.Set<ProcessInstance>().Where(row => row.SubjectId == draft).Select(row => row.Id).SingleAsync(), default))!.JournalGivesState);
}

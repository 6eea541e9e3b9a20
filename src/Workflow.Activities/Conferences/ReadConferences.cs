using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Drafting;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Conferences;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Conferences;

/// <summary>A conference in the list.</summary>
public sealed record ConferenceRow(Guid Id, string Name, DateTimeOffset StartsAt, string Place, bool IsRunning, bool IsClosed, bool IsCancelled);

/// <summary>Something to choose in a form.</summary>
public sealed record ChoiceRow(Guid Id, string Name);

/// <summary>Conferences, and what the office needs to call the next one.</summary>
public sealed record ConferencesView(
    Paged<ConferenceRow> Rows, bool MayCall, IReadOnlyList<ChoiceRow> ExecutiveReady, IReadOnlyList<ChoiceRow> StandingReady, IReadOnlyList<ChoiceRow> Members, IReadOnlyList<ChoiceRow> OfficePeople);

/// <summary>All conferences, newest first.</summary>
[Allow(Office.OfficeStaff, Office.ChiefOfOffice, Office.RegistryClerk, Bodies = [BodyKind.ExecutiveCommittee, BodyKind.StandingCommittee])]
public sealed record ReadConferences(int Page = 1) : IQuery<ConferencesView>;

internal sealed class ReadConferencesHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<ReadConferences, ConferencesView>
{
    public async Task<ConferencesView> Handle(ReadConferences request, CancellationToken cancellationToken)
    {
        var rows = await db.Set<Conference>().AsNoTracking().OrderByDescending(one => one.StartsAt).ThenBy(one => one.Id)
            .Join(db.Set<Body>(), one => one.BodyId, body => body.Id, (one, body) => new ConferenceRow(one.Id, "Hội nghị lần thứ " + one.Ordinal + " " + body.Name, one.StartsAt, one.Place, one.OpenedAt != null && one.ClosedAt == null, one.ClosedAt != null, one.CancelledAt != null))
            .ToPage(request.Page, cancellationToken);
        if (!await Sessions.IsDesk(actor, cancellationToken))
        {
            return new(rows, false, [], [], [], []);
        }

        var people = await db.Set<Person>().AsNoTracking().ToDictionaryAsync(person => person.Id, person => person.FullName, cancellationToken);
        var members = await Rolls.MembersOn(db, BodyKind.StandingCommittee, actor.Today, cancellationToken);
        var staff = await db.Set<OfficeHeld>().AsNoTracking().Where(held => (held.Office == Office.OfficeStaff || held.Office == Office.ChiefOfOffice) && held.From <= actor.Today && (held.To == null || held.To >= actor.Today)).Select(held => held.PersonId).ToListAsync(cancellationToken);
        return new(rows, true, await Ready.Drafts(db, TaskKeys.Conference, cancellationToken), await Ready.Drafts(db, TaskKeys.Approval, cancellationToken),
            [.. members.Select(id => new ChoiceRow(id, people[id]))], [.. staff.Select(id => new ChoiceRow(id, people[id]))]);
    }
}

/// <summary>Drafts that wait for a vote.</summary>
internal static class Ready
{
    public static async Task<List<ChoiceRow>> Drafts(WorkflowDbContext db, string key, CancellationToken ct) => [.. (await db.Set<OpenTask>().AsNoTracking().Where(task => task.TaskKey == key && task.ClosedAt == null)
        .Join(db.Set<Draft>(), task => task.SubjectId, draft => draft.Id, (_, draft) => draft).ToListAsync(ct)).Select(draft => new ChoiceRow(draft.Id, $"{draft.Title()} (bản {draft.CurrentRound})"))];
}

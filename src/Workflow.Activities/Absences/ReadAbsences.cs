using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Tasks;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Absences;

/// <summary>An absence.</summary>
public sealed record AbsenceRow(Guid Id, string Person, string Substitute, DateOnly From, DateOnly To, string Reason, string DecidedBy, DateTimeOffset? WithdrawnAt, bool MayWithdraw);

/// <summary>Absences that concern me, or all for those who look after them; and who may stand in.</summary>
public sealed record AbsencesView(IReadOnlyList<AbsenceRow> Rows, IReadOnlyList<PersonChoice> People, bool ForOthers, DateOnly Today);

/// <summary>Absences that concern me, or all for those who look after them.</summary>
[Allow(Everyone = true)]
public sealed record ReadAbsences : IQuery<AbsencesView>;

internal sealed class ReadAbsencesHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<ReadAbsences, AbsencesView>
{
    private const int Most = 100;

    public async Task<AbsencesView> Handle(ReadAbsences request, CancellationToken cancellationToken)
    {
        var offices = await actor.OfficesHeld(cancellationToken);
        var forOthers = offices.Contains(Office.ChiefOfOffice) || offices.Contains(Office.Administrator);
        var mine = actor.PersonId;
        var rows = await db.Set<Absence>().AsNoTracking().Where(row => forOthers || row.PersonId == mine || row.SubstituteId == mine).OrderByDescending(row => row.To).ThenBy(row => row.Id).Take(Most).ToListAsync(cancellationToken);
        var roll = await Roll.Read(db, actor.OrganizationId, actor.Today, actor.Now, null, cancellationToken);
        var people = await db.Set<Person>().AsNoTracking().OrderBy(person => person.FullName).Select(person => new { person.Id, person.FullName, person.Position }).ToListAsync(cancellationToken);
        var names = people.ToDictionary(person => person.Id, person => person.FullName);
        return new(
            [.. rows.Select(row => new AbsenceRow(row.Id, names[row.PersonId], names[row.SubstituteId], row.From, row.To, row.Reason, names.GetValueOrDefault(row.DecidedById, ""), row.WithdrawnAt, row.WithdrawnAt is null && row.Ends > actor.Now && (forOthers || row.PersonId == mine)))],
            [.. people.Where(person => roll.Acting.Contains(person.Id)).Select(person => new PersonChoice(person.Id, person.Position.Length == 0 ? person.FullName : $"{person.FullName} ({person.Position})"))],
            forOthers, actor.Today);
    }
}

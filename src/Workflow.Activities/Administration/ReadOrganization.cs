using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Organizations;
using Workflow.Domain.Profiles;
using Workflow.Runtime.Mail;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Administration;

/// <summary>The organization as it stands, and what the machine could not do.</summary>
public sealed record OrganizationView(
    Organization Organization, IReadOnlyList<Term> Terms, IReadOnlyList<(string Body, int Members)> Bodies, IReadOnlyList<(string Office, string Person, DateOnly From)> Offices,
    IReadOnlyList<(Guid Id, string Name)> UnitNames, IReadOnlyList<(string Name, int Units)> Groups, IReadOnlyList<RuleProfile> Profiles, int Incidents)
{
    /// <summary>Messages that the machine gave up.</summary>
    public int FailedMails { get; init; }
}

/// <summary>What the administrator looks after.</summary>
[Allow(Office.Administrator)]
public sealed record ReadOrganization : IQuery<OrganizationView>;

internal sealed class ReadOrganizationHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<ReadOrganization, OrganizationView>
{
    public async Task<OrganizationView> Handle(ReadOrganization request, CancellationToken cancellationToken)
    {
        var bodies = await db.Set<Body>().AsNoTracking().ToListAsync(cancellationToken);
        var members = await db.Set<Membership>().AsNoTracking().Where(member => member.From <= actor.Today && (member.To == null || member.To >= actor.Today)).GroupBy(member => member.BodyId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        var offices = await db.Set<OfficeHeld>().AsNoTracking().Where(held => held.From <= actor.Today && (held.To == null || held.To >= actor.Today)).Join(db.Set<Person>(), held => held.PersonId, person => person.Id, (held, person) => new { held.Office, person.FullName, held.From }).ToListAsync(cancellationToken);
        var groups = await db.Set<RecipientGroup>().AsNoTracking().Select(group => new { group.Name, Units = db.Set<RecipientGroupUnit>().Count(unit => unit.GroupId == group.Id) }).ToListAsync(cancellationToken);
        var units = await db.Set<Domain.Organizations.Unit>().AsNoTracking().OrderBy(unit => unit.Id).Select(unit => new { unit.Id, unit.Name }).ToListAsync(cancellationToken);
        return new(
            await db.Set<Organization>().AsNoTracking().SingleAsync(row => row.Id == actor.OrganizationId, cancellationToken), await db.Set<Term>().AsNoTracking().ToListAsync(cancellationToken),
            [.. bodies.Select(body => (body.Name, members.GetValueOrDefault(body.Id)))], [.. offices.OrderBy(row => row.Office).Select(row => (OfficeNames.Of(row.Office), row.FullName, row.From))],
            [.. units.Select(unit => (unit.Id, unit.Name))], [.. groups.Select(group => (group.Name, group.Units))], await db.Set<RuleProfile>().AsNoTracking().OrderBy(profile => profile.ValidFrom).ToListAsync(cancellationToken),
            await db.Set<OutboxMessage>().CountAsync(message => message.DoneAt == null && message.LastError != "", cancellationToken))
        {
            FailedMails = await db.Set<MailMessage>().CountAsync(mail => mail.State == MailState.Failed, cancellationToken),
        };
    }
}

using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Workflow.Domain;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Pipeline;

/// <summary>Who acts in this scope. Offices and memberships are read from the roll of the day, never from the session.</summary>
public sealed class Actor(WorkflowDbContext db, CurrentOrganization organization, TimeProvider clock)
{
    private (HashSet<Office> Offices, HashSet<BodyKind> Bodies)? roll;

    /// <summary>The person; empty while nobody is signed in.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>Full name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The organization.</summary>
    public Guid OrganizationId => organization.Id;

    /// <summary>Now, UTC.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Today in Vietnam.</summary>
    public DateOnly Today => VietnamTime.DayOf(Now);

    /// <summary>Names who acts; called once per scope by who knows (the signed-in session, the command line).</summary>
    public void Become(Guid organizationId, Guid personId, string name)
    {
        organization.Id = organizationId;
        PersonId = personId;
        Name = name;
        roll = null;
    }

    /// <summary>Offices held today.</summary>
    public async Task<IReadOnlySet<Office>> OfficesHeld(CancellationToken ct) => (await Roll(ct)).Offices;

    /// <summary>Bodies of which the person is a member today.</summary>
    public async Task<IReadOnlySet<BodyKind>> Bodies(CancellationToken ct) => (await Roll(ct)).Bodies;

    /// <summary>Whether the person may send such a request at all.</summary>
    public async Task<bool> May(AllowAttribute? allow, CancellationToken ct)
    {
        if (allow is null || PersonId == Guid.Empty)
        {
            return false;
        }

        var (offices, bodies) = await Roll(ct);
        return allow.Everyone || allow.Offices.Any(offices.Contains) || allow.Bodies.Any(bodies.Contains);
    }

    /// <summary>Whether the person may send such a command: a page offers a form to these only.</summary>
    public Task<bool> May<T>(CancellationToken ct)
        where T : ICommand => May(typeof(T).GetCustomAttribute<AllowAttribute>(), ct);

    private async Task<(HashSet<Office> Offices, HashSet<BodyKind> Bodies)> Roll(CancellationToken ct)
    {
        if (roll is { } known)
        {
            return known;
        }

        var today = Today;
        var offices = await db.Set<OfficeHeld>().Where(held => held.PersonId == PersonId && held.From <= today && (held.To == null || held.To >= today)).Select(held => held.Office).ToListAsync(ct);
        var bodies = await db.Set<Membership>().Where(member => member.PersonId == PersonId && member.From <= today && (member.To == null || member.To >= today))
            .Join(db.Set<Body>(), member => member.BodyId, body => body.Id, (_, body) => body.Kind).ToListAsync(ct);
        roll = ([.. offices], [.. bodies]);
        return roll.Value;
    }
}

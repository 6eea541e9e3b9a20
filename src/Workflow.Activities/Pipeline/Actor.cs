using System.Reflection;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Domain;
using Workflow.Domain.Conferences;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Runtime.Processes;
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

    /// <summary>" (thay đ/c A)" when the present act is done in somebody's place: the log says both names. Empty in the own right.</summary>
    internal string InPlaceOf { get; set; } = "";

    /// <summary>Whether a session is away at home, or this installation is the one on the laptop; null otherwise. Read with the roll.</summary>
    internal TripSide? Trip { get; private set; }

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
    /// <param name="subject">What it is about, where that is known: who stands in for somebody does so on that task alone.</param>
    public async Task<bool> May(AllowAttribute? allow, CancellationToken ct, Guid? subject = null)
    {
        if (allow is null || PersonId == Guid.Empty)
        {
            return false;
        }

        var (offices, bodies) = await Roll(ct);
        return allow.Everyone || allow.Offices.Any(offices.Contains) || allow.Bodies.Any(bodies.Contains) || (allow.StandsIn && await StandsIn(subject, ct));
    }

    private Task<bool> StandsIn(Guid? subject, CancellationToken ct)
    {
        var now = Now.ToUniversalTime();
        return db.Set<TaskSubstitute>().Where(row => row.SubstituteId == PersonId)
            .Join(db.Set<OpenTask>().Where(task => task.ClosedAt == null && (subject == null || task.SubjectId == subject)), row => row.TaskId, task => task.Id, (row, task) => new { row, task })
            .AnyAsync(one => (one.row.Since <= now && one.row.Until > now) || (one.task.HolderId == PersonId && one.task.ForId == one.row.AbsentId), ct);
    }

    /// <summary>Whether the person may send such a command: a page offers a form to these only.</summary>
    public Task<bool> May<T>(CancellationToken ct, Guid? subject = null)
        where T : IBaseRequest => May(typeof(T).GetCustomAttribute<AllowAttribute>(), ct, subject);

    /// <summary>The roll of the day and the record of an act that was carried out before under this key, in one trip.</summary>
    internal async Task<CommandRecord?> Look(Guid commandId, CancellationToken ct)
    {
        if (PersonId == Guid.Empty)
        {
            return null;
        }

        var found = await First.For(db)(db, PersonId, Today, commandId, ct);
        (roll, Trip) = (found is null ? ([], []) : ([.. found.Offices], [.. found.Bodies]), found?.Trip);
        return found?.Record;
    }

    /// <summary>An act may have changed the roll.</summary>
    internal void Forget() => (roll, InPlaceOf) = (null, "");

    private async Task<(HashSet<Office> Offices, HashSet<BodyKind> Bodies)> Roll(CancellationToken ct)
    {
        if (roll is { } known)
        {
            return known;
        }

        var today = Today;
        await Look(Guid.Empty, ct);
        return roll ?? ([], []);
    }

    private sealed record FirstLook(List<Office> Offices, List<BodyKind> Bodies, CommandRecord? Record, TripSide? Trip);

    // Compiled, and one statement: every request of every person begins with it.
    private static readonly PerModel<Func<WorkflowDbContext, Guid, DateOnly, Guid, CancellationToken, Task<FirstLook?>>> First = new(() =>
        EF.CompileAsyncQuery((WorkflowDbContext db, Guid personId, DateOnly today, Guid commandId, CancellationToken ct) =>
            db.Set<Person>().AsNoTracking().AsSingleQuery().Where(person => person.Id == personId).Select(person => new FirstLook(
                db.Set<OfficeHeld>().Where(held => held.PersonId == personId && held.From <= today && (held.To == null || held.To >= today)).Select(held => held.Office).ToList(),
                db.Set<Membership>().Where(member => member.PersonId == personId && member.From <= today && (member.To == null || member.To >= today))
                    .Join(db.Set<Body>(), member => member.BodyId, body => body.Id, (_, body) => body.Kind).ToList(),
                db.Set<CommandRecord>().FirstOrDefault(record => record.CommandId == commandId),
                db.Set<SessionTrip>().Where(trip => trip.EndedAt == null || trip.Side == TripSide.Away).Select(trip => (TripSide?)trip.Side).FirstOrDefault())).SingleOrDefault()));
}

using Microsoft.EntityFrameworkCore;
using Workflow.Domain.Organizations;
using Workflow.Domain.Profiles;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Drafting;

/// <summary>Who was a member on a day, and which rules were in force.</summary>
internal static class Rolls
{
    public static Task<List<Guid>> MembersOn(WorkflowDbContext db, BodyKind kind, DateOnly day, CancellationToken ct) => db.Set<Membership>()
        .Where(member => member.From <= day && (member.To == null || member.To >= day))
        .Join(db.Set<Body>().Where(body => body.Kind == kind), member => member.BodyId, body => body.Id, (member, _) => member.PersonId)
        .OrderBy(person => person).ToListAsync(ct);

    public static async Task<RuleProfile> ProfileOn(WorkflowDbContext db, DateOnly day, CancellationToken ct) =>
        RuleProfile.InForce(await db.Set<RuleProfile>().AsNoTracking().ToListAsync(ct), day)
        ?? throw new InvalidOperationException($"the organization has no rule profile on {day}");

    public static Task<Term?> TermOn(WorkflowDbContext db, DateOnly day, CancellationToken ct) =>
        db.Set<Term>().AsNoTracking().Where(term => term.From <= day && (term.To == null || term.To >= day)).OrderByDescending(term => term.From).FirstOrDefaultAsync(ct);
}

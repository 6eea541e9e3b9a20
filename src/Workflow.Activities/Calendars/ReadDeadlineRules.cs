using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Organizations;
using Workflow.Domain.Profiles;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Calendars;

/// <summary>The dated rules on hours, reminders, digests and silence: those in force, those that came before, those that will come.</summary>
[Allow(Office.ChiefOfOffice, Office.OfficeStaff, Office.Administrator)]
public sealed record ReadDeadlineRules : IQuery<DeadlineRulesView>;

/// <param name="InForce">Those of today.</param>
/// <param name="Offered">What the form begins with: the newest, be it still to come.</param>
/// <param name="MaySet">Whether who asks may set them.</param>
public sealed record DeadlineRulesView(DateOnly Today, RuleProfile InForce, RuleProfile Offered, IReadOnlyList<RuleProfile> All, bool MaySet);

internal sealed class ReadDeadlineRulesHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<ReadDeadlineRules, DeadlineRulesView>
{
    public async Task<DeadlineRulesView> Handle(ReadDeadlineRules request, CancellationToken cancellationToken)
    {
        var all = await db.Set<RuleProfile>().AsNoTracking().OrderByDescending(profile => profile.ValidFrom).ToListAsync(cancellationToken);
        var now = RuleProfile.InForce(all, actor.Today) ?? throw new InvalidOperationException($"the organization has no rule profile on {actor.Today}");
        return new(actor.Today, now, all[0], all, await actor.May<SetDeadlineRules>(cancellationToken));
    }
}

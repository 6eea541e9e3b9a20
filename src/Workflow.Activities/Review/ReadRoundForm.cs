using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Drafting;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Review;

/// <summary>What the office needs to open a round.</summary>
[Allow(Office.ChiefOfOffice, Office.OfficeStaff)]
public sealed record ReadRoundForm(Guid DraftId) : IQuery<RoundForm?>;

/// <param name="MayOpen">Whether a round may be opened now.</param>
/// <param name="MayDecide">Whether it stands where a written circulation may decide it.</param>
public sealed record RoundForm(Guid DraftId, string Title, int Round, string Hash, bool MayOpen, bool MayDecide, string SilenceRule, string Source, IReadOnlyList<(Guid Id, string Name, string Position)> Members);

internal sealed class ReadRoundFormHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<ReadRoundForm, RoundForm?>
{
    public async Task<RoundForm?> Handle(ReadRoundForm request, CancellationToken cancellationToken)
    {
        if (await db.Set<Draft>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.DraftId, cancellationToken) is not { } draft)
        {
            return null;
        }

        var rules = await Rolls.ProfileOn(db, actor.Today, cancellationToken);
        var ids = (await Rolls.MembersOn(db, BodyKind.ExecutiveCommittee, actor.Today, cancellationToken)).Union(await Rolls.MembersOn(db, BodyKind.StandingCommittee, actor.Today, cancellationToken)).ToList();
        var people = await db.Set<Person>().AsNoTracking().Where(person => ids.Contains(person.Id)).OrderBy(person => person.Id).Select(person => new { person.Id, person.FullName, person.Position }).ToListAsync(cancellationToken);
        var open = await db.Set<OpenTask>().Where(task => task.SubjectId == draft.Id && task.ClosedAt == null).Select(task => task.TaskKey).ToListAsync(cancellationToken);
        var decides = draft.IssuingBody == BodyKind.StandingCommittee && open.Contains(TaskKeys.Approval);
        var may = (decides || open.Exists(OpenRoundHandler.BesideSteps.Contains)) && await Rounds.OpenOn(db, draft.Id, actor.Now, cancellationToken) is null;
        return new(draft.Id, draft.Title(), draft.CurrentRound, draft.CurrentHash, may, decides, rules.SilenceRule, rules.CirculationSource, [.. people.Select(person => (person.Id, person.FullName, person.Position))]);
    }
}

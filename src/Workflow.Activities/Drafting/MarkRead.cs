using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Conferences;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Conferences;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Drafting;

/// <summary>A person has a version before their eyes; the first time counts.</summary>
[Allow(Office.Drafter, Office.OfficeStaff, Office.ChiefOfOffice, Office.RegistryClerk, Bodies = [BodyKind.ExecutiveCommittee, BodyKind.StandingCommittee], StandsIn = true)]
public sealed record MarkRead(Guid CommandId, Guid DraftId, int Round) : IQuietCommand, IOfDraft;

internal sealed class MarkReadHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<MarkRead, Answer>
{
    public async Task<Answer> Handle(MarkRead request, CancellationToken cancellationToken)
    {
        if (await db.Set<DraftVersion>().AnyAsync(version => version.DraftId == request.DraftId && version.Round == request.Round, cancellationToken)
            && !await db.Set<ReadingMark>().AnyAsync(mark => mark.DraftId == request.DraftId && mark.PersonId == actor.PersonId && mark.Round == request.Round, cancellationToken))
        {
            db.Add(new ReadingMark { Id = Guid.CreateVersion7(actor.Now), OrganizationId = actor.OrganizationId, DraftId = request.DraftId, PersonId = actor.PersonId, Round = request.Round, At = actor.Now });
        }

        // The same text lies before them as material of a session.
        await Openings.Note(db, actor, db.Set<AgendaItem>().Where(item => item.DraftId == request.DraftId && db.Set<DraftVersion>().Any(version => version.Id == item.VersionId && version.Round == request.Round)
            && db.Set<Conference>().Any(one => one.Id == item.ConferenceId && one.ClosedAt == null && one.CancelledAt == null)), cancellationToken);
        return Answer.Done(request.DraftId, "");
    }
}

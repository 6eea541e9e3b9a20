using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Tasks;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Drafting;

/// <summary>The drafter hands the draft to the office.</summary>
[Allow(Office.Drafter, Office.OfficeStaff, Office.ChiefOfOffice, StandsIn = true)]
public sealed record SubmitDraft(Guid CommandId, Guid DraftId) : ICommand, IOfDraft;

internal sealed class SubmitDraftHandler(WorkflowDbContext db, ProcessRunner runner, Actor actor) : IRequestHandler<SubmitDraft, Answer>
{
    public async Task<Answer> Handle(SubmitDraft command, CancellationToken cancellationToken)
    {
        var draft = await db.Set<Draft>().SingleOrDefaultAsync(row => row.Id == command.DraftId, cancellationToken);
        if (draft is null)
        {
            return Answer.No("draft.not-found", "Không thấy dự thảo này.");
        }

        if (await StageWork.Refused(db, actor, draft.Id, TaskKeys.Drafting, completes: true, cancellationToken) is { } no)
        {
            return Answer.No(no.Code == "task.not-yours" ? new("draft.not-yours", "Chỉ người soạn thảo, người xử lý thay hoặc Văn phòng được trình dự thảo này.") : no);
        }

        await SentVersions.Send(db, draft, actor, cancellationToken);
        var refusal = await runner.Complete(draft.Id, TaskKeys.Drafting, "submitted", actor.PersonId, actor.Now, cancellationToken);
        return refusal is null ? Answer.Done(draft.Id, $"Đã trình bản {draft.CurrentRound} để Văn phòng thẩm định.") : Answer.No(refusal);
    }
}

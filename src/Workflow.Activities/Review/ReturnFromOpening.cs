using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Administration;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Tasks;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Review;

/// <summary>The office does not send the draft to the next body yet: it goes back to be mended, with a reason.</summary>
[Allow(Office.ChiefOfOffice, Office.OfficeStaff, StandsIn = true)]
public sealed record ReturnFromOpening(Guid CommandId, Guid DraftId, string Reason) : ICommand, IOfDraft;

internal sealed class ReturnFromOpeningHandler(WorkflowDbContext db, ProcessRunner runner, Actor actor) : IRequestHandler<ReturnFromOpening, Answer>
{
    public async Task<Answer> Handle(ReturnFromOpening command, CancellationToken cancellationToken)
    {
        if (Reason.Refused(command.Reason, "lý do trả lại") is { } refused)
        {
            return refused;
        }

        if (!await db.Set<Draft>().AnyAsync(row => row.Id == command.DraftId, cancellationToken))
        {
            return Answer.No("draft.not-found", "Không thấy dự thảo này.");
        }

        if (await StageWork.Refused(db, actor, command.DraftId, TaskKeys.RoundOpening, completes: true, cancellationToken) is { } no)
        {
            return Answer.No(no);
        }

        return await runner.Complete(command.DraftId, TaskKeys.RoundOpening, "returned", actor.PersonId, actor.Now, cancellationToken) is { } refusal ? Answer.No(refusal)
            : Answer.Done(command.DraftId, $"Chưa gửi, trả lại dự thảo để chỉnh sửa. Lý do: {command.Reason.Trim()}");
    }
}

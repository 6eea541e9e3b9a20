using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Domain.Reviews;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Administration;

/// <summary>A case is stopped for good, with a reason that stands in the log. What was done stays; a document that bears a number is no longer stopped but recalled.</summary>
[Allow(Office.Administrator)]
public sealed record CancelInstance(Guid CommandId, Guid InstanceId, string Reason) : ICommand;

internal sealed class CancelInstanceHandler(WorkflowDbContext db, ProcessRunner runner, Actor actor) : IRequestHandler<CancelInstance, Answer>
{
    public async Task<Answer> Handle(CancelInstance command, CancellationToken cancellationToken)
    {
        if (Reason.Refused(command.Reason, "lý do dừng hồ sơ") is { } refused)
        {
            return refused;
        }

        var instance = await db.Set<ProcessInstance>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == command.InstanceId, cancellationToken);
        if (instance is null)
        {
            return Answer.No("instance.not-found", "Không thấy hồ sơ này.");
        }

        if (await db.Set<IssuedDocument>().AnyAsync(document => document.DraftId == instance.SubjectId, cancellationToken))
        {
            return Answer.No("instance.issued", "Văn bản đã được cấp số nên không dừng hồ sơ được nữa; muốn bỏ văn bản thì ban hành văn bản thu hồi hoặc thay thế.");
        }

        if (await runner.Cancel(instance.Id, command.Reason.Trim(), actor.PersonId, actor.Now, cancellationToken) is { } refusal)
        {
            return Answer.No(refusal);
        }

        // Nobody is asked any longer. An answer that comes at this moment is there before, or comes after the close and is told so.
        await CommitSave.LockRow(db, db.Set<ReviewRound>().Where(row => row.DraftId == instance.SubjectId && row.ClosedAt == null), row => row.ClosedAt, cancellationToken);
        foreach (var round in await db.Set<ReviewRound>().Where(row => row.DraftId == instance.SubjectId && row.ClosedAt == null).ToListAsync(cancellationToken))
        {
            round.Close(actor.Now);
        }

        return Answer.Done(instance.SubjectId, $"Đã dừng hồ sơ. Lý do: {command.Reason.Trim()}");
    }
}

using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Administration;

/// <summary>A case is held, with a reason that stands in the log: nobody's answer moves it, no timer fires, the machine does nothing for it.</summary>
[Allow(Office.Administrator)]
public sealed record SuspendInstance(Guid CommandId, Guid InstanceId, string Reason) : ICommand;

/// <summary>A held case goes on; what fell due meanwhile is due at once.</summary>
[Allow(Office.Administrator)]
public sealed record ResumeInstance(Guid CommandId, Guid InstanceId) : ICommand;

internal sealed class SuspendInstanceHandler(WorkflowDbContext db, Suspension suspension, Actor actor) : IRequestHandler<SuspendInstance, Answer>, IRequestHandler<ResumeInstance, Answer>
{
    public async Task<Answer> Handle(SuspendInstance command, CancellationToken cancellationToken)
    {
        if (Reason.Refused(command.Reason, "lý do tạm dừng") is { } refused)
        {
            return refused;
        }

        return await Subject(command.InstanceId, cancellationToken) is not { } subject
            ? Answer.No("instance.not-found", "Không thấy hồ sơ này.")
            : await suspension.Hold(command.InstanceId, actor.Now, cancellationToken) is { } refusal ? Answer.No(refusal) : Answer.Done(subject, $"Đã tạm dừng hồ sơ. Lý do: {command.Reason.Trim()}");
    }

    public async Task<Answer> Handle(ResumeInstance command, CancellationToken cancellationToken) =>
        await Subject(command.InstanceId, cancellationToken) is not { } subject
            ? Answer.No("instance.not-found", "Không thấy hồ sơ này.")
            : await suspension.Release(command.InstanceId, actor.Now, cancellationToken) is { } refusal ? Answer.No(refusal) : Answer.Done(subject, "Hồ sơ được tiếp tục.");

    private Task<Guid?> Subject(Guid instanceId, CancellationToken ct) =>
        db.Set<ProcessInstance>().Where(row => row.Id == instanceId).Select(row => (Guid?)row.SubjectId).SingleOrDefaultAsync(ct);
}

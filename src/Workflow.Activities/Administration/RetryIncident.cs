using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Administration;

/// <summary>An incident is tried again.</summary>
[Allow(Office.Administrator)]
public sealed record RetryIncident(Guid CommandId, Guid MessageId) : ICommand;

internal sealed class RetryIncidentHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<RetryIncident, Answer>
{
    public async Task<Answer> Handle(RetryIncident command, CancellationToken cancellationToken)
    {
        var message = await db.Set<OutboxMessage>().SingleOrDefaultAsync(row => row.Id == command.MessageId && row.DoneAt == null, cancellationToken);
        if (message is null)
        {
            return Answer.No("incident.done", "Việc này đã được làm xong.");
        }

        if (await db.Set<ProcessInstance>().AnyAsync(row => row.Id == message.InstanceId && row.SuspendedAt != null, cancellationToken))
        {
            return Answer.No("process.suspended", "Hồ sơ đang tạm dừng. Đồng chí cho hồ sơ tiếp tục; hệ thống sẽ tự làm lại việc này.");
        }

        message.FailedAt = null;
        message.Attempts = 0;
        message.NotBefore = actor.Now;
        return Answer.Done(message.SubjectId, $"Đang thử lại: {message.Name}.");
    }
}

using MediatR;
using Workflow.Activities.Administration;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Tasks;

/// <summary>The head of the office, or the administrator, takes a task from who holds it, so that any candidate may take it again. The reason stands in the log.</summary>
[Allow(Office.ChiefOfOffice, Office.Administrator)]
public sealed record TakeBackTask(Guid CommandId, Guid TaskId, string Reason) : ICommand;

internal sealed class TakeBackTaskHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<TakeBackTask, Answer>
{
    public async Task<Answer> Handle(TakeBackTask command, CancellationToken cancellationToken)
    {
        var (task, no) = await TaskChange.Find(db, command.TaskId, cancellationToken, stagesToo: true);
        if (task is null)
        {
            return no!;
        }

        if (task.HolderId is null)
        {
            return Answer.No("task.nobody-holds", "Chưa ai nhận việc này nên không có gì để thu lại.");
        }

        if (Reason.Refused(command.Reason, "lý do thu lại việc") is { } refused)
        {
            return refused;
        }

        var holder = await TaskChange.NameOf(db, task.HolderId, cancellationToken);
        task.Hold(null, actor.Now);
        return Answer.Done(task.SubjectId, $"{actor.Name} thu lại việc “{task.Name}” từ đ/c {holder}. Lý do: {command.Reason.Trim().TrimEnd('.')}.");
    }
}

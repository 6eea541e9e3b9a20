using MediatR;
using Workflow.Activities.Pipeline;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Tasks;

/// <summary>One of the candidates takes a task: from now on nobody else does it.</summary>
[Allow(Everyone = true)]
public sealed record ClaimTask(Guid CommandId, Guid TaskId) : ICommand;

internal sealed class ClaimTaskHandler(WorkflowDbContext db, TaskRights rights, Actor actor) : IRequestHandler<ClaimTask, Answer>
{
    public async Task<Answer> Handle(ClaimTask command, CancellationToken cancellationToken)
    {
        var (task, no) = await TaskChange.Find(db, command.TaskId, cancellationToken, stagesToo: true);
        if (task is null)
        {
            return no!;
        }

        var judged = await rights.Judge(task, cancellationToken);
        if (judged.Refusal is { Code: "task.held" })
        {
            return Answer.No(await StageWork.Held(db, task, cancellationToken));
        }

        if (judged.Refusal is not null)
        {
            return Answer.No(judged.Refusal);
        }

        if (task.HolderId == actor.PersonId)
        {
            return Answer.No("task.held-already", "Đồng chí đã nhận việc này rồi, chỉ cần làm tiếp.");
        }

        task.Hold(actor.PersonId, actor.Now, inPlaceOf: judged.ForId);
        return Answer.Done(task.SubjectId, $"{actor.Name} nhận việc “{task.Name}”{await TaskChange.InPlaceOf(db, judged.ForId, cancellationToken)}.");
    }
}

using MediatR;
using Workflow.Activities.Pipeline;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Tasks;

/// <summary>Who passed a task on takes it back.</summary>
[Allow(Everyone = true)]
public sealed record RecallTask(Guid CommandId, Guid TaskId) : ICommand;

internal sealed class RecallTaskHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<RecallTask, Answer>
{
    public async Task<Answer> Handle(RecallTask command, CancellationToken cancellationToken)
    {
        var (task, no) = await TaskChange.Find(db, command.TaskId, cancellationToken);
        if (task is null)
        {
            return no!;
        }

        if (task.GivenById != actor.PersonId)
        {
            return Answer.No("task.not-given", "Việc này không do đồng chí giao đi nên đồng chí không gọi lại được.");
        }

        // One who passed on the own work has it again; one who only appointed somebody leaves it to the candidates.
        task.Hold(task.ForId == actor.PersonId ? actor.PersonId : null, actor.Now);
        return Answer.Done(task.SubjectId, $"{actor.Name} gọi lại việc “{task.Name}” đã giao.");
    }
}

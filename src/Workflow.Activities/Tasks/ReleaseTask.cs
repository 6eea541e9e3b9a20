using MediatR;
using Workflow.Activities.Pipeline;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Tasks;

/// <summary>Who holds a task gives it back: to who passed it on, otherwise to all candidates.</summary>
[Allow(Everyone = true)]
public sealed record ReleaseTask(Guid CommandId, Guid TaskId) : ICommand;

internal sealed class ReleaseTaskHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<ReleaseTask, Answer>
{
    public async Task<Answer> Handle(ReleaseTask command, CancellationToken cancellationToken)
    {
        var (task, no) = await TaskChange.Find(db, command.TaskId, cancellationToken, stagesToo: true);
        if (task is null)
        {
            return no!;
        }

        if (task.HolderId != actor.PersonId)
        {
            return Answer.No("task.not-held", "Đồng chí không giữ việc này nên không có gì để trả lại.");
        }

        // Passed on in the giver's place, it goes back to the giver.
        var giver = task.GivenById is { } by && task.ForId == by ? by : (Guid?)null;
        task.Hold(giver, actor.Now);
        return Answer.Done(task.SubjectId, giver is null ? $"{actor.Name} trả lại việc “{task.Name}” để người khác nhận." : $"{actor.Name} trả lại việc “{task.Name}” cho đ/c {await TaskChange.NameOf(db, giver, cancellationToken)}.");
    }
}

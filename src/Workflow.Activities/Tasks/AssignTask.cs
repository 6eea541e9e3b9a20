using MediatR;
using Workflow.Activities.Administration;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Tasks;

/// <summary>A task that nobody can do today is given to a named person by the head of the office or the administrator. The reason stands in the log.</summary>
[Allow(Office.ChiefOfOffice, Office.Administrator)]
public sealed record AssignTask(Guid CommandId, Guid TaskId, Guid PersonId, string Reason) : ICommand;

internal sealed class AssignTaskHandler(WorkflowDbContext db, StuckTasks stuck, Actor actor) : IRequestHandler<AssignTask, Answer>
{
    public async Task<Answer> Handle(AssignTask command, CancellationToken cancellationToken)
    {
        var (task, no) = await TaskChange.Find(db, command.TaskId, cancellationToken);
        if (task is null)
        {
            return no!;
        }

        if (await stuck.Why(task, cancellationToken) is null)
        {
            return Answer.No("task.not-stuck", "Việc này đang có người làm được, nên không chỉ định người khác. Muốn đổi người, đồng chí thu lại việc để các đồng chí khác nhận.");
        }

        if (Reason.Refused(command.Reason, "lý do chỉ định người làm") is { } refused)
        {
            return refused;
        }

        if (command.PersonId == actor.PersonId)
        {
            return Answer.No("task.to-oneself", "Đồng chí không tự chỉ định mình. Đồng chí chọn người khác, hoặc nhờ đồng chí khác có thẩm quyền chỉ định.");
        }

        var roll = await Roll.Read(db, actor.OrganizationId, actor.Today, actor.Now, [command.PersonId], cancellationToken);
        if (!roll.Acting.Contains(command.PersonId))
        {
            return Answer.No("task.to-whom", "Đồng chí chọn người có tài khoản đang hoạt động để giao việc.");
        }

        if (await FourEyes.Bars(db, task, cancellationToken, command.PersonId))
        {
            return Answer.No("task.four-eyes", $"Đồng chí được chọn đã làm bước trước của hồ sơ này nên không được làm “{task.Name}”. Đồng chí chọn người khác.");
        }

        task.Hold(command.PersonId, actor.Now, actor.PersonId);
        return Answer.Done(task.SubjectId, $"{actor.Name} chỉ định đ/c {await TaskChange.NameOf(db, command.PersonId, cancellationToken)} làm việc “{task.Name}”, vì không ai được giao làm được. Lý do: {command.Reason.Trim().TrimEnd('.')}.");
    }
}

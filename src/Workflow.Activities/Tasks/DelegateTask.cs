using MediatR;
using Workflow.Activities.Pipeline;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Tasks;

/// <summary>Who may do a task passes it to someone, where the definition allows that. It is then done in the giver's place, who may call it back.</summary>
[Allow(Everyone = true)]
public sealed record DelegateTask(Guid CommandId, Guid TaskId, Guid PersonId, string Note) : ICommand;

internal sealed class DelegateTaskHandler(WorkflowDbContext db, TaskRights rights, TaskSheets sheets, Actor actor) : IRequestHandler<DelegateTask, Answer>
{
    private const int LongestNote = 500;

    public async Task<Answer> Handle(DelegateTask command, CancellationToken cancellationToken)
    {
        var (task, no) = await TaskChange.Find(db, command.TaskId, cancellationToken);
        if (task is null)
        {
            return no!;
        }

        var judged = await rights.Judge(task, cancellationToken);
        if (judged.Refusal is not null)
        {
            return Answer.No(judged.Refusal);
        }

        if (!(await sheets.Read(task, cancellationToken)).Sheet.IsDelegable)
        {
            return Answer.No("task.not-delegable", "Quy trình không cho giao việc này cho người khác. Nếu đồng chí không làm được, hãy trả lại việc.");
        }

        if (judged.ForId is not null || task.GivenById is not null)
        {
            return Answer.No("task.passed-once", "Đồng chí đang làm thay người khác nên không giao tiếp được. Nếu không làm được, đồng chí trả lại việc.");
        }

        if (command.Note.Trim().Length is 0 or > LongestNote)
        {
            return Answer.No("task.note", $"Đồng chí ghi vài chữ cho người được giao (không quá {LongestNote} ký tự).");
        }

        var roll = await Roll.Read(db, actor.OrganizationId, actor.Today, actor.Now, [command.PersonId], cancellationToken);
        if (command.PersonId == actor.PersonId || !roll.Acting.Contains(command.PersonId))
        {
            return Answer.No("task.to-whom", "Đồng chí chọn một người khác có tài khoản đang hoạt động để giao việc.");
        }

        if (await FourEyes.Bars(db, task, cancellationToken, command.PersonId))
        {
            return Answer.No("task.four-eyes", $"Đồng chí được chọn đã làm bước trước của hồ sơ này nên không được làm “{task.Name}”. Đồng chí chọn người khác.");
        }

        task.Hold(command.PersonId, actor.Now, actor.PersonId, actor.PersonId, command.Note.Trim());
        return Answer.Done(task.SubjectId, $"{actor.Name} giao việc “{task.Name}” cho đ/c {await TaskChange.NameOf(db, command.PersonId, cancellationToken)}: {command.Note.Trim().TrimEnd('.')}.");
    }
}

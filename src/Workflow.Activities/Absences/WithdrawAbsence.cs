using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Tasks;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Absences;

/// <summary>
/// The absent one is back, or never went: from now on the substitute has none of the tasks, but those that the substitute has taken already.
/// </summary>
[Allow(Everyone = true)]
public sealed record WithdrawAbsence(Guid CommandId, Guid AbsenceId) : ICommand;

internal sealed class WithdrawAbsenceHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<WithdrawAbsence, Answer>
{
    public async Task<Answer> Handle(WithdrawAbsence command, CancellationToken cancellationToken)
    {
        var absence = await db.Set<Absence>().SingleOrDefaultAsync(row => row.Id == command.AbsenceId, cancellationToken);
        var offices = await actor.OfficesHeld(cancellationToken);
        if (absence is null || (absence.PersonId != actor.PersonId && !offices.Contains(Office.ChiefOfOffice) && !offices.Contains(Office.Administrator)))
        {
            return Answer.No("absence.not-found", "Không thấy lần vắng mặt này trong những lần đồng chí được sửa.");
        }

        if (absence.WithdrawnAt is not null || absence.Ends <= actor.Now)
        {
            return Answer.No("absence.over", "Lần vắng mặt này đã hết hoặc đã được bỏ.");
        }

        (absence.WithdrawnAt, absence.WithdrawnById) = (actor.Now, actor.PersonId);
        var now = actor.Now.ToUniversalTime();
        var rows = await db.Set<TaskSubstitute>().Where(row => row.AbsenceId == absence.Id && row.Until > now).Join(db.Set<OpenTask>().Where(task => task.ClosedAt == null), row => row.TaskId, task => task.Id, (row, task) => new { row, task }).ToListAsync(cancellationToken);
        foreach (var one in rows)
        {
            one.row.Until = now;
        }

        var (away, instead) = (await TaskChange.NameOf(db, absence.PersonId, cancellationToken), await TaskChange.NameOf(db, absence.SubstituteId, cancellationToken));
        var said = $"Đã bỏ việc xử lý thay của đ/c {instead} cho đ/c {away} từ lúc này.";
        var ended = rows.Where(one => one.task.HolderId != absence.SubstituteId || one.task.ForId != absence.PersonId).Select(one => one.task).ToList();
        return Answer.Done(absence.Id, $"{said} Việc đ/c {instead} đã nhận thì vẫn làm tiếp; {ended.Count} việc khác chỉ còn ở người được giao.") with
        {
            Also = Substitutes.Told(ended, names => $"{said} Đ/c {instead} không còn làm thay việc {names}."),
        };
    }
}

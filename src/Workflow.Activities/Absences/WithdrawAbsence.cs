using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Tasks;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Absences;

/// <summary>The absent one is back, or never went: tasks that open from now on come to the substitute no more.</summary>
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
        return Answer.Done(absence.Id, $"Đã bỏ việc xử lý thay của đ/c {await TaskChange.NameOf(db, absence.SubstituteId, cancellationToken)} cho đ/c {await TaskChange.NameOf(db, absence.PersonId, cancellationToken)} từ lúc này. Việc đã đến trước đó vẫn làm thay được.");
    }
}

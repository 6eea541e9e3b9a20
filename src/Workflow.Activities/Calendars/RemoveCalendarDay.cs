using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Calendars;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Calendars;

/// <summary>A day is taken out of the calendar; it is again what its weekday says.</summary>
[Allow(Office.ChiefOfOffice, Office.OfficeStaff, Office.Administrator)]
public sealed record RemoveCalendarDay(Guid CommandId, Guid Id) : ICommand;

internal sealed class RemoveCalendarDayHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<RemoveCalendarDay, Answer>
{
    public async Task<Answer> Handle(RemoveCalendarDay command, CancellationToken cancellationToken)
    {
        if (await db.Set<CalendarDay>().SingleOrDefaultAsync(row => row.Id == command.Id && row.RemovedAt == null, cancellationToken) is not { } day)
        {
            return Answer.No("calendar.gone", "Ngày này không còn trong lịch, hoặc vừa được người khác sửa. Đồng chí tải lại trang.");
        }

        day.Remove(actor.PersonId, actor.Now);
        return Answer.Done(day.Id, $"Đã bỏ khỏi lịch: {CalendarWords.Of(day)}.");
    }
}

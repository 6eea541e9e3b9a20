using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Calendars;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Calendars;

/// <summary>A day of the calendar is changed: the row that stood goes and stays on record, another takes its place.</summary>
[Allow(Office.ChiefOfOffice, Office.OfficeStaff, Office.Administrator)]
public sealed record ChangeCalendarDay(Guid CommandId, Guid Id, DateOnly Day, SpecialDay Kind, string Name, string Source) : ICommand;

internal sealed class ChangeCalendarDayHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<ChangeCalendarDay, Answer>
{
    public async Task<Answer> Handle(ChangeCalendarDay command, CancellationToken cancellationToken)
    {
        if (await db.Set<CalendarDay>().SingleOrDefaultAsync(row => row.Id == command.Id && row.RemovedAt == null, cancellationToken) is not { } old)
        {
            return Answer.No("calendar.gone", "Ngày này không còn trong lịch, hoặc vừa được người khác sửa. Đồng chí tải lại trang.");
        }

        if (CalendarDay.Refused(command.Day, command.Kind, command.Name, command.Source) is { } refusal)
        {
            return Answer.No(refusal);
        }

        if (await db.Set<CalendarDay>().Where(row => row.Day == command.Day && row.RemovedAt == null && row.Id != old.Id).Select(row => row.Name).FirstOrDefaultAsync(cancellationToken) is { } there)
        {
            return Answer.No("calendar.taken", $"Ngày {CalendarWords.Of(command.Day)} đã có trong lịch: “{there}”. Đồng chí chọn ngày khác hoặc bỏ ngày ấy trước.");
        }

        var day = CalendarWords.Row(command.Day, command.Kind, command.Name, command.Source, actor);
        old.Remove(actor.PersonId, actor.Now);
        if (old.Day == day.Day)
        {
            // One day is one row at a time: the old one must be gone before the new one comes. Both are in one transaction with the log.
            await CommitSave.Ahead(db, cancellationToken);
        }

        db.Add(day);
        return Answer.Done(day.Id, $"Đã sửa lịch: {CalendarWords.Of(old)} thành {CalendarWords.Of(day)}.");
    }
}

using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Calendars;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Calendars;

/// <summary>A holiday or make-up day is written into the calendar. Deadlines that were set before stay where they are.</summary>
[Allow(Office.ChiefOfOffice, Office.OfficeStaff, Office.Administrator)]
public sealed record AddCalendarDay(Guid CommandId, DateOnly Day, SpecialDay Kind, string Name, string Source) : ICommand;

internal sealed class AddCalendarDayHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<AddCalendarDay, Answer>
{
    public async Task<Answer> Handle(AddCalendarDay command, CancellationToken cancellationToken)
    {
        if (CalendarDay.Refused(command.Day, command.Kind, command.Name, command.Source) is { } refusal)
        {
            return Answer.No(refusal);
        }

        if (await db.Set<CalendarDay>().Where(row => row.Day == command.Day && row.RemovedAt == null).Select(row => row.Name).FirstOrDefaultAsync(cancellationToken) is { } there)
        {
            return Answer.No("calendar.taken", $"Ngày {CalendarWords.Of(command.Day)} đã có trong lịch: “{there}”. Đồng chí sửa ngày ấy thay vì thêm ngày mới.");
        }

        var day = CalendarWords.Row(command.Day, command.Kind, command.Name, command.Source, actor);
        db.Add(day);
        return Answer.Done(day.Id, $"Đã thêm vào lịch: {CalendarWords.Of(day)}.");
    }
}

/// <summary>How days are said in the log.</summary>
internal static class CalendarWords
{
    public static string Of(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    public static string Of(CalendarDay day) => $"{Of(day.Day)}, {(day.Kind == SpecialDay.Holiday ? "ngày nghỉ" : "ngày làm bù")} “{day.Name}” ({day.Source})";

    public static CalendarDay Row(DateOnly day, SpecialDay kind, string name, string source, Actor actor) => new()
    {
        Id = Guid.CreateVersion7(actor.Now),
        OrganizationId = actor.OrganizationId,
        Day = day,
        Kind = kind,
        Name = name.Trim(),
        Source = source.Trim(),
        AddedAt = actor.Now,
        AddedById = actor.PersonId,
    };
}

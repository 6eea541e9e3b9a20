using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Calendars;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Calendars;

/// <summary>The public holidays that fall on the same day every year are written into a year; what is there stays as it is.</summary>
[Allow(Office.ChiefOfOffice, Office.OfficeStaff, Office.Administrator)]
public sealed record FillCalendarYear(Guid CommandId, int Year) : ICommand;

internal sealed class FillCalendarYearHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<FillCalendarYear, Answer>
{
    public async Task<Answer> Handle(FillCalendarYear command, CancellationToken cancellationToken)
    {
        if (command.Year is < 2020 or > 2100)
        {
            return Answer.No("calendar.year", "Năm phải trong khoảng từ 2020 đến 2100. Đồng chí kiểm tra lại năm.");
        }

        var fixedDays = PublicHolidays.Of(command.Year);
        var days = fixedDays.Select(one => one.Day).ToList();
        var there = await db.Set<CalendarDay>().Where(row => days.Contains(row.Day) && row.RemovedAt == null).Select(row => row.Day).ToListAsync(cancellationToken);
        var missing = fixedDays.Where(one => !there.Contains(one.Day)).ToList();
        if (missing.Count == 0)
        {
            return Answer.No("calendar.full", $"Các ngày nghỉ cố định của năm {command.Year} đã có đủ trong lịch.");
        }

        db.AddRange(missing.Select(one => CalendarWords.Row(one.Day, SpecialDay.Holiday, one.Name, PublicHolidays.Source, actor)));
        return Answer.Done(actor.OrganizationId, $"Đã thêm {missing.Count} ngày nghỉ cố định của năm {command.Year}: {string.Join("; ", missing.Select(one => $"{CalendarWords.Of(one.Day)} {one.Name}"))}. Ngày Tết, Giỗ Tổ, ngày hoán đổi và làm bù do đồng chí nhập theo thông báo của năm.");
    }
}

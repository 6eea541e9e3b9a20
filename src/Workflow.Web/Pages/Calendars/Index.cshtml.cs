using Microsoft.AspNetCore.Mvc;
using Workflow.Activities.Calendars;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Calendars;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Calendars;

/// <summary>The office's calendar, a year at a time.</summary>
public sealed class IndexModel : WorkflowPage
{
    public CalendarView? View { get; private set; }

    public async Task<IActionResult> OnGet(string? act, int nam)
    {
        View = await Ask(new ReadCalendar(nam));
        return act is null or "them-ngay" or "sua-ngay" or "bo-ngay" or "them-ngay-co-dinh" ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPost(string? act, Guid commandId, CalendarForm form)
    {
        var (day, kind, name, source) = (form.Day ?? default, form.Kind ?? (SpecialDay)(-1), form.Name ?? "", form.Source ?? "");
        ICommand? command = act switch
        {
            "them-ngay" => new AddCalendarDay(commandId, day, kind, name, source),
            "sua-ngay" => new ChangeCalendarDay(commandId, form.Id, day, kind, name, source),
            "bo-ngay" => new RemoveCalendarDay(commandId, form.Id),
            "them-ngay-co-dinh" => new FillCalendarYear(commandId, form.Nam),
            _ => null,
        };
        return command is null ? NotFound() : await Act(command, _ => $"/lich-lam-viec?nam={(day.Year > 1 ? day.Year : form.Nam)}", () => OnGet(act, form.Nam));
    }
}

/// <summary>What the forms of the page hold.</summary>
public sealed record CalendarForm(Guid Id, DateOnly? Day, SpecialDay? Kind, string? Name, string? Source, int Nam);

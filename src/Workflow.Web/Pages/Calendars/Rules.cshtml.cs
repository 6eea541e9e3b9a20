using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Workflow.Activities.Calendars;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Calendars;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Calendars;

/// <summary>Dated rules on hours, reminders, digest and silence.</summary>
public sealed class RulesModel : WorkflowPage
{
    /// <summary>Units of a reminder, in minutes.</summary>
    public static IReadOnlyList<(int Minutes, string Word)> Units { get; } = [(1440, "ngày"), (60, "giờ"), (1, "phút")];

    public DeadlineRulesView? View { get; private set; }

    /// <summary>A reminder as the form shows it: typed before, otherwise as the rules have it.</summary>
    public (string Count, int Unit) Reminder(int index)
    {
        if (Request.HasFormContentType && TypedList("counts").ToList() is { Count: > 0 } typed)
        {
            return (typed.ElementAtOrDefault(index) ?? "", int.TryParse(TypedList("units").ElementAtOrDefault(index), NumberStyles.None, CultureInfo.InvariantCulture, out var chosen) ? chosen : Units[0].Minutes);
        }

        var minutes = View!.Offered.ReminderMinutes.ElementAtOrDefault(index);
        var unit = minutes == 0 ? Units[0].Minutes : Units.First(one => minutes % one.Minutes == 0).Minutes;
        return (minutes == 0 ? "" : (minutes / unit).ToString(CultureInfo.InvariantCulture), unit);
    }

    public async Task<IActionResult> OnGet(string? act)
    {
        View = await Ask(new ReadDeadlineRules());
        return act is null or "dat-quy-tac" ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPost(string? act, Guid commandId, RulesForm form)
    {
        ICommand? command = act switch
        {
            "dat-quy-tac" => new SetDeadlineRules(
                commandId, form.From ?? default, form.Saturday ?? (DayKind)(-1), form.WorkBegins ?? default, form.WorkEnds ?? default, form.HalfDayEnds ?? default, form.Minutes(), form.EscalateHours is { } hours and >= 0 and <= 1_000 ? hours * 60 : -1, form.DigestAt ?? default,
                form.DeadlineSource ?? "", form.SilenceApproves, form.PartialAgreementApproves, form.CirculationSource ?? ""),
            _ => null,
        };
        return command is null ? NotFound() : await Act(command, _ => "/thoi-han", () => OnGet(act));
    }
}

/// <summary>What the form holds.</summary>
public sealed record RulesForm(
    DateOnly? From, DayKind? Saturday, TimeOnly? WorkBegins, TimeOnly? WorkEnds, TimeOnly? HalfDayEnds, IReadOnlyList<int?>? Counts, IReadOnlyList<int>? Units, int? EscalateHours, TimeOnly? DigestAt, string? DeadlineSource, bool SilenceApproves, bool PartialAgreementApproves, string? CirculationSource)
{
    /// <summary>The reminders in minutes; a number beyond sense becomes one that the rules refuse.</summary>
    public IReadOnlyList<int> Minutes() => [.. (Counts ?? []).Select((count, index) => count is not { } given ? 0 : given is < 1 or > 10_000 ? -1 : given * Math.Clamp((Units ?? []).ElementAtOrDefault(index), 1, 1440)).Where(minutes => minutes != 0)];
}

using System.Globalization;
using Workflow.Domain;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Calendars;

/// <summary>
/// Works out a deadline by the office's calendar, for timers and due dates of a process: so many working days (variable <c>workingDays</c>) from now on, at the end
/// of that day, as the variable <c>workingDue</c>. The engine itself knows no calendar: it must replay.
/// </summary>
internal sealed class WorkingDeadline(WorkflowDbContext db) : IActivity
{
    private const int Most = 366;

    public string Key => ActivityKeys.WorkingDeadline;

    public IReadOnlyList<string> Outcomes => ["done"];

    public async Task<ActivityResult> Run(ActivityRun run, CancellationToken ct)
    {
        if ((await run.ReadVariables(ct))["workingDays"] is not decimal days || days is < 0 or > Most || days != decimal.Truncate(days))
        {
            throw new InvalidOperationException($"biến workingDays phải là số ngày làm việc, từ 0 đến {Most}");
        }

        var calendar = await OfficeCalendar.Read(db, ct);
        var day = calendar.WorkingDaysAfter(VietnamTime.DayOf(run.Now), (int)days);
        var due = VietnamTime.At(day, calendar.Hours(day)?.Ends ?? Domain.Profiles.RuleProfile.UsualEnd);
        return ActivityResult.Done($"Hạn tính theo lịch làm việc: {days:0} ngày làm việc, đến {VietnamTime.Local(due).ToString("HH:mm dd/MM/yyyy", CultureInfo.InvariantCulture)}.") with
        {
            Variables = CaseVariables.From(new Dictionary<string, string> { ["workingDue"] = due.ToString("O", CultureInfo.InvariantCulture) }),
        };
    }
}

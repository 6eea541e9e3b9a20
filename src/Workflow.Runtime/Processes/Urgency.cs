namespace Workflow.Runtime.Processes;

/// <summary>
/// One instant by which lists are ordered and paged: the due date; without one, thirty days after the task opened. Each point of priority above
/// 50 brings it half a day forward, each below moves it half a day back.
/// </summary>
internal static class Urgency
{
    private static readonly TimeSpan Undated = TimeSpan.FromDays(30);
    private static readonly TimeSpan Point = TimeSpan.FromHours(12);

    public static DateTimeOffset Of(DateTimeOffset openedAt, DateTimeOffset? due, int priority) =>
        (due is { } until && until > openedAt.AddYears(-50) && until < openedAt.AddYears(50) ? until : openedAt + Undated) - (Point * (Math.Clamp(priority, 0, 100) - 50));
}

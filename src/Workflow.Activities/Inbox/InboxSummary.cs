using Workflow.Domain;

namespace Workflow.Activities.Inbox;

/// <summary>What waits in one line: on top of the page and of the daily message.</summary>
public static class InboxSummary
{
    /// <summary>"5 việc (1 quá hạn, 2 hết hạn hôm nay)".</summary>
    public static string Of(IReadOnlyCollection<InboxItem> items, DateTimeOffset now)
    {
        var late = items.Count(item => item.Until <= now);
        var today = items.Count(item => item.Until > now && VietnamTime.DayOf(item.Until.Value) == VietnamTime.DayOf(now));
        var parts = new[] { (late, "quá hạn"), (today, "hết hạn hôm nay") }.Where(part => part.Item1 > 0).Select(part => $"{part.Item1} {part.Item2}").ToList();
        return parts.Count == 0 ? $"{items.Count} việc" : $"{items.Count} việc ({string.Join(", ", parts)})";
    }
}

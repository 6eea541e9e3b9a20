using Workflow.Activities.Definitions;

namespace Workflow.Web.Shared;

/// <summary>What is drawn beside an element: a few signs, and the words a screen reader and a resting pointer get.</summary>
public sealed record DiagramMark(string ElementId, string Sign, string Words, string Style)
{
    /// <summary>Findings at their elements: errors before warnings, one sign an element.</summary>
    public static IReadOnlyList<DiagramMark> Of(IEnumerable<FindingRow> findings) => [.. findings.Where(one => one.ElementId.Length > 0).GroupBy(one => one.ElementId).Select(group =>
        new DiagramMark(group.Key, group.Any(one => !one.IsWarning) ? "!" : "▲", string.Join(" ", group.Select(one => one.Message)), group.Any(one => !one.IsWarning) ? "late" : "soon"))];

    /// <summary>How much waits at each element, and how much of it is late.</summary>
    public static IReadOnlyList<DiagramMark> Of(IEnumerable<ElementLoad> load) => [.. load.Select(one => new DiagramMark(
        one.ElementId, $"{one.Tokens}{(one.IsAll ? "" : "+")}{(one.Overdue > 0 ? " !" : "")}", $"{(one.IsAll ? "" : "ít nhất ")}{one.Tokens} việc đang chờ của {one.Cases} hồ sơ{(one.Overdue > 0 ? $", {one.Overdue} quá hạn hoặc có sự cố" : "")}", one.Overdue > 0 ? "late" : "load"))];
}

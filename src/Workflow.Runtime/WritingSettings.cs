namespace Workflow.Runtime;

/// <summary>Settings of writing on the page.</summary>
/// <param name="Abandoned">After this long without a saving, a working copy is no longer at work: it goes by itself when it holds nothing of its own, and stands in its writer's list when it does.</param>
public sealed record WritingSettings(TimeSpan Abandoned)
{
    /// <summary>Ninety days.</summary>
    public static WritingSettings Usual { get; } = new(TimeSpan.FromDays(90));
}

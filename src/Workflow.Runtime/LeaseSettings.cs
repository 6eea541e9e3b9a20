namespace Workflow.Runtime;

/// <summary>
/// How long a host keeps to itself what it has claimed. Shorter, and what a dead host had claimed is done sooner; too short, and a host that is
/// only slow finds its work done by another (never twice: the rows decide).
/// </summary>
/// <param name="Messages">Work of the machine.</param>
/// <param name="Timers">Due timers.</param>
public sealed record LeaseSettings(TimeSpan Messages, TimeSpan Timers)
{
    /// <summary>Long enough for a slow signature service, short enough for people.</summary>
    public static LeaseSettings Usual { get; } = new(TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(1));
}

namespace Workflow.Domain.Texts;

/// <summary>What becomes of tracked changes in a Word file.</summary>
public enum TrackedChanges
{
    /// <summary>As if all were accepted.</summary>
    Accept,

    /// <summary>As if all were refused.</summary>
    Reject,

    /// <summary>The text before them, and each change beside it as a proposal with its author.</summary>
    Keep,
}

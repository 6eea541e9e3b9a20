namespace Workflow.Engine.Elements;

/// <summary>A BPMN flow node: its data and its meaning.</summary>
/// <param name="Id">Id in the file.</param>
/// <param name="Name">Name, or the id.</param>
/// <param name="Parent">Id of the subprocess it stands in; empty for the process.</param>
internal abstract record Element(string Id, string Name, string Parent)
{
    /// <summary>For a boundary event: the activity it is attached to.</summary>
    public virtual string? AttachedTo => null;

    /// <summary>Outcomes that a token may carry when it leaves here; null when it passes on what it came with.</summary>
    public virtual IReadOnlyList<string>? Outcomes => [""];

    /// <summary>Whether a token may stay here for good.</summary>
    public virtual bool IsEnd => false;

    /// <summary>A token arrives by a flow (null: at the start of its scope).</summary>
    public abstract void Enter(StepBuilder step, Arrival arrival);

    /// <summary>Work at a token resting here was answered.</summary>
    public virtual void Complete(StepBuilder step, Token token, string outcome) =>
        throw new InvalidOperationException($"{Id} waits for no work");
}

/// <summary>A token on its way into an element.</summary>
internal sealed record Arrival(string ElementId, string Scope, string Outcome, string? Flow);

namespace Workflow.Engine.Elements;

/// <summary>A BPMN flow node: its data and its meaning.</summary>
/// <param name="Id">Id in the file.</param>
/// <param name="Name">Name, or the id.</param>
/// <param name="Parent">Id of the subprocess it stands in; empty for the process.</param>
internal abstract record Element(string Id, string Name, string Parent)
{
    /// <summary>Outcomes that work here may be answered with.</summary>
    public virtual IReadOnlyList<string> Answers => [""];

    /// <summary>Outcomes that a token may carry when it leaves here; null when it passes on what it came with.</summary>
    public virtual IReadOnlyList<string>? Outcomes => [""];

    /// <summary>Whether a token may stay here for good.</summary>
    public virtual bool IsEnd => false;

    /// <summary>A token arrives by a flow (null: at the start of its scope).</summary>
    public virtual void Enter(StepBuilder step, Arrival arrival) => throw new InvalidOperationException($"{Id} has no incoming flow");

    /// <summary>What a token resting here did, or what is inside it, is done.</summary>
    public virtual void Complete(StepBuilder step, Token token, string outcome) => throw new InvalidOperationException($"{Id} waits for no work");

    /// <summary>The event that a token resting here waits for has occurred.</summary>
    public virtual void Occur(StepBuilder step, Token token) => throw new InvalidOperationException($"{Id} waits for no event");
}

/// <summary>A token on its way into an element; <paramref name="Locals"/> when it is an instance of a multi-instance activity.</summary>
internal sealed record Arrival(string ElementId, string Scope, string Outcome, string? Flow, IReadOnlyDictionary<string, Value>? Locals = null);

namespace Workflow.Engine.Elements;

/// <summary>
/// Start event: passes the token on. A process may begin by a message, a signal or a timer; an event subprocess begins by its event, and
/// then either interrupts everything else in the scope around it or runs beside it.
/// </summary>
internal sealed record StartEvent(string Id, string Name, string Parent) : Element(Id, Name, Parent)
{
    /// <summary>What begins it; null for the plain one.</summary>
    public EventTrigger? Trigger { get; init; }

    /// <summary>Of an event subprocess: whether it interrupts.</summary>
    public bool Interrupting { get; init; } = true;

    /// <summary>Variable that receives who began the case.</summary>
    public string? Initiator { get; init; }

    public ProcessStart Describe() => Trigger switch
    {
        null => new(Id, StartKind.Plain, ""),
        MessageEvent message => new(Id, StartKind.Message, message.Name.Source),
        SignalEvent signal => new(Id, StartKind.Signal, signal.Name.Source),
        _ => new(Id, StartKind.Timer, ""),
    };

    /// <summary>The scope begins here.</summary>
    public void Begin(StepBuilder step, string scope)
    {
        step.Passed(Id);
        step.Leave(Id, scope, "");
    }

    public override void Occur(StepBuilder step, Token token)
    {
        if (Interrupting || !Trigger!.Again(step, token))
        {
            step.Remove(token);
        }

        Catch(step, token.Scope);
    }

    /// <summary>The event subprocess begins in the scope around it.</summary>
    public void Catch(StepBuilder step, string scope)
    {
        if (Interrupting)
        {
            step.Clear(scope);
        }

        var inner = step.Rest(new Token { ElementId = Parent, Scope = scope, Wait = Wait.Scope });
        step.Open(Parent, inner.Id);
        Begin(step, inner.Id);
    }
}

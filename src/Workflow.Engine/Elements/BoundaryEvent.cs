namespace Workflow.Engine.Elements;

/// <summary>
/// Event on the border of an activity. It interrupts the activity with everything in it, or starts a branch beside it as often as it occurs
/// while the activity is open.
/// </summary>
internal sealed record BoundaryEvent(string Id, string Name, string Parent, string Host, bool Interrupting, EventTrigger Trigger) : Element(Id, Name, Parent)
{
    public override void Occur(StepBuilder step, Token token)
    {
        var host = step.Find(token.Via)!;
        if (Interrupting || !Trigger.Again(step, token))
        {
            step.Remove(token);
        }

        Catch(step, host);
    }

    /// <summary>It occurs at its host.</summary>
    public void Catch(StepBuilder step, Token host)
    {
        if (Interrupting)
        {
            step.Withdraw(host);
        }

        step.Passed(Id);
        step.Leave(Id, host.Scope, "");
    }
}

namespace Workflow.Engine.Elements;

/// <summary>Event subprocess: no flow leads to it; its start event, on watch while the scope around it is open, begins it. The scope ends only when it has ended too.</summary>
internal sealed record EventSubProcess(string Id, string Name, string Parent) : Element(Id, Name, Parent)
{
    public override bool IsEnd => true;

    public override void Complete(StepBuilder step, Token token, string outcome)
    {
        step.Remove(token);
        step.Passed(Id);
        step.Consume(Id, token.Scope);
    }
}

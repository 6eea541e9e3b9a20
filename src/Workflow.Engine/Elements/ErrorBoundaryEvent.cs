namespace Workflow.Engine.Elements;

/// <summary>Error on the border of a service task or subprocess; without a code it catches every error. Always interrupts.</summary>
internal sealed record ErrorBoundaryEvent(string Id, string Name, string Parent, string Host, string? ErrorCode) : Element(Id, Name, Parent)
{
    public override string AttachedTo => Host;

    public bool Catches(string code) => ErrorCode is null || ErrorCode == code;

    public override void Enter(StepBuilder step, Arrival arrival) => throw new InvalidOperationException($"{Id} has no incoming flow");
}

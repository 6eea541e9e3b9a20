namespace Workflow.Engine.Elements;

/// <summary>Task and manual task: nothing to do for the engine, the token passes through at once.</summary>
internal sealed record PassingTask(string Id, string Name, string Parent) : Activity(Id, Name, Parent)
{
    protected override IReadOnlyList<string>? Once => null;

    protected override void Begin(StepBuilder step, Arrival arrival) => Done(step, arrival.Scope, arrival.Locals, arrival.Outcome);
}

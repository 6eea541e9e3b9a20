namespace Workflow.Engine.Elements;

/// <summary>Service, send, business rule and script task: waits for a registered activity.</summary>
internal sealed record ServiceTask(string Id, string Name, string Parent, string Key, IReadOnlyList<string> Declared) : Activity(Id, Name, Parent)
{
    public override IReadOnlyList<string> Answers => Declared;

    protected override void Begin(StepBuilder step, Arrival arrival)
    {
        var token = Rest(step, arrival, Wait.Activity);
        step.Want(new Effect.RunActivity(token.Id, Id, Key, Name) { Locals = token.Locals });
        ArmBoundaries(step, token);
    }
}

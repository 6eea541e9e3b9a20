namespace Workflow.Engine.Elements;

/// <summary>Service task: waits for a registered activity.</summary>
internal sealed record ServiceTask(string Id, string Name, string Parent, string Key, IReadOnlyList<string> Declared) : Element(Id, Name, Parent)
{
    public override IReadOnlyList<string> Outcomes => Declared;

    public override void Enter(StepBuilder step, Arrival arrival)
    {
        var token = step.Rest(Id, arrival.Scope, Wait.Activity, "", arrival.Outcome);
        step.Want(new Effect.RunActivity(token.Id, Id, Key, Name));
        step.ArmBoundaries(token);
    }

    public override void Complete(StepBuilder step, Token token, string outcome)
    {
        step.Remove(token);
        step.Leave(Id, token.Scope, outcome);
    }
}

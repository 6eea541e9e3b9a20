namespace Workflow.Engine.Elements;

/// <summary>User task: waits for a person's outcome.</summary>
internal sealed record UserTask(string Id, string Name, string Parent, string Key, string Candidates, IReadOnlyList<string> Declared)
    : Element(Id, Name, Parent)
{
    public override IReadOnlyList<string> Outcomes => Declared;

    public override void Enter(StepBuilder step, Arrival arrival)
    {
        var token = step.Rest(Id, arrival.Scope, Wait.Task, "", arrival.Outcome);
        step.Want(new Effect.OpenTask(token.Id, Id, Key, Name, Candidates));
        step.ArmBoundaries(token);
    }

    public override void Complete(StepBuilder step, Token token, string outcome)
    {
        step.Remove(token);
        step.Leave(Id, token.Scope, outcome);
    }
}

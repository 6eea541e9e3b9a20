using System.Globalization;

namespace Workflow.Engine.Elements;

/// <summary>
/// An activity that is done several times. Its body is a token with a scope of its own: the instances stand inside, the border events beside it.
/// </summary>
internal abstract record Loop
{
    /// <summary>Number of the instance, from 0, as it sees it.</summary>
    protected const string Counter = "loopCounter";

    public abstract void Begin(StepBuilder step, Activity activity, Arrival arrival);

    /// <summary>An instance is done; its locals say which one.</summary>
    public abstract void Done(StepBuilder step, Activity activity, Token body, IReadOnlyDictionary<string, Value> locals);

    protected static Token Rest(StepBuilder step, Activity activity, Arrival arrival, Rounds rounds)
    {
        var body = step.Rest(new Token { ElementId = activity.Id, Scope = arrival.Scope, Wait = Wait.Body, Rounds = rounds });
        step.ArmBoundaries(body);
        return body;
    }

    protected static void End(StepBuilder step, Activity activity, Token body)
    {
        step.Clear(body.Id);
        step.Remove(body);
        step.Leave(activity.Id, body.Scope, "");
    }

    protected static int Number(IReadOnlyDictionary<string, Value> locals) => int.Parse(locals[Counter].ToString(), CultureInfo.InvariantCulture);
}

using Workflow.Engine.Conditions;

namespace Workflow.Engine.Elements;

/// <summary>Standard loop: the activity is done again while its condition is true, at most <paramref name="Most"/> times; with <paramref name="TestBefore"/> perhaps not once.</summary>
internal sealed record StandardLoop(bool TestBefore, Template? While, int? Most) : Loop
{
    public override void Begin(StepBuilder step, Activity activity, Arrival arrival)
    {
        if (Most == 0 || (TestBefore && !Again(step, activity, arrival.Scope, 0)))
        {
            step.Leave(activity.Id, arrival.Scope, "");
            return;
        }

        Next(step, activity, Rest(step, activity, arrival, new Rounds(1, 1, 0)));
    }

    public override void Done(StepBuilder step, Activity activity, Token body, IReadOnlyDictionary<string, Value> locals)
    {
        var done = body.Rounds!.Done + 1;
        if (done >= Most || !Again(step, activity, body.Id, done))
        {
            End(step, activity, body);
        }
        else
        {
            Next(step, activity, step.Change(body with { Rounds = new Rounds(done + 1, done + 1, done) }));
        }
    }

    private bool Again(StepBuilder step, Activity activity, string from, int done) =>
        While is null || step.Decide(While, from, new Dictionary<string, Value> { [Counter] = done }, activity.Id);

    private static void Next(StepBuilder step, Activity activity, Token body) =>
        step.Move(new Arrival(activity.Id, body.Id, "", null, new SortedDictionary<string, Value>(StringComparer.Ordinal) { [Counter] = body.Rounds!.Done }));
}

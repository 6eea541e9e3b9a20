using Workflow.Engine;

namespace Workflow.Conformance;

/// <summary>What must be true after every single step, whatever the case is about.</summary>
internal static class Promises
{
    // Folding a long journal after each of its steps would cost its square.
    private const int Often = 200;

    public static void Hold(ProcessDefinition definition, Instance instance, Store store)
    {
        var state = InstanceState.FromJson(instance.State);
        if (state.ToJson() != instance.State)
        {
            throw new CaseFailedException($"the state changes when it is read and written: {instance.State} / {state.ToJson()}");
        }

        if (instance.Journal.Count <= Often || instance.Journal.Count % Often == 0)
        {
            var rebuilt = Interpreter.Replay(definition, instance.Journal.Select(Trigger.FromJson)).ToJson();
            if (rebuilt != instance.State)
            {
                throw new CaseFailedException($"the journal gives another state: {rebuilt} instead of {instance.State}");
            }
        }

        Same("tasks", state, instance, store.Tasks.Keys, Wait.Task);
        Same("activities", state, instance, store.Activities.Keys, Wait.Activity);
        Same("timers", state, instance, store.Timers.Keys, Wait.Timer);
        Same("subscriptions", state, instance, store.Subscriptions.Keys, Wait.Message, Wait.Signal);
        if (state.IsEnded && state.Tokens.Count > 0)
        {
            throw new CaseFailedException($"tokens are left behind: {instance.State}");
        }
    }

    private static void Same(string what, InstanceState state, Instance instance, IEnumerable<Place> rows, params Wait[] waits)
    {
        var open = rows.Where(place => place.Instance == instance.Id).Select(place => place.Token).ToHashSet(StringComparer.Ordinal);
        if (!open.SetEquals(state.Tokens.Where(token => waits.Contains(token.Wait)).Select(token => token.Id)))
        {
            throw new CaseFailedException($"{what} {string.Join(' ', open)} are not those of {instance.State}");
        }
    }
}

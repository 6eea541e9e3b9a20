using Workflow.Engine;

namespace Workflow.Conformance;

/// <summary>What a step wants becomes rows, and what crosses between cases is carried: calls, signals, messages, escalations.</summary>
internal sealed partial class MemoryWorld
{
    private void Write(Instance instance, Effect effect)
    {
        Place At(string token) => new(instance.Id, token);
        switch (effect)
        {
            case Effect.OpenTask open:
                store.Tasks.Add(At(open.Token), new TaskRow(At(open.Token), open.ElementId, open.Assignee, open.Name, ++order));
                break;
            case Effect.RunActivity run:
                store.Activities.Add(At(run.Token), new ActivityRow(At(run.Token), run.ElementId, run.ActivityKey, ++order));
                break;
            case Effect.CloseWork close:
                store.Tasks.Remove(At(close.Token));
                store.Activities.Remove(At(close.Token));
                break;
            case Effect.SetTimer set:
                store.Timers.Add(At(set.Token), new TimerRow(At(set.Token), set.Due, ++order));
                break;
            case Effect.CloseTimer close:
                store.Timers.Remove(At(close.Token));
                break;
            case Effect.Subscribe subscribe:
                store.Subscriptions.Add(At(subscribe.Token), new SubscriptionRow(At(subscribe.Token), subscribe.ElementId, subscribe.Kind, subscribe.Name, subscribe.Key, ++order));
                next.Enqueue(() => TakeKept(At(subscribe.Token)));
                break;
            case Effect.Unsubscribe close:
                store.Subscriptions.Remove(At(close.Token));
                break;
            case Effect.StartCall call:
                next.Enqueue(() => Call(At(call.Token), call, instance.BusinessKey));
                break;
            case Effect.CancelCall cancel:
                next.Enqueue(() => CancelCalled(At(cancel.Token)));
                break;
            case Effect.BroadcastSignal signal:
                next.Enqueue(() => Broadcast(signal.Name, null, instance.Id));
                break;
            case Effect.PublishMessage message:
                next.Enqueue(() => Publish(message));
                break;
            case Effect.Escalate escalate when instance.Caller is { } caller:
                next.Enqueue(() => Escalate(caller, escalate.EscalationCode, instance));
                break;
            case Effect.Finish finish when instance.Caller is { } caller && finish.Kind != EndKind.Cancelled:
                next.Enqueue(() => Return(caller, finish, instance));
                break;
        }
    }

    private void Call(Place at, Effect.StartCall call, string businessKey)
    {
        // Withdrawn before it began.
        if (InstanceState.FromJson(store.Instances[at.Instance].State).Tokens.All(token => token.Id != at.Token))
        {
            return;
        }

        var called = latest.GetValueOrDefault(call.ProcessId) ?? throw new ActFailedException($"called process {call.ProcessId} does not exist", call.ElementId);
        Begin(called, new Trigger.Started(Now, call.Variables) { Depth = call.Depth }, businessKey, at);
    }

    private void Return((int Instance, string Token) caller, Effect.Finish finish, Instance ended)
    {
        var waiting = InstanceState.FromJson(store.Instances[caller.Instance].State).Tokens.FirstOrDefault(token => token.Id == caller.Token);
        if (waiting is null)
        {
            return;
        }

        var isError = finish.Kind == EndKind.UncaughtError;
        var back = byHash[store.Instances[caller.Instance].Hash].ComesBack(waiting.ElementId, InstanceState.FromJson(ended.State).Variables, Now, isError);
        Apply(caller.Instance, isError ? new Trigger.WorkFailed(Now, caller.Token, finish.ErrorCode, back) : new Trigger.CallReturned(Now, caller.Token, back));
    }

    private void Escalate((int Instance, string Token) caller, string code, Instance called)
    {
        if (InstanceState.FromJson(store.Instances[caller.Instance].State).Tokens.FirstOrDefault(token => token.Id == caller.Token) is { } waiting)
        {
            var back = byHash[store.Instances[caller.Instance].Hash].ComesBack(waiting.ElementId, InstanceState.FromJson(called.State).Variables, Now, isPartial: true);
            Apply(caller.Instance, new Trigger.CallEscalated(Now, caller.Token, code, back));
        }
    }

    private void CancelCalled(Place at)
    {
        foreach (var called in store.Instances.Values.Where(one => one.Caller == (at.Instance, at.Token)).ToList())
        {
            Apply(called.Id, new Trigger.Cancelled(Now, "the call was withdrawn"));
        }
    }

    private void Broadcast(string name, IReadOnlyDictionary<string, Value>? variables, int? thrower)
    {
        foreach (var id in store.Subscriptions.Values.Where(row => row.Kind == Subscription.Signal && row.Name == name && row.At.Instance != thrower).Select(row => row.At.Instance).Distinct().ToList())
        {
            Apply(id, new Trigger.SignalArrived(Now, name, variables));
        }

        StartBy(StartKind.Signal, name, variables, "");
    }

    private void Publish(Effect.PublishMessage message)
    {
        var receivers = store.Subscriptions.Values.Where(row => row.Kind == Subscription.Message && row.Name == message.Name && row.Key == message.Key).ToList();
        if (receivers.Count > 1)
        {
            throw new ActFailedException($"{receivers.Count} receivers wait for message {message.Name}", message.ElementId);
        }

        if (receivers is [var only])
        {
            Apply(only.At.Instance, new Trigger.MessageArrived(Now, only.At.Token, message.Variables));
        }
        else if (!StartBy(StartKind.Message, message.Name, message.Variables, ""))
        {
            store.Kept.Add(message);
        }
    }

    private void TakeKept(Place at)
    {
        if (store.Subscriptions.GetValueOrDefault(at) is { Kind: Subscription.Message } row && store.Kept.Find(message => message.Name == row.Name && message.Key == row.Key) is { } kept)
        {
            store.Kept.Remove(kept);
            Apply(at.Instance, new Trigger.MessageArrived(Now, at.Token, kept.Variables));
        }
    }

    private bool StartBy(StartKind kind, string name, IReadOnlyDictionary<string, Value>? variables, string businessKey)
    {
        var starts = latest.Values.SelectMany(definition => definition.Starts.Where(one => one.Kind == kind && one.Name == name).Select(one => (definition, one.ElementId))).ToList();
        if (kind == StartKind.Message && starts.Count > 1)
        {
            throw new ActFailedException($"{starts.Count} processes begin with message {name}");
        }

        foreach (var (definition, element) in starts)
        {
            Begin(definition, new Trigger.Started(Now, variables) { StartEvent = element }, businessKey, null);
        }

        return starts.Count > 0;
    }
}

using Workflow.Engine;

namespace Workflow.Conformance;

/// <summary>
/// A world in which the engine's wishes come true at once and time stands until it is told to pass. Between any two steps a case is only
/// text; after each step the journal alone must give the same text, and the rows must be exactly those that the tokens wait for.
/// </summary>
internal sealed partial class MemoryWorld(DateTimeOffset start) : World
{
    // Steps that one act may cause through the machine's work before it is called endless.
    private const int MaxActivities = 3_000;

    // Steps in other cases that one act may cause: calls, signals and messages that go round.
    private const int MaxSteps = 3_000;

    // Timers that may fire in one stretch of time.
    private const int MaxFirings = 20_000;

    private readonly Dictionary<string, ProcessDefinition> byHash = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ProcessDefinition> latest = new(StringComparer.Ordinal);
    private readonly Queue<Action> next = new();
    private Store store = new();
    private long order;

    public DateTimeOffset Now { get; private set; } = start;

    public override Store Rows => store;

    protected override bool IsActivity(string elementId) => byHash.Values.Any(definition => definition.IsActivity(elementId));

    public override void Deploy(byte[] file, Vocabulary words, Deployment read) => read.Definitions.ToList().ForEach(Deploy);

    private void Deploy(ProcessDefinition definition)
    {
        byHash[definition.Hash] = definition;
        latest[definition.ProcessId] = definition;
        store.StartTimers.RemoveAll(timer => byHash[timer.Hash].ProcessId == definition.ProcessId);
        store.StartTimers.AddRange(definition.Starts.Where(one => one.Kind == StartKind.Timer).Select(one => (one.ElementId, Next: definition.NextStart(one.ElementId, null, Now)))
            .Where(one => one.Next is not null).Select(one => new StartTimerRow(definition.Hash, one.ElementId, one.Next!)));
    }

    public override void Start(string process, IReadOnlyDictionary<string, Value>? variables, string businessKey, string? by) => Act(() =>
    {
        var definition = latest.GetValueOrDefault(process) ?? throw new ActFailedException($"no process {process}");
        Begin(definition, new Trigger.Started(Now, variables) { By = by }, businessKey, null);
    });

    public override void Complete(TaskRow task, IReadOnlyDictionary<string, Value>? variables) => Act(() =>
    {
        store.Tasks.Remove(task.At);
        Apply(task.At.Instance, new Trigger.WorkCompleted(Now, task.At.Token, "", variables));
    });

    public override void Continue(Place at, IReadOnlyDictionary<string, Value>? variables) => Act(() => Apply(at.Instance, new Trigger.Continued(Now, at.Token, variables)));

    public override void Signal(string name, IReadOnlyDictionary<string, Value>? variables) => Act(() => Broadcast(name, variables, null));

    public override void Message(string name, IReadOnlyDictionary<string, Value>? variables, Func<SubscriptionRow, bool> fits, int? nth, string businessKey) => Act(() =>
    {
        var receivers = store.Subscriptions.Values.Where(row => row.Kind == Subscription.Message && row.Name == name && fits(row)).OrderBy(row => row.Order).ToList();
        if (receivers.Count > 1 && nth is null)
        {
            throw new ActFailedException($"{receivers.Count} receivers wait for message {name}");
        }

        if (receivers.Count > (nth ?? 0))
        {
            var at = receivers[nth ?? 0].At;
            Apply(at.Instance, new Trigger.MessageArrived(Now, at.Token, variables));
        }
        else if (!StartBy(StartKind.Message, name, variables, businessKey))
        {
            throw new ActFailedException($"nobody waits for message {name}");
        }
    });

    public override void Advance(TimeSpan by)
    {
        var until = Now + by;
        for (var firings = 0; NextDue() is { } due && due <= until; firings++)
        {
            if (firings > MaxFirings)
            {
                throw new ActFailedException($"more than {MaxFirings} timers fire until {until:O}");
            }

            Now = due > Now ? due : Now;
            Fire();
        }

        Now = until;
    }

    public override void Sleep(TimeSpan by)
    {
        Now += by;
        for (var firings = 0; NextDue() is { } due && due <= Now; firings++)
        {
            if (firings > MaxFirings)
            {
                throw new ActFailedException($"more than {MaxFirings} timers fire until {Now:O}");
            }

            Fire();
        }
    }

    private DateTimeOffset? NextDue() => store.Timers.Values.Select(row => (DateTimeOffset?)row.Due).Concat(store.StartTimers.Select(row => (DateTimeOffset?)row.Next.Due)).Min();

    private void Fire() => Act(() =>
    {
        if (store.Timers.Values.OrderBy(row => (row.Due, row.Order)).FirstOrDefault() is { } timer && timer.Due <= Now)
        {
            store.Timers.Remove(timer.At);
            Apply(timer.At.Instance, new Trigger.TimerFired(Now, timer.At.Token));
            return;
        }

        var starting = store.StartTimers.MinBy(row => row.Next.Due)!;
        store.StartTimers.Remove(starting);
        var definition = byHash[starting.Hash];
        if (definition.NextStart(starting.ElementId, starting.Next, Now) is { } again)
        {
            store.StartTimers.Add(starting with { Next = again });
        }

        Begin(definition, new Trigger.Started(Now) { StartEvent = starting.ElementId }, "", null);
    });

    // One act is one transaction: all of it, with what it causes in other cases, or nothing.
    private void Act(Action act)
    {
        var before = store.Copy();
        try
        {
            act();
            Settle();
        }
        catch (ExecutionException error)
        {
            (store, var failed) = (before, new ActFailedException($"{error.Message} [{error.Code}]", error.ElementId));
            next.Clear();
            throw failed;
        }
        catch (ActFailedException)
        {
            store = before;
            next.Clear();
            throw;
        }
    }

    private void Settle()
    {
        var (activities, steps) = (0, 0);
        while (true)
        {
            if (next.TryDequeue(out var action))
            {
                if (++steps > MaxSteps)
                {
                    throw new ActFailedException($"one act causes more than {MaxSteps} steps in other cases");
                }

                action();
            }
            else if (store.Activities.Values.MinBy(row => row.Order) is { } activity)
            {
                if (++activities > MaxActivities)
                {
                    throw new ActFailedException($"more than {MaxActivities} activities without a wait", activity.ElementId);
                }

                Work(activity);
            }
            else
            {
                return;
            }
        }
    }

    private void Work(ActivityRow activity)
    {
        store.Activities.Remove(activity.At);
        var (set, error) = Handle(activity.ElementId, InstanceState.FromJson(store.Instances[activity.At.Instance].State).Variables);
        Apply(activity.At.Instance, error is null ? new Trigger.WorkCompleted(Now, activity.At.Token, "", set) : new Trigger.WorkFailed(Now, activity.At.Token, error));
    }

    private void Begin(ProcessDefinition definition, Trigger.Started trigger, string businessKey, Place? caller)
    {
        var id = store.Instances.Count + 1;
        store.Instances[id] = new Instance(id, definition.Hash, businessKey, caller is { } at ? (at.Instance, at.Token) : null) { State = InstanceState.Empty.ToJson() };
        Apply(id, trigger);
    }

    private void Apply(int id, Trigger trigger)
    {
        var instance = store.Instances[id];
        var written = trigger.ToJson();
        var result = Interpreter.Step(byHash[instance.Hash], InstanceState.FromJson(instance.State), Trigger.FromJson(written));
        switch (result.Verdict)
        {
            case StepVerdict.Ignored when trigger is Trigger.CallReturned or Trigger.CallEscalated or Trigger.SignalArrived or Trigger.WorkFailed or Trigger.Cancelled:
                return;
            case StepVerdict.Ignored:
                throw new ActFailedException($"nothing waits for {written}");
            case StepVerdict.Refused refused:
                throw new ActFailedException($"{refused.Text} [{refused.Code}]");
        }

        instance = instance with { State = result.State.ToJson(), Journal = [.. instance.Journal, written] };
        store.Instances[id] = instance;
        foreach (var element in result.Passed)
        {
            store.Completed[element] = store.Completed.GetValueOrDefault(element) + 1;
        }

        foreach (var effect in result.Effects)
        {
            Write(instance, effect);
        }

        Promises.Hold(byHash[instance.Hash], instance, store);
    }
}

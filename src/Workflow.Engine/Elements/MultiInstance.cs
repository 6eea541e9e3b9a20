using Workflow.Engine.Conditions;

namespace Workflow.Engine.Elements;

/// <summary>
/// Multi-instance: as many instances as the cardinality or the collection says when it is entered; later changes of the collection have no
/// effect. After each completed instance the completion condition is asked: true withdraws the rest. Results stand in the order of the instances.
/// </summary>
internal sealed record MultiInstance(bool IsSequential, Template? Cardinality, Template? Collection, string? Element) : Loop
{
    /// <summary>Asked after each completed instance.</summary>
    public Template? Until { get; init; }

    /// <summary>Name of the list of results; null when none are gathered.</summary>
    public string? Results { get; init; }

    /// <summary>The result of one instance.</summary>
    public Template? Result { get; init; }

    /// <summary>A plain name as result is a variable of the instance itself, so that two at once do not overwrite each other.</summary>
    public string? ResultName { get; init; }

    public override void Begin(StepBuilder step, Activity activity, Arrival arrival)
    {
        var items = Collection is null ? null : Items(step, activity, arrival);
        var total = items?.Count ?? Count(step, activity, arrival);
        if (total == 0)
        {
            Gather(step, arrival.Scope, new Rounds(0, 0, 0));
            step.Leave(activity.Id, arrival.Scope, "");
            return;
        }

        if (total > StepBuilder.MaxTokens)
        {
            throw new ExecutionException("engine.too-many-tokens", activity.Id, $"“{activity.Name}” ({activity.Id}) cần {total} lượt, nhiều hơn mức {StepBuilder.MaxTokens}.");
        }

        var body = Rest(step, activity, arrival, new Rounds(total, IsSequential ? 1 : total, 0) { Items = IsSequential ? items : null });
        for (var number = 0; number < (IsSequential ? 1 : total); number++)
        {
            Next(step, activity, body, number, items?[number]);
        }
    }

    public override void Done(StepBuilder step, Activity activity, Token body, IReadOnlyDictionary<string, Value> locals)
    {
        var rounds = body.Rounds! with { Done = body.Rounds.Done + 1 };
        if (Result is not null)
        {
            var results = new SortedDictionary<int, Value>(rounds.Results?.ToDictionary() ?? []) { [Number(locals)] = step.Compute(Result, body.Id, locals, activity.Id) };
            rounds = rounds with { Results = results };
        }

        body = step.Change(body with { Rounds = rounds });
        if (rounds.Done == rounds.Total || (Until is not null && step.Decide(Until, body.Id, locals, activity.Id)))
        {
            Gather(step, body.Scope, rounds);
            End(step, activity, body);
        }
        else if (IsSequential)
        {
            body = step.Change(body with { Rounds = rounds with { Started = rounds.Started + 1 } });
            Next(step, activity, body, rounds.Started, rounds.Items?[rounds.Started]);
        }
    }

    private void Next(StepBuilder step, Activity activity, Token body, int number, Value? item)
    {
        var locals = new SortedDictionary<string, Value>(StringComparer.Ordinal) { [Counter] = number };
        if (Element is not null && item is not null)
        {
            locals[Element] = item;
        }

        if (ResultName is not null)
        {
            locals.TryAdd(ResultName, Value.Nothing.Instance);
        }

        step.Move(new Arrival(activity.Id, body.Id, "", null, locals));
    }

    private void Gather(StepBuilder step, string scope, Rounds rounds)
    {
        if (Results is not null)
        {
            step.Set(scope, new Dictionary<string, Value> { [Results] = new Value.Items([.. rounds.Results?.Values ?? []]) });
        }
    }

    private IReadOnlyList<Value> Items(StepBuilder step, Activity activity, Arrival arrival) => step.Compute(Collection!, arrival.Scope, null, activity.Id) is Value.Items items
        ? items.Of
        : throw new ExecutionException("engine.bad-collection", activity.Id, $"“{Collection!.Source}” ở “{activity.Name}” ({activity.Id}) không phải là danh sách.");

    private int Count(StepBuilder step, Activity activity, Arrival arrival) =>
        step.Compute(Cardinality!, arrival.Scope, null, activity.Id) is Value.Number { Of: >= 0 and <= int.MaxValue } number && number.Of == Math.Truncate(number.Of)
            ? (int)number.Of
            : throw new ExecutionException("engine.bad-cardinality", activity.Id, $"Số lượt “{Cardinality!.Source}” ở “{activity.Name}” ({activity.Id}) phải là số nguyên không âm.");
}

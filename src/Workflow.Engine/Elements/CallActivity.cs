using Workflow.Engine.Conditions;

namespace Workflow.Engine.Elements;

/// <summary>
/// Call activity: waits for a case of another process, on the latest version at the moment of the call. Variables go in and come back only
/// where the mapping says so. Withdrawing the call takes the called case back.
/// </summary>
internal sealed record CallActivity(string Id, string Name, string Parent, Template Called, Mapping In, Mapping Out) : Activity(Id, Name, Parent)
{
    /// <summary>Deepest chain of calls: a process that calls itself must come to an end.</summary>
    public const int MaxDepth = 20;

    protected override void Begin(StepBuilder step, Arrival arrival)
    {
        if (step.Depth >= MaxDepth)
        {
            throw new ExecutionException("engine.call-too-deep", Id, $"“{Name}” ({Id}): các quy trình gọi nhau quá {MaxDepth} lớp.");
        }

        var token = Rest(step, arrival, Wait.Call);
        var process = step.Compute(Called, token.Id, null, Id).ToString();
        var variables = In.Apply(step.Seen(token.Id), one => step.Compute(one, token.Id, null, Id));
        step.Want(new Effect.StartCall(token.Id, Id, process, variables, step.Depth + 1));
        ArmBoundaries(step, token);
    }

    /// <summary>What the mapping takes from the variables of the ended case.</summary>
    public IReadOnlyDictionary<string, Value> ComesBack(IReadOnlyDictionary<string, Value> ended, DateTimeOffset at, TimeSpan zone, bool isPartial)
    {
        try
        {
            var mapping = isPartial ? Out with { Entries = [.. Out.Entries.Where(entry => entry.Source is not null && ended.ContainsKey(entry.Source))] } : Out;
            return mapping.Apply(ended, one => one.Evaluate(new Evaluation(name => ended.GetValueOrDefault(name), at, zone)));
        }
        catch (ExpressionException error)
        {
            throw new ExecutionException("engine.expression", Id, $"Kết quả trả về “{Name}” ({Id}): {error.Message}.");
        }
    }
}

/// <summary>Variables that cross the border of a call: all of them, and each name with what it is computed from.</summary>
internal sealed record Mapping(bool All, IReadOnlyList<(string Name, string? Source, Template? Expression)> Entries)
{
    public static Mapping None { get; } = new(false, []);

    /// <summary>A plain source that is not there gives nothing, as an optional paper in a file; an expression must be computable.</summary>
    public IReadOnlyDictionary<string, Value> Apply(IReadOnlyDictionary<string, Value> known, Func<Template, Value> compute)
    {
        var mapped = new SortedDictionary<string, Value>(All ? known.ToDictionary() : [], StringComparer.Ordinal);
        foreach (var (name, source, expression) in Entries)
        {
            mapped[name] = source is null ? compute(expression!) : known.GetValueOrDefault(source) ?? Value.Nothing.Instance;
        }

        return mapped;
    }
}

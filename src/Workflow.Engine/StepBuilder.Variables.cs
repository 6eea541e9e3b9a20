using Workflow.Engine.Conditions;

namespace Workflow.Engine;

/// <summary>Variables: of the case, and those that only a token and what is inside it know.</summary>
internal sealed partial class StepBuilder
{
    // Deeper ones could be written, but no reader of JSON would read them again: the case would be lost.
    private const int MaxValueDepth = 32;

    private IReadOnlyDictionary<string, Value> variables;

    /// <summary>
    /// Sets variables as seen from a token (empty: from the process): where a name is known on the way outwards, it is changed there;
    /// otherwise it becomes a variable of the case.
    /// </summary>
    public void Set(string from, IReadOnlyDictionary<string, Value>? values)
    {
        foreach (var (name, value) in values ?? Dictionary)
        {
            if (value.Depth > MaxValueDepth)
            {
                throw new ExecutionException("engine.value-too-deep", tokens.Find(from)?.ElementId ?? "", $"Biến “{name}” có các danh sách lồng nhau quá {MaxValueDepth} lớp.");
            }

            var token = tokens.Find(from);
            while (token is not null && token.Locals?.ContainsKey(name) != true)
            {
                token = tokens.Find(token.Scope);
            }

            if (token is null)
            {
                SetCase(name, value);
            }
            else
            {
                Change(token with { Locals = new SortedDictionary<string, Value>(token.Locals!.ToDictionary(), StringComparer.Ordinal) { [name] = value } });
            }
        }
    }

    public Value Compute(Template template, string from, IReadOnlyDictionary<string, Value>? locals, string elementId) =>
        Guard(elementId, template, null, () => template.Evaluate(About(from, locals)));

    public bool Decide(Template template, string from, IReadOnlyDictionary<string, Value>? locals, string elementId, string? flowId = null) =>
        Guard(elementId, template, flowId, () => template.Evaluate(About(from, locals)) is Value.Truth truth ? truth.Of : throw new ExpressionException("điều kiện phải cho kết quả đúng hoặc sai"));

    public Schedule Compute(TimerExpression timer, string from, string elementId) => Guard(elementId, timer.Text, null, () => timer.Set(About(from, null)));

    private static readonly IReadOnlyDictionary<string, Value> Dictionary = new Dictionary<string, Value>();

    /// <summary>All names that are seen from a token, the nearest value of each.</summary>
    public IReadOnlyDictionary<string, Value> Seen(string from)
    {
        var seen = new SortedDictionary<string, Value>(variables.ToDictionary(), StringComparer.Ordinal);
        for (var (token, names) = (tokens.Find(from), new HashSet<string>(StringComparer.Ordinal)); token is not null; token = tokens.Find(token.Scope))
        {
            foreach (var (name, value) in token.Locals ?? Dictionary)
            {
                if (names.Add(name))
                {
                    seen[name] = value;
                }
            }
        }

        return seen;
    }

    private void SetCase(string name, Value value)
    {
        // Copied once a step, and only in a step that sets something.
        if (ReferenceEquals(variables, before.Variables))
        {
            variables = new SortedDictionary<string, Value>(before.Variables.ToDictionary(), StringComparer.Ordinal);
        }

        ((SortedDictionary<string, Value>)variables)[name] = value;
    }

    private Evaluation About(string from, IReadOnlyDictionary<string, Value>? locals) =>
        new(name => locals is not null && locals.TryGetValue(name, out var local) ? local : Look(from, name), At, Definition.Zone);

    private Value? Look(string from, string name)
    {
        for (var token = tokens.Find(from); token is not null; token = tokens.Find(token.Scope))
        {
            if (token.Locals is { } locals && locals.TryGetValue(name, out var local))
            {
                return local;
            }

            if (token.Rounds is { } rounds && (name switch
            {
                "nrOfInstances" => rounds.Total,
                "nrOfCompletedInstances" => rounds.Done,
                "nrOfActiveInstances" => rounds.Started - rounds.Done,
                _ => -1,
            }) is >= 0 and var number)
            {
                return number;
            }
        }

        return variables.TryGetValue(name, out var found) ? found : null;
    }

    private T Guard<T>(string elementId, Template template, string? flowId, Func<T> compute)
    {
        try
        {
            return compute();
        }
        catch (ExpressionException error)
        {
            throw new ExecutionException("engine.expression", elementId, $"Biểu thức “{template.Source}” ở “{Definition[elementId].Name}” ({elementId}{(flowId is null ? "" : $", nhánh {flowId}")}): {error.Message}.");
        }
        catch (ArgumentOutOfRangeException)
        {
            throw new ExecutionException("engine.expression", elementId, $"Biểu thức “{template.Source}” ở “{Definition[elementId].Name}” ({elementId}) cho một thời điểm ngoài lịch.");
        }
    }
}

using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Workflow.Engine.Conditions;

namespace Workflow.Engine.Scenarios;

/// <summary>
/// Writes a case down as a scenario without what it says of people: texts are replaced, the same one always by the same; numbers, truths, instants and
/// texts that the drawing itself compares with stay, because the way depends on them.
/// </summary>
public sealed partial class ScenarioCopy
{
    private static readonly string[] Quotes = ["'", "\"", "&quot;", "&apos;", "&#39;", "&#34;"];

    private readonly ProcessDefinition definition;
    private readonly string xml;
    private readonly Dictionary<string, string> replaced = new(StringComparer.Ordinal);

    private ScenarioCopy(ProcessDefinition definition, string xml) => (this.definition, this.xml) = (definition, xml);

    /// <summary>
    /// The script of a journal; null when the case goes another way without the texts that were taken out, or when it has been put onto another
    /// version on its way.
    /// </summary>
    public static string? Of(ProcessDefinition definition, string xml, IReadOnlyList<Trigger> journal) =>
        journal.Any(trigger => trigger is Trigger.Migrated) ? null : new ScenarioCopy(definition, xml).Script(journal);

    private string? Script(IReadOnlyList<Trigger> journal)
    {
        var script = new StringBuilder();
        var (real, copied) = (InstanceState.Empty, InstanceState.Empty);
        DateTimeOffset? clock = null;
        foreach (var trigger in journal)
        {
            var copy = Clean(trigger);
            real = Interpreter.Step(definition, real, trigger).State;
            try
            {
                copied = Interpreter.Step(definition, copied, copy).State;
            }
            catch (ExecutionException)
            {
                return null;
            }

            if (!SameWay(real, copied))
            {
                return null;
            }

            if (clock != trigger.At)
            {
                clock = trigger.At;
                script.Append("at ").Append(trigger.At.ToString("O", CultureInfo.InvariantCulture)).Append('\n');
            }

            script.Append(Line(copy)).Append('\n');
        }

        return script.ToString();
    }

    private static string Line(Trigger trigger) => trigger switch
    {
        Trigger.WorkCompleted { Outcome.Length: > 0, Variables: null or { Count: 0 } } done => $"send {done.Token} {done.Outcome}",
        Trigger.TimerFired fired => $"fire {fired.Token}",
        _ => "trigger " + trigger.ToJson().Replace(" ", "\\u0020", StringComparison.Ordinal),
    };

    private static bool SameWay(InstanceState one, InstanceState other) => one.End == other.End && one.Sequence == other.Sequence
        && one.Tokens.Select(token => (token.Id, token.ElementId, token.Wait)).SequenceEqual(other.Tokens.Select(token => (token.Id, token.ElementId, token.Wait)));

    private Trigger Clean(Trigger trigger) => trigger switch
    {
        Trigger.Started one => one with { Variables = Clean(one.Variables), By = one.By is { } by ? Clean(by) : null },
        Trigger.WorkCompleted one => one with { Variables = Clean(one.Variables) },
        Trigger.WorkFailed one => one with { Variables = Clean(one.Variables) },
        Trigger.MessageArrived one => one with { Variables = Clean(one.Variables) },
        Trigger.SignalArrived one => one with { Variables = Clean(one.Variables) },
        Trigger.Continued one => one with { Variables = Clean(one.Variables) },
        Trigger.CallReturned one => one with { Variables = Clean(one.Variables) },
        Trigger.CallEscalated one => one with { Variables = Clean(one.Variables) },
        Trigger.Moved one => one with { Reason = "move" },
        Trigger.Cancelled one => one with { Reason = "cancel" },
        Trigger.TimerFired one => one,
        _ => throw new InvalidOperationException($"unknown trigger {trigger.GetType().Name}"),
    };

    private Dictionary<string, Value>? Clean(IReadOnlyDictionary<string, Value>? values) => values?.ToDictionary(pair => pair.Key, pair => Clean(pair.Value), StringComparer.Ordinal);

    private Value Clean(Value value) => value switch
    {
        Value.Text text => Clean(text.Of),
        Value.Items items => new Value.Items([.. items.Of.Select(Clean)]),
        Value.Fields fields => new Value.Fields(new SortedDictionary<string, Value>(Clean(fields.Of)!, StringComparer.Ordinal)),
        _ => value,
    };

    private string Clean(string text)
    {
        if (text.Length == 0 || Instant().IsMatch(text) || CalendarSpan.Parse(text) is not null || IsCompared(text))
        {
            return text;
        }

        if (!replaced.TryGetValue(text, out var other))
        {
            replaced[text] = other = $"text-{replaced.Count + 1}";
        }

        return other;
    }

    // A word in quotes in the drawing: 'urgent'. Quotes may be written as entities.
    private bool IsCompared(string text) => text.Length <= 60 && Quotes.Any(quote => xml.Contains(quote + text + quote, StringComparison.Ordinal));

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}(T[0-9:.]+(Z|[+-]\d{2}:\d{2})?)?$")]
    private static partial Regex Instant();
}

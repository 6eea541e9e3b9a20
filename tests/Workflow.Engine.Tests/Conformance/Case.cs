using System.Globalization;
using System.Text;
using System.Xml;

namespace Workflow.Engine.Tests.Conformance;

/// <summary>Plays a script against the engine and writes down everything that happens.</summary>
internal sealed class Case(ProcessDefinition definition)
{
    private readonly SortedDictionary<(DateTimeOffset Due, int Order), string> timers = [];
    private readonly StringBuilder transcript = new();
    private DateTimeOffset now = new(2026, 1, 30, 1, 0, 0, TimeSpan.Zero);
    private int order;

    public InstanceState State { get; private set; } = InstanceState.Empty;

    public List<Trigger> Journal { get; } = [];

    public string Play(string script)
    {
        foreach (var line in script.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#'))
        {
            transcript.Append("> ").Append(line).Append('\n');
            Play(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }

        return transcript.ToString();
    }

    private void Play(string[] words)
    {
        switch (words)
        {
            case ["start", .. var variables]:
                Apply(new Trigger.Started(now, Variables(variables)));
                break;
            case ["complete", var element, var outcome, .. var variables]:
                Apply(new Trigger.WorkCompleted(now, OpenAt(element), outcome, Variables(variables)));
                break;
            case ["fail", var element, var code]:
                Apply(new Trigger.WorkFailed(now, OpenAt(element), code));
                break;
            case ["send", var token, var outcome]:
                Apply(new Trigger.WorkCompleted(now, token, outcome));
                break;
            case ["fire", var token]:
                Apply(new Trigger.TimerFired(now, token));
                break;
            case ["cancel", .. var reason]:
                Apply(new Trigger.Cancelled(now, string.Join(' ', reason)));
                break;
            case ["advance", var span]:
                Advance(now + XmlConvert.ToTimeSpan(span));
                break;
            default:
                throw new InvalidOperationException($"unknown line: {string.Join(' ', words)}");
        }
    }

    private void Advance(DateTimeOffset until)
    {
        while (timers.Keys.FirstOrDefault() is { Order: > 0 } first && first.Due <= until)
        {
            timers.Remove(first, out var token);
            now = first.Due > now ? first.Due : now;
            Apply(new Trigger.TimerFired(now, token!));
        }

        now = until;
    }

    private void Apply(Trigger trigger)
    {
        var written = Trigger.FromJson(trigger.ToJson());
        var result = Interpreter.Step(definition, InstanceState.FromJson(State.ToJson()), written);
        Journal.Add(written);
        State = result.State;
        if (result.Verdict is not StepVerdict.Taken)
        {
            transcript.Append("  ").Append(result.Verdict is StepVerdict.Refused refused ? $"refused {refused.Code}" : "ignored").Append('\n');
        }

        foreach (var effect in result.Effects)
        {
            transcript.Append("  ").Append(Note(effect)).Append('\n');
        }

        transcript.Append(State.IsStuck ? "  stuck\n" : "");
        transcript.Append("  = ").Append(State.ToJson()).Append('\n');
        var rebuilt = Interpreter.Replay(definition, Journal).ToJson();
        if (rebuilt != State.ToJson())
        {
            throw new InvalidOperationException($"replay gives another state: {rebuilt} instead of {State.ToJson()}");
        }
    }

    private string Note(Effect effect)
    {
        switch (effect)
        {
            case Effect.OpenTask open:
                return $"open {open.ElementId} {open.Token} task={open.TaskKey} candidates={open.Candidates} name={open.Name}";
            case Effect.RunActivity run:
                return $"run {run.ElementId} {run.Token} activity={run.ActivityKey}";
            case Effect.SetTimer set:
                timers.Add((set.Due, ++order), set.Token);
                return $"timer {set.ElementId} {set.Token} due={set.Due.ToString("O", CultureInfo.InvariantCulture)}";
            case Effect.CloseTimer close:
                timers.Remove(timers.First(pair => pair.Value == close.Token).Key);
                return $"close-timer {close.Token}";
            case Effect.CloseWork close:
                return $"close-work {close.Token}";
            case Effect.Finish finish:
                return $"finish {finish.Kind} {finish.ElementId}";
            default:
                throw new InvalidOperationException($"unknown effect {effect.GetType().Name}");
        }
    }

    private string OpenAt(string element) =>
        State.Tokens.FirstOrDefault(token => token.ElementId == element && token.Wait is (Wait.Task or Wait.Activity))?.Id
        ?? throw new InvalidOperationException($"no open work at {element}: {State.ToJson()}");

    private static Dictionary<string, string>? Variables(string[] words) =>
        words.Length == 0 ? null : words.Select(word => word.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
}

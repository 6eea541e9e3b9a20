using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml;

namespace Workflow.Engine.Scenarios;

/// <summary>
/// Plays a script against the engine and writes down everything that happens: each effect, verdict and state. After each line the state is
/// rebuilt from the journal and must be the same. The language of scripts is described beside the conformance cases.
/// </summary>
public sealed class Scenario(ProcessDefinition definition)
{
    private readonly SortedDictionary<(DateTimeOffset Due, int Order), string> timers = [];
    private readonly StringBuilder transcript = new();
    private readonly List<Trigger> journal = [];
    private DateTimeOffset now = new(2026, 1, 30, 1, 0, 0, TimeSpan.Zero);
    private int order;

    /// <summary>Where the case stands.</summary>
    public InstanceState State { get; private set; } = InstanceState.Empty;

    /// <summary>What has happened; an act that failed is not in it.</summary>
    public IReadOnlyList<Trigger> Journal => journal;

    /// <summary>Plays a script and answers the transcript. Throws <see cref="InvalidOperationException"/> for a line that says nothing.</summary>
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
            case ["begin", var startEvent, .. var variables]:
                Apply(new Trigger.Started(now, Variables(variables)) { StartEvent = startEvent });
                break;
            case ["message", var element, .. var variables]:
                Apply(new Trigger.MessageArrived(now, WaitingAt(element, Wait.Message), Variables(variables)));
                break;
            case ["signal", var name, .. var variables]:
                Apply(new Trigger.SignalArrived(now, name, Variables(variables)));
                break;
            case ["continue", var element, .. var variables]:
                Apply(new Trigger.Continued(now, WaitingAt(element, Wait.Receive), Variables(variables)));
                break;
            case ["return", var element, .. var variables]:
                Apply(new Trigger.CallReturned(now, WaitingAt(element, Wait.Call), definition.ComesBack(element, Variables(variables) ?? [], now)));
                break;
            case ["fail-call", var element, var code]:
                Apply(new Trigger.WorkFailed(now, WaitingAt(element, Wait.Call), code));
                break;
            case ["escalate", var element, var code]:
                Apply(new Trigger.CallEscalated(now, WaitingAt(element, Wait.Call), code));
                break;
            case ["send", var token, var outcome, .. var variables]:
                Apply(new Trigger.WorkCompleted(now, token, outcome, Variables(variables)));
                break;
            case ["fire", var token]:
                Apply(new Trigger.TimerFired(now, token));
                break;
            case ["move", var token, var element]:
                Apply(new Trigger.Moved(now, token, element, "move"));
                break;
            case ["at", var instant]:
                now = DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);
                break;
            case ["trigger", var json]:
                Apply(Trigger.FromJson(json));
                break;
            case ["cancel", .. var reason]:
                Apply(new Trigger.Cancelled(now, string.Join(' ', reason)));
                break;
            case ["advance", var span]:
                Advance(now + XmlConvert.ToTimeSpan(span));
                break;
            case ["sleep", var span]:
                now += XmlConvert.ToTimeSpan(span);
                Advance(now);
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
        StepResult result;
        try
        {
            result = Interpreter.Step(definition, InstanceState.FromJson(State.ToJson()), written);
        }
        catch (ExecutionException error)
        {
            // The act is undone whole: it is in no journal.
            transcript.Append("  error ").Append(error.Code).Append(' ').Append(error.ElementId).Append('\n');
            return;
        }

        journal.Add(written);
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
        var rebuilt = Interpreter.Replay(definition, journal).ToJson();
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
                return $"open {open.ElementId} {open.Token} task={open.TaskKey} candidates={open.Candidates} name={open.Name}"
                    + (open.Assignee.Length > 0 ? $" assignee={open.Assignee}" : "") + (open.Due is { } due ? $" due={due.ToString("O", CultureInfo.InvariantCulture)}" : "")
                    + (open.Priority == 50 ? "" : $" priority={open.Priority}") + (open.NotSameAs.Length > 0 ? $" not-same-as={open.NotSameAs}" : "");
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
            case Effect.Subscribe subscribe:
                return $"subscribe {subscribe.ElementId} {subscribe.Token} {subscribe.Kind} {subscribe.Name}{(subscribe.Key.Length > 0 ? $" key={subscribe.Key}" : "")}";
            case Effect.Unsubscribe unsubscribe:
                return $"unsubscribe {unsubscribe.Token}";
            case Effect.StartCall call:
                return $"call {call.ElementId} {call.Token} process={call.ProcessId} depth={call.Depth} {Json(call.Variables)}";
            case Effect.CancelCall cancel:
                return $"cancel-call {cancel.Token}";
            case Effect.BroadcastSignal signal:
                return $"broadcast {signal.ElementId} {signal.Name}";
            case Effect.PublishMessage message:
                return $"publish {message.ElementId} {message.Name}{(message.Key.Length > 0 ? $" key={message.Key}" : "")} {Json(message.Variables)}";
            case Effect.Escalate escalate:
                return $"escalate {escalate.ElementId} {escalate.EscalationCode}";
            case Effect.Finish finish:
                return $"finish {finish.Kind} {finish.ElementId}{(finish.ErrorCode.Length > 0 ? $" {finish.ErrorCode}" : "")}";
            default:
                throw new InvalidOperationException($"unknown effect {effect.GetType().Name}");
        }
    }

    private string OpenAt(string element) =>
        State.Tokens.FirstOrDefault(token => token.ElementId == element && token.Wait is (Wait.Task or Wait.Activity))?.Id
        ?? throw new InvalidOperationException($"no open work at {element}: {State.ToJson()}");

    private string WaitingAt(string element, Wait wait) =>
        State.Tokens.FirstOrDefault(token => token.ElementId == element && token.Wait == wait)?.Id ?? throw new InvalidOperationException($"nothing waits at {element}: {State.ToJson()}");

    private static string Json(IReadOnlyDictionary<string, Value> variables) => JsonSerializer.Serialize(variables, StateJson.Options);

    // What is JSON is meant as JSON: numbers, lists, true; anything else is a text.
    private static Value Variable(string word)
    {
        try
        {
            return JsonSerializer.Deserialize<Value>(word)!;
        }
        catch (JsonException)
        {
            return word;
        }
    }

    private static Dictionary<string, Value>? Variables(string[] words) =>
        words.Length == 0 ? null : words.Select(word => word.Split('=', 2)).ToDictionary(pair => pair[0], pair => Variable(pair[1]));
}

using System.Globalization;
using Workflow.Engine;

namespace Workflow.Runtime.Processes;

/// <summary>One walk: the engine's state after the answers so far, and what it wanted that is not over.</summary>
internal sealed class SimulatedWalk(ProcessDefinition definition, DateTimeOffset from)
{
    private readonly Dictionary<string, Effect> wanted = new(StringComparer.Ordinal);
    private readonly List<SimulatedLine> story = [];
    private readonly List<string> passed = [];
    private readonly List<string> taken = [];
    private InstanceState state = InstanceState.Empty;
    private DateTimeOffset clock = from;

    /// <summary>Applies one answer, <c>token:kind:outcome</c> with variables as JSON behind a bar; empty when it was taken, otherwise why not.</summary>
    public string Take(string answer)
    {
        var bar = answer.IndexOf('|', StringComparison.Ordinal);
        var parts = (bar < 0 ? answer : answer[..bar]).Split(':', 3);
        var variables = bar < 0 ? null : CaseVariables.FromJson(answer[(bar + 1)..]).Values;
        if (parts.Length < 3)
        {
            return "Câu trả lời không đọc được.";
        }

        var (token, kind, detail) = (parts[0], parts[1], parts[2]);
        var (place, at) = (state.Tokens.FirstOrDefault(one => one.Id == token), clock);
        if (kind == "timer" && wanted.GetValueOrDefault(token) is Effect.SetTimer timer && timer.Due > clock)
        {
            at = timer.Due;
        }

        Trigger? trigger = kind switch
        {
            "start" => new Trigger.Started(at, variables) { StartEvent = detail.Length > 0 ? detail : null, By = "người chạy thử" },
            "done" => new Trigger.WorkCompleted(at, token, detail, variables),
            "error" => new Trigger.WorkFailed(at, token, detail, variables),
            "timer" => new Trigger.TimerFired(at, token),
            "message" => new Trigger.MessageArrived(at, token, variables),
            "signal" => new Trigger.SignalArrived(at, detail, variables),
            "continue" => new Trigger.Continued(at, token, variables),
            "returned" => new Trigger.CallReturned(at, token, variables),
            _ => null,
        };
        if (trigger is null)
        {
            return "Câu trả lời không đọc được.";
        }

        var result = Interpreter.Step(definition, state, trigger);
        if (result.Verdict is StepVerdict.Refused refused)
        {
            return refused.Text;
        }

        if (result.Verdict is StepVerdict.Ignored)
        {
            return "Bước này không còn chờ nữa.";
        }

        (state, clock) = (result.State, at);
        story.Add(new(at, place is null ? "" : definition.NameOf(place.ElementId) ?? place.ElementId, place is null ? kind == "signal" ? SimulatedWait.Signal : null : Waits(place), detail));
        passed.AddRange(result.Passed.Append(place?.ElementId ?? ""));
        taken.AddRange(result.Taken);
        foreach (var effect in result.Effects)
        {
            Note(effect);
        }

        return "";
    }

    public SimulatedCase Show(string xml, IReadOnlyList<string> answers, string problem)
    {
        var open = state.Tokens.Where(token => Waits(token) is not null).Select(Choice).ToList();
        return new(
            definition.Name, xml, clock, answers, open, [.. state.Tokens.Select(token => token.ElementId).Distinct()], [.. passed.Distinct()], [.. taken.Distinct()], story,
            [.. state.Variables.Select(one => (one.Key, one.Value.ToString() ?? ""))], answers.Count > 0 ? [] : [.. definition.Starts.Select(start => (start.ElementId, definition.NameOf(start.ElementId) ?? start.ElementId))],
            state.End switch { null => null, EndKind.Completed => CaseEnd.Completed, EndKind.Terminated => CaseEnd.Terminated, EndKind.UncaughtError => CaseEnd.UncaughtError, _ => CaseEnd.Cancelled }, state.IsStuck, problem);
    }

    private SimulatedChoice Choice(Token token)
    {
        var wait = Waits(token)!.Value;
        var effect = wanted.GetValueOrDefault(token.Id);
        var (name, whom, detail, due) = effect switch
        {
            Effect.OpenTask task => (task.Name, string.Join(", ", new[] { task.Assignee, task.Candidates }.Where(one => one.Length > 0)), "", task.Due),
            Effect.SetTimer timer => ("", "", "", timer.Due),
            Effect.Subscribe waiting => ("", "", waiting.Key.Length > 0 ? $"{waiting.Name} ({waiting.Key})" : waiting.Name, null),
            Effect.StartCall call => ("", "", call.ProcessId, null),
            Effect.RunActivity run => ("", "", run.ActivityKey, null),
            _ => ("", "", token.Name ?? "", (DateTimeOffset?)null),
        };
        IEnumerable<(string, string)> answers = wait switch
        {
            SimulatedWait.Person or SimulatedWait.Machine => definition.OutcomesAt(token.ElementId).Select(outcome => ($"{token.Id}:done:{outcome}", outcome)),
            SimulatedWait.Timer => [($"{token.Id}:timer:", "")],
            SimulatedWait.Message => [($"{token.Id}:message:", "")],
            SimulatedWait.Signal => [($":signal:{token.Name}", "")],
            SimulatedWait.CalledCase => [($"{token.Id}:returned:", "")],
            _ => [($"{token.Id}:continue:", "")],
        };
        return new(token.Id, wait, token.ElementId, name.Length > 0 ? name : definition.NameOf(token.ElementId) ?? token.ElementId, whom, detail, due, [.. answers]);
    }

    private void Note(Effect effect)
    {
        switch (effect)
        {
            case Effect.OpenTask task:
                wanted[task.Token] = effect;
                break;
            case Effect.RunActivity run:
                wanted[run.Token] = effect;
                break;
            case Effect.SetTimer timer:
                wanted[timer.Token] = effect;
                break;
            case Effect.Subscribe waiting:
                wanted[waiting.Token] = effect;
                break;
            case Effect.StartCall call:
                wanted[call.Token] = effect;
                break;
            case Effect.BroadcastSignal signal:
                story.Add(new(clock, definition.NameOf(signal.ElementId) ?? "", null, $"phát tín hiệu “{signal.Name}”"));
                break;
            case Effect.PublishMessage message:
                story.Add(new(clock, definition.NameOf(message.ElementId) ?? "", null, $"gửi thông điệp “{message.Name}”{(message.Key.Length > 0 ? string.Create(CultureInfo.InvariantCulture, $" ({message.Key})") : "")}"));
                break;
            default:
                break;
        }
    }

    private static SimulatedWait? Waits(Token token) => token.Wait switch
    {
        Wait.Task => SimulatedWait.Person,
        Wait.Activity => SimulatedWait.Machine,
        Wait.Timer => SimulatedWait.Timer,
        Wait.Message => SimulatedWait.Message,
        Wait.Signal => SimulatedWait.Signal,
        Wait.Receive => SimulatedWait.Continue,
        Wait.Call => SimulatedWait.CalledCase,
        _ => null,
    };
}

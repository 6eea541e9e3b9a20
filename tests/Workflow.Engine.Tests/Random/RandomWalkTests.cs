using System.Text.Json;
using Xunit;
using Xunit.Abstractions;

namespace Workflow.Engine.Tests.Random;

/// <summary>
/// Random processes and random walks: the state is a function of the journal, a repeated trigger changes nothing, and from every state
/// that is not an end somebody or a timer can move the case. <c>WORKFLOW_SEED</c> repeats a run.
/// </summary>
public sealed class RandomWalkTests(ITestOutputHelper output)
{
    private const int Rounds = 400;
    private static readonly DateTimeOffset T0 = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void After_each_step_the_journal_gives_the_state_and_somebody_can_move_it()
    {
        var seed = Seed.Value;
        output.WriteLine($"WORKFLOW_SEED={seed}");
        var (ended, steps) = (0, 0);
        for (var round = 0; round < Rounds; round++)
        {
            var random = new System.Random(unchecked(seed + round));
            var content = ProcessGenerator.Generate(random);
            var split = content.IndexOf('\n', StringComparison.Ordinal);
            var deployment = BpmnReader.Read(Definitions.Xml(content[split..], content[..split]), Definitions.Words);
            Assert.True(deployment.Definition is not null, $"WORKFLOW_SEED={seed}, round {round}: {string.Join('\n', deployment.Findings)}\n{content}");
            var walk = Walk(deployment.Definition, random, $"WORKFLOW_SEED={seed}, round {round}");
            ended += walk.Ended ? 1 : 0;
            steps += walk.Steps;
        }

        output.WriteLine($"{Rounds} processes, {steps} steps, {ended} ended");
        Assert.True(ended > Rounds / 2, $"WORKFLOW_SEED={seed}: only {ended} of {Rounds} walks came to an end");
    }

    [Fact]
    public void Every_definition_of_ours_walked_at_random_keeps_its_promises()
    {
        var seed = Seed.Value;
        output.WriteLine($"WORKFLOW_SEED={seed}");
        var ended = 0;
        var files = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Processes"), "*.bpmn").Order(StringComparer.Ordinal).ToList();
        Assert.NotEmpty(files);
        for (var round = 0; round < 60; round++)
        {
            var file = files[round % files.Count];
            ended += Walk(ShippedDefinitionTests.Read(Path.GetFileName(file)), new System.Random(unchecked(seed + round)), $"WORKFLOW_SEED={seed}, round {round}, {Path.GetFileName(file)}", onlyNamed: true).Ended ? 1 : 0;
        }

        Assert.True(ended > 20, $"WORKFLOW_SEED={seed}: only {ended} of 60 walks came to an end");
    }

    private static (bool Ended, int Steps) Walk(ProcessDefinition definition, System.Random random, string where, bool onlyNamed = false)
    {
        var at = T0;
        var named = new HashSet<string>(StringComparer.Ordinal);
        var journal = new List<Trigger>();
        var state = InstanceState.Empty;
        Trigger trigger = new Trigger.Started(at, new Dictionary<string, Value> { ["subject"] = "Nghị quyết", ["n"] = random.Next(4), ["list"] = new Value.Items([1, "b", true]), ["again"] = false, ["reviewRemindAt"] = "2026-01-08T17:00:00+07:00", ["reviewClosesAt"] = "2026-01-10T17:00:00+07:00" });
        while (true)
        {
            var result = Interpreter.Step(definition, state, Trigger.FromJson(trigger.ToJson()));
            Assert.True(result.Verdict is StepVerdict.Taken, $"{where}: {trigger} is {result.Verdict}");
            Consistent(state, trigger, result, where);
            journal.Add(trigger);
            state = InstanceState.FromJson(result.State.ToJson());
            Assert.True(Interpreter.Replay(definition, journal).ToJson() == state.ToJson(), $"{where}: replay differs after {trigger}");
            var repeated = Interpreter.Step(definition, state, trigger);
            Assert.True(MayComeAgain(state, trigger) || repeated.Verdict is StepVerdict.Ignored && repeated.Effects.Count == 0 && repeated.State.ToJson() == state.ToJson(), $"{where}: a repeated {trigger} is not ignored");
            if (state.IsEnded || journal.Count > 150)
            {
                return (state.IsEnded, journal.Count);
            }

            Assert.False(state.IsStuck, $"{where}: nobody can move {state.ToJson()}");
            named.UnionWith(result.Effects.OfType<Effect.OpenTask>().Where(open => open.Candidates.Length + open.Assignee.Length > 0).Select(open => open.Token));
            Assert.True(state.Tokens.All(token => token.Wait != Wait.Task || named.Contains(token.Id)), $"{where}: a task is nobody's in {state.ToJson()}");
            Assert.True(!onlyNamed || state.Tokens.Any(token => token.Wait is Wait.Task or Wait.Timer or Wait.Activity), $"{where}: no person, time or machine can move {state.ToJson()}");
            at = at.AddHours(random.Next(3));
            trigger = Choose(definition, state, random, at);
        }
    }

    private static Trigger Choose(ProcessDefinition definition, InstanceState state, System.Random random, DateTimeOffset at)
    {
        var movable = state.Tokens.Where(IsWaiting).ToList();
        var token = movable[random.Next(movable.Count)];
        if (random.Next(400) == 0)
        {
            return new Trigger.Cancelled(at, "không cần nữa");
        }

        var brings = new Dictionary<string, Value> { ["last"] = token.ElementId, ["n"] = random.Next(4), ["again"] = random.Next(3) == 0 };
        switch (token.Wait)
        {
            case Wait.Timer:
                return new Trigger.TimerFired(token.Due > at ? token.Due.Value : at, token.Id);
            case Wait.Message:
                return new Trigger.MessageArrived(at, token.Id, brings);
            case Wait.Signal:
                return new Trigger.SignalArrived(at, token.Name!);
            case Wait.Receive:
                return new Trigger.Continued(at, token.Id, brings);
            case Wait.Call:
                return random.Next(4) switch
                {
                    0 => new Trigger.WorkFailed(at, token.Id, "bad"),
                    1 when token.Locals is null => new Trigger.CallEscalated(at, token.Id, "late"),
                    _ => new Trigger.CallReturned(at, token.Id, brings),
                };
        }

        var outcomes = definition[token.ElementId].Answers;
        return token.Wait == Wait.Activity && definition.AttachedTo(token.ElementId).Any() && random.Next(3) == 0
            ? new Trigger.WorkFailed(at, token.Id, "no-key")
            : new Trigger.WorkCompleted(at, token.Id, outcomes[random.Next(outcomes.Count)], brings);
    }

    // What the effects say and what the state says are the same: exactly the waiting tokens have open work and set timers.
    private static void Consistent(InstanceState before, Trigger trigger, StepResult result, string where)
    {
        // A timer that has fired is none any more; a cycle asks for it again.
        var open = Waiting(before).Where(token => token != (trigger as Trigger.TimerFired)?.Token).ToHashSet(StringComparer.Ordinal);
        foreach (var effect in result.Effects)
        {
            Assert.True(effect switch
            {
                Effect.OpenTask task => open.Add(task.Token),
                Effect.RunActivity activity => open.Add(activity.Token),
                Effect.SetTimer timer => open.Add(timer.Token),
                Effect.CloseWork work => open.Remove(work.Token),
                Effect.CloseTimer timer => open.Remove(timer.Token),
                Effect.Subscribe subscribe => open.Add(subscribe.Token),
                Effect.Unsubscribe unsubscribe => open.Remove(unsubscribe.Token),
                Effect.StartCall call => open.Add(call.Token),
                Effect.CancelCall call => open.Remove(call.Token),
                Effect.BroadcastSignal or Effect.PublishMessage or Effect.Escalate => true,
                _ => result.State.IsEnded && result.State.Tokens.Count == 0,
            }, $"{where}: {effect} does not fit {JsonSerializer.Serialize(open)}");
        }

        // The one token that the trigger itself answered is gone without an effect.
        open.ExceptWith(Waiting(result.State));
        Assert.True(open.Count <= 1, $"{where}: left open {string.Join(' ', open)}");
        Assert.Equal(result.State.Tokens.Count, result.State.Tokens.Select(token => token.Id).Distinct().Count());
    }

    private static IEnumerable<string> Waiting(InstanceState state) =>
        state.Tokens.Where(token => IsWaiting(token) && token.Wait != Wait.Receive).Select(token => token.Id);

    // What does not interrupt may come as often as it likes: a message, a signal, an escalation.
    private static bool MayComeAgain(InstanceState state, Trigger trigger) => trigger switch
    {
        Trigger.SignalArrived signal => state.Tokens.Any(token => token.Wait == Wait.Signal && token.Name == signal.Name),
        Trigger.MessageArrived message => state.Tokens.Any(token => token.Id == message.Token),
        Trigger.CallEscalated escalated => state.Tokens.Any(token => token.Id == escalated.Token),
        _ => false,
    };

    private static bool IsWaiting(Token token) => token.Wait is Wait.Task or Wait.Activity or Wait.Timer or Wait.Message or Wait.Signal or Wait.Receive or Wait.Call;
}

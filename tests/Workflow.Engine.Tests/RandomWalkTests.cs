using Xunit;
using static Workflow.Engine.Tests.Definitions;

namespace Workflow.Engine.Tests;

/// <summary>Random processes and random walks: the state is a function of the journal, and a case always waits for somebody or has ended.</summary>
public sealed class RandomWalkTests
{
    [Fact]
    public void The_state_after_each_step_is_what_the_journal_gives()
    {
        var seed = Environment.GetEnvironmentVariable("WORKFLOW_SEED") is { } given ? int.Parse(given, System.Globalization.CultureInfo.InvariantCulture) : Environment.TickCount;
        for (var round = 0; round < 300; round++)
        {
            var random = new Random(unchecked(seed + round));
            var definition = Read(Generate(random));
            Walk(definition, random, $"seed {seed}, round {round}");
        }
    }

    private static void Walk(ProcessDefinition definition, Random random, string where)
    {
        var at = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var journal = new List<Trigger> { new Trigger.Started(at) };
        var state = Interpreter.Start(definition, (Trigger.Started)journal[0]).State;
        for (var step = 0; step < 60 && !state.IsEnded; step++)
        {
            at = at.AddHours(1);
            var movable = state.Tokens.Where(token => token.Wait is Wait.Task or Wait.Activity or Wait.Timer).ToList();
            Assert.True(movable.Count > 0, $"{where}: nobody can move the case: {state.ToJson()}");
            var token = movable[random.Next(movable.Count)];
            Trigger trigger = token.Wait == Wait.Timer ? new Trigger.TimerFired(at, token.Id) : new Trigger.WorkCompleted(at, token.Id, definition[token.ElementId].Outcomes!.ElementAt(random.Next(definition[token.ElementId].Outcomes!.Count)));
            var result = Interpreter.Step(definition, state, Trigger.FromJson(trigger.ToJson()));
            Assert.True(result.Verdict is StepVerdict.Taken, where);
            journal.Add(trigger);
            state = InstanceState.FromJson(result.State.ToJson());
            Assert.True(Interpreter.Replay(definition, journal).ToJson() == state.ToJson(), where);
        }
    }

    // Blocks that fit into each other: a task, a choice, a fork, a loop, a subprocess, a timer.
    private static string Generate(Random random)
    {
        var next = 0;
        var xml = new System.Text.StringBuilder();
        (string First, string Last) Block(int depth)
        {
            var id = $"n{++next}";
            switch (depth <= 0 ? 0 : random.Next(6))
            {
                case 1:
                    xml.Append(User(id, "work")).Append($"<bpmn:exclusiveGateway id=\"{id}x\"/><bpmn:exclusiveGateway id=\"{id}j\"/>");
                    var (yes, yesEnd) = Block(depth - 1);
                    var (no, noEnd) = Block(depth - 1);
                    xml.Append(Flow(id + "a", id, id + "x")).Append(Flow(id + "b", id + "x", yes, "yes")).Append(Flow(id + "c", id + "x", no, "no")).Append(Flow(id + "d", yesEnd, id + "j")).Append(Flow(id + "e", noEnd, id + "j"));
                    return (id, id + "j");
                case 2:
                    xml.Append($"<bpmn:parallelGateway id=\"{id}\"/><bpmn:parallelGateway id=\"{id}j\"/>");
                    var (left, leftEnd) = Block(depth - 1);
                    var (right, rightEnd) = Block(depth - 1);
                    xml.Append(Flow(id + "a", id, left)).Append(Flow(id + "b", id, right)).Append(Flow(id + "c", leftEnd, id + "j")).Append(Flow(id + "d", rightEnd, id + "j"));
                    return (id, id + "j");
                case 3:
                    xml.Append($"<bpmn:exclusiveGateway id=\"{id}\"/>").Append(User(id + "w", "work")).Append($"<bpmn:exclusiveGateway id=\"{id}x\"/><bpmn:exclusiveGateway id=\"{id}j\"/>");
                    xml.Append(Flow(id + "a", id, id + "w")).Append(Flow(id + "b", id + "w", id + "x")).Append(Flow(id + "c", id + "x", id, "no")).Append(Flow(id + "d", id + "x", id + "j", "yes"));
                    return (id, id + "j");
                case 4:
                    xml.Append(User(id)).Append($"<bpmn:boundaryEvent id=\"{id}t\" attachedToRef=\"{id}\" cancelActivity=\"false\"><bpmn:timerEventDefinition><bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>").Append(End(id + "z")).Append(User(id + "r"));
                    xml.Append(Flow(id + "a", id + "t", id + "r")).Append(Flow(id + "b", id + "r", id + "z"));
                    return (id, id);
                default:
                    return Simple(id);
            }
        }

        (string, string) Simple(string id)
        {
            xml.Append(random.Next(2) == 0 ? User(id + "u") : Service(id + "u"));
            return (id + "u", id + "u");
        }

        var (first, last) = Block(3);
        return Start() + xml + End() + Flow("begin", "s", first) + Flow("finish", last, "e");
    }
}

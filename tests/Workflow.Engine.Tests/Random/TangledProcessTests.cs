using System.Text;
using Xunit;
using static Workflow.Engine.Tests.Definitions;

namespace Workflow.Engine.Tests.Random;

/// <summary>
/// Drawings without any order: flows from anywhere to anywhere. Most are refused; what the reader lets pass must run without an
/// exception, keep the promises of a running case, and where nobody can move it any more say so.
/// </summary>
public sealed class TangledProcessTests
{
    private static readonly DateTimeOffset At = new(2026, 1, 5, 1, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Whatever_is_accepted_runs_without_an_exception()
    {
        var seed = Seed.Value;
        var accepted = 0;
        for (var round = 0; round < 8_000; round++)
        {
            var random = new System.Random(unchecked(seed + round));
            var xml = Xml(Draw(random));
            if (BpmnReader.Read(xml, Words).Definition is { } definition)
            {
                accepted++;
                Walk(definition, random, $"seed {seed}, round {round}: {xml}");
            }
        }

        // Enough pass the reader to make the walk worth its name.
        Assert.True(accepted > 200, $"seed {seed}: only {accepted}");
    }

    private static void Walk(ProcessDefinition definition, System.Random random, string where)
    {
        var running = new RunningCase(definition, where);
        try
        {
            running.Apply(new Trigger.Started(At));
            for (var step = 0; step < 25 && running.State is { IsEnded: false, Tokens.Count: < 40 }; step++)
            {
                Assert.Equal(running.Movable.Count == 0, running.State.IsStuck);
                if (running.State.IsStuck)
                {
                    return;
                }

                var token = running.Movable[random.Next(running.Movable.Count)];
                var outcomes = definition[token.ElementId].Outcomes;
                var result = running.Apply(token.Wait == Wait.Timer ? new Trigger.TimerFired(At, token.Id) : new Trigger.WorkCompleted(At, token.Id, outcomes![random.Next(outcomes.Count)]));
                Assert.True(result.Verdict is StepVerdict.Taken, where);
            }
        }
        catch (EndlessLoopException)
        {
            // A clear error, not a hang.
        }
        catch (InvalidOperationException error)
        {
            Assert.Fail($"{where}\n{error}");
        }
    }

    private static string Draw(System.Random random)
    {
        var nodes = random.Next(3, 8);
        var xml = new StringBuilder(Start() + End());
        var flows = 0;
        void Join(string from, string to, string? outcome = null) => xml.Append(Flow($"f{flows++}", from, to, outcome));
        Join("s", "n0");
        for (var at = 0; at < nodes; at++)
        {
            var id = $"n{at}";
            string Somewhere() => random.Next(3) > 0 && at + 1 < nodes ? $"n{at + 1}" : random.Next(4) == 0 ? "e" : $"n{random.Next(nodes)}";
            var (kind, shape) = (random.Next(7), random.Next(3));
            var fallback = shape == 1 && kind < 4 ? $" default=\"f{flows}\"" : "";
            xml.Append(kind switch
            {
                0 or 1 => $"<bpmn:userTask id=\"{id}\" wf:task=\"work\" wf:candidates=\"units\"{fallback}/>",
                2 or 3 => $"<bpmn:exclusiveGateway id=\"{id}\"{fallback}/>",
                4 => $"<bpmn:parallelGateway id=\"{id}\"/>",
                5 => $"<bpmn:intermediateCatchEvent id=\"{id}\">{Timer}</bpmn:intermediateCatchEvent>",
                _ => User(id) + $"<bpmn:boundaryEvent id=\"{id}b\" attachedToRef=\"{id}\" cancelActivity=\"{(shape == 0 ? "true" : "false")}\">{Timer}</bpmn:boundaryEvent>",
            });
            Join(id, Somewhere(), kind < 4 && shape == 0 ? "yes" : null);
            if ((kind < 4 && shape < 2) || (kind == 4 && shape > 0))
            {
                Join(id, Somewhere(), kind < 4 ? "no" : null);
            }

            if (kind == 6)
            {
                Join(id + "b", Somewhere());
            }
        }

        return xml.ToString();
    }

    private const string Timer = "<bpmn:timerEventDefinition><bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition>";
}

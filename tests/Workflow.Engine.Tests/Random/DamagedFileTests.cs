using System.Xml.Linq;
using Xunit;

namespace Workflow.Engine.Tests.Random;

/// <summary>
/// Files with something missing, moved, doubled or exchanged. The reader answers findings and never throws; what it still accepts
/// starts, or says in words why it cannot. <c>WORKFLOW_SEED</c> repeats a run.
/// </summary>
public sealed class DamagedFileTests
{
    private static readonly DateTimeOffset T0 = new(2026, 1, 5, 1, 0, 0, TimeSpan.Zero);
    private static readonly Vocabulary Free = Definitions.Words with { PlainTasks = true };

    [Fact]
    public void A_damaged_file_is_refused_or_runs()
    {
        var seed = Seed.Value;
        var models = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Conformance"), "model.bpmn", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllText).ToList();
        var accepted = 0;
        for (var round = 0; round < 4_000; round++)
        {
            var random = new System.Random(unchecked(seed + round));
            var document = XDocument.Parse(models[random.Next(models.Count)]);
            for (var harm = random.Next(1, 4); harm > 0; harm--)
            {
                Damage(document, random);
            }

            var xml = document.ToString();
            try
            {
                foreach (var definition in BpmnReader.Read(xml, Free).Definitions)
                {
                    accepted++;
                    Walk(definition, random);
                }
            }
            catch (ExecutionException)
            {
                // Said in words.
            }
            catch (Exception error)
            {
                Assert.Fail($"WORKFLOW_SEED={seed}, round {round}: {error}\n{xml}");
            }
        }

        Assert.True(accepted > 200, $"WORKFLOW_SEED={seed}: only {accepted} were accepted");
    }

    private static void Walk(ProcessDefinition definition, System.Random random)
    {
        var variables = new Dictionary<string, Value> { ["n"] = 1, ["x"] = 2, ["a"] = 1, ["b"] = 2, ["who"] = new Value.Items(["p", "q"]), ["again"] = false };
        var state = Interpreter.Start(definition, new Trigger.Started(T0, variables) { StartEvent = definition.Starts[random.Next(definition.Starts.Count)].ElementId }).State;
        for (var step = 0; step < 8 && !state.IsEnded && !state.IsStuck; step++)
        {
            var token = state.Tokens.Where(one => one.Wait is not (Wait.Join or Wait.Inclusive or Wait.Scope or Wait.Body or Wait.Choice)).ElementAt(random.Next(state.Tokens.Count(one => one.Wait is not (Wait.Join or Wait.Inclusive or Wait.Scope or Wait.Body or Wait.Choice))));
            state = InstanceState.FromJson(Interpreter.Step(definition, state, token.Wait switch
            {
                Wait.Timer => new Trigger.TimerFired(T0.AddDays(30), token.Id),
                Wait.Message => new Trigger.MessageArrived(T0, token.Id),
                Wait.Signal => new Trigger.SignalArrived(T0, token.Name!),
                Wait.Receive => new Trigger.Continued(T0, token.Id),
                Wait.Call => new Trigger.CallReturned(T0, token.Id),
                _ => new Trigger.WorkCompleted(T0, token.Id, definition[token.ElementId].Answers[0]),
            }).State.ToJson());
        }
    }

    private static void Damage(XDocument document, System.Random random)
    {
        var nodes = document.Root!.Descendants().ToList();
        var attributes = nodes.SelectMany(one => one.Attributes()).Where(one => !one.IsNamespaceDeclaration).ToList();

        // Earlier harm may have left nothing to harm.
        if (attributes.Count == 0)
        {
            return;
        }

        var (node, other) = (nodes[random.Next(nodes.Count)], nodes[random.Next(nodes.Count)]);
        var attribute = attributes[random.Next(attributes.Count)];
        switch (random.Next(9))
        {
            case 0:
                node.Remove();
                break;
            case 1:
                attribute.Remove();
                break;
            case 2:
                attribute.Value = attributes[random.Next(attributes.Count)].Value;
                break;
            case 3:
                attribute.Value = new[] { "", " ", "${", "${x}", "${n}", "true", "-1", "x:y", "𝕏", new string('a', 3_000) }[random.Next(10)];
                break;
            case 4:
                node.Name = other.Name;
                break;
            case 5 when !node.DescendantsAndSelf().Contains(other) && node != other:
                other.Add(new XElement(node));
                break;
            case 6 when !other.HasElements:
                other.Value = new[] { "", "${", "${missing}", "PT1H", "R/PT1H", "[]", "9".PadLeft(40, '9') }[random.Next(7)];
                break;
            case 7:
                node.SetAttributeValue(attribute.Name, attribute.Value);
                break;
            case 8:
                node.AddAfterSelf(new XElement(other.Name, other.Attributes()));
                break;
        }
    }
}

using System.Xml.Linq;

namespace Workflow.Engine.Reading;

/// <summary>
/// What a file says twice must agree, or nobody knows which is meant: ids are unique, a node names the flows that end at it, a gateway
/// branches the way it says, a message flow ends at something.
/// </summary>
internal sealed class DrawingCheck(XElement definitions)
{
    private static readonly XNamespace Bpmn = BpmnReader.Bpmn;

    private static readonly string[] Referred = ["message", "signal", "error", "escalation"];

    private readonly List<XElement> nodes = [.. definitions.Descendants().Where(node => node.Name.Namespace == Bpmn && node.Attribute("id") is not null)];

    public IEnumerable<Finding> Run()
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in nodes.Where(node => !ids.Add((string)node.Attribute("id")!)))
        {
            yield return Found("bpmn.duplicate-id", node, $"Mã “{(string)node.Attribute("id")!}” bị dùng hai lần.");
        }

        foreach (var nameless in definitions.Elements().Where(node => node.Name.Namespace == Bpmn && Referred.Contains(node.Name.LocalName) && node.Attribute("id") is null))
        {
            yield return Found("bpmn.missing-id", nameless, $"Phần tử “{nameless.Name.LocalName}” không có mã (id) nên không thể nhắc tới.");
        }

        var signals = definitions.Elements(Bpmn + "signal").Where(signal => !string.IsNullOrWhiteSpace((string?)signal.Attribute("name")));
        foreach (var twin in signals.GroupBy(signal => (string)signal.Attribute("name")!, StringComparer.Ordinal).SelectMany(group => group.Skip(1)))
        {
            yield return Found("bpmn.duplicate-name", twin, $"Tín hiệu “{(string?)twin.Attribute("name")}” được khai hai lần.");
        }

        foreach (var message in definitions.Descendants(Bpmn + "messageFlow").Where(flow => !ids.Contains(End(flow, "sourceRef")) || !ids.Contains(End(flow, "targetRef"))))
        {
            yield return Found("bpmn.dangling-flow", message, $"Luồng thông điệp “{(string?)message.Attribute("id")}” trỏ tới phần tử không có.");
        }

        foreach (var finding in Flows())
        {
            yield return finding;
        }
    }

    private IEnumerable<Finding> Flows()
    {
        var flows = definitions.Descendants(Bpmn + "sequenceFlow").ToList();
        var byId = flows.Where(flow => flow.Attribute("id") is not null).ToLookup(flow => (string)flow.Attribute("id")!, StringComparer.Ordinal);
        var (outgoing, incoming) = (flows.ToLookup(flow => End(flow, "sourceRef"), StringComparer.Ordinal), flows.ToLookup(flow => End(flow, "targetRef"), StringComparer.Ordinal));
        foreach (var node in nodes)
        {
            var id = (string)node.Attribute("id")!;
            foreach (var said in node.Elements().Where(child => child.Name == Bpmn + "incoming" || child.Name == Bpmn + "outgoing"))
            {
                var end = said.Name.LocalName == "incoming" ? "targetRef" : "sourceRef";
                var flow = Declarations.Local(said.Value);
                if (byId[flow].FirstOrDefault() is { } drawn && End(drawn, end) is { Length: > 0 } other && other != id)
                {
                    yield return Found("bpmn.dangling-reference", node, $"“{id}” ghi “{flow}” là {(end == "targetRef" ? "đường vào" : "đường ra")} của mình, nhưng đường đó nối với “{other}”.");
                }
            }

            var (ways, comes) = (outgoing[id].Count(), incoming[id].Count());
            if ((string?)node.Attribute("gatewayDirection") is { } direction && direction switch { "Converging" => ways > 1, "Diverging" => comes > 1, "Mixed" => ways < 2 || comes < 2, _ => false })
            {
                yield return Found("bpmn.gateway-direction", node, $"“{id}” khai gatewayDirection=\"{direction}\" nhưng có {comes} đường vào và {ways} đường ra.");
            }
        }
    }

    private static string End(XElement flow, string name) => Declarations.Local((string?)flow.Attribute(name) ?? "");

    private static Finding Found(string code, XElement node, string message) => new(code, (string?)node.Attribute("id") ?? node.Name.LocalName, ProcessContent.Line(node), message);
}

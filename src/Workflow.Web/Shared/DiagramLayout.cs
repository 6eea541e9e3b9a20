using System.Globalization;
using System.Xml.Linq;

namespace Workflow.Web.Shared;

/// <summary>Gives a file that says nothing of where its elements stand a plain drawing: from left to right by distance from the start.</summary>
internal static class DiagramLayout
{
    // Beyond this nobody reads the drawing.
    private const int MostFlows = 3_000;
    private const double Column = 150;
    private const double Row = 110;
    private static readonly string[] NotDrawn = ["sequenceFlow", "laneSet", "documentation", "extensionElements", "dataObject", "ioSpecification", "property", "association"];

    /// <summary>Adds diagram data when the file has none; otherwise leaves it as it is.</summary>
    public static void Complete(XElement root)
    {
        if (root.Descendants(BpmnNames.Di + "BPMNShape").Any())
        {
            return;
        }

        root.Elements(BpmnNames.Di + "BPMNDiagram").Remove();
        if (root.Descendants(BpmnNames.Bpmn + "sequenceFlow").Count() > MostFlows)
        {
            return;
        }

        var scopes = root.Descendants(BpmnNames.Bpmn + "subProcess").Select(one => (string?)one.Attribute("id")).ToHashSet();
        foreach (var process in root.Elements(BpmnNames.Bpmn + "process").Where(process => process.Attribute("id") is not null))
        {
            var plane = new XElement(BpmnNames.Di + "BPMNPlane", new XAttribute("id", $"plane-{(string)process.Attribute("id")!}"), new XAttribute("bpmnElement", (string)process.Attribute("id")!));
            var boxes = new Dictionary<string, Box>(StringComparer.Ordinal);
            Place(process, 60, 60, boxes);
            foreach (var (id, box) in boxes)
            {
                plane.Add(new XElement(BpmnNames.Di + "BPMNShape", new XAttribute("id", id + "_di"), new XAttribute("bpmnElement", id), scopes.Contains(id) ? new XAttribute("isExpanded", "true") : null, Bounds(box)));
            }

            foreach (var flow in process.Descendants(BpmnNames.Bpmn + "sequenceFlow").Where(flow => flow.Attribute("id") is not null))
            {
                if (boxes.TryGetValue((string?)flow.Attribute("sourceRef") ?? "", out var from) && boxes.TryGetValue((string?)flow.Attribute("targetRef") ?? "", out var to))
                {
                    plane.Add(new XElement(BpmnNames.Di + "BPMNEdge", new XAttribute("id", (string)flow.Attribute("id")! + "_di"), new XAttribute("bpmnElement", (string)flow.Attribute("id")!), Way(from, to)));
                }
            }

            root.Add(new XElement(BpmnNames.Di + "BPMNDiagram", new XAttribute("id", $"diagram-{(string)process.Attribute("id")!}"), plane));
        }
    }

    // Answers how much room the scope took.
    private static (double Width, double Height) Place(XElement scope, double left, double top, Dictionary<string, Box> boxes)
    {
        var nodes = scope.Elements().Where(one => one.Name.Namespace == BpmnNames.Bpmn && one.Attribute("id") is not null && !NotDrawn.Contains(one.Name.LocalName) && !one.Name.LocalName.EndsWith("LoopCharacteristics", StringComparison.Ordinal)).DistinctBy(one => (string)one.Attribute("id")!).ToList();
        var borders = nodes.Where(node => node.Name.LocalName == "boundaryEvent").ToList();
        var columns = Columns(scope, [.. nodes.Except(borders)]);
        var (x, bottom) = (left, top);
        foreach (var column in columns)
        {
            var (y, widest) = (top, Column);
            foreach (var node in column)
            {
                var id = (string)node.Attribute("id")!;
                var (width, height) = Size(node);
                if (node.Name.LocalName == "subProcess")
                {
                    (width, height) = Place(node, x + 20, y + 30, boxes);
                    (width, height) = (width + 20, height + 40);
                    widest = Math.Max(widest, width + 60);
                }

                // A small event stands at the height of the middle of the tasks beside it.
                boxes[id] = new(x + (width < 100 ? (100 - width) / 2 : 0), y + (height < 80 ? (80 - height) / 2 : 0), width, height);
                y += Math.Max(Row, height + 40);
            }

            (x, bottom) = (x + widest, Math.Max(bottom, y));
        }

        foreach (var group in borders.GroupBy(border => (string?)border.Attribute("attachedToRef") ?? ""))
        {
            var at = 0;
            foreach (var border in group)
            {
                boxes[(string)border.Attribute("id")!] = boxes.TryGetValue(group.Key, out var host) ? new(host.X + 12 + (at++ * 42), host.Y + host.Height - 18, 36, 36) : new(left, bottom, 36, 36);
            }
        }

        return (x - left, bottom - top);
    }

    private static List<List<XElement>> Columns(XElement scope, List<XElement> nodes)
    {
        var next = scope.Elements(BpmnNames.Bpmn + "sequenceFlow").ToLookup(flow => (string?)flow.Attribute("sourceRef") ?? "", flow => (string?)flow.Attribute("targetRef") ?? "");
        var hosts = scope.Elements(BpmnNames.Bpmn + "boundaryEvent").ToLookup(border => (string?)border.Attribute("attachedToRef") ?? "", border => (string?)border.Attribute("id") ?? "");
        var aims = next.SelectMany(group => group).ToHashSet();
        var (known, columns) = (nodes.ToDictionary(node => (string)node.Attribute("id")!, StringComparer.Ordinal), new List<List<XElement>>());
        var column = nodes.Where(node => !aims.Contains((string)node.Attribute("id")!)).DefaultIfEmpty(nodes.FirstOrDefault()).OfType<XElement>().ToList();
        while (known.Count > 0 && columns.Count < 2_000)
        {
            column = column.Count > 0 ? column : [known.Values.First()];
            columns.Add(column);
            column.ForEach(node => known.Remove((string)node.Attribute("id")!));
            column = [.. column.Select(node => (string)node.Attribute("id")!).SelectMany(id => next[id].Concat(hosts[id].SelectMany(border => next[border]))).Distinct().Where(known.ContainsKey).Select(id => known[id])];
        }

        return columns;
    }

    private static (double Width, double Height) Size(XElement node) => node.Name.LocalName switch
    {
        var name when name.EndsWith("Event", StringComparison.Ordinal) => (36, 36),
        var name when name.EndsWith("Gateway", StringComparison.Ordinal) => (50, 50),
        _ => (100, 80),
    };

    private static XElement Bounds(Box box) => new(BpmnNames.Dc + "Bounds", Number("x", box.X), Number("y", box.Y), Number("width", box.Width), Number("height", box.Height));

    private static XAttribute Number(string name, double value) => new(name, value.ToString(CultureInfo.InvariantCulture));

    private static IEnumerable<XElement> Way(Box from, Box to)
    {
        var (x1, y1, x2, y2) = (from.X + from.Width, from.Y + (from.Height / 2), to.X, to.Y + (to.Height / 2));
        (double X, double Y)[] points = x2 <= x1 ? [(from.X + (from.Width / 2), from.Y + from.Height), (from.X + (from.Width / 2), Math.Max(from.Y + from.Height, to.Y + to.Height) + 20), (to.X + (to.Width / 2), Math.Max(from.Y + from.Height, to.Y + to.Height) + 20), (to.X + (to.Width / 2), to.Y + to.Height)]
            : y1 == y2 ? [(x1, y1), (x2, y2)] : [(x1, y1), ((x1 + x2) / 2, y1), ((x1 + x2) / 2, y2), (x2, y2)];
        return points.Select(point => new XElement(BpmnNames.Waypoint + "waypoint", Number("x", point.X), Number("y", point.Y)));
    }
}

using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Xml.Linq;
using Microsoft.AspNetCore.Html;

namespace Workflow.Web.Shared;

/// <summary>Draws a definition from its own diagram data as SVG: nothing to load, nothing to run, and it prints. The present place is marked.</summary>
public static class ProcessDiagram
{
    /// <summary>Where a link finds the present place in the drawing.</summary>
    public const string NowId = "buoc-hien-tai";

    private static readonly XNamespace Bpmn = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static readonly XNamespace Di = "http://www.omg.org/spec/BPMN/20100524/DI";
    private static readonly XNamespace Dc = "http://www.omg.org/spec/DD/20100524/DC";
    private static readonly XNamespace Edge = "http://www.omg.org/spec/DD/20100524/DI";

    /// <summary>The diagram.</summary>
    /// <param name="xml">The definition.</param>
    /// <param name="present">Elements where the case stands.</param>
    /// <param name="passed">Elements that the case has been through.</param>
    public static IHtmlContent Svg(string xml, IReadOnlyCollection<string> present, IReadOnlyCollection<string> passed)
    {
        var root = XDocument.Parse(xml).Root!;
        var elements = root.Descendants(Bpmn + "process").Elements().Where(one => one.Attribute("id") is not null).ToDictionary(one => (string)one.Attribute("id")!);
        var shapes = root.Descendants(Di + "BPMNShape").ToList();
        var right = shapes.Max(shape => Number(shape.Element(Dc + "Bounds")!, "x") + Number(shape.Element(Dc + "Bounds")!, "width")) + 60;
        var top = root.Descendants(Edge + "waypoint").Select(point => Number(point, "y")).Concat(shapes.Select(shape => Number(shape.Element(Dc + "Bounds")!, "y"))).Min() - 40;
        var bottom = root.Descendants(Edge + "waypoint").Select(point => Number(point, "y")).Concat(shapes.Select(shape => Number(shape.Element(Dc + "Bounds")!, "y") + Number(shape.Element(Dc + "Bounds")!, "height"))).Max() + 50;
        var names = string.Join(", ", present.Select(id => elements.TryGetValue(id, out var one) ? (string?)one.Attribute("name") : id));
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg class=\"diagram\" role=\"img\" aria-label=\"{Text("Sơ đồ quy trình. Đang ở: " + (names.Length == 0 ? "đã kết thúc" : names))}\" viewBox=\"40 {top} {right - 40} {bottom - top}\" width=\"{right - 40}\" height=\"{bottom - top}\">");
        svg.Append("<defs><marker id=\"arrow\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\" markerWidth=\"8\" markerHeight=\"8\" orient=\"auto\"><path d=\"M0,0 L10,5 L0,10 z\"/></marker></defs>");
        foreach (var edge in root.Descendants(Di + "BPMNEdge"))
        {
            var points = edge.Elements(Edge + "waypoint").Select(point => string.Create(CultureInfo.InvariantCulture, $"{Number(point, "x")},{Number(point, "y")}")).ToList();
            svg.Append("<polyline class=\"flow\" marker-end=\"url(#arrow)\" points=\"").AppendJoin(' ', points).Append("\"/>");
            if (elements.GetValueOrDefault((string)edge.Attribute("bpmnElement")!)?.Attribute("name")?.Value is { Length: > 0 } name && edge.Descendants(Dc + "Bounds").FirstOrDefault() is { } label)
            {
                Words(svg, name, Number(label, "x") + (Number(label, "width") / 2), Number(label, "y") + 12, 16, "label");
            }
        }

        foreach (var shape in shapes)
        {
            var id = (string)shape.Attribute("bpmnElement")!;
            if (elements.TryGetValue(id, out var element))
            {
                svg.Append(id == present.FirstOrDefault() ? $"<g id=\"{NowId}\">" : "<g>");
                Shape(svg, element, shape, present.Contains(id) ? " now" : passed.Contains(id) ? " done" : "");
                svg.Append("</g>");
            }
        }

        return new HtmlString(svg.Append("</svg>").ToString());
    }

    private static void Shape(StringBuilder svg, XElement element, XElement shape, string state)
    {
        var bounds = shape.Element(Dc + "Bounds")!;
        var label = shape.Descendants(Dc + "Bounds").Skip(1).FirstOrDefault();
        double x = Number(bounds, "x"), y = Number(bounds, "y"), width = Number(bounds, "width"), height = Number(bounds, "height");
        var name = (string?)element.Attribute("name") ?? "";
        switch (element.Name.LocalName)
        {
            case "userTask" or "serviceTask":
                svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"task{(element.Name.LocalName == "serviceTask" ? " machine" : "")}{state}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"8\"/>");
                Words(svg, name, x + (width / 2), y + (height / 2), 14, "name" + state);
                break;
            case "exclusiveGateway" or "parallelGateway":
                svg.Append(CultureInfo.InvariantCulture, $"<path class=\"gateway{state}\" d=\"M{x + (width / 2)},{y} L{x + width},{y + (height / 2)} L{x + (width / 2)},{y + height} L{x},{y + (height / 2)} z\"/>");
                Words(svg, element.Name.LocalName == "parallelGateway" ? "+" : "×", x + (width / 2), y + (height / 2), 5, "mark");
                Words(svg, name, x + (width / 2), y + height + 14, 14, "label");
                break;
            default:
                svg.Append(CultureInfo.InvariantCulture, $"<circle class=\"event{(element.Name.LocalName == "endEvent" ? " end" : "")}{state}\" cx=\"{x + (width / 2)}\" cy=\"{y + (height / 2)}\" r=\"{width / 2}\"/>");
                if (element.Descendants(Bpmn + "timerEventDefinition").Any())
                {
                    svg.Append(CultureInfo.InvariantCulture, $"<path class=\"hand\" d=\"M{x + (width / 2)},{y + 7} V{y + (height / 2)} H{x + width - 8}\"/>");
                }

                Words(svg, element.Descendants(Bpmn + "errorEventDefinition").Any() ? "!" : "", x + (width / 2), y + (height / 2), 5, "mark");
                Words(svg, name, label is null ? x + (width / 2) : Number(label, "x") + 45, label is null ? y + height + 14 : Number(label, "y") + 12, 16, "label");
                break;
        }
    }

    private static void Words(StringBuilder svg, string text, double x, double y, int longest, string style)
    {
        var lines = new List<string> { "" };
        foreach (var word in text.Split(' '))
        {
            if (lines[^1].Length > 0 && lines[^1].Length + word.Length >= longest)
            {
                lines.Add(word);
            }
            else
            {
                lines[^1] = (lines[^1] + " " + word).Trim();
            }
        }

        var start = style.StartsWith("name", StringComparison.Ordinal) || style == "mark" ? y - ((lines.Count - 1) * 8) + 5 : y;
        for (var i = 0; i < lines.Count && text.Length > 0; i++)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<text class=\"{style}\" x=\"{x}\" y=\"{start + (i * 16)}\">{Text(lines[i])}</text>");
        }
    }

    private static string Text(string text) => HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All).Encode(text);

    private static double Number(XElement element, string name) => double.Parse((string)element.Attribute(name)!, CultureInfo.InvariantCulture);
}

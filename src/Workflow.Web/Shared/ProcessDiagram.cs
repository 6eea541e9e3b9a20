using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Xml.Linq;
using Microsoft.AspNetCore.Html;

namespace Workflow.Web.Shared;

/// <summary>
/// Draws a definition from its own diagram data as SVG: nothing to load, nothing to run, and it prints. A file without diagram data is laid out
/// first. Files come from strangers too: what cannot be drawn is left out, never an error.
/// </summary>
public static class ProcessDiagram
{
    /// <summary>Where a link finds the present place in the drawing.</summary>
    public const string NowId = "buoc-hien-tai";

    // Beyond this nobody reads a drawing, and the page would weigh megabytes.
    private const int MostShapes = 1_500;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All);

    /// <summary>The diagram.</summary>
    /// <param name="xml">The definition; it has been read by the engine before.</param>
    /// <param name="present">Elements where the case stands.</param>
    /// <param name="passed">Elements that the case has been through.</param>
    public static IHtmlContent Svg(string xml, IReadOnlyCollection<string> present, IReadOnlyCollection<string> passed) => Svg(xml, present, passed, []);

    /// <summary>The diagram, with signs at elements.</summary>
    public static IHtmlContent Svg(string xml, IReadOnlyCollection<string> present, IReadOnlyCollection<string> passed, IReadOnlyCollection<DiagramMark> marks)
    {
        var root = Root(xml);
        DiagramLayout.Complete(root);
        var elements = Elements(root);
        var shapes = root.Descendants(BpmnNames.Di + "BPMNShape").Select(shape => (Shape: shape, Box: Box.Of(shape.Element(BpmnNames.Dc + "Bounds")))).Where(one => one.Box is not null).Select(one => (one.Shape, Box: one.Box!)).ToList();
        if (shapes.Count is 0 or > MostShapes)
        {
            return new HtmlString(shapes.Count == 0 ? "<p>Tệp này không có gì để vẽ.</p>" : $"<p>Quy trình có {shapes.Count} hình, quá lớn để vẽ ở đây. Đồng chí tải tệp và mở bằng phần mềm vẽ quy trình.</p>");
        }

        var edges = root.Descendants(BpmnNames.Di + "BPMNEdge").Select(edge => (Edge: edge, Points: edge.Elements(BpmnNames.Waypoint + "waypoint").Select(Box.Point).ToList())).ToList();
        var points = edges.SelectMany(edge => edge.Points).ToList();
        var left = Math.Min(shapes.Min(one => one.Box.X), points.Select(point => point.X).DefaultIfEmpty(double.MaxValue).Min()) - 40;
        var top = Math.Min(shapes.Min(one => one.Box.Y), points.Select(point => point.Y).DefaultIfEmpty(double.MaxValue).Min()) - 40;
        var right = Math.Max(shapes.Max(one => one.Box.X + one.Box.Width), points.Select(point => point.X).DefaultIfEmpty(double.MinValue).Max()) + 60;
        var bottom = Math.Max(shapes.Max(one => one.Box.Y + one.Box.Height), points.Select(point => point.Y).DefaultIfEmpty(double.MinValue).Max()) + 50;
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg class=\"diagram\" role=\"img\" aria-label=\"{Text(Label(elements, present, passed.Count > 0, marks))}\" viewBox=\"{left} {top} {right - left} {bottom - top}\" width=\"{right - left}\" height=\"{bottom - top}\">");
        svg.Append("<defs><marker id=\"arrow\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\" markerWidth=\"8\" markerHeight=\"8\" orient=\"auto\"><path d=\"M0,0 L10,5 L0,10 z\"/></marker></defs>");
        var byElement = marks.ToLookup(mark => mark.ElementId);
        foreach (var (shape, box) in shapes.Where(one => DiagramShapes.IsFrame(elements.GetValueOrDefault(ElementOf(one.Shape)))).OrderByDescending(one => one.Box.Width * one.Box.Height))
        {
            DiagramShapes.Draw(svg, elements[ElementOf(shape)], shape, box, Passage(ElementOf(shape), present, passed));
            Mark(svg, byElement[ElementOf(shape)], box.X + box.Width, box.Y);
        }

        foreach (var (edge, way) in edges.Where(edge => edge.Points.Count > 1))
        {
            Edge(svg, elements.GetValueOrDefault(ElementOf(edge)), edge, way, passed.Contains(ElementOf(edge)));
            Mark(svg, byElement[ElementOf(edge)], (way[0].X + way[1].X) / 2, (way[0].Y + way[1].Y) / 2);
        }

        foreach (var (shape, box) in shapes.Where(one => elements.TryGetValue(ElementOf(one.Shape), out var element) && !DiagramShapes.IsFrame(element)))
        {
            var id = ElementOf(shape);
            svg.Append(id == present.FirstOrDefault() ? $"<g id=\"{NowId}\">" : "<g>");
            DiagramShapes.Draw(svg, elements[id], shape, box, Passage(id, present, passed));
            svg.Append("</g>");
            Mark(svg, byElement[id], box.X + box.Width, box.Y);
        }

        return new HtmlString(svg.Append("</svg>").ToString());
    }

    /// <summary>Name of an element of a definition, its id when it has none.</summary>
    public static string NameOf(string xml, string elementId) => (string?)Elements(Root(xml)).GetValueOrDefault(elementId)?.Attribute("name") is { Length: > 0 } name ? name : elementId;

    /// <summary>The definition with diagram data: its own, or where it has none, ours. A modeler opens nothing without.</summary>
    public static string Drawn(string xml)
    {
        var root = Root(xml);
        if (root.Descendants(BpmnNames.Di + "BPMNShape").Any())
        {
            return xml;
        }

        DiagramLayout.Complete(root);
        return $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{root}";
    }

    internal static string Text(string text) => Encoder.Encode(text);

    private static XElement Root(string xml) => XDocument.Parse(xml.TrimStart('\uFEFF')).Root!;

    private static Dictionary<string, XElement> Elements(XElement root) => root.Descendants()
        .Where(one => one.Name.Namespace == BpmnNames.Bpmn && one.Attribute("id") is not null).DistinctBy(one => (string)one.Attribute("id")!).ToDictionary(one => (string)one.Attribute("id")!, StringComparer.Ordinal);

    // A reference may bear a prefix.
    private static string ElementOf(XElement drawn) => ((string?)drawn.Attribute("bpmnElement") ?? "").Split(':')[^1];

    private static string Passage(string id, IReadOnlyCollection<string> present, IReadOnlyCollection<string> passed) => present.Contains(id) ? " now" : passed.Contains(id) ? " done" : "";

    private static string Label(Dictionary<string, XElement> elements, IReadOnlyCollection<string> present, bool hasPassed, IReadOnlyCollection<DiagramMark> marks)
    {
        string Name(string id) => (string?)elements.GetValueOrDefault(id)?.Attribute("name") is { Length: > 0 } name ? name : id;
        var signs = string.Join("; ", marks.Take(20).Select(mark => $"{Name(mark.ElementId)}: {mark.Words}"));
        return present.Count > 0 ? $"Sơ đồ quy trình. Đang ở: {string.Join(", ", present.Select(Name))}" : hasPassed ? "Sơ đồ quy trình. Đang ở: đã kết thúc" : signs.Length > 0 ? $"Sơ đồ quy trình. {signs}" : "Sơ đồ quy trình";
    }

    private static void Edge(StringBuilder svg, XElement? flow, XElement edge, List<(double X, double Y)> points, bool isPassed)
    {
        var dashed = flow?.Name.LocalName is "messageFlow" or "association" ? " dashed" : "";
        svg.Append(CultureInfo.InvariantCulture, $"<polyline class=\"flow{dashed}{(isPassed ? " went" : "")}\" marker-end=\"url(#arrow)\" points=\"").AppendJoin(' ', points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.X},{point.Y}"))).Append("\"/>");
        if ((string?)flow?.Attribute("name") is { Length: > 0 } name)
        {
            var label = Box.Of(edge.Descendants(BpmnNames.Dc + "Bounds").FirstOrDefault());
            DiagramShapes.Words(svg, name, label is null ? (points[0].X + points[1].X) / 2 : label.X + (label.Width / 2), label is null ? ((points[0].Y + points[1].Y) / 2) - 6 : label.Y + 12, 16, "label");
        }
    }

    private static void Mark(StringBuilder svg, IEnumerable<DiagramMark> marks, double x, double y)
    {
        var at = 0;
        foreach (var mark in marks)
        {
            var width = 14 + (mark.Sign.Length * 8);
            svg.Append(CultureInfo.InvariantCulture, $"<g class=\"mark {mark.Style}\"><title>{Text(mark.Words)}</title><rect x=\"{x - width + 8 - at}\" y=\"{y - 12}\" width=\"{width}\" height=\"22\" rx=\"11\"/><text x=\"{x + 8 - (width / 2.0) - at}\" y=\"{y + 4}\">{Text(mark.Sign)}</text></g>");
            at += width + 2;
        }
    }
}

using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace Workflow.Web.Shared;

/// <summary>How each kind of element looks.</summary>
internal static class DiagramShapes
{
    /// <summary>Whether other elements are drawn inside: it comes first.</summary>
    public static bool IsFrame(XElement? element) => element?.Name.LocalName is "participant" or "lane" or "subProcess" or "transaction" or "adHocSubProcess" or "group";

    public static void Draw(StringBuilder svg, XElement element, XElement shape, Box box, string state)
    {
        var kind = element.Name.LocalName;
        var name = (string?)element.Attribute("name") ?? "";
        var (x, y, width, height) = (box.X, box.Y, box.Width, box.Height);
        var (middle, centre) = (x + (width / 2), y + (height / 2));
        var label = Box.Of(shape.Element(BpmnNames.Di + "BPMNLabel")?.Element(BpmnNames.Dc + "Bounds"));
        if (IsFrame(element))
        {
            svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"frame{(kind == "subProcess" ? " inner" : "")}{state}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"{(kind == "subProcess" ? 8 : 0)}\"/>");
            Words(svg, name, x + Math.Min(width / 2, 90), y + 16, 24, "label");
        }
        else if (kind.EndsWith("Gateway", StringComparison.Ordinal))
        {
            svg.Append(CultureInfo.InvariantCulture, $"<path class=\"gateway{state}\" d=\"M{middle},{y} L{x + width},{centre} L{middle},{y + height} L{x},{centre} z\"/>");
            Words(svg, kind switch { "parallelGateway" => "+", "inclusiveGateway" => "○", "eventBasedGateway" => "⬠", "complexGateway" => "*", _ => "×" }, middle, centre, 5, "mark");
            Words(svg, name, label is null ? middle : label.X + (label.Width / 2), label is null ? y + height + 14 : label.Y + 12, 14, "label");
        }
        else if (kind.EndsWith("Event", StringComparison.Ordinal))
        {
            Event(svg, element, box, state);
            Words(svg, name, label is null ? middle : label.X + (label.Width / 2), label is null ? y + height + 14 : label.Y + 12, 16, "label");
        }
        else if (kind is "textAnnotation" or "dataObjectReference" or "dataStoreReference")
        {
            svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"frame\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"/>");
            Words(svg, name.Length > 0 ? name : (string?)element.Element(BpmnNames.Bpmn + "text") ?? "", middle, centre, 16, "label");
        }
        else
        {
            var isMachine = kind is "serviceTask" or "sendTask" or "businessRuleTask" or "scriptTask";
            svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"task{(isMachine ? " machine" : kind == "callActivity" ? " call" : "")}{state}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"8\"/>");
            Words(svg, name, middle, centre, (int)Math.Max(12, width / 7.5), "name" + state);
            Loop(svg, element, middle, y + height - 5);
        }
    }

    public static void Words(StringBuilder svg, string text, double x, double y, int longest, string style)
    {
        var lines = new List<string> { "" };
        foreach (var word in (text.Length > 300 ? text[..300] + "…" : text).Split(' ', '\n', '\r', '\t'))
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
            svg.Append(CultureInfo.InvariantCulture, $"<text class=\"{style}\" x=\"{x}\" y=\"{start + (i * 16)}\">{ProcessDiagram.Text(lines[i])}</text>");
        }
    }

    private static void Event(StringBuilder svg, XElement element, Box box, string state)
    {
        var (middle, centre) = (box.X + (box.Width / 2), box.Y + (box.Height / 2));
        var isEnd = element.Name.LocalName == "endEvent";
        svg.Append(CultureInfo.InvariantCulture, $"<circle class=\"event{(isEnd ? " end" : "")}{((string?)element.Attribute("cancelActivity") == "false" ? " dashed" : "")}{state}\" cx=\"{middle}\" cy=\"{centre}\" r=\"{box.Width / 2}\"/>");
        switch (element.Elements().Select(one => one.Name.LocalName).FirstOrDefault(name => name.EndsWith("EventDefinition", StringComparison.Ordinal)))
        {
            case "timerEventDefinition":
                svg.Append(CultureInfo.InvariantCulture, $"<path class=\"hand\" d=\"M{middle},{box.Y + 7} V{centre} H{box.X + box.Width - 8}\"/>");
                break;
            case "messageEventDefinition":
                svg.Append(CultureInfo.InvariantCulture, $"<path class=\"hand\" d=\"M{middle - 8},{centre - 5} h16 v10 h-16 z l8,6 l8,-6\"/>");
                break;
            case "terminateEventDefinition":
                svg.Append(CultureInfo.InvariantCulture, $"<circle class=\"full\" cx=\"{middle}\" cy=\"{centre}\" r=\"{Math.Max(2, (box.Width / 2) - 6)}\"/>");
                break;
            case { } other:
                Words(svg, other switch { "errorEventDefinition" => "!", "signalEventDefinition" => "△", "escalationEventDefinition" => "↑", "linkEventDefinition" => "→", _ => "?" }, middle, centre, 5, "mark");
                break;
            case null:
                break;
        }
    }

    private static void Loop(StringBuilder svg, XElement element, double x, double y)
    {
        if (element.Elements().FirstOrDefault(one => one.Name.LocalName.EndsWith("LoopCharacteristics", StringComparison.Ordinal)) is { } loop)
        {
            Words(svg, loop.Name.LocalName == "standardLoopCharacteristics" ? "↻" : (string?)loop.Attribute("isSequential") == "true" ? "≡" : "⦀", x, y, 5, "label");
        }
    }
}

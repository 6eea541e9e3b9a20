using System.Globalization;
using System.Xml.Linq;

namespace Workflow.Web.Shared;

/// <summary>Namespaces of a file and of the drawing in it.</summary>
internal static class BpmnNames
{
    public static readonly XNamespace Bpmn = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    public static readonly XNamespace Di = "http://www.omg.org/spec/BPMN/20100524/DI";
    public static readonly XNamespace Dc = "http://www.omg.org/spec/DD/20100524/DC";
    public static readonly XNamespace Waypoint = "http://www.omg.org/spec/DD/20100524/DI";
}

/// <summary>Where something is drawn.</summary>
internal sealed record Box(double X, double Y, double Width, double Height)
{
    // A drawing beyond this is a mistake or a joke; it must not stretch the page.
    private const double Farthest = 100_000;

    /// <summary>Reads bounds; null when they are missing or no numbers.</summary>
    public static Box? Of(XElement? bounds) => bounds is not null && Number(bounds, "x") is { } x && Number(bounds, "y") is { } y && Number(bounds, "width") is { } width && Number(bounds, "height") is { } height && width >= 0 && height >= 0
        ? new(x, y, width, height)
        : null;

    /// <summary>A corner of a flow.</summary>
    public static (double X, double Y) Point(XElement point) => (Number(point, "x") ?? 0, Number(point, "y") ?? 0);

    private static double? Number(XElement element, string name) =>
        double.TryParse((string?)element.Attribute(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && Math.Abs(value) <= Farthest ? Math.Round(value, 1) : null;
}

using System.Xml.Linq;

namespace Workflow.Documents.Import;

/// <summary>Names what is dropped at its place in the text: images, embedded objects, controls, charts, formulas, unknown signs.</summary>
internal sealed class WordObjects(IReadOnlyDictionary<string, WordLink> links, List<ImportNote> notes)
{
    private const int MostOfOne = 20;
    private const int Words = 60;

    private static readonly XNamespace W = WordReader.W;
    private static readonly XNamespace R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private readonly List<(string Code, string What)> here = [];
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);
    private string lastText = "";

    /// <summary>Takes note of a drawing, picture, object or control; text boxes are read, not dropped.</summary>
    public void Take(XElement node, bool hasText)
    {
        if (node.Descendants().FirstOrDefault(one => one.Name.LocalName == "OLEObject") is { } ole)
        {
            Drop("OBJECT", $"đối tượng nhúng {(string?)ole.Attribute("ProgID")}{File(ole)}");
        }
        else if (node.Name.LocalName == "object" && node.Descendants(W + "control").FirstOrDefault() is { } control)
        {
            Drop("CONTROL", $"điều khiển ActiveX {(string?)control.Attribute(W + "name")}{File(control)}");
        }
        else if (node.Descendants().FirstOrDefault(one => one.Name.LocalName is "blip" or "imagedata") is { } image)
        {
            Drop("IMAGE", $"hình ảnh{Title(node)}{File(image)}");
        }
        else if (node.Descendants().FirstOrDefault(one => one.Name.LocalName is "chart" or "relIds") is { } chart)
        {
            Drop("CHART", $"{(chart.Name.LocalName == "chart" ? "biểu đồ" : "sơ đồ SmartArt")}{Title(node)}");
        }
        else if (!hasText && node.Descendants().Any(one => one.Name.LocalName is "wsp" or "shape" or "rect" or "group" or "wgp"))
        {
            Drop("SHAPE", $"hình vẽ{Title(node)}");
        }
    }

    /// <summary>Something is dropped in the paragraph that is being read.</summary>
    public void Drop(string code, string what) => here.Add((code, what.Trim()));

    /// <summary>The paragraph is read: what was dropped in it gets its place and the words around it.</summary>
    public void Flush(int paragraph, string text)
    {
        var quote = text.Trim();
        foreach (var (code, what) in here)
        {
            counts[code] = counts.GetValueOrDefault(code) + 1;
            if (counts[code] <= MostOfOne)
            {
                var (place, words) = quote.Length > 0 ? ($"đoạn {paragraph}", Head(quote)) : ($"sau đoạn {Math.Max(0, paragraph - 1)}", Tail(lastText));
                notes.Add(new(code, place, code switch
                {
                    "TEXT_BOX" => "Chữ trong khung được xếp ngay trước đoạn này. Đồng chí kiểm tra lại thứ tự.",
                    "FORMULA" => $"Có {what}; chỉ giữ được các chữ và số theo thứ tự, đồng chí kiểm tra lại.",
                    _ => $"Đã bỏ {what}; dự thảo chỉ giữ chữ và bảng.",
                })
                { Quote = words.Length > 0 ? words : null, Line = quote.Length > 0 ? paragraph : Math.Max(1, paragraph - 1) });
            }
        }

        here.Clear();
        lastText = quote.Length > 0 ? quote : lastText;
    }

    /// <summary>Says how many more there were than were named.</summary>
    public void Finish()
    {
        foreach (var (code, count) in counts.Where(pair => pair.Value > MostOfOne))
        {
            notes.Add(new(code, "cả tệp", $"Còn {count - MostOfOne} chỗ nữa cùng loại, không liệt kê hết."));
        }
    }

    private static string Head(string text) => text.Length <= Words ? text : text[..Words];

    private static string Tail(string text) => text.Length <= Words ? text : text[^Words..];

    private string File(XElement element) =>
        ((string?)element.Attribute(R + "embed") ?? (string?)element.Attribute(R + "link") ?? (string?)element.Attribute(R + "id")) is { } id && links.GetValueOrDefault(id) is { Target.Length: > 0 } link
            ? $" ({(link.IsExternal ? "ở ngoài tệp: " : "")}{(link.Target.Length > 80 ? link.Target[..80] + "…" : link.IsExternal ? link.Target : Path.GetFileName(link.Target))})" : "";

    private static string Title(XElement node) => node.Descendants().FirstOrDefault(one => one.Name.LocalName == "docPr") is { } properties
        && ((string?)properties.Attribute("descr") ?? (string?)properties.Attribute("name")) is { Length: > 0 } name ? $" “{(name.Length > 60 ? name[..60] + "…" : name)}”" : "";
}

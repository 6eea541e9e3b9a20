using System.Xml;
using System.Xml.Linq;

namespace Workflow.Documents.Import;

/// <summary>Reads one XML part with limits on depth and number of nodes, without DTD, and says strict OOXML in transitional names.</summary>
internal static class WordXml
{
    public const int MaxDepth = 200;
    public const int MaxNodes = 1_500_000;

    // Strict OOXML says the same in other namespaces.
    private static readonly Dictionary<XNamespace, XNamespace> Transitional = new()
    {
        ["http://purl.oclc.org/ooxml/wordprocessingml/main"] = WordReader.W,
        ["http://purl.oclc.org/ooxml/officeDocument/relationships"] = "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        ["http://purl.oclc.org/ooxml/officeDocument/math"] = "http://schemas.openxmlformats.org/officeDocument/2006/math",
        ["http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing"] = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        ["http://purl.oclc.org/ooxml/drawingml/main"] = "http://schemas.openxmlformats.org/drawingml/2006/main",
    };

    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true };

    /// <summary>The root of a part. Throws <see cref="XmlException"/> for what is no XML, and <see cref="ImportException"/> past a limit.</summary>
    public static XElement Parse(MemoryStream part)
    {
        // Counted before anything is built: a tree costs ten times the bytes it is read from.
        using (var counting = XmlReader.Create(part, Settings))
        {
            for (var nodes = 0; counting.Read(); nodes += 1 + counting.AttributeCount)
            {
                if (counting.Depth > MaxDepth)
                {
                    throw new ImportException("XML_DEPTH", $"Tệp Word lồng quá {MaxDepth} lớp, có thể là tệp phá hoại. Đồng chí lưu lại bằng Word rồi tải lên.");
                }

                if (nodes > MaxNodes)
                {
                    throw new ImportException("XML_NODES", "Tệp Word có quá nhiều đoạn (trên 1,5 triệu phần tử). Đồng chí tách thành tệp nhỏ hơn rồi tải lên.");
                }
            }
        }

        part.Position = 0;
        using var reader = XmlReader.Create(part, Settings);
        var root = XElement.Load(reader, LoadOptions.PreserveWhitespace);
        if (Transitional.ContainsKey(root.Name.Namespace))
        {
            Rename(root);
        }

        return root;
    }

    private static void Rename(XElement root)
    {
        foreach (var element in root.DescendantsAndSelf())
        {
            if (Transitional.TryGetValue(element.Name.Namespace, out var ns))
            {
                element.Name = ns + element.Name.LocalName;
            }

            if (element.Attributes().Any(one => Transitional.ContainsKey(one.Name.Namespace)))
            {
                element.ReplaceAttributes(element.Attributes().Select(one => Transitional.TryGetValue(one.Name.Namespace, out var other) ? new XAttribute(other + one.Name.LocalName, one.Value) : one).ToList());
            }
        }
    }
}

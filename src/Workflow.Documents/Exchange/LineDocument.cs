using System.Xml;

namespace Workflow.Documents.Exchange;

/// <summary>
/// An XML document whose elements know their line. It is the only one that is made of a file: what is verified and what is read are the same nodes. Made without
/// entities, with limits, and never with anything fetched.
/// </summary>
internal sealed class LineDocument : XmlDocument
{
    private const int Deepest = 24;
    private const int MostElements = 20_000;
    private const int MostAttributes = 20;

    private IXmlLineInfo? lines;

    public static LineDocument Of(byte[] file)
    {
        try
        {
            Look(file);
            using var reader = Reader(file);
            var document = new LineDocument { PreserveWhitespace = true, XmlResolver = null, lines = (IXmlLineInfo)reader };
            document.Load(reader);
            document.lines = null;
            return document;
        }
        catch (XmlException error) when (error.Message.Contains("DTD", StringComparison.Ordinal))
        {
            throw new EdXmlException("edxml.dtd", Math.Max(1, error.LineNumber), "Tệp có khai báo DOCTYPE hoặc thực thể, không được phép trong gói văn bản.");
        }
        catch (XmlException error)
        {
            throw new EdXmlException("edxml.not-xml", Math.Max(1, error.LineNumber), "Tệp không phải XML đúng quy tắc nên không đọc được từ chỗ này.");
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException or NotSupportedException)
        {
            throw new EdXmlException("edxml.not-xml", 0, "Tệp không phải XML hoặc dùng bảng mã không đọc được; gói văn bản dùng UTF-8.");
        }
    }

    public override XmlElement CreateElement(string? prefix, string localName, string? namespaceURI) => new LineElement(prefix ?? "", localName, namespaceURI, this, lines is { } here && here.HasLineInfo() ? here.LineNumber : 0);

    private static XmlReader Reader(byte[] file) => XmlReader.Create(new MemoryStream(file, writable: false), new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        MaxCharactersInDocument = EdXml.Largest,
        CloseInput = true,
    });

    // Before a tree of it is built: how deep and how much.
    private static void Look(byte[] file)
    {
        using var reader = Reader(file);
        var elements = 0;
        while (reader.Read())
        {
            var line = ((IXmlLineInfo)reader).LineNumber;
            if (reader.NodeType == XmlNodeType.ProcessingInstruction)
            {
                throw new EdXmlException("edxml.instruction", line, $"Tệp có chỉ thị xử lý “{Short(reader.Name)}”, không được phép trong gói văn bản.");
            }

            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (++elements > MostElements || reader.Depth > Deepest || reader.AttributeCount > MostAttributes)
            {
                throw new EdXmlException("edxml.too-much", line, $"Tệp có quá nhiều phần tử, thuộc tính hoặc lồng quá sâu (tối đa {MostElements} phần tử, {Deepest} cấp), không phải gói văn bản bình thường.");
            }
        }
    }

    internal static string Short(string words) => words.Length <= 60 ? words : words[..60] + "…";
}

internal sealed class LineElement(string prefix, string localName, string? namespaceUri, XmlDocument document, int line) : XmlElement(prefix, localName, namespaceUri, document)
{
    public int Line => line;
}

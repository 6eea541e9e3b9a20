using System.Xml;
using System.Xml.Linq;

namespace Workflow.Engine;

/// <summary>Loads XML from strangers: no DTD, no entity, nothing fetched, bounded in length and depth.</summary>
internal static class SafeXml
{
    /// <summary>Deepest nesting of elements. Text of a tree is read by recursion: without this bound one small file could end the host.</summary>
    public const int MaxDepth = 200;

    /// <summary>The document, or the finding that refuses it. Never throws on a bad file.</summary>
    public static (XDocument? Document, Finding? Refused) Load(string xml, int maxLength)
    {
        if (xml.Length > maxLength)
        {
            return (null, new Finding("bpmn.too-large", "", 0, $"Tệp quy trình quá lớn ({xml.Length} ký tự, tối đa {maxLength})."));
        }

        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = maxLength };
        try
        {
            using (var scan = XmlReader.Create(new StringReader(xml), settings))
            {
                while (scan.Read())
                {
                    if (scan.Depth > MaxDepth)
                    {
                        return (null, new Finding("bpmn.too-deep", scan.LocalName, ((IXmlLineInfo)scan).LineNumber, $"Các phần tử trong tệp lồng nhau quá {MaxDepth} lớp."));
                    }
                }
            }

            using var reader = XmlReader.Create(new StringReader(xml), settings);
            return (XDocument.Load(reader, LoadOptions.SetLineInfo), null);
        }
        catch (XmlException error)
        {
            var place = error.LineNumber > 0 ? $" (dòng {error.LineNumber}, cột {error.LinePosition})" : "";
            return (null, new Finding("bpmn.bad-xml", "", error.LineNumber, $"Tệp không phải XML hợp lệ{place}, hoặc có khai báo DTD là điều không được phép."));
        }
    }
}

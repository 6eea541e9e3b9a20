using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Workflow.Engine.Reading;

/// <summary>Loads XML from strangers: no DTD, no entity, nothing fetched, bounded in length and depth.</summary>
internal static partial class SafeXml
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
        xml = xml.TrimStart('\uFEFF');
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

    /// <summary>The text of a file by its byte order mark or its declaration; null when the bytes are no such text.</summary>
    public static string? Decode(ReadOnlySpan<byte> file)
    {
        try
        {
            return file switch
            {
                [0xEF, 0xBB, 0xBF, ..] => Strict(Encoding.UTF8).GetString(file[3..]),
                [0xFF, 0xFE, ..] => Strict(Encoding.Unicode).GetString(file[2..]),
                [0xFE, 0xFF, ..] => Strict(Encoding.BigEndianUnicode).GetString(file[2..]),
                [0x3C, 0x00, ..] => Strict(Encoding.Unicode).GetString(file),
                [0x00, 0x3C, ..] => Strict(Encoding.BigEndianUnicode).GetString(file),
                _ => Declared().Match(Encoding.Latin1.GetString(file[..Math.Min(file.Length, 200)])) is { Success: true } match && match.Groups[1].Value.ToUpperInvariant() is "ISO-8859-1" or "WINDOWS-1252" or "LATIN1"
                    ? Encoding.Latin1.GetString(file)
                    : Strict(Encoding.UTF8).GetString(file),
            };
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static Encoding Strict(Encoding encoding) => Encoding.GetEncoding(encoding.CodePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);

    [GeneratedRegex("^<\\?xml[^>]*encoding=[\"']([A-Za-z0-9_.-]+)[\"']")]
    private static partial Regex Declared();
}

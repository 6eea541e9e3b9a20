using System.Xml.Linq;

namespace Workflow.Documents.Exchange;

/// <summary>Names and limits of edXML.</summary>
public static class EdXml
{
    /// <summary>Namespace of QCVN 102:2016/BTTTT.</summary>
    public const string Namespace = "http://www.mic.gov.vn/TBT/QCVN_102_2016";

    /// <summary>Some receivers know the names by this prefix alone, so it is written exactly so.</summary>
    public const string Prefix = "edXML";

    /// <summary>Most bytes of all files of a package together.</summary>
    public const int LargestFiles = 50_000_000;

    /// <summary>Most bytes of a package: its files in base64, line ends between, and a header.</summary>
    public const int Largest = 72_000_000;

    /// <summary>Most files of a package.</summary>
    public const int MostFiles = 50;

    /// <summary>Longest code of a body. 13 in the metadata of the state's archives; longer ones are in use.</summary>
    public const int LongestOrganId = 35;

    /// <summary>Longest identity of a document.</summary>
    public const int LongestId = 120;

    /// <summary>Longest subject.</summary>
    public const int LongestSubject = 2_000;

    /// <summary>Longest of other words.</summary>
    public const int LongestWords = 500;

    /// <summary>Media type of a package.</summary>
    public const string ContentType = "application/xml";

    internal const string DayFormat = "yyyy/MM/dd";
    internal const string MomentFormat = "yyyy/MM/dd HH:mm:ss";
    internal static readonly XNamespace Ns = Namespace;
    internal static readonly XNamespace Link = "http://www.w3.org/1999/xlink";

    /// <summary>Whether these words may be the code of a body: letters, digits, dots and hyphens.</summary>
    public static bool IsOrganId(string words) => words.Length is >= 2 and <= LongestOrganId && words.All(one => char.IsAsciiLetterOrDigit(one) || one is '.' or '-') && char.IsAsciiLetterOrDigit(words[0]) && char.IsAsciiLetterOrDigit(words[^1]);
}

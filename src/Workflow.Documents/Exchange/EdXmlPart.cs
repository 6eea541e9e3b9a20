using System.Globalization;
using System.Xml;

namespace Workflow.Documents.Exchange;

/// <summary>An element as the reader of packages asks it: what stands where one stands, once, and no longer than is believed.</summary>
internal sealed class EdXmlPart(XmlElement element)
{
    public XmlElement Element => element;

    public int Line => (element as LineElement)?.Line ?? 0;

    public string Name => element.LocalName;

    /// <summary>The element of that name below this one; none or one.</summary>
    public EdXmlPart? One(string name)
    {
        var found = All(name, int.MaxValue);
        return found.Count <= 1 ? (found.Count == 0 ? null : found[0]) : throw new EdXmlException("edxml.twice", found[1].Line, $"Phần “{name}” có hai lần trong “{Name}”; chỉ được một lần.");
    }

    public EdXmlPart Must(string name) => One(name) ?? throw new EdXmlException("edxml.missing", Line, $"Thiếu phần “{name}” trong “{Name}”.");

    public IReadOnlyList<EdXmlPart> All(string name, int most)
    {
        List<EdXmlPart> found = [.. element.ChildNodes.OfType<XmlElement>().Where(one => one.LocalName == name && (one.NamespaceURI is EdXml.Namespace or "")).Select(one => new EdXmlPart(one))];
        return found.Count <= most ? found : throw new EdXmlException("edxml.too-many", found[most].Line, $"Phần “{name}” có {found.Count} lần trong “{Name}”, tối đa {most}.");
    }

    /// <summary>Its own words, white space at the ends left out.</summary>
    public string Own(int longest)
    {
        if (element.ChildNodes.OfType<XmlNode>().FirstOrDefault(one => one.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)) is { } odd)
        {
            throw new EdXmlException("edxml.not-words", (odd as LineElement)?.Line ?? Line, $"Trong “{Name}” phải là chữ, không phải phần tử “{LineDocument.Short(odd.LocalName)}”.");
        }

        var words = element.InnerText.Normalize().Trim();
        return words.Length > longest ? throw new EdXmlException("edxml.too-long", Line, $"“{Name}” dài {words.Length} chữ, tối đa {longest}.")
            : words.Any(one => char.IsControl(one) && one is not ('\n' or '\r' or '\t')) ? throw new EdXmlException("edxml.not-words", Line, $"“{Name}” có ký tự điều khiển.") : words;
    }

    public string Words(string name, int longest = EdXml.LongestWords) => One(name)?.Own(longest) ?? "";

    public string MustWords(string name, int longest = EdXml.LongestWords)
    {
        var part = Must(name);
        return part.Own(longest) is { Length: > 0 } words ? words : throw new EdXmlException("edxml.empty", part.Line, $"“{name}” trong “{Name}” bị bỏ trống.");
    }

    public int Number(string name, int highest)
    {
        var part = One(name);
        var words = part?.Own(12) ?? "";
        return words.Length == 0 ? 0 : int.TryParse(words, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= highest ? number
            : throw new EdXmlException("edxml.number", part!.Line, $"“{name}” phải là số từ 0 đến {highest}, không phải “{LineDocument.Short(words)}”.");
    }

    public DateOnly? Day(string name) => One(name) is { } part && part.Own(20) is { Length: > 0 } words ? part.DayOf(words) : null;

    public DateOnly MustDay(string name) => Must(name).DayOf(MustWords(name, 20));

    public DateTimeOffset Moment(string name)
    {
        var part = Must(name);
        var words = part.Own(30);
        return DateTime.TryParseExact(words, [EdXml.MomentFormat, "dd/MM/yyyy HH:mm:ss", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) && at.Year is >= 1990 and <= 2200
            ? Domain.VietnamTime.At(DateOnly.FromDateTime(at), TimeOnly.FromDateTime(at))
            : throw new EdXmlException("edxml.moment", part.Line, $"“{name}” phải là thời điểm như 2026/11/20 08:30:00, không phải “{LineDocument.Short(words)}”.");
    }

    public string OrganId(string name)
    {
        var words = MustWords(name, EdXml.LongestOrganId);
        return EdXml.IsOrganId(words) ? words : throw new EdXmlException("edxml.organ-id", Must(name).Line, $"Mã định danh “{LineDocument.Short(words)}” không đúng dạng (chữ cái, số, dấu chấm, ví dụ A32.65).");
    }

    private DateOnly DayOf(string words) => DateOnly.TryParseExact(words, [EdXml.DayFormat, "dd/MM/yyyy", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1945 and <= 2200 ? day
        : throw new EdXmlException("edxml.day", Line, $"“{Name}” phải là ngày như 2026/11/20, không phải “{LineDocument.Short(words)}”.");
}

using System.Globalization;
using System.Text;
using System.Xml;
using Workflow.Activities.InForce;
using Workflow.Activities.Portal;

namespace Workflow.Web.Pages.Portal;

/// <summary>
/// Writes the feed. An entry keeps its id (the document's) for ever and gets a new "updated" when anything that is said of it changes, so that a reader who has it shows the mark.
/// </summary>
internal static class AtomFeed
{
    private const string Atom = "http://www.w3.org/2005/Atom";
    private const string Self = "/cong/atom.xml";

    public static byte[] Write(FeedView view, Func<string, string> absolute)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new() { Encoding = new UTF8Encoding(false), Indent = true, CheckCharacters = true }))
        {
            xml.WriteStartElement("feed", Atom);
            xml.WriteAttributeString("xml", "lang", null, "vi");
            Text(xml, "id", $"urn:uuid:{view.Id}");
            Text(xml, "title", view.Organization.Length > 0 ? $"Văn bản công khai - {view.Organization}" : "Văn bản công khai");
            Text(xml, "updated", Moment(view.ChangedAt));
            Link(xml, "self", "application/atom+xml", absolute(At(view.Page.Page)));
            Link(xml, "alternate", "text/html", absolute("/cong"));
            if (view.Page.Pages > 1)
            {
                Link(xml, "first", "application/atom+xml", absolute(At(1)));
                Link(xml, "last", "application/atom+xml", absolute(At(view.Page.Pages)));
            }

            if (view.Page.Page > 1)
            {
                Link(xml, "previous", "application/atom+xml", absolute(At(view.Page.Page - 1)));
            }

            if (view.Page.Page < view.Page.Pages)
            {
                Link(xml, "next", "application/atom+xml", absolute(At(view.Page.Page + 1)));
            }

            foreach (var entry in view.Page.Rows)
            {
                Entry(xml, entry, absolute);
            }

            xml.WriteEndElement();
        }

        return bytes.ToArray();
    }

    private static void Entry(XmlWriter xml, FeedEntry entry, Func<string, string> absolute)
    {
        var (row, mark) = (entry.Row, entry.Row.Standing.HasMark ? StandingWords.Mark(entry.Row.Standing) : "");
        xml.WriteStartElement("entry", Atom);
        Text(xml, "id", $"urn:uuid:{row.Id}");
        Text(xml, "title", $"{(row.Standing.IsOver ? $"[{StandingWords.Short(row.Standing.State)}] " : "")}{row.Name}: {row.Subject}");
        Text(xml, "updated", Moment(row.ChangedAt));
        Text(xml, "published", Moment(row.ReleasedAt));
        xml.WriteStartElement("author", Atom);
        Text(xml, "name", row.Organization);
        xml.WriteEndElement();
        xml.WriteStartElement("category", Atom);
        xml.WriteAttributeString("term", row.TypeKey);
        xml.WriteAttributeString("label", row.Type);
        xml.WriteEndElement();
        Link(xml, "alternate", "text/html", absolute($"/cong/{row.Id}"));
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", "enclosure");
        xml.WriteAttributeString("type", "application/pdf");
        xml.WriteAttributeString("href", absolute($"/cong/{row.Id}/ban-chinh.pdf"));
        xml.WriteAttributeString("length", entry.FileLength.ToString(CultureInfo.InvariantCulture));
        xml.WriteEndElement();
        Text(xml, "summary", $"{(mark.Length > 0 ? mark + ". " : "Còn hiệu lực. ")}{row.Name} ngày {row.Date:dd/MM/yyyy} của {row.Organization}: {row.Subject}. SHA-256 của bản chính: {entry.Sha256}");
        xml.WriteEndElement();
    }

    // What XML cannot hold, no reader could show.
    private static void Text(XmlWriter xml, string name, string words) => xml.WriteElementString(name, Atom, string.Concat(words.Where((letter, index) => XmlConvert.IsXmlChar(letter)
        || (index + 1 < words.Length && XmlConvert.IsXmlSurrogatePair(words[index + 1], letter)) || (index > 0 && XmlConvert.IsXmlSurrogatePair(letter, words[index - 1])))));

    private static void Link(XmlWriter xml, string rel, string type, string address)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", rel);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    private static string At(int page) => page == 1 ? Self : $"{Self}?trang={page.ToString(CultureInfo.InvariantCulture)}";

    private static string Moment(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}

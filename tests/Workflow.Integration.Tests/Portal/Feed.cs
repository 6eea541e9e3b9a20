using System.Globalization;
using System.Xml.Linq;
using Xunit;

namespace Workflow.Integration.Tests.Portal;

/// <summary>What RFC 4287 asks of a feed, as far as a feed like ours could break it: each rule says its section.</summary>
internal static class Feed
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    /// <summary>Reads it, or answers every rule that it breaks.</summary>
    public static IReadOnlyList<string> Broken(string xml)
    {
        var root = XDocument.Parse(xml).Root!;
        var broken = new List<string>();
        void Rule(bool holds, string rule)
        {
            if (!holds)
            {
                broken.Add(rule);
            }
        }

        Rule(root.Name == Atom + "feed", "4.1.1 root");
        var entries = root.Elements(Atom + "entry").ToList();
        foreach (var element in entries.Prepend(root))
        {
            var where = element == root ? "feed" : $"entry {element.Element(Atom + "title")?.Value}";
            foreach (var name in new[] { "id", "title", "updated" })
            {
                Rule(element.Elements(Atom + name).Count() == 1, $"4.1.1/4.1.2 one {name}: {where}");
            }

            Rule(Uri.TryCreate(element.Element(Atom + "id")?.Value, UriKind.Absolute, out _), $"4.2.6 id is an IRI: {where}");
            foreach (var date in element.Elements(Atom + "updated").Concat(element.Elements(Atom + "published")))
            {
                Rule(DateTimeOffset.TryParseExact(date.Value, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _), $"3.3 date: {where}");
            }

            var links = element.Elements(Atom + "link").ToList();
            Rule(links.All(link => Uri.TryCreate(link.Attribute("href")?.Value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"), $"4.2.7.1 href: {where}");
            Rule(links.Where(link => link.Attribute("rel")?.Value == "alternate").GroupBy(link => (link.Attribute("type")?.Value, link.Attribute("hreflang")?.Value)).All(group => group.Count() == 1), $"4.1.2 one alternate of a type: {where}");
            Rule(element != root || links.Count(link => link.Attribute("rel")?.Value == "self") == 1, $"4.1.1 self: {where}");
            Rule(element == root || links.Exists(link => link.Attribute("rel")?.Value == "alternate") || element.Element(Atom + "content") is not null, $"4.1.2 alternate or content: {where}");
            Rule(element == root || element.Elements(Atom + "author").Any() || root.Elements(Atom + "author").Any(), $"4.1.2 author: {where}");
            Rule(element.Elements(Atom + "author").All(author => author.Elements(Atom + "name").Count() == 1), $"3.2.1 name: {where}");
            Rule(element.Elements(Atom + "category").All(category => category.Attribute("term") is not null), $"4.2.2.1 term: {where}");
        }

        Rule(entries.Select(entry => entry.Element(Atom + "id")?.Value).Distinct().Count() == entries.Count, "4.2.6 ids differ");
        return broken;
    }

    public static IReadOnlyList<(string Id, string Title, DateTimeOffset Updated, string Summary)> Entries(string xml)
    {
        Assert.Empty(Broken(xml));
        return [.. XDocument.Parse(xml).Root!.Elements(Atom + "entry").Select(entry => (entry.Element(Atom + "id")!.Value, entry.Element(Atom + "title")!.Value, DateTimeOffset.Parse(entry.Element(Atom + "updated")!.Value, CultureInfo.InvariantCulture), entry.Element(Atom + "summary")!.Value))];
    }

    public static string? Link(string xml, string rel) => XDocument.Parse(xml).Root!.Elements(Atom + "link").FirstOrDefault(link => link.Attribute("rel")?.Value == rel)?.Attribute("href")?.Value;
}

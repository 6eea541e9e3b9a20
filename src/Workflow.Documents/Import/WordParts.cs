using System.Xml.Linq;

namespace Workflow.Documents.Import;

/// <summary>What one relationship of a Word file points at: a part of the file, or an address outside.</summary>
internal sealed record WordLink(string Type, string Target, bool IsExternal);

/// <summary>Finds the parts of a Word file by its relationships, as Word does; where they are missing, by their usual names.</summary>
internal static class WordParts
{
    private const int MostLinks = 20_000;
    private static readonly string[] Known = ["styles", "numbering", "footnotes", "endnotes", "comments", "commentsExtended"];

    /// <summary>Name of the main part, or null when the file names none.</summary>
    public static string? Main(IReadOnlyDictionary<string, WordLink> links, IReadOnlyCollection<string> names)
    {
        var named = links.Values.FirstOrDefault(link => link.Type == "officeDocument" && !link.IsExternal)?.Target.TrimStart('/');
        return named is not null && named.StartsWith("word/", StringComparison.OrdinalIgnoreCase) && names.Contains(named, StringComparer.OrdinalIgnoreCase) ? named
            : names.FirstOrDefault(name => name.Equals("word/document.xml", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Name of each known part that the main part refers to.</summary>
    public static IReadOnlyDictionary<string, string> Of(IReadOnlyDictionary<string, WordLink> links, IReadOnlyCollection<string> names)
    {
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var kind in Known)
        {
            var named = links.Values.FirstOrDefault(link => link.Type == kind && !link.IsExternal) is { } link ? Under(link.Target) : $"word/{kind}.xml";
            if (names.FirstOrDefault(name => name.Equals(named, StringComparison.OrdinalIgnoreCase)) is { } present)
            {
                parts[kind] = present;
            }
        }

        return parts;
    }

    /// <summary>Relationships by their id.</summary>
    public static IReadOnlyDictionary<string, WordLink> Links(XElement? root) => (root?.Elements() ?? []).Where(one => one.Name.LocalName == "Relationship").Take(MostLinks)
        .GroupBy(one => (string?)one.Attribute("Id") ?? "", StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => Link(group.First()), StringComparer.Ordinal);

    /// <summary>Name of the file that holds the relationships of a part.</summary>
    public static string LinksOf(string part) => part.LastIndexOf('/') is var slash ? $"{part[..(slash + 1)]}_rels/{part[(slash + 1)..]}.rels" : part;

    private static WordLink Link(XElement one)
    {
        var type = (string?)one.Attribute("Type") ?? "";
        return new(type[(type.LastIndexOf('/') + 1)..], (string?)one.Attribute("Target") ?? "", (string?)one.Attribute("TargetMode") == "External");
    }

    private static string Under(string target) => target.StartsWith('/') ? target[1..] : "word/" + target;
}

using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace Workflow.Documents.Tests.Redline;

/// <summary>A flat OpenDocument text as LibreOffice wrote it: its own understanding of tracked changes and comments.</summary>
internal sealed class FlatOffice
{
    private static readonly XNamespace Text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
    private static readonly XNamespace Office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";
    private readonly XElement body;
    private readonly Dictionary<string, string> changes;

    public FlatOffice(byte[] file)
    {
        body = XElement.Parse(Encoding.UTF8.GetString(file), LoadOptions.PreserveWhitespace).Descendants(Office + "text").Single();
        changes = body.Descendants(Text + "changed-region").ToDictionary(region => (string)region.Attribute(Text + "id")!, region => region.Elements().First().Name.LocalName);
    }

    /// <summary>Comments: who, when, what, and the words from where each begins to where it ends.</summary>
    public IReadOnlyList<(string Author, string At, string Text, string Words)> Annotations
    {
        get
        {
            var heard = new Dictionary<string, StringBuilder>();
            var open = new HashSet<string>();
            foreach (var node in body.DescendantNodes())
            {
                switch (node)
                {
                    case XElement element when element.Name == Office + "annotation" && Name(element) is { } name:
                        heard[name] = new();
                        open.Add(name);
                        break;
                    case XElement element when element.Name == Office + "annotation-end":
                        open.Remove(Name(element)!);
                        break;
                    case XText text when !Aside(text):
                        foreach (var name in open)
                        {
                            heard[name].Append(text.Value);
                        }

                        break;
                    default:
                        break;
                }
            }

            return [.. body.Descendants(Office + "annotation").Select(one => (one.Element(Dc + "creator")!.Value, one.Element(Dc + "date")!.Value, string.Join('\n', one.Elements(Text + "p").Select(line => line.Value)), Name(one) is { } name ? heard[name].ToString() : ""))];
        }
    }

    /// <summary>Paragraphs that are left when changes of one kind ("insertion" or "deletion") are dropped and the others stay; empty ones left out.</summary>
    public IReadOnlyList<string> Paragraphs(string drop)
    {
        var open = new HashSet<string>();
        var paragraphs = new List<string>();
        var line = new StringBuilder();
        void Walk(XElement parent)
        {
            foreach (var node in parent.Nodes())
            {
                switch (node)
                {
                    case XText text when open.Count == 0 && parent.Name.Namespace == Text && parent.Name.LocalName is "p" or "h" or "span" or "a":
                        line.Append(text.Value);
                        break;
                    case XElement element when element.Name == Text + "change-start" && changes[(string)element.Attribute(Text + "change-id")!] == drop:
                        open.Add((string)element.Attribute(Text + "change-id")!);
                        break;
                    case XElement element when element.Name == Text + "change-end":
                        open.Remove((string)element.Attribute(Text + "change-id")!);
                        break;
                    case XElement element when element.Name == Text + "s" && open.Count == 0:
                        line.Append(' ', int.Parse((string?)element.Attribute(Text + "c") ?? "1", CultureInfo.InvariantCulture));
                        break;
                    case XElement element when element.Name != Text + "tracked-changes" && element.Name != Office + "annotation" && element.Name != Text + "note":
                        Walk(element);
                        break;
                    default:
                        break;
                }
            }

            // The end of a paragraph inside what is dropped goes with it.
            if (parent.Name == Text + "p" || parent.Name == Text + "h")
            {
                if (open.Count == 0)
                {
                    paragraphs.Add(line.ToString().Trim());
                    line.Clear();
                }
            }
        }

        Walk(body);
        return [.. paragraphs.Where(words => words.Length > 0)];
    }

    private static string? Name(XElement annotation) => (string?)annotation.Attribute(Office + "name");

    private static bool Aside(XText text) => text.Ancestors().Any(one => one.Name == Office + "annotation" || one.Name == Text + "note");
}

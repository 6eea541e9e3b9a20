using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Workflow.Domain;

namespace Workflow.Documents.Import;

/// <summary>Comments of a Word file with the words that they speak of, gathered while the text is read.</summary>
internal sealed class WordComments
{
    private const int MostComments = 1_000;
    private const int LongestText = 4_000;
    private const int LongestQuote = 500;
    private const string TruncatedSign = "…";

    private static readonly XNamespace W = WordReader.W;
    private readonly Dictionary<string, Anchor> anchors = new(StringComparer.Ordinal);
    private readonly List<Anchor> open = [];
    private readonly XElement? part;
    private readonly XElement? extended;

    public WordComments(WordPackage package, List<ImportNote> notes)
    {
        (part, extended) = (package.Part("comments"), package.Part("commentsExtended"));
        var all = part?.Elements(W + "comment").Count() ?? 0;
        if (all > MostComments)
        {
            notes.Add(new("COMMENTS_MANY", "cả tệp", $"Tệp có {all} ghi chú; chỉ lấy {MostComments} ghi chú đầu."));
        }
    }

    /// <summary>Takes note of a mark in the text: where a comment begins, ends or is referred to.</summary>
    public void Mark(XElement mark, int paragraph)
    {
        var id = (string?)mark.Attribute(W + "id") ?? "";
        switch (mark.Name.LocalName)
        {
            case "commentRangeStart" when anchors.Count < MostComments && anchors.TryAdd(id, new Anchor { Paragraph = paragraph }):
                open.Add(anchors[id]);
                break;
            case "commentRangeEnd" when anchors.TryGetValue(id, out var ended):
                open.Remove(ended);
                break;
            case "commentReference" when anchors.Count < MostComments:
                anchors.TryAdd(id, new Anchor { Paragraph = paragraph });
                break;
            default:
                break;
        }
    }

    /// <summary>Text that stands inside every comment which is open now.</summary>
    public void Hear(string text, int paragraph)
    {
        for (var index = open.Count - 1; index >= 0; index--)
        {
            var anchor = open[index];
            if (anchor.Quote.Length == 0)
            {
                anchor.Paragraph = paragraph;
            }

            anchor.Quote.Append(text);
            if (anchor.Quote.Length > LongestQuote)
            {
                open.RemoveAt(index);
            }
        }
    }

    /// <summary>All comments that the text refers to, in the order of the file.</summary>
    public IEnumerable<SourceComment> All()
    {
        var state = (extended?.Elements() ?? []).Where(one => one.Name.LocalName == "commentEx")
            .GroupBy(one => Any(one, "paraId") ?? "", StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        var comments = (part?.Elements(W + "comment") ?? []).Take(MostComments).ToList();
        var authorOf = comments.SelectMany(one => one.Elements(W + "p").Select(paragraph => (Id: Any(paragraph, "paraId"), Author: Author(one)))).Where(pair => pair.Id is not null)
            .GroupBy(pair => pair.Id!, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First().Author, StringComparer.Ordinal);
        foreach (var comment in comments)
        {
            var text = Cut(string.Join('\n', comment.Elements(W + "p").Select(paragraph => string.Concat(paragraph.Descendants(W + "t").Select(piece => piece.Value)).Trim()).Where(line => line.Length > 0)), LongestText);
            if (text.Length == 0 || !anchors.TryGetValue((string?)comment.Attribute(W + "id") ?? "", out var anchor))
            {
                continue;
            }

            var mine = comment.Elements(W + "p").LastOrDefault() is { } last && Any(last, "paraId") is { } id ? state.GetValueOrDefault(id) : null;
            yield return new(new ImportedComment(ImportedCommentKind.Comment, Author(comment), Time((string?)comment.Attribute(W + "date")), Letters.Clean(text), Quote(anchor), null, anchor.Paragraph)
            {
                IsResolved = mine is not null && Any(mine, "done") is "1" or "true",
                AnswerTo = mine is not null && Any(mine, "paraIdParent") is { } parent ? authorOf.GetValueOrDefault(parent) : null,
            });
        }
    }

    /// <summary>The name that a change or a comment bears.</summary>
    public static string Author(XElement element) => Cut(Letters.Clean(((string?)element.Attribute(W + "author") ?? "").Trim()), 200) is { Length: > 0 } name ? name : "không ghi tên";

    /// <summary>Word writes local time and calls it UTC, so the clock on the wall is what counts.</summary>
    public static DateTimeOffset? Time(string? written) => written is not null
        && DateTime.TryParse(written.TrimEnd('Z'), CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) && at.Year is > 1990 and < 2200
        ? VietnamTime.At(DateOnly.FromDateTime(at), TimeOnly.FromDateTime(at)) : null;

    private static string? Any(XElement element, string name) => element.Attributes().FirstOrDefault(one => one.Name.LocalName == name)?.Value;

    private static string Quote(Anchor anchor) => Cut(string.Join(' ', anchor.Quote.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), LongestQuote);

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..most] + TruncatedSign;

    private sealed class Anchor
    {
        public int Paragraph { get; set; }

        public StringBuilder Quote { get; } = new();
    }
}

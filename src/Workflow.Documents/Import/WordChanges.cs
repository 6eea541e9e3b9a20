using System.Xml.Linq;
using Workflow.Domain.Texts;

namespace Workflow.Documents.Import;

/// <summary>Tracked changes of a Word file: how many there are and whose, and what each proposes when they are to be kept.</summary>
internal sealed class WordChanges(TrackedChanges tracked)
{
    private const int MostProposals = 2_000;
    private const int LongestWords = 2_000;
    private const int Context = 40;
    private const int MostAuthors = 5;

    private static readonly XNamespace W = WordReader.W;
    private readonly HashSet<string> authors = new(StringComparer.Ordinal);
    private readonly List<Proposal> proposals = [];
    private int count;

    /// <summary>Whether an element is a tracked change of text.</summary>
    public static bool Is(XElement node) => node.Name.Namespace == W && node.Name.LocalName is "ins" or "moveTo" or "del" or "moveFrom";

    /// <summary>Whether what a change holds stands in the text that is read.</summary>
    public bool IsShown(XElement change) => change.Name.LocalName is "ins" or "moveTo" ? tracked == TrackedChanges.Accept : tracked != TrackedChanges.Accept;

    /// <summary>Whether the mark of a paragraph is gone: deleted and accepted, or inserted and not accepted.</summary>
    public bool MarkIsGone(XElement? properties) => properties?.Element(W + "rPr") is { } mark && (tracked == TrackedChanges.Accept
        ? mark.Element(W + "del") is not null || mark.Element(W + "moveFrom") is not null
        : mark.Element(W + "ins") is not null || mark.Element(W + "moveTo") is not null);

    /// <summary>Whether a row or a cell of a table is gone.</summary>
    public bool IsGone(XElement? properties)
    {
        var (added, removed) = (properties?.Element(W + "ins") ?? properties?.Element(W + "cellIns"), properties?.Element(W + "del") ?? properties?.Element(W + "cellDel"));
        if ((added ?? removed) is { } change)
        {
            Count(change);
        }

        return tracked == TrackedChanges.Accept ? removed is not null : added is not null;
    }

    /// <summary>Counts a change and remembers its author.</summary>
    public void Count(XElement change)
    {
        count++;
        if (authors.Count < MostAuthors)
        {
            authors.Add(WordComments.Author(change));
        }
    }

    /// <summary>Keeps a change as a proposal, when that is wanted. An insertion right behind a deletion of one author is a replacement.</summary>
    /// <param name="change">The change.</param>
    /// <param name="paragraph">Number of the paragraph.</param>
    /// <param name="before">The text before it in that paragraph.</param>
    /// <param name="start">How many letters of the paragraph stand before it.</param>
    public void Propose(XElement change, int paragraph, string before, int start)
    {
        var words = string.Concat(change.Descendants().Where(one => one.Name == W + "t" || one.Name == W + "delText").Select(one => one.Value));
        if (tracked != TrackedChanges.Keep || words.Length is 0 or > LongestWords || proposals.Count >= MostProposals)
        {
            return;
        }

        var author = WordComments.Author(change);
        var at = WordComments.Time((string?)change.Attribute(W + "date"));
        var isNew = change.Name.LocalName is "ins" or "moveTo";
        var last = proposals.Count > 0 ? proposals[^1] : null;
        if (last is not null && last.Paragraph == paragraph && last.Author == author && last.End == start && (isNew || last.New.Length == 0))
        {
            proposals[^1] = isNew ? last with { New = last.New + words } : last with { Old = last.Old + words, End = start + words.Length };
            return;
        }

        proposals.Add(isNew
            ? new(paragraph, author, at, "", words, Tail(before), start)
            : new(paragraph, author, at, words, "", "", start + words.Length));
    }

    /// <summary>Proposals in reading order; an insertion is told by the words that it follows.</summary>
    public IEnumerable<SourceComment> Proposals() => proposals.Select(one => new SourceComment(
        new ImportedComment(ImportedCommentKind.Proposal, one.Author, one.At, Letters.Clean(one.Old.Length > 0 ? one.New : one.Before + one.New), Letters.Clean(one.Old.Length > 0 ? one.Old : one.Before), null, one.Paragraph)));

    /// <summary>Says how many there were and what became of them; null when there were none.</summary>
    public ImportNote? Note() => count == 0 ? null : new("TRACKED", "cả tệp", $"Tệp còn {count} chỗ theo dõi sửa đổi (của {string.Join(", ", authors)}{(authors.Count == MostAuthors ? " và người khác" : "")}); " + tracked switch
    {
        TrackedChanges.Accept => "đã lấy nội dung như khi chấp nhận tất cả.",
        TrackedChanges.Reject => "đã lấy nội dung gốc, bỏ tất cả sửa đổi.",
        _ => "đã lấy nội dung gốc, mỗi sửa đổi thành một đề nghị sửa.",
    });

    private static string Tail(string text) => text.Length <= Context ? text : text[^Context..][(text[^Context..].IndexOf(' ', StringComparison.Ordinal) + 1)..];

    private sealed record Proposal(int Paragraph, string Author, DateTimeOffset? At, string Old, string New, string Before, int End);
}

using Workflow.Documents.Anchoring;
using Workflow.Domain.Texts;

namespace Workflow.Documents.Redline;

/// <summary>What the office said to a comment.</summary>
public sealed record RedlineAnswer(string Author, DateTimeOffset At, string Text);

/// <summary>A comment that stands beside the changes in the Word file.</summary>
/// <param name="Author">As people are shown it.</param>
/// <param name="Place">Where it stands; null when its words are gone from both texts: then it stands at the title and says so.</param>
/// <param name="Answer">The answer, which settles it; null for what is still open.</param>
public sealed record RedlineComment(string Author, DateTimeOffset At, string Text, RedlinePlace? Place, RedlineAnswer? Answer = null)
{
    /// <summary>What stands before the words of a comment that has no place.</summary>
    public const string Lost = "(Mất chỗ neo: đoạn được góp ý không còn trong hai bản.) ";
}

/// <summary>Words of one of the two texts that are compared.</summary>
/// <param name="IsOld">Of the old text, which may be gone in the new one.</param>
/// <param name="Start">First character in the clause's text (without label), 0-based.</param>
/// <param name="Length">Characters; 0 for the whole clause.</param>
public sealed record RedlinePlace(bool IsOld, string ClauseId, int Start, int Length)
{
    /// <summary>
    /// The place of a comment on <paramref name="clauseId"/> of <paramref name="written"/>: the same words in the new text, else in the old one, else what
    /// is left of them in either; null when they are in neither.
    /// </summary>
    /// <param name="start">Where its words stood in that clause, -1 when that is not known.</param>
    public static RedlinePlace? Of(string clauseId, string quote, int start, DraftText written, DraftText before, DraftText after)
    {
        var (late, early) = (CommentAnchor.Carry(clauseId, quote, written, after, start), CommentAnchor.Carry(clauseId, quote, written, before, start));
        return late.Kind is AnchorKind.Exact or AnchorKind.Moved ? In(false, late)
            : early.Kind is AnchorKind.Exact or AnchorKind.Moved ? In(true, early)
            : late.Kind == AnchorKind.Fuzzy ? In(false, late)
            : early.Kind == AnchorKind.Fuzzy ? In(true, early)
            : null;
    }

    private static RedlinePlace In(bool isOld, AnchorPlacement place) => new(isOld, place.ClauseId!, place.Start, place.Length);
}

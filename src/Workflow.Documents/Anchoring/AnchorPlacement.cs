namespace Workflow.Documents.Anchoring;

/// <summary>How sure the place of a comment in a later version is.</summary>
public enum AnchorKind
{
    /// <summary>The same words in the same clause; for a comment on a whole clause, the same clause.</summary>
    Exact,

    /// <summary>The same words, in another clause now.</summary>
    Moved,

    /// <summary>At least half of the words, edited; or a clause that took most of the words in. Worth a question to the author.</summary>
    Fuzzy,

    /// <summary>The words are gone. Never guessed: shown beside the text.</summary>
    Lost,
}

/// <summary>Where a comment stands in a later version.</summary>
/// <param name="ClauseId">The clause; of a lost one the clause in which the words stood, or null when that is gone as well.</param>
/// <param name="Start">First character in the clause's text (without label), 0-based; 0 for a whole clause.</param>
/// <param name="Length">Characters; 0 when the comment speaks of the whole clause or its words are lost.</param>
public sealed record AnchorPlacement(AnchorKind Kind, string? ClauseId, int Start, int Length);

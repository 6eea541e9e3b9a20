namespace Workflow.Documents.Import;

/// <summary>What somebody wrote beside the text of a Word file.</summary>
public enum ImportedCommentKind
{
    /// <summary>A comment.</summary>
    Comment,

    /// <summary>A tracked change that the uploader wants kept as a proposal.</summary>
    Proposal,
}

/// <summary>A comment or a tracked change of a Word file, with the place it speaks of.</summary>
/// <param name="Kind">Which of the two.</param>
/// <param name="Author">As written in the file; nobody has proved it.</param>
/// <param name="At">As written in the file. Word writes the clock of its own machine, which is taken for Vietnam's.</param>
/// <param name="Text">The comment; of a proposal the words that are to stand there, empty when the quote is to go.</param>
/// <param name="Quote">The words it speaks of, or empty.</param>
/// <param name="ClauseId">The clause, or null outside the body.</param>
/// <param name="Line">Number of the paragraph in the file.</param>
public sealed record ImportedComment(ImportedCommentKind Kind, string Author, DateTimeOffset? At, string Text, string Quote, string? ClauseId, int Line)
{
    /// <summary>Whether somebody ticked it off in Word.</summary>
    public bool IsResolved { get; init; }

    /// <summary>Author of the comment that this one answers, or null.</summary>
    public string? AnswerTo { get; init; }
}

/// <summary>A comment as the reader of the file meets it, before clauses exist.</summary>
internal sealed record SourceComment(ImportedComment Comment)
{
    /// <summary>Finds the clause that holds the paragraph it was written on.</summary>
    /// <param name="lines">First paragraph of each clause, in the order of the text.</param>
    /// <param name="tail">Paragraphs of recipients and signature, which are no clauses: the first, and the first behind them.</param>
    public ImportedComment At(IReadOnlyList<KeyValuePair<string, int>> lines, (int Start, int End) tail)
    {
        var outside = Comment.Line >= tail.Start && Comment.Line < tail.End;
        var line = outside ? 0 : lines.LastOrDefault(one => one.Value > 0 && one.Value <= Comment.Line).Value;

        // A paragraph comes before its notes, which bear its number.
        return Comment with { ClauseId = line == 0 ? null : lines.First(one => one.Value == line).Key };
    }
}

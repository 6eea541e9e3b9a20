using Workflow.Domain.Texts;

namespace Workflow.Documents.Anchoring;

/// <summary>A change of wording that somebody proposes: these words out, those in. No words out: an insertion; none in: a deletion.</summary>
/// <param name="Key">By which its fate is told.</param>
/// <param name="ClauseId">The clause it was written on.</param>
/// <param name="Start">First character of the words in the clause's text (without label), 0-based.</param>
/// <param name="Quote">The words to go; empty for an insertion.</param>
/// <param name="Text">The words to come; empty for a deletion.</param>
/// <param name="Written">The version it was written on.</param>
public sealed record WordingChange(Guid Key, string ClauseId, int Start, string Quote, string Text, DraftText Written);

/// <summary>Why a change cannot be made as it is.</summary>
public enum Collision
{
    /// <summary>Its words are no longer there, or no longer the same.</summary>
    WordsChanged,

    /// <summary>Another of the chosen ones changes the same words.</summary>
    SameWords,
}

/// <summary>The text with the changes that could be made, and those that could not.</summary>
public sealed record WordingResult(DraftText Text, IReadOnlyList<(Guid Key, Collision Why)> Collisions);

/// <summary>Makes several proposed changes of wording at once; each keeps the bold and italic of the words around it.</summary>
public static class WordingChanges
{
    /// <summary>Makes them in <paramref name="text"/>. Nothing is guessed: what does not stand there word for word is a collision, and so are two that touch the same words.</summary>
    public static WordingResult Apply(DraftText text, IReadOnlyList<WordingChange> changes)
    {
        var placed = changes.Select(change => (Change: change, Place: Place(text, change))).ToList();
        var collisions = placed.Where(one => one.Place is null).Select(one => (one.Change.Key, Collision.WordsChanged)).ToList();
        var edits = new List<(WordingChange Change, string ClauseId, int Start, int Length)>();
        foreach (var (change, place) in placed)
        {
            if (place is var (clauseId, start, length))
            {
                if (edits.Exists(other => other.ClauseId == clauseId && Touch(other.Start, other.Length, start, length)))
                {
                    collisions.Add((change.Key, Collision.SameWords));
                }
                else
                {
                    edits.Add((change, clauseId, start, length));
                }
            }
        }

        var byClause = edits.ToLookup(edit => edit.ClauseId, StringComparer.Ordinal);
        var clauses = text.Clauses.Select(clause => byClause[clause.Id].OrderByDescending(edit => edit.Start)
            .Aggregate(clause, (now, edit) => With(now, Spliced(now.Runs, edit.Start, edit.Length, edit.Change.Text.Normalize()))));
        return new(text with { Clauses = [.. clauses.Where(clause => clause.Rows is not null || clause.FullText.Length > 0)] }, collisions);
    }

    /// <summary>Where the words of a change stand in a text; null when they do not stand there any more, word for word.</summary>
    public static (string ClauseId, int Start, int Length)? Place(DraftText text, WordingChange change)
    {
        var was = change.Written.Clauses.FirstOrDefault(clause => clause.Id == change.ClauseId);
        var now = text.Clauses.FirstOrDefault(clause => clause.Id == change.ClauseId);
        if (was is null or { Rows: not null } || now is { Rows: not null })
        {
            return null;
        }

        if (change.Quote.Length == 0)
        {
            return now is not null && now.Text == was.Text && change.Start <= now.Text.Length ? (now.Id, change.Start, 0) : null;
        }

        if (now is not null && now.Text == was.Text && change.Start + change.Quote.Length <= now.Text.Length && now.Text.AsSpan(change.Start, change.Quote.Length).SequenceEqual(change.Quote))
        {
            return (now.Id, change.Start, change.Quote.Length);
        }

        return CommentAnchor.Carry(change.ClauseId, change.Quote, change.Written, text, change.Start) is { Kind: AnchorKind.Exact or AnchorKind.Moved, Length: > 0, ClauseId: { } id } found
            && text.Clauses.First(clause => clause.Id == id) is { Rows: null } target && target.Text.AsSpan(found.Start, found.Length).SequenceEqual(change.Quote)
            ? (id, found.Start, found.Length)
            : null;
    }

    // Two insertions at one point have no order that anybody meant.
    private static bool Touch(int start, int length, int otherStart, int otherLength) =>
        start == otherStart || (start < otherStart + otherLength && otherStart < start + length);

    private static Clause With(Clause clause, List<TextRun> runs) => clause with
    {
        Runs = runs,
        RunInHeading = clause.RunInHeading is { } heading && string.Concat(runs.Select(run => run.Text)).StartsWith(heading, StringComparison.Ordinal) ? heading : null,
    };

    // What comes in looks like what goes out, or like what stands before it.
    private static List<TextRun> Spliced(IReadOnlyList<TextRun> runs, int start, int length, string text)
    {
        var result = new List<TextRun>();
        var at = 0;
        var put = false;
        foreach (var run in runs)
        {
            var (from, to) = (Math.Clamp(start - at, 0, run.Text.Length), Math.Clamp(start + length - at, 0, run.Text.Length));
            var here = !put && start <= at + run.Text.Length && (length == 0 || start < at + run.Text.Length);
            Add(run with { Text = run.Text[..from] });
            if (here)
            {
                Add(run with { Text = text, Superscript = false });
                put = true;
            }

            Add(run with { Text = run.Text[to..] });
            at += run.Text.Length;
        }

        if (!put)
        {
            Add(runs.Count > 0 ? runs[^1] with { Text = text, Superscript = false } : new TextRun(text));
        }

        return result;

        void Add(TextRun run)
        {
            if (run.Text.Length > 0)
            {
                if (result.Count > 0 && result[^1] with { Text = "" } == run with { Text = "" })
                {
                    result[^1] = run with { Text = result[^1].Text + run.Text };
                }
                else
                {
                    result.Add(run);
                }
            }
        }
    }
}

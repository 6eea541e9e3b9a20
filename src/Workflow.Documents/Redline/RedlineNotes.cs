using Workflow.Documents.Layout;
using Workflow.Domain.Texts;

namespace Workflow.Documents.Redline;

/// <summary>The footnotes of two versions: each belongs to the paragraph before it and is written where its mark stands.</summary>
internal sealed class RedlineNotes
{
    private const double NotePt = 11;
    private readonly WordFile file;
    private readonly TrackedMarkup markup;
    private readonly Dictionary<Clause, List<Clause>> before;
    private readonly Dictionary<Clause, List<Clause>> after;
    private readonly Dictionary<Clause, ClauseChange> changes = new(ReferenceEqualityComparer.Instance);

    public RedlineNotes(WordFile file, TrackedMarkup markup, DraftText before, DraftText after, Comparison comparison)
    {
        (this.file, this.markup, this.before, this.after) = (file, markup, Owned(before), Owned(after));
        foreach (var change in comparison.Changes)
        {
            foreach (var note in new[] { change.Before, change.After }.OfType<Clause>().Where(clause => clause.Kind == ClauseKind.Footnote))
            {
                changes[note] = change;
            }
        }
    }

    /// <summary>Whether this is the change of a footnote that its paragraph writes.</summary>
    public bool AreWrittenElsewhere(ClauseChange change) => change.After is { } now ? Owns(after, now) : Owns(before, change.Before!);

    /// <summary>The notes of old paragraphs, to be taken one by one.</summary>
    public List<Clause> Before(IEnumerable<Clause> paragraphs) => [.. paragraphs.SelectMany(paragraph => before.GetValueOrDefault(paragraph) ?? [])];

    /// <summary>The notes of new paragraphs, to be taken one by one.</summary>
    public List<Clause> After(IEnumerable<Clause> paragraphs) => [.. paragraphs.SelectMany(paragraph => after.GetValueOrDefault(paragraph) ?? [])];

    /// <summary>Writes a piece of text of one fate, with real footnotes for the marks of <paramref name="was"/> and <paramref name="now"/>, which it takes out.</summary>
    public string Write(DiffKind kind, IEnumerable<TextRun> runs, double size, List<Clause> was, List<Clause> now)
    {
        var written = new System.Text.StringBuilder();
        foreach (var run in runs)
        {
            var rest = run.Text;
            while (Next(rest, kind == DiffKind.Inserted ? [] : was, kind == DiffKind.Deleted ? [] : now) is var (at, mark))
            {
                written.Append(Text(kind, run with { Text = rest[..at] }, size)).Append(Reference(kind, Take(was, mark, kind != DiffKind.Inserted), Take(now, mark, kind != DiffKind.Deleted)));
                rest = rest[(at + mark.Length)..];
            }

            written.Append(Text(kind, run with { Text = rest }, size));
        }

        return written.ToString();
    }

    /// <summary>Notes whose mark does not stand in the text are put at its end: nothing is lost.</summary>
    public string WriteRest(List<Clause> was, List<Clause> now) => string.Concat(
    [
        .. now.Select(note => changes[note] is { Before: { } old } && was.Remove(old) ? Reference(DiffKind.Same, old, note) : Reference(DiffKind.Inserted, null, note)),
        .. was.Select(note => Reference(DiffKind.Deleted, note, null)),
    ]);

    private static Dictionary<Clause, List<Clause>> Owned(DraftText text)
    {
        var owned = new Dictionary<Clause, List<Clause>>(ReferenceEqualityComparer.Instance);
        Clause? owner = null;
        foreach (var clause in text.Clauses)
        {
            if (clause.Kind != ClauseKind.Footnote)
            {
                owner = clause.Kind == ClauseKind.Table ? null : clause;
            }
            else if (owner is not null)
            {
                (owned.TryGetValue(owner, out var notes) ? notes : owned[owner] = []).Add(clause);
            }
        }

        return owned;
    }

    private static bool Owns(Dictionary<Clause, List<Clause>> owned, Clause note) => owned.Values.Any(notes => notes.Contains(note, ReferenceEqualityComparer.Instance));

    private static (int At, string Mark)? Next(string text, List<Clause> was, List<Clause> now) => was.Concat(now)
        .Select(note => (At: text.IndexOf(note.Label, StringComparison.Ordinal), Mark: note.Label)).Where(found => found.At >= 0 && found.Mark.Length > 0)
        .OrderBy(found => found.At).ThenByDescending(found => found.Mark.Length).Cast<(int, string)?>().FirstOrDefault();

    private static Clause? Take(List<Clause> notes, string mark, bool may)
    {
        var note = may ? notes.Find(one => one.Label == mark) : null;
        _ = note is not null && notes.Remove(note);
        return note;
    }

    private string Text(DiffKind kind, TextRun run, double size) => run.Text.Length == 0 ? "" : markup.Runs(kind, WordFile.Runs([run], size));

    private string Reference(DiffKind kind, Clause? was, Clause? now)
    {
        string Whole(DiffKind fate, Clause? note) => note is null ? "" : markup.Runs(fate, WordFile.Runs(note.Runs, NotePt));
        var content = kind switch
        {
            DiffKind.Inserted => Whole(DiffKind.Inserted, now),
            DiffKind.Deleted => Whole(DiffKind.Deleted, was),
            _ when was is not null && now is not null => Compared(was, now),
            _ => Whole(DiffKind.Deleted, was) + Whole(DiffKind.Inserted, now),
        };
        return markup.Runs(kind, file.Footnote(WordFile.Run(" ", NotePt) + content));
    }

    private string Compared(Clause was, Clause now)
    {
        var (before, after) = (new RunCursor(was.Runs), new RunCursor(now.Runs));
        return string.Concat(RedlinePieces.Cut(WordDiff.Compare(was.Text, now.Text), before, after).Select(part => markup.Runs(part.Kind, WordFile.Runs(part.Runs, NotePt))));
    }
}

using Workflow.Documents.Layout;
using Workflow.Domain.Layouts;
using Workflow.Domain.Texts;

namespace Workflow.Documents.Redline;

/// <summary>A Word file with real tracked changes: accepting all gives the new text, refusing all the old one. Beside them stand the comments that led to them, and those still open.</summary>
public static class RedlineDocx
{
    /// <summary>Writes the .docx; author and time stand at each change. The same input gives the same bytes.</summary>
    public static byte[] Render(DraftText before, DraftText after, string author, DateTimeOffset at, LayoutProfile profile, IReadOnlyList<RedlineComment>? comments = null)
    {
        var file = new WordFile(profile);
        var markup = new TrackedMarkup(author, at);
        var comparison = TextComparison.Compare(before, after);
        var notes = new RedlineNotes(file, markup, before, after, comparison);
        var marks = new RedlineMarks(file, before, after, comments ?? []);
        var bodyBegan = false;
        foreach (var change in comparison.Changes)
        {
            var clause = (change.After ?? change.Before)!;
            if (!bodyBegan && clause.Id is not ("title" or "subject"))
            {
                file.Add(WordFile.Paragraph(WordFile.Run("-----", profile.SubjectPt, true), "center"));
                bodyBegan = true;
            }

            if (clause.Kind == ClauseKind.Table)
            {
                file.Add(RedlineTable.Of(change.Before, change.After, Bookmark(change, markup), markup, marks, file.Width) + WordFile.Paragraph("", line: 6));
            }
            else if (clause.Kind != ClauseKind.Footnote || !notes.AreWrittenElsewhere(change))
            {
                file.Add(Paragraphs(change, clause, Bookmark(change, markup), markup, notes, marks, profile));
            }
        }

        return file.Save("So sánh: " + after.Title);
    }

    // Only the body's clauses have ids to carry; a deleted one has no place to carry it to.
    private static string Bookmark(ClauseChange change, TrackedMarkup markup) => change.After is { } clause && !IsFixed(clause) ? markup.Bookmark(clause.Id) : "";

    private static string Paragraphs(ClauseChange change, Clause clause, string bookmark, TrackedMarkup markup, RedlineNotes notes, RedlineMarks marks, LayoutProfile profile)
    {
        IReadOnlyList<Clause> was = change.Before is null ? [] : change.Kind == ChangeKind.Merged ? change.Parts : [change.Before];
        IReadOnlyList<Clause> now = change.After is null ? [] : change.Kind == ChangeKind.Split ? change.Parts : [change.After];
        var fate = was.Count == 0 ? DiffKind.Inserted : now.Count == 0 ? DiffKind.Deleted : DiffKind.Same;
        var pieces = fate == DiffKind.Same ? change.Pieces : [new DiffPiece(fate, clause.FullText.Normalize())];
        var (notesWere, notesAre) = (notes.Before(was), notes.After(now));
        var parts = RedlineMarks.Put(RedlinePieces.Cut(pieces, RunCursor.Of(was), RunCursor.Of(now)), [.. marks.Of(true, was), .. marks.Of(false, now)], markup);
        var paragraphs = RedlinePieces.Paragraphs(parts, fate);
        return string.Concat(paragraphs.Select((paragraph, index) =>
        {
            var runs = string.Concat(paragraph.Runs.Select(part => part.Mark ?? notes.Write(part.Kind, part.Runs, profile.BodyPt, notesWere, notesAre)));
            return Paragraph((index == 0 ? bookmark : "") + runs + (index == paragraphs.Count - 1 ? notes.WriteRest(notesWere, notesAre) : ""), clause, profile, markup.ParagraphEnd(paragraph.End));
        }));
    }

    private static string Paragraph(string runs, Clause clause, LayoutProfile profile, string? end) => clause.Id switch
    {
        "authority" or "position" or "signer" => WordFile.Paragraph(runs, "right", profile.BeforePt, profile.LinePt, mark: end),
        "title" or "subject" => WordFile.Paragraph(runs, "center", profile.BeforePt, profile.LinePt, mark: end),
        _ when clause is { Kind: ClauseKind.Heading, Level: 0 } => WordFile.Paragraph(runs, "center", profile.BeforePt, profile.LinePt, keepNext: true, mark: end, outline: 0),
        _ when clause.Kind == ClauseKind.Heading => WordFile.Paragraph(runs, "both", profile.BeforePt, profile.LinePt, profile.IndentMm, keepNext: true, mark: end, outline: Math.Min(clause.Level, 8)),
        _ => WordFile.Paragraph(runs, "both", profile.BeforePt, profile.LinePt, profile.IndentMm, mark: end),
    };

    private static bool IsFixed(Clause clause) => clause.Id is "title" or "subject" or "authority" or "position" or "signer" or "recipients" || clause.Id.StartsWith("recipient-", StringComparison.Ordinal);
}

using Workflow.Domain.Layouts;
using Workflow.Domain.Texts;

namespace Workflow.Documents.Layout;

/// <summary>
/// Footnotes at the foot of the page on which their mark stands. A note that does not fit goes on at the foot of the next page.
/// </summary>
internal sealed class Footnotes(PdfPages pages, LayoutProfile profile)
{
    // The rule above the notes with the room around it.
    private const double Separator = 8;

    private readonly List<(TextLine Line, Tagged Tag)> here = [];
    private readonly Queue<(TextLine Line, Tagged Tag)> waiting = [];

    /// <summary>Notes remain that found no room on the pages so far.</summary>
    public bool Waiting => waiting.Count > 0;

    /// <summary>The clauses without the footnotes, each with the notes that follow it.</summary>
    public static IEnumerable<(Clause Clause, List<Clause> Notes)> Of(IReadOnlyList<Clause> clauses)
    {
        for (var index = 0; index < clauses.Count;)
        {
            // A text that begins with a note has no mark for it; the note is then a paragraph.
            var clause = clauses[index].Kind == ClauseKind.Footnote ? clauses[index] with { Kind = ClauseKind.Paragraph } : clauses[index];
            List<Clause> notes = [.. clauses.Skip(index + 1).TakeWhile(next => next.Kind == ClauseKind.Footnote)];
            index += 1 + notes.Count;
            yield return (clause, notes);
        }
    }

    public List<TextLine> Break(Clause note) =>
        [.. LineBreaking.Lines(LineBreaking.Pieces(note.Runs.Prepend(new TextRun(note.Label + " ", Superscript: note.Label.Length > 0 && char.IsAsciiDigit(note.Label[0]))), profile.FootnotePt), pages.Width, 0)];

    /// <summary>Room that so many more lines of notes take at the foot of this page.</summary>
    public double Height(int lines) => lines == 0 ? 0 : (lines * profile.FootnoteLinePt) + (here.Count == 0 ? Separator : 0);

    /// <summary>Puts a note at the foot of this page, as much of it as fits; the rest waits for the next one.</summary>
    public void Add(IReadOnlyList<TextLine> lines)
    {
        var tag = pages.Tag("Note");
        foreach (var line in lines)
        {
            waiting.Enqueue((line, tag));
        }

        Place(0);
    }

    /// <summary>Draws the notes of this page, turns the page and begins its foot with what waited.</summary>
    public void TurnPage(double keep)
    {
        Draw();
        pages.NewPage();
        Place(keep);
    }

    public void Draw()
    {
        if (here.Count == 0)
        {
            return;
        }

        var y = pages.Bottom + (Separator / 2);
        pages.Rule(pages.Left, y, pages.Width / 3, 0.5);
        y += Separator / 2;
        foreach (var (line, tag) in here)
        {
            pages.Line(line, pages.Left, y, profile.FootnoteLinePt, tag, line.IsLast ? null : pages.Width);
            y += profile.FootnoteLinePt;
        }

        here.Clear();
    }

    private void Place(double keep)
    {
        while (waiting.Count > 0 && pages.Fits(Height(1) + keep))
        {
            pages.Reserve(Height(1));
            here.Add(waiting.Dequeue());
        }
    }
}

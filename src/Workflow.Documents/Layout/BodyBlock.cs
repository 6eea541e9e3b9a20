using Workflow.Domain.Layouts;
using Workflow.Domain.Texts;

namespace Workflow.Documents.Layout;

/// <summary>The text: justified paragraphs, headings that stay with what follows, tables, footnotes at the foot of the page.</summary>
internal sealed class BodyBlock(PdfPages pages, LayoutProfile profile)
{
    private readonly List<(Clause Clause, IReadOnlyList<TextLine> Lines, List<Clause> Notes)> headings = [];
    private readonly Footnotes footnotes = new(pages, profile);

    private double Indent => WordFile.PointsOfMm(profile.IndentMm);

    public void Add(Clause clause, List<Clause> notes)
    {
        switch (clause.Kind)
        {
            case ClauseKind.Heading:
                // A heading waits until it is known where the first lines after it stand.
                headings.Add((clause, Lines(clause), notes));
                break;
            case ClauseKind.Table when clause.Rows is { Count: > 0 } rows:
                FlushHeadings(profile.LinePt * 2);
                TableBlock.Draw(pages, profile, rows, Turn);
                notes.ForEach(note => footnotes.Add(footnotes.Break(note)));
                break;
            case ClauseKind.Paragraph:
                Paragraph(Lines(clause), notes, pages.Tag("P"));
                break;
            default:
                break;
        }
    }

    public void Finish()
    {
        FlushHeadings(0);
        while (footnotes.Waiting)
        {
            footnotes.TurnPage(0);
        }

        footnotes.Draw();
    }

    private IReadOnlyList<TextLine> Lines(Clause clause)
    {
        var heading = clause.Kind == ClauseKind.Heading;
        var runs = clause.Label.Length > 0 ? clause.Runs.Prepend(new TextRun(clause.Label + " ", clause.Runs.Count > 0 && clause.Runs[0].Bold)) : clause.Runs;
        return LineBreaking.Lines(LineBreaking.Pieces(runs, profile.BodyPt, bold: heading), pages.Width, heading && clause.Level == 0 ? 0 : Indent);
    }

    private void Paragraph(IReadOnlyList<TextLine> lines, List<Clause> notes, Tagged tag)
    {
        FlushHeadings(profile.BeforePt + (profile.LinePt * Math.Min(2, lines.Count)));
        var marks = Marks(lines, notes);
        for (var index = 0; index < lines.Count;)
        {
            var gap = pages.AtTop || index > 0 ? 0 : profile.BeforePt;
            var take = Take(lines.Count - index, index, gap, marks);
            if (take == 0)
            {
                Turn();
                continue;
            }

            pages.Y += gap;
            for (var end = index + take; index < end; index++)
            {
                Draw(lines[index], index == 0 ? Indent : 0, tag);
            }

            foreach (var (_, note) in marks.Where(mark => mark.Line >= index - take && mark.Line < index))
            {
                footnotes.Add(note);
            }

            if (index < lines.Count)
            {
                Turn();
            }
        }
    }

    /// <summary>How many of the lines that are left go on this page with their notes: two at least on either side of a page break.</summary>
    private int Take(int left, int index, double gap, List<(int Line, List<TextLine> Note)> marks)
    {
        int take = 0, noted = 0;
        for (; take < left; take++)
        {
            var more = noted + marks.Where(mark => mark.Line == index + take).Sum(mark => mark.Note.Count);
            if (!pages.Fits(gap + ((take + 1) * profile.LinePt) + footnotes.Height(more)))
            {
                break;
            }

            noted = more;
        }

        if (take < left)
        {
            take = Math.Min(take, left - 2);
            take = take < 2 ? 0 : take;
        }

        // On a fresh page something must go down, however long its notes are: what does not fit of them waits.
        return take > 0 || !pages.AtTop ? take : Math.Max(1, Math.Min(left, Math.Min(2, (int)(pages.Room / profile.LinePt))));
    }

    private List<(int Line, List<TextLine> Note)> Marks(IReadOnlyList<TextLine> lines, List<Clause> notes) => [.. notes.Select(note =>
    {
        var line = note.Label.Length == 0 ? -1 : lines.ToList().FindIndex(one => one.Pieces.Any(piece => piece.Text.Contains(note.Label, StringComparison.Ordinal) && (piece.Raised || !char.IsAsciiLetterOrDigit(note.Label[0]))));
        return (line < 0 ? lines.Count - 1 : line, footnotes.Break(note));
    })];

    private void FlushHeadings(double following)
    {
        if (headings.Count == 0)
        {
            return;
        }

        // A pile of headings higher than a page cannot stay together.
        var height = headings.Sum(heading => profile.BeforePt + (profile.LinePt * heading.Lines.Count)) + following;
        var together = height <= pages.WholeHeight;
        if (together && !pages.Fits(height) && !pages.AtTop)
        {
            Turn();
        }

        foreach (var (clause, lines, notes) in headings)
        {
            pages.Y += pages.AtTop ? 0 : profile.BeforePt;
            if (!pages.Fits(profile.LinePt * Math.Min(2, lines.Count)) && !pages.AtTop)
            {
                Turn();
            }

            pages.Bookmarks.Add((clause.FullText, clause.Level + 1, pages.Page, pages.Y));
            var tag = pages.Tag("H" + Math.Min(6, clause.Level + 2));
            for (var index = 0; index < lines.Count; index++)
            {
                if (!pages.Fits(profile.LinePt) && !pages.AtTop)
                {
                    Turn();
                }

                if (clause.Level == 0)
                {
                    pages.Line(lines[index], pages.Left + ((pages.Width - lines[index].Width) / 2), pages.Y, profile.LinePt, tag);
                    pages.Y += profile.LinePt;
                }
                else
                {
                    Draw(lines[index], index == 0 ? Indent : 0, tag);
                }
            }

            notes.ForEach(note => footnotes.Add(footnotes.Break(note)));
        }

        headings.Clear();
    }

    private void Draw(TextLine line, double indent, Tagged tag)
    {
        pages.Line(line, pages.Left + indent, pages.Y, profile.LinePt, tag, line.IsLast ? null : pages.Width - indent);
        pages.Y += profile.LinePt;
    }

    // Notes that wait leave room for a few lines of text on the next page.
    private void Turn() => footnotes.TurnPage(4 * profile.LinePt);
}

using Workflow.Domain.Layouts;
using Workflow.Domain.Texts;
using static Workflow.Documents.Layout.WordFile;

namespace Workflow.Documents.Layout;

/// <summary>The same paper as <see cref="OfficialPdf"/>, for Word. Hidden bookmarks carry the clause ids through an editor and back.</summary>
public static class OfficialDocx
{
    /// <summary>Writes the .docx.</summary>
    public static byte[] Render(OfficialPaper paper, LayoutProfile profile)
    {
        var file = new WordFile(profile);
        if (paper.Text.Clauses.Any(clause => clause.Kind == ClauseKind.Footnote))
        {
            // LibreOffice puts a line of its own before a table that opens a text with footnotes, unless a paragraph stands there.
            file.Add(Paragraph("", line: 1));
        }

        file.Add(Header(paper, profile, file.Width));
        file.Add(Title(paper, profile));
        var bookmark = 1;
        foreach (var (clause, notes) in Footnotes.Of(paper.Text.Clauses))
        {
            if (clause.Kind != ClauseKind.Table)
            {
                file.Add(Clause(clause, Bookmark(clause.Id, bookmark++), notes, file, profile));
            }
            else if (clause.Rows is { Count: > 0 } rows)
            {
                // The blank line after the table bears the marks of its notes.
                file.Add(Paragraph("", line: profile.BeforePt, keepNext: true) + BodyTable(rows, Bookmark(clause.Id, bookmark++), file.Width, profile)
                    + Paragraph(string.Concat(notes.Select(note => Note(note, file, profile))), line: profile.BeforePt));
            }
        }

        file.Add(Paragraph("", line: SignatureBlockLayout.Before) + Signature(paper, profile, file.Width) + Paragraph("", line: 1));
        return file.Save(paper.Text.Title);
    }

    internal static string Header(OfficialPaper paper, LayoutProfile profile, int width)
    {
        var left = Twips(PaperHeaderBlock.IssuerWidth(paper, profile, width / 20.0));
        string Line(string text, double size, bool bold = false, bool italic = false) => text.Length == 0 ? "" : Paragraph(Run(text, size, bold, italic), "center", line: profile.HeaderLinePt);
        // The rule below the party's name is as long as the name: a border between indents.
        var inset = Math.Max(0, (width - left - Twips(PaperHeaderBlock.RuleLength(profile))) / 2);
        var party = $"<w:p><w:pPr><w:pBdr><w:bottom w:val=\"single\" w:sz=\"{Math.Clamp((int)Math.Round(profile.RulePt * 8), 2, 24)}\" w:space=\"1\" w:color=\"auto\"/></w:pBdr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"{Twips(profile.HeaderLinePt)}\" w:lineRule=\"exact\"/><w:ind w:left=\"{Math.Max(0, inset - 20)}\" w:right=\"{Math.Max(0, inset - 20)}\"/><w:jc w:val=\"center\"/></w:pPr>{Run(profile.PartyTitle, profile.PartyTitlePt, true)}</w:p>";
        var issuer = Line(paper.SuperiorName, profile.SuperiorPt) + Line(paper.OrganizationName, profile.OrganizationPt, true) + Line(profile.Star, profile.OrganizationPt);
        return Table([left, width - left], [[issuer, party], [Line(paper.NumberLine(profile), profile.NumberPt) + Marks(paper.Marks, profile, left), Line(paper.PlaceAndDate(profile), profile.PlacePt, italic: true) + Line(paper.DraftNote ?? "", profile.DraftNotePt, italic: true)]], borders: false)
            + Paragraph("", line: PaperHeaderBlock.After);
    }

    private static readonly string[] Sides = ["top", "left", "bottom", "right"];

    private static string Marks(PaperMarks marks, LayoutProfile profile, int width)
    {
        string Line(string? text, double size) => string.IsNullOrEmpty(text) ? "" : Paragraph(Run(text.ToUpperInvariant(), size, true), "center", line: profile.HeaderLinePt);
        if (marks.Secrecy is not { Length: > 0 } secrecy)
        {
            return Line(marks.Urgency, profile.UrgencyPt) + Line(marks.Circulation, profile.CirculationPt);
        }

        // The frame: a border around the paragraph, between indents that leave the width of its words.
        var inset = Math.Max(0, (width - Twips(TrueTypeFont.Bold.Width(secrecy.ToUpperInvariant(), profile.SecrecyPt) + 4)) / 2);
        var sides = string.Concat(Sides.Select(side => $"<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"2\" w:color=\"auto\"/>"));
        return $"<w:p><w:pPr><w:pBdr>{sides}</w:pBdr><w:spacing w:before=\"{Twips(4)}\" w:after=\"{Twips(4)}\" w:line=\"{Twips(profile.HeaderLinePt)}\" w:lineRule=\"exact\"/><w:ind w:left=\"{inset}\" w:right=\"{inset}\"/><w:jc w:val=\"center\"/></w:pPr>{Run(secrecy.ToUpperInvariant(), profile.SecrecyPt, true)}</w:p>"
            + Line(marks.Urgency, profile.UrgencyPt) + Line(marks.Circulation, profile.CirculationPt);
    }

    private static string Title(OfficialPaper paper, LayoutProfile profile)
    {
        string Centre(string text, double size, double line) => text.Length == 0 ? "" : Paragraph(Run(text, size, true), "center", line: line, keepNext: true);
        return Centre(paper.Text.Type.Name.ToUpperInvariant(), profile.TypePt, profile.TypeLinePt) + Centre(paper.Text.TitleTail, profile.SubjectPt, profile.LinePt)
            + Centre(paper.Text.Subject, profile.SubjectPt, profile.LinePt) + Centre(profile.SubjectRule, profile.SubjectPt, profile.LinePt);
    }

    private static string Clause(Clause clause, string bookmark, List<Clause> notes, WordFile file, LayoutProfile profile)
    {
        var heading = clause.Kind == ClauseKind.Heading;
        var label = clause.Label.Length == 0 ? "" : Run(clause.Label + " ", profile.BodyPt, heading || (clause.Runs.Count > 0 && clause.Runs[0].Bold));
        var runs = new System.Text.StringBuilder(bookmark).Append(label);
        foreach (var run in clause.Runs.SelectMany(run => AtMarks(run, notes)))
        {
            // A mark whose footnote follows becomes a real footnote.
            if (notes.Find(one => one.Label == run.Text.Trim()) is { } note)
            {
                notes.Remove(note);
                runs.Append(Note(note, file, profile));
            }
            else
            {
                runs.Append(Runs([run], profile.BodyPt, heading));
            }
        }

        foreach (var note in notes)
        {
            runs.Append(Note(note, file, profile));
        }

        return heading && clause.Level == 0
            ? Paragraph(runs.ToString(), "center", profile.BeforePt, profile.LinePt, keepNext: true, outline: 0)
            : Paragraph(runs.ToString(), "both", profile.BeforePt, profile.LinePt, profile.IndentMm, heading, outline: heading ? Math.Min(clause.Level, 8) : null);
    }

    private static List<TextRun> AtMarks(TextRun run, List<Clause> notes)
    {
        var parts = new List<TextRun>();
        var rest = run.Text;
        while (notes.Select(note => rest.IndexOf(note.Label, StringComparison.Ordinal)).Where(at => at >= 0).DefaultIfEmpty(-1).Min() is >= 0 and var at)
        {
            var mark = notes.First(note => rest.AsSpan(at).StartsWith(note.Label, StringComparison.Ordinal)).Label;
            parts.AddRange([run with { Text = rest[..at] }, run with { Text = mark }]);
            rest = rest[(at + mark.Length)..];
        }

        parts.Add(run with { Text = rest });
        return parts;
    }

    private static string Note(Clause note, WordFile file, LayoutProfile profile) => file.Footnote(Run(" ", profile.FootnotePt) + Runs(note.Runs, profile.FootnotePt));

    private static string BodyTable(IReadOnlyList<IReadOnlyList<string>> rows, string bookmark, int width, LayoutProfile profile)
    {
        var centred = TableColumns.Centred(rows);
        string Cell(string text, bool head, bool middle, string mark) => string.Concat(text.Split('\n')
            .Select((line, index) => Paragraph((index == 0 ? mark : "") + Run(line, profile.TablePt, head), head || middle ? "center" : "left", line: profile.TableLinePt)));
        return Table(
            TableColumns.Widths(rows, width, profile.TablePt),
            rows.Select((row, index) => (IReadOnlyList<string>)[.. row.Select((cell, column) => Cell(cell, index == 0, centred[column], index == 0 && column == 0 ? bookmark : ""))]),
            borders: true,
            headerRow: profile.RepeatsTableHead);
    }

    internal static string Signature(OfficialPaper paper, LayoutProfile profile, int width)
    {
        var left = width / 2;
        var recipients = Paragraph(Run(profile.RecipientHeading, profile.RecipientHeadingPt, extra: profile.RecipientHeadingUnderlined ? "<w:u w:val=\"single\"/>" : null), "left", line: profile.LinePt)
            + string.Concat(paper.RecipientLines(profile).Select(line => Paragraph(Run(line, profile.RecipientPt), "left", line: profile.RecipientLinePt)));
        var signature = paper.Text.Signature;
        string Line(string text, double size, bool bold) => text.Length == 0 ? "" : Paragraph(Run(text, size, bold), "center", line: profile.LinePt);
        var right = Line(signature.Authority, profile.AuthorityPt, true) + Line(signature.Position, profile.PositionPt, false)
            + string.Concat(Enumerable.Repeat(Paragraph("", line: profile.LinePt), profile.SignatureLines)) + Line(signature.Name, profile.NamePt, true);
        return Table([left, width - left], [[paper.Text.Recipients.Count > 0 ? recipients : "", right]], borders: false, gutter: Twips(SignatureBlockLayout.Gutter));
    }

    // Inside the paragraph: LibreOffice takes one that stands between two paragraphs for a mark of the first.
    private static string Bookmark(string id, int number) => $"<w:bookmarkStart w:id=\"{number}\" w:name=\"_vb_{Escape(id)}\"/><w:bookmarkEnd w:id=\"{number}\"/>";
}

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
        file.Add(Header(paper, profile, file.Width));
        file.Add(Title(paper, profile));
        var bookmark = 1;
        var clauses = paper.Text.Clauses;
        for (var index = 0; index < clauses.Count; index++)
        {
            var clause = clauses[index];
            switch (clause.Kind)
            {
                case ClauseKind.Footnote:
                    // Written at its mark, with the paragraph before.
                    break;
                case ClauseKind.Table:
                    file.Add(Bookmark(clause.Id, bookmark++) + BodyTable(clause, file.Width) + Paragraph("", line: 6));
                    break;
                default:
                    var notes = clauses.Skip(index + 1).TakeWhile(next => next.Kind == ClauseKind.Footnote).ToList();
                    file.Add(Bookmark(clause.Id, bookmark++) + Clause(clause, notes, file, profile));
                    break;
            }
        }

        file.Add(Paragraph("", line: 12) + Signature(paper, profile, file.Width) + Paragraph("", line: 1));
        return file.Save(paper.Text.Title);
    }

    internal static string Header(OfficialPaper paper, LayoutProfile profile, int width)
    {
        var left = (int)(width * 0.46);
        var rule = "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"6\" w:space=\"1\" w:color=\"auto\"/></w:pBdr>";
        string Centre(string text, double size, bool bold = false, bool italic = false) => Paragraph(Run(text, size, bold, italic), "center");
        var inset = (int)((width - left - (TrueTypeFont.Bold.Width("ĐẢNG CỘNG SẢN VIỆT NAM", profile.PartyTitlePt) * 20)) / 2) - 110;
        var party = $"<w:p><w:pPr>{rule}<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"{Twips(profile.LinePt)}\" w:lineRule=\"exact\"/><w:ind w:left=\"{Math.Max(0, inset)}\" w:right=\"{Math.Max(0, inset)}\"/><w:jc w:val=\"center\"/></w:pPr>{Run("ĐẢNG CỘNG SẢN VIỆT NAM", profile.PartyTitlePt, true)}</w:p>";
        var issuer = Centre(paper.SuperiorName, 14) + Centre(paper.OrganizationName, 14, true) + Centre("*", 14) + Centre(paper.NumberLine, 14);
        var right = party + Paragraph("") + Paragraph("") + Centre(paper.PlaceAndDate, 14, italic: true) + (paper.DraftNote is { } note ? Centre(note, 14, italic: true) : "");
        return Table([left, width - left], [[issuer, right]], borders: false) + Paragraph("", line: 12);
    }

    private static string Title(OfficialPaper paper, LayoutProfile profile)
    {
        string Centre(string text, double size, double line) => text.Length == 0 ? "" : Paragraph(Run(text, size, true), "center", line: line, keepNext: true);
        return Centre(paper.Text.Type.Name.ToUpperInvariant(), profile.TypePt, profile.LinePt + 3) + Centre(paper.Text.TitleTail, profile.SubjectPt, profile.LinePt)
            + Centre(paper.Text.Subject, profile.SubjectPt, profile.LinePt) + Paragraph(Run("-----", profile.SubjectPt, true), "center");
    }

    private static string Clause(Clause clause, List<Clause> notes, WordFile file, LayoutProfile profile)
    {
        var heading = clause.Kind == ClauseKind.Heading;
        var label = clause.Label.Length == 0 ? "" : Run(clause.Label + " ", profile.BodyPt, heading || (clause.Runs.Count > 0 && clause.Runs[0].Bold));
        var runs = new System.Text.StringBuilder(label);
        foreach (var run in clause.Runs.SelectMany(run => AtMarks(run, notes)))
        {
            // A mark whose footnote follows becomes a real footnote.
            if (notes.Find(one => one.Label == run.Text.Trim()) is { } note)
            {
                notes.Remove(note);
                runs.Append(file.Footnote(Run(" ", 11) + Runs(note.Runs, 11)));
            }
            else
            {
                runs.Append(Runs([run], profile.BodyPt, heading));
            }
        }

        foreach (var note in notes)
        {
            runs.Append(file.Footnote(Run(" ", 11) + Runs(note.Runs, 11)));
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

    private static string BodyTable(Clause clause, int width)
    {
        var columns = clause.Rows!.Max(row => row.Count);
        return Table([.. Enumerable.Repeat(width / columns, columns)], clause.Rows!.Select((row, index) => (IReadOnlyList<string>)[.. row.Select(cell =>
            string.Concat(cell.Split('\n').Select(line => Paragraph(Run(line, 13, index == 0), index == 0 ? "center" : "left", line: 16))))]), borders: true, headerRow: true);
    }

    private static string Signature(OfficialPaper paper, LayoutProfile profile, int width)
    {
        var left = width / 2;
        var recipients = Paragraph(Run("Nơi nhận:", 14, extra: "<w:u w:val=\"single\"/>"), "left")
            + string.Concat(paper.RecipientLines(profile).Select(line => Paragraph(Run(line, profile.RecipientPt), "left", line: 14.5)));
        var signature = paper.Text.Signature;
        var right = Paragraph(Run(signature.Authority, 14, true), "center") + Paragraph(Run(signature.Position, 14), "center")
            + string.Concat(Enumerable.Repeat(Paragraph(""), profile.SignatureLines)) + Paragraph(Run(signature.Name, 14, true), "center");
        return Table([left, width - left], [[paper.Text.Recipients.Count > 0 ? recipients : "", right]], borders: false);
    }

    private static string Bookmark(string id, int number) => $"<w:bookmarkStart w:id=\"{number}\" w:name=\"_vb_{Escape(id)}\"/><w:bookmarkEnd w:id=\"{number}\"/>";
}

using Workflow.Domain.Layouts;
using Workflow.Domain.Texts;

namespace Workflow.Documents.Layout;

/// <summary>What stands under the full-width rule of a copy (36-HD/VPTW; DOMAIN §1.12).</summary>
/// <param name="Form">"Sao y bản chính", "Trích sao".</param>
/// <param name="SuperiorName">Header line of the superior of who copies.</param>
/// <param name="OrganizationName">Who copies.</param>
/// <param name="Number">"24-BS/ĐU".</param>
/// <param name="Symbol">"BS/ĐU".</param>
/// <param name="Place">Place before the date.</param>
/// <param name="Date">Day of the copy.</param>
/// <param name="Signature">Under which lines who signs it.</param>
/// <param name="Recipients">Who gets it.</param>
public sealed record CopyBlock(string Form, string SuperiorName, string OrganizationName, string Number, string Symbol, string Place, DateOnly Date, SignatureBlock Signature, IReadOnlyList<RecipientLine> Recipients);

/// <summary>
/// A copy of a document that was issued here: its text in its own layout, the words "(Đã ký)" where it was signed, and the block of the copy under a rule, with empty
/// fields for who copies and for the agency. The same facts always give the same bytes.
/// </summary>
public static class CopyPdf
{
    /// <summary>What stands for parts that an extract leaves out.</summary>
    public const string LeftOut = "…";

    private const double Gap = 18;

    /// <summary>
    /// Lays out the copy. Throws <see cref="LayoutLimitException"/> beyond 400 pages and <see cref="OperationCanceledException"/> when asked to stop.
    /// </summary>
    /// <param name="paper">The document as it was issued.</param>
    /// <param name="profile">The layout of the document's own day.</param>
    /// <param name="copy">The block.</param>
    /// <param name="parts">Ids of the clauses that an extract holds; null for the whole text.</param>
    /// <param name="ct">Ends the work.</param>
    public static RenderedPdf Render(OfficialPaper paper, LayoutProfile profile, CopyBlock copy, IReadOnlySet<string>? parts = null, CancellationToken ct = default)
    {
        var pages = new PdfPages(profile);
        pages.NewPage();
        PaperHeaderBlock.Draw(pages, paper, profile);
        TitleBlock.Draw(pages, paper, profile);
        var body = new BodyBlock(pages, profile);
        foreach (var (clause, notes) in Footnotes.Of(parts is null ? paper.Text.Clauses : Extract(paper.Text.Clauses, parts)))
        {
            ct.ThrowIfCancellationRequested();
            body.Add(clause, notes);
        }

        body.Finish();
        SignatureBlockLayout.Draw(pages, paper, profile, "(Đã ký)");
        var fields = Block(pages, profile, copy);
        var title = $"{copy.Form} {paper.Number} {paper.Text.Title}";
        return new(PdfAssembly.Write(pages, title, copy.OrganizationName, $"{copy.Number} {title} {CanonicalText.Hash(paper.Text)} {string.Join(' ', parts ?? new HashSet<string>())}", fields), pages.Count, fields);
    }

    /// <summary>The clauses that are taken, with a mark wherever some are left out.</summary>
    public static IReadOnlyList<Clause> Extract(IReadOnlyList<Clause> clauses, IReadOnlySet<string> parts)
    {
        var taken = new List<Clause>();
        var left = false;
        foreach (var clause in clauses)
        {
            if (parts.Contains(clause.Id))
            {
                taken.AddRange(left ? [Mark(taken.Count), clause] : [clause]);
                left = false;
            }
            else
            {
                left = true;
            }
        }

        return left ? [.. taken, Mark(taken.Count)] : taken;
    }

    private static Clause Mark(int at) => new($"left-out-{at}", ClauseKind.Paragraph, 1, "", [new TextRun(LeftOut)]);

    private static IReadOnlyList<SignatureField> Block(PdfPages pages, LayoutProfile profile, CopyBlock copy)
    {
        var text = new DraftText("ban-sao", BodyKind.StandingCommittee, "", "", [], copy.Recipients, copy.Signature);
        var paper = new OfficialPaper(text, copy.SuperiorName, copy.OrganizationName, copy.Number, copy.Symbol, copy.Place, copy.Date, null);
        var lines = Math.Max(profile.SignatureLines + 3, copy.Recipients.Count + 1);
        if (!pages.Fits(Gap + (5 * profile.HeaderLinePt) + (lines * profile.LinePt)) && !pages.AtTop)
        {
            pages.NewPage();
        }

        pages.Y += Gap;
        pages.Rule(pages.Left, pages.Y, pages.Width);
        pages.Y += Gap / 2;
        var half = PaperHeaderBlock.IssuerWidth(paper, profile, pages.Width);
        var (x, width, height, top) = (pages.Left + half, pages.Width - half, profile.HeaderLinePt, pages.Y);
        var issuer = pages.Tag("P");
        var left = pages.Text(copy.SuperiorName, pages.Left, half, top, profile.SuperiorPt, height, false, false, issuer);
        left = pages.Text(copy.OrganizationName, pages.Left, half, left, profile.OrganizationPt, height, true, false, issuer);
        left = pages.Text(profile.Star, pages.Left, half, left, profile.OrganizationPt, height, false, false, pages.Tag("P"));
        left = pages.Text(paper.NumberLine(profile), pages.Left, half, left, profile.NumberPt, height, false, false, pages.Tag("P"));
        var right = pages.Text(copy.Form.ToUpperInvariant(), x, width, top, profile.AuthorityPt, height, true, false, pages.Tag("P"));
        right = pages.Text(paper.PlaceAndDate(profile), x, width, right, profile.PlacePt, height, false, true, pages.Tag("P"));
        pages.Y = Math.Max(left, right);
        return SignatureBlockLayout.Draw(pages, paper, profile);
    }
}

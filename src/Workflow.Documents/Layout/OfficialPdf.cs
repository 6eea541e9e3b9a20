using Workflow.Domain.Texts;

namespace Workflow.Documents.Layout;

/// <summary>An empty signature field that stands in the file before anyone signs. Points, origin at the bottom left of the page.</summary>
public sealed record SignatureField(string Name, int Page, double X, double Y, double Width, double Height);

/// <summary>A laid-out paper.</summary>
public sealed record RenderedPdf(byte[] Bytes, int Pages, IReadOnlyList<SignatureField> Fields);

/// <summary>
/// Lays an official paper out by itself, without any library: the format is closed (A4, one family, justified paragraphs, two fixed
/// tables), so that the same paper always gives the same bytes and Word's copy breaks at the same places.
/// </summary>
public static class OfficialPdf
{
    /// <summary>Field of the person who signs.</summary>
    public const string PersonalField = "ChuKyCaNhan";

    /// <summary>Field of the agency, over the left third of the personal one.</summary>
    public const string AgencyField = "ChuKyCoQuan";

    /// <summary>Lays out the paper. Throws <see cref="LayoutLimitException"/> beyond 400 pages.</summary>
    public static RenderedPdf Render(OfficialPaper paper, LayoutProfile profile, CancellationToken ct = default)
    {
        var pages = new PdfPages(profile);
        pages.NewPage();
        PaperHeaderBlock.Draw(pages, paper, profile);
        TitleBlock.Draw(pages, paper, profile);
        var body = new BodyBlock(pages, profile);
        foreach (var clause in paper.Text.Clauses)
        {
            ct.ThrowIfCancellationRequested();
            body.Add(clause);
        }

        body.Finish();
        var fields = SignatureBlockLayout.Draw(pages, paper, profile);
        return new RenderedPdf(PdfAssembly.Write(pages, paper, fields), pages.Count, fields);
    }
}

/// <summary>Boxes 1 to 4: issuer left, party title right, number, place and date.</summary>
internal static class PaperHeaderBlock
{
    public static void Draw(PdfPages pages, OfficialPaper paper, LayoutProfile profile)
    {
        var height = profile.LinePt;
        var leftWidth = pages.Width * 0.46;
        var rightX = pages.Left + leftWidth;
        var rightWidth = pages.Width - leftWidth;
        var tag = pages.Tag("P");
        var top = pages.Y;
        var y = top;
        foreach (var (text, bold) in new[] { (paper.SuperiorName, false), (paper.OrganizationName, true) })
        {
            foreach (var line in LineBreaking.Lines(LineBreaking.Pieces([new TextRun(text, bold)], 14), leftWidth, 0))
            {
                pages.Line(line, pages.Left + ((leftWidth - line.Width) / 2), y, height, tag);
                y += height;
            }
        }

        pages.Text("*", pages.Left, leftWidth, y, 14, height, false, false, pages.Tag("P"));
        pages.Text(paper.NumberLine, pages.Left, leftWidth, y + height, 14, height, false, false, pages.Tag("P"));
        const string title = "ĐẢNG CỘNG SẢN VIỆT NAM";
        pages.Text(title, rightX, rightWidth, top, profile.PartyTitlePt, height, true, false, pages.Tag("P"));
        var titleWidth = TrueTypeFont.Bold.Width(title, profile.PartyTitlePt);
        pages.Rule(rightX + ((rightWidth - titleWidth) / 2), top + height + 1, titleWidth);
        pages.Text(paper.PlaceAndDate, rightX, rightWidth, y + height, 14, height, false, true, pages.Tag("P"));
        if (paper.DraftNote is { } note)
        {
            pages.Text(note, rightX, rightWidth, y + (2 * height), 14, height, false, true, pages.Tag("P"));
        }

        pages.Y = y + (2 * height) + (paper.DraftNote is null ? 0 : height) + 12;
    }
}

/// <summary>Box 5a: kind, what stands between, subject, five hyphens.</summary>
internal static class TitleBlock
{
    public static void Draw(PdfPages pages, OfficialPaper paper, LayoutProfile profile)
    {
        var heading = pages.Tag("H1");
        var kind = paper.Text.Type.Name.ToUpperInvariant();
        pages.Bookmarks.Add((paper.Text.Title, 0, pages.Page, pages.Y));
        Centre(pages, kind, profile.TypePt, profile.LinePt + 3, heading);
        if (paper.Text.TitleTail.Length > 0)
        {
            Centre(pages, paper.Text.TitleTail, profile.SubjectPt, profile.LinePt, heading);
        }

        if (paper.Text.Subject.Length > 0)
        {
            Centre(pages, paper.Text.Subject, profile.SubjectPt, profile.LinePt, heading);
        }

        pages.Text("-----", pages.Left, pages.Width, pages.Y, profile.SubjectPt, profile.LinePt, true, false, pages.Tag("P"));
        pages.Y += profile.LinePt + 6;
    }

    private static void Centre(PdfPages pages, string text, double size, double height, Tagged tag)
    {
        foreach (var line in LineBreaking.Lines(LineBreaking.Pieces([new TextRun(text, true)], size), pages.Width, 0))
        {
            pages.Line(line, pages.Left + ((pages.Width - line.Width) / 2), pages.Y, height, tag);
            pages.Y += height;
        }
    }
}

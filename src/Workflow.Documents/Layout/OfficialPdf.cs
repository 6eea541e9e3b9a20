using Workflow.Domain.Layouts;

namespace Workflow.Documents.Layout;

/// <summary>An empty signature field that stands in the file before anyone signs. Points, origin at the bottom left of the page.</summary>
/// <param name="Name">Name in the file's form.</param>
/// <param name="Page">Page, the first is 0.</param>
/// <param name="X">Left edge.</param>
/// <param name="Y">Bottom edge.</param>
public sealed record SignatureField(string Name, int Page, double X, double Y, double Width, double Height)
{
    /// <summary>What a reader says of the field.</summary>
    public string Title { get; init; } = "Ô chữ ký số";
}

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

    /// <summary>The line of the number, on a paper that is numbered when the agency signs.</summary>
    public const string NumberField = "SoKyHieu";

    /// <summary>The line of place and date, on such a paper.</summary>
    public const string DateField = "NgayBanHanh";

    /// <summary>
    /// Lays out the paper. Throws <see cref="LayoutLimitException"/> beyond 400 pages and <see cref="OperationCanceledException"/> when asked to stop.
    /// </summary>
    public static RenderedPdf Render(OfficialPaper paper, LayoutProfile profile, CancellationToken ct = default)
    {
        var pages = new PdfPages(profile);
        pages.NewPage();
        PaperHeaderBlock.Draw(pages, paper, profile);
        TitleBlock.Draw(pages, paper, profile);
        var body = new BodyBlock(pages, profile);
        foreach (var (clause, notes) in Footnotes.Of(paper.Text.Clauses))
        {
            ct.ThrowIfCancellationRequested();
            body.Add(clause, notes);
        }

        body.Finish();
        var fields = SignatureBlockLayout.Draw(pages, paper, profile);
        var title = $"{(paper.Number is { } number ? number + " " : "")}{paper.Text.Title}";
        return new RenderedPdf(PdfAssembly.Write(pages, title, paper.OrganizationName, title + Domain.Texts.CanonicalText.Hash(paper.Text), fields), pages.Count, fields);
    }
}

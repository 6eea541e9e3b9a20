using System.Security.Cryptography;
using Workflow.Documents.Layout;
using Workflow.Domain.Layouts;

namespace Workflow.Documents.Papers;

/// <summary>An office paper as PDF: tagged, bookmarked, the same bytes for the same paper.</summary>
internal sealed class OfficePaperPdf
{
    private readonly PdfPages pages;
    private readonly LayoutProfile profile;
    private readonly double indent;
    private readonly PaperHeader header;

    private OfficePaperPdf(OfficePaper paper, LayoutProfile profile)
    {
        (this.profile, header) = (profile, paper.Header);
        pages = new PdfPages(profile, paper.Landscape);
        indent = WordFile.PointsOfMm(profile.IndentMm);
    }

    public static byte[] Render(OfficePaper paper, LayoutProfile profile, CancellationToken ct)
    {
        var layout = new OfficePaperPdf(paper, profile);
        layout.pages.NewPage();
        PaperHeaderBlock.Draw(layout.pages, PaperParts.Official(paper.Header), profile);
        foreach (var (index, block) in paper.Blocks.Index())
        {
            ct.ThrowIfCancellationRequested();
            layout.Add(block, paper.Blocks.ElementAtOrDefault(index + 1));
        }

        // The contents make the identifier: two papers of one name are two files.
        var seed = Convert.ToHexString(layout.pages.Contents.Aggregate(SHA256.HashData([]), (before, content) => SHA256.HashData([.. before, .. content])));
        return PdfAssembly.Write(layout.pages, paper.Name, paper.Header.OrganizationName, seed, []);
    }

    private void Add(PaperBlock block, PaperBlock? next)
    {
        switch (block)
        {
            case PaperBlock.Title title:
                Title(title);
                break;
            case PaperBlock.Text text:
                foreach (var runs in PaperParts.Paragraphs(text.Runs))
                {
                    Paragraph(LineBreaking.Lines(LineBreaking.Pieces(runs, profile.BodyPt), pages.Width, indent), text.IsHeading, next);
                }

                break;
            case PaperBlock.Address address:
                Need(profile.BeforePt + profile.LinePt);
                pages.Y = pages.Text(address.Line, pages.Left, pages.Width, pages.Y + profile.BeforePt, profile.BodyPt, profile.LinePt, false, true, pages.Tag("P"));
                break;
            case PaperBlock.Choice choice:
                Choice(choice);
                break;
            case PaperBlock.Blank blank:
                Blank(blank.Lines);
                break;
            case PaperBlock.Grid grid:
                TableBlock.Draw(pages, profile, grid.All, pages.NewPage, grid.Widths(WordFile.Twips(pages.Width)), CellType.OfPapers);
                break;
            case PaperBlock.Signers pair:
                Panel([pair.Left, pair.Right]);
                break;
            case PaperBlock.Panel panel:
                Panel(panel.All);
                break;
            case PaperBlock.Official official:
                SignatureBlockLayout.Draw(pages, PaperParts.Official(header, official), profile);
                break;
            case PaperBlock.NewSheet:
                pages.NewSheet();
                PaperHeaderBlock.Draw(pages, PaperParts.Official(header), profile);
                break;
            default:
                throw new InvalidOperationException($"{block.GetType().Name} is no part of a paper");
        }
    }

    private void Title(PaperBlock.Title title)
    {
        var tag = pages.Tag("H1");
        pages.Bookmarks.Add((title.Kind, 0, pages.Page, pages.Y));
        pages.Y = pages.Text(title.Kind, pages.Left, pages.Width, pages.Y, profile.TypePt, profile.TypeLinePt, true, false, tag);
        foreach (var line in title.Lines)
        {
            pages.Y = pages.Text(line, pages.Left, pages.Width, pages.Y, profile.SubjectPt, profile.LinePt, true, false, tag);
        }

        pages.Y = pages.Text(profile.SubjectRule, pages.Left, pages.Width, pages.Y, profile.SubjectPt, profile.LinePt, true, false, pages.Tag("P"));
    }

    private void Paragraph(IReadOnlyList<TextLine> lines, bool isHeading, PaperBlock? next)
    {
        // A heading takes two lines of what follows along; a paragraph is not split after its first line.
        Need(profile.BeforePt + (profile.LinePt * (isHeading && next is not null ? lines.Count + 2 : Math.Min(2, lines.Count))));
        pages.Y += pages.AtTop ? 0 : profile.BeforePt;
        if (isHeading)
        {
            pages.Bookmarks.Add((string.Join(' ', lines.SelectMany(line => line.Pieces).Select(piece => piece.Text)), 1, pages.Page, pages.Y));
        }

        var tag = pages.Tag(isHeading ? "H2" : "P");
        foreach (var (index, line) in lines.Index())
        {
            Need(profile.LinePt);
            var from = index == 0 ? indent : 0;
            pages.Line(line, pages.Left + from, pages.Y, profile.LinePt, tag, line.IsLast ? null : pages.Width - from);
            pages.Y += profile.LinePt;
        }
    }

    private void Choice(PaperBlock.Choice choice)
    {
        const double side = 11;
        var x = pages.Left + indent;
        var lines = LineBreaking.Lines(choice.Words, profile.BodyPt, pages.Width - indent - side - 8, choice.IsChosen);
        Need(profile.BeforePt + (profile.LinePt * lines.Count));
        pages.Y += profile.BeforePt;
        var tag = pages.Tag("P");
        var top = pages.Y + ((profile.LinePt - side) / 2);
        pages.Box(x, top, side, side);
        if (choice.IsChosen)
        {
            // A letter, so that a reader of the text layer finds it too.
            pages.Text("x", x, side, top - 2, 12, side + 2, true, false, tag);
        }

        foreach (var line in lines)
        {
            pages.Line(line, x + side + 8, pages.Y, profile.LinePt, tag);
            pages.Y += profile.LinePt;
        }
    }

    private void Blank(int lines)
    {
        var dots = new string('.', (int)(pages.Width / TrueTypeFont.Regular.Width(".", profile.BodyPt)));
        for (var line = 0; line < lines; line++)
        {
            Need(profile.BeforePt + profile.LinePt);
            pages.Y = pages.Text(dots, pages.Left, pages.Width + 1, pages.Y + profile.BeforePt, profile.BodyPt, profile.LinePt, false, false, pages.Tag("P"), 0);
        }
    }

    private void Panel(IReadOnlyList<(string Title, string Name)> signers)
    {
        var each = pages.Width / signers.Count;
        Need(SignatureBlockLayout.Before + (profile.LinePt * (profile.SignatureLines + 2)));
        var top = pages.Y + SignatureBlockLayout.Before;
        foreach (var (index, (title, name)) in signers.Index())
        {
            var (tag, x) = (pages.Tag("P"), pages.Left + (each * index));
            var y = pages.Text(title, x, each, top, profile.SubjectPt, profile.LinePt, true, false, tag);
            y = pages.Text(name, x, each, y + (profile.SignatureLines * profile.LinePt), profile.SubjectPt, profile.LinePt, true, false, tag);
            pages.Y = Math.Max(pages.Y, y);
        }
    }

    private void Need(double height)
    {
        if (!pages.Fits(height) && !pages.AtTop)
        {
            pages.NewPage();
        }
    }
}

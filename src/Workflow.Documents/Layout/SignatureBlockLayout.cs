using Workflow.Domain.Texts;

namespace Workflow.Documents.Layout;

/// <summary>Boxes 7 and 9: recipients on the left, authority, position, room for the signature and name on the right; never split.</summary>
internal static class SignatureBlockLayout
{
    private const double RecipientLine = 14.5;

    public static IReadOnlyList<SignatureField> Draw(PdfPages pages, OfficialPaper paper, LayoutProfile profile)
    {
        var leftWidth = pages.Width * 0.5;
        var recipients = paper.RecipientLines(profile)
            .Select(line => LineBreaking.Lines(LineBreaking.Pieces([new TextRun(line)], profile.RecipientPt), leftWidth - 6, 0)).ToList();
        var room = profile.SignatureLines * profile.LinePt;
        var rightHeight = (3 * profile.LinePt) + room;
        var leftHeight = profile.LinePt + recipients.Sum(lines => lines.Count * RecipientLine);
        pages.Y += 12;
        if (!pages.Fits(Math.Max(leftHeight, rightHeight)))
        {
            pages.NewPage();
        }

        var top = pages.Y;
        if (recipients.Count > 0)
        {
            var heading = pages.Tag("P");
            pages.Text("Nơi nhận:", pages.Left, leftWidth, top, 14, profile.LinePt, false, false, heading, 0);
            pages.Rule(pages.Left, top + (profile.LinePt * 0.76) + 2, TrueTypeFont.Regular.Width("Nơi nhận:", 14), 0.6);
            var list = pages.Tag("L");
            var y = top + profile.LinePt;
            foreach (var lines in recipients)
            {
                var item = pages.Tag("LI", list);
                foreach (var line in lines)
                {
                    pages.Line(line, pages.Left, y, RecipientLine, item);
                    y += RecipientLine;
                }
            }
        }

        var x = pages.Left + leftWidth;
        var width = pages.Width - leftWidth;
        var block = pages.Tag("P");
        pages.Text(paper.Text.Signature.Authority, x, width, top, 14, profile.LinePt, true, false, block);
        pages.Text(paper.Text.Signature.Position, x, width, top + profile.LinePt, 14, profile.LinePt, false, false, block);
        pages.Text(paper.Text.Signature.Name, x, width, top + (2 * profile.LinePt) + room, 14, profile.LinePt, true, false, block);

        // The personal field lies between position and name; the agency's covers its left third (DOMAIN §1.11).
        var y0 = PdfPages.PageHeight - (top + (2 * profile.LinePt) + room);
        var personal = new SignatureField(OfficialPdf.PersonalField, pages.Page, x + (width * 0.2), y0 + 2, width * 0.6, room - 4);
        var side = room - 4;
        var agency = new SignatureField(OfficialPdf.AgencyField, pages.Page, personal.X + (personal.Width / 3) - side, y0 + 2, side, side);
        pages.Y = top + Math.Max(leftHeight, rightHeight);
        return [personal, agency];
    }
}

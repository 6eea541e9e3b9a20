using Workflow.Domain.Layouts;

namespace Workflow.Documents.Layout;

/// <summary>
/// Boxes 7 and 9: recipients on the left, authority, position, room for the signature and name on the right. The block is not split;
/// only a list of recipients that is longer than a page goes on below, on the next one.
/// </summary>
internal static class SignatureBlockLayout
{
    /// <summary>Room between the text and the block, points.</summary>
    public const double Before = 12;

    /// <summary>Room between the list and the right half, points.</summary>
    public const double Gutter = 6;

    /// <param name="pages">Where it is drawn.</param>
    /// <param name="paper">Recipients, lines and name.</param>
    /// <param name="profile">Sizes and heights.</param>
    /// <param name="instead">Words in the room of the signature where nobody signs any more: "(Đã ký)" on a copy.</param>
    public static IReadOnlyList<SignatureField> Draw(PdfPages pages, OfficialPaper paper, LayoutProfile profile, string? instead = null)
    {
        var half = pages.Width / 2;
        var recipients = paper.RecipientLines(profile).Select(line => LineBreaking.Lines(line, profile.RecipientPt, half - Gutter)).ToList();
        var signature = paper.Text.Signature;
        var room = profile.SignatureLines * profile.LinePt;
        int Lines(string text, double size, bool bold) => text.Length == 0 ? 0 : LineBreaking.Lines(text, size, half, bold).Count;
        var rightHeight = ((Lines(signature.Authority, profile.AuthorityPt, true) + Lines(signature.Position, profile.PositionPt, false) + Lines(signature.Name, profile.NamePt, true)) * profile.LinePt) + room;
        var leftHeight = profile.LinePt + recipients.Sum(lines => lines.Count * profile.RecipientLinePt);
        pages.Y += pages.AtTop ? 0 : Before;
        if (!pages.Fits(Math.Max(leftHeight, rightHeight)) && !pages.AtTop)
        {
            pages.NewPage();
        }

        var top = pages.Y;
        var x = pages.Left + half;
        var block = pages.Tag("P");
        var y = pages.Text(signature.Authority, x, half, top, profile.AuthorityPt, profile.LinePt, true, false, block);
        y = pages.Text(signature.Position, x, half, y, profile.PositionPt, profile.LinePt, false, false, block);
        IReadOnlyList<SignatureField> fields = instead is null ? Fields(pages, x, half, y, room, paper.Pictures) : [];
        pages.Text(instead ?? "", x, half, y + ((room - profile.LinePt) / 2), profile.PositionPt, profile.LinePt, false, true, block);
        y = pages.Text(signature.Name, x, half, y + room, profile.NamePt, profile.LinePt, true, false, block);
        pages.Y = top;
        Recipients(pages, profile, recipients);
        pages.Y = Math.Max(pages.Y, y);
        return fields;
    }

    private static void Recipients(PdfPages pages, LayoutProfile profile, List<IReadOnlyList<TextLine>> recipients)
    {
        if (recipients.Count == 0)
        {
            return;
        }

        var heading = profile.RecipientHeading;
        pages.Text(heading, pages.Left, pages.Width / 2, pages.Y, profile.RecipientHeadingPt, profile.LinePt, false, false, pages.Tag("P"), 0);
        if (profile.RecipientHeadingUnderlined)
        {
            pages.Rule(pages.Left, pages.Y + (profile.LinePt * 0.76) + 2, TrueTypeFont.Regular.Width(heading, profile.RecipientHeadingPt), 0.6);
        }

        pages.Y += profile.LinePt;
        var list = pages.Tag("L");
        foreach (var lines in recipients)
        {
            if (!pages.Fits(lines.Count * profile.RecipientLinePt) && !pages.AtTop)
            {
                pages.NewPage();
            }

            var item = pages.Tag("LBody", pages.Tag("LI", list));
            foreach (var line in lines)
            {
                pages.Line(line, pages.Left, pages.Y, profile.RecipientLinePt, item);
                pages.Y += profile.RecipientLinePt;
            }
        }
    }

    // The personal field lies between position and name; the agency's covers its left third (DOMAIN §1.11).
    private static SignatureField[] Fields(PdfPages pages, double x, double width, double top, double room, PictureSizes? pictures)
    {
        var y = pages.PageHeight - top - room + 2;
        var side = room - 4;
        var personal = new SignatureField(OfficialPdf.PersonalField, pages.Page, x + (width * 0.2), y, width * 0.6, side) { Title = "Ô chữ ký số của người ký" };
        _ = pages.Tag("Form", field: 0);
        _ = pages.Tag("Form", field: 1);
        return [personal, Seal(pages, personal, pictures)];
    }

    // Over the left third of the signature itself where its size is known; a seal is as large as it really is, and may reach over the lines above and below.
    private static SignatureField Seal(PdfPages pages, SignatureField personal, PictureSizes? pictures)
    {
        var (wide, high) = pictures is { SealWidth: > 0 } seal ? (WordFile.PointsOfMm(seal.SealWidth), WordFile.PointsOfMm(seal.SealHeight)) : (personal.Height, personal.Height);
        var third = personal.X + (personal.Width / 3);
        if (pictures is { SignatureWidth: > 0 } signature)
        {
            var (across, up) = (WordFile.PointsOfMm(signature.SignatureWidth), WordFile.PointsOfMm(signature.SignatureHeight));
            across *= Math.Min(1, Math.Min(personal.Width / across, personal.Height / up));
            third = personal.X + ((personal.Width - across) / 2) + (across / 3);
        }

        return new(OfficialPdf.AgencyField, pages.Page, third - wide, personal.Y + ((personal.Height - high) / 2), wide, high) { Title = "Ô chữ ký số của cơ quan" };
    }
}

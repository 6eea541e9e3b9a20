using Workflow.Domain.Layouts;

namespace Workflow.Documents.Layout;

/// <summary>Boxes 1 to 4 (DOMAIN §2.2): issuer left, party title right, number, place and date.</summary>
internal static class PaperHeaderBlock
{
    /// <summary>Room between header and title, in points.</summary>
    public const double After = 12;

    // Room between the words of the secrecy mark and its frame.
    private const double Frame = 4;

    /// <summary>
    /// Width of the issuer's box in points: what the names need to stand on one line, as far as party title and date leave room.
    /// </summary>
    public static double IssuerWidth(OfficialPaper paper, LayoutProfile profile, double width)
    {
        var names = Math.Max(TrueTypeFont.Regular.Width(paper.SuperiorName, profile.SuperiorPt), TrueTypeFont.Bold.Width(paper.OrganizationName, profile.OrganizationPt));
        var right = Math.Max(TrueTypeFont.Bold.Width(profile.PartyTitle, profile.PartyTitlePt), TrueTypeFont.Italic.Width(paper.PlaceAndDate(profile), profile.PlacePt));
        return Math.Floor(Math.Max(width * 0.4, Math.Min(Math.Max(width * 0.46, names + 2), width - right - 2)));
    }

    /// <summary>Length of the rule under the Party's name, points.</summary>
    public static double RuleLength(LayoutProfile profile) => profile.RuleLengthPt > 0 ? profile.RuleLengthPt : TrueTypeFont.Bold.Width(profile.PartyTitle, profile.PartyTitlePt);

    public static void Draw(PdfPages pages, OfficialPaper paper, LayoutProfile profile)
    {
        var height = profile.HeaderLinePt;
        var leftWidth = IssuerWidth(paper, profile, pages.Width);
        var rightX = pages.Left + leftWidth;
        var rightWidth = pages.Width - leftWidth;
        var top = pages.Y;
        var issuer = pages.Tag("P");
        var y = pages.Text(paper.SuperiorName, pages.Left, leftWidth, top, profile.SuperiorPt, height, false, false, issuer);
        y = pages.Text(paper.OrganizationName, pages.Left, leftWidth, y, profile.OrganizationPt, height, true, false, issuer);
        y = pages.Text(profile.Star, pages.Left, leftWidth, y, profile.OrganizationPt, height, false, false, pages.Tag("P"));
        var left = paper.NumberedAtSealing
            ? pages.Open(OfficialPdf.NumberField, "Số, ký hiệu; ghi khi cơ quan ký", paper.NumberLine(profile), pages.Left, leftWidth, y, profile.NumberPt, height, TrueTypeFont.Regular)
            : pages.Text(paper.NumberLine(profile), pages.Left, leftWidth, y, profile.NumberPt, height, false, false, pages.Tag("P"));
        left = Marks(pages, paper.Marks, profile, left, leftWidth);

        pages.Text(profile.PartyTitle, rightX, rightWidth, top, profile.PartyTitlePt, height, true, false, pages.Tag("P"));
        var rule = Math.Min(RuleLength(profile), rightWidth);
        pages.Rule(rightX + ((rightWidth - rule) / 2), top + height + 1, rule, profile.RulePt);
        var right = paper.NumberedAtSealing
            ? pages.Open(OfficialPdf.DateField, "Nơi và ngày ban hành; ghi khi cơ quan ký", paper.PlaceAndDate(profile), rightX, rightWidth, y, profile.PlacePt, height, TrueTypeFont.Italic)
            : pages.Text(paper.PlaceAndDate(profile), rightX, rightWidth, y, profile.PlacePt, height, false, true, pages.Tag("P"));
        if (paper.DraftNote is { Length: > 0 } note)
        {
            right = pages.Text(note, rightX, rightWidth, right, profile.DraftNotePt, height, false, true, pages.Tag("P"));
        }

        pages.Y = Math.Max(left, right) + After;
    }

    private static double Marks(PdfPages pages, PaperMarks marks, LayoutProfile profile, double y, double width)
    {
        if (marks.Secrecy is { Length: > 0 } secrecy)
        {
            var words = secrecy.ToUpperInvariant();
            var wide = TrueTypeFont.Bold.Width(words, profile.SecrecyPt) + (2 * Frame);
            y += Frame;
            pages.Box(pages.Left + ((width - wide) / 2), y, wide, profile.HeaderLinePt);
            y = pages.Text(words, pages.Left, width, y, profile.SecrecyPt, profile.HeaderLinePt, true, false, pages.Tag("P")) + Frame;
        }

        y = pages.Text(marks.Urgency?.ToUpperInvariant() ?? "", pages.Left, width, y, profile.UrgencyPt, profile.HeaderLinePt, true, false, pages.Tag("P"));
        return pages.Text(marks.Circulation?.ToUpperInvariant() ?? "", pages.Left, width, y, profile.CirculationPt, profile.HeaderLinePt, true, false, pages.Tag("P"));
    }
}

/// <summary>Box 5a: kind, what stands between, subject, five hyphens.</summary>
internal static class TitleBlock
{
    public static void Draw(PdfPages pages, OfficialPaper paper, LayoutProfile profile)
    {
        var heading = pages.Tag("H1");
        pages.Bookmarks.Add((paper.Text.Title, 0, pages.Page, pages.Y));
        Centre(pages, paper.Text.Type.Name.ToUpperInvariant(), profile.TypePt, profile.TypeLinePt, heading);
        Centre(pages, paper.Text.TitleTail, profile.SubjectPt, profile.LinePt, heading);
        Centre(pages, paper.Text.Subject, profile.SubjectPt, profile.LinePt, heading);
        Centre(pages, profile.SubjectRule, profile.SubjectPt, profile.LinePt, pages.Tag("P"));
    }

    private static void Centre(PdfPages pages, string text, double size, double height, Tagged tag) =>
        pages.Y = pages.Text(text, pages.Left, pages.Width, pages.Y, size, height, true, false, tag);
}

namespace Workflow.Documents.Layout;

/// <summary>Boxes 1 to 4 (DOMAIN §2.2): issuer left, party title right, number, place and date.</summary>
internal static class PaperHeaderBlock
{
    public const string PartyTitle = "ĐẢNG CỘNG SẢN VIỆT NAM";
    public const double Size = 14;

    /// <summary>Room between header and title, in points.</summary>
    public const double After = 12;

    /// <summary>
    /// Width of the issuer's box in points: what the names need to stand on one line, as far as party title and date leave room.
    /// </summary>
    public static double IssuerWidth(OfficialPaper paper, LayoutProfile profile, double width)
    {
        var names = Math.Max(TrueTypeFont.Regular.Width(paper.SuperiorName, Size), TrueTypeFont.Bold.Width(paper.OrganizationName, Size));
        var right = Math.Max(TrueTypeFont.Bold.Width(PartyTitle, profile.PartyTitlePt), TrueTypeFont.Italic.Width(paper.PlaceAndDate, Size));
        return Math.Floor(Math.Max(width * 0.4, Math.Min(Math.Max(width * 0.46, names + 2), width - right - 2)));
    }

    public static void Draw(PdfPages pages, OfficialPaper paper, LayoutProfile profile)
    {
        var height = profile.LinePt;
        var leftWidth = IssuerWidth(paper, profile, pages.Width);
        var rightX = pages.Left + leftWidth;
        var rightWidth = pages.Width - leftWidth;
        var top = pages.Y;
        var issuer = pages.Tag("P");
        var y = pages.Text(paper.SuperiorName, pages.Left, leftWidth, top, Size, height, false, false, issuer);
        y = pages.Text(paper.OrganizationName, pages.Left, leftWidth, y, Size, height, true, false, issuer);
        y = pages.Text("*", pages.Left, leftWidth, y, Size, height, false, false, pages.Tag("P"));
        var left = pages.Text(paper.NumberLine, pages.Left, leftWidth, y, Size, height, false, false, pages.Tag("P"));

        pages.Text(PartyTitle, rightX, rightWidth, top, profile.PartyTitlePt, height, true, false, pages.Tag("P"));
        var titleWidth = TrueTypeFont.Bold.Width(PartyTitle, profile.PartyTitlePt);
        pages.Rule(rightX + ((rightWidth - titleWidth) / 2), top + height + 1, titleWidth);
        var right = pages.Text(paper.PlaceAndDate, rightX, rightWidth, y, Size, height, false, true, pages.Tag("P"));
        if (paper.DraftNote is { Length: > 0 } note)
        {
            right = pages.Text(note, rightX, rightWidth, right, Size, height, false, true, pages.Tag("P"));
        }

        pages.Y = Math.Max(left, right) + After;
    }
}

/// <summary>Box 5a: kind, what stands between, subject, five hyphens.</summary>
internal static class TitleBlock
{
    public static void Draw(PdfPages pages, OfficialPaper paper, LayoutProfile profile)
    {
        var heading = pages.Tag("H1");
        pages.Bookmarks.Add((paper.Text.Title, 0, pages.Page, pages.Y));
        Centre(pages, paper.Text.Type.Name.ToUpperInvariant(), profile.TypePt, profile.LinePt + 3, heading);
        Centre(pages, paper.Text.TitleTail, profile.SubjectPt, profile.LinePt, heading);
        Centre(pages, paper.Text.Subject, profile.SubjectPt, profile.LinePt, heading);
        Centre(pages, "-----", profile.SubjectPt, profile.LinePt, pages.Tag("P"));
    }

    private static void Centre(PdfPages pages, string text, double size, double height, Tagged tag) =>
        pages.Y = pages.Text(text, pages.Left, pages.Width, pages.Y, size, height, true, false, tag);
}

namespace Workflow.Documents.Layout;

/// <summary>Measures of an official paper, as data: lengths in millimetres, type in points.</summary>
/// <param name="Key">Key in the rule profile: "36-HD", "05-HD".</param>
/// <param name="Name">The guidance, as the page names it.</param>
/// <param name="RecipientSeparator">What stands after each recipient but the last: "," in 36-HD, ";" in 05-HD (DOMAIN §2.6).</param>
public sealed record LayoutProfile(string Key, string Name, char RecipientSeparator)
{
    public double TopMm { get; init; } = 20;
    public double BottomMm { get; init; } = 20;
    public double LeftMm { get; init; } = 30;
    public double RightMm { get; init; } = 15;
    public double BodyPt { get; init; } = 14;
    public double LinePt { get; init; } = 18;
    public double BeforePt { get; init; } = 6;
    public double IndentMm { get; init; } = 10;
    public double TypePt { get; init; } = 16;
    public double SubjectPt { get; init; } = 14;
    public double PartyTitlePt { get; init; } = 15;
    public double RecipientPt { get; init; } = 12;
    public double PageNumberPt { get; init; } = 14;
    public double PageNumberTopMm { get; init; } = 10;

    /// <summary>Blank lines left for the signature between position and name.</summary>
    public int SignatureLines { get; init; } = 5;

    /// <summary>Hướng dẫn 36-HD/VPTW (2018), Appendix 3.</summary>
    public static LayoutProfile Hd36 { get; } = new("36-HD", "Hướng dẫn 36-HD/VPTW (2018)", ',') { SignatureLines = 4 };

    /// <summary>Hướng dẫn 05-HD/VPTW (2026), known second-hand only.</summary>
    public static LayoutProfile Hd05 { get; } = new("05-HD", "Hướng dẫn 05-HD/VPTW (2026)", ';');

    /// <summary>The profile that a rule profile names; the newest for an unknown key.</summary>
    public static LayoutProfile Of(string key) => key == Hd36.Key ? Hd36 : Hd05;

    /// <summary>Points of a length, on Word's grid of twentieths, so that both papers measure alike.</summary>
    internal static double Points(double millimetres) => WordFile.TwipsOfMm(millimetres) / 20.0;
}

/// <summary>An official paper: the text that was adopted, and what is given at issue.</summary>
/// <param name="Text">The text.</param>
/// <param name="SuperiorName">Header line of the superior organization.</param>
/// <param name="OrganizationName">Header line of the issuer.</param>
/// <param name="Number">"07-NQ/ĐU"; null on a draft, whose number stays open.</param>
/// <param name="Symbol">"NQ/ĐU".</param>
/// <param name="Place">Place before the date.</param>
/// <param name="Date">Date of issue; null on a draft.</param>
/// <param name="DraftNote">"Dự thảo lần 2", or null.</param>
public sealed record OfficialPaper(
    Domain.Texts.DraftText Text, string SuperiorName, string OrganizationName, string? Number, string Symbol, string Place, DateOnly? Date, string? DraftNote)
{
    // Spaces that do not break leave room to write by hand; without a symbol the paper bears no number.
    internal string NumberLine => Number is not null ? $"Số {Number}" : Symbol.Length > 0 ? $"Số {Room}-{Symbol}" : "";

    // Day under 10 and months 1 and 2 are padded (36-HD; DOMAIN §1.10).
    internal string PlaceAndDate => Date is { } date
        ? $"{Place}, ngày {date.Day:00} tháng {(date.Month <= 2 ? date.Month.ToString("00", System.Globalization.CultureInfo.InvariantCulture) : date.Month)} năm {date.Year}"
        : $"{Place}, ngày {Room} tháng {Room} năm {Room}";

    private const string Room = "\u00A0\u00A0\u00A0\u00A0\u00A0";

    internal IEnumerable<string> RecipientLines(LayoutProfile profile) => Text.Recipients.Select((line, index) =>
        $"- {line.Name}{(line.Purpose is { Length: > 0 } purpose ? $" ({purpose})" : "")}{(index == Text.Recipients.Count - 1 ? '.' : profile.RecipientSeparator)}");
}

/// <summary>A paper grew beyond what this program lays out.</summary>
public sealed class LayoutLimitException(string message) : Exception(message);

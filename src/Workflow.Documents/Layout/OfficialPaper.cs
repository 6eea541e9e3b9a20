using System.Globalization;
using Workflow.Domain.Layouts;

namespace Workflow.Documents.Layout;

/// <summary>Marks that a paper bears under its number (DOMAIN §1.13, boxes 10a, 10b and 11a); each may be null.</summary>
/// <param name="Secrecy">"Mật", in a frame.</param>
/// <param name="Urgency">"Khẩn", "Thượng khẩn", "Hỏa tốc".</param>
/// <param name="Circulation">"Xong hội nghị trả lại".</param>
public sealed record PaperMarks(string? Secrecy = null, string? Urgency = null, string? Circulation = null);

/// <summary>Sizes in millimetres of what will stand over the name: the signature, and the seal at its real size; 0 where there is no picture.</summary>
public sealed record PictureSizes(double SignatureWidth, double SignatureHeight, double SealWidth, double SealHeight);

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
    // Spaces that do not break leave room to write by hand.
    private const string Room = "\u00A0\u00A0\u00A0\u00A0\u00A0";

    /// <summary>Marks under the number.</summary>
    public PaperMarks Marks { get; init; } = new();

    /// <summary>Number and date are not known when the person signs: their lines are fields, filled in the revision that the agency signs.</summary>
    public bool NumberedAtSealing { get; init; }

    /// <summary>Pictures that will stand in the block; null leaves the usual room.</summary>
    public PictureSizes? Pictures { get; init; }

    /// <summary>What the open lines of such a paper say once number and date are known, by the name of the field.</summary>
    public IReadOnlyDictionary<string, string> Lines(LayoutProfile profile) => new Dictionary<string, string> { [OfficialPdf.NumberField] = NumberLine(profile), [OfficialPdf.DateField] = PlaceAndDate(profile) };

    // Without a symbol the paper bears no number.
    internal string NumberLine(LayoutProfile profile) => (Number ?? (Symbol.Length > 0 ? $"{Room}-{Symbol}" : null)) is { } number ? profile.NumberForm.Replace("{số}", number, StringComparison.Ordinal) : "";

    // Small days and months are padded (36-HD; DOMAIN §1.10).
    internal string PlaceAndDate(LayoutProfile profile) => profile.PlaceForm.Replace("{nơi}", Place, StringComparison.Ordinal)
        .Replace("{ngày}", Padded(Date?.Day, profile.PadDays), StringComparison.Ordinal).Replace("{tháng}", Padded(Date?.Month, profile.PadMonths), StringComparison.Ordinal)
        .Replace("{năm}", Date?.Year.ToString(CultureInfo.InvariantCulture) ?? Room, StringComparison.Ordinal);

    internal IEnumerable<string> RecipientLines(LayoutProfile profile) => Text.Recipients.Select((line, index) =>
        $"- {line.Name}{(line.Purpose is { Length: > 0 } purpose ? $" ({purpose})" : "")}{(index == Text.Recipients.Count - 1 ? profile.RecipientEnd : profile.RecipientSeparator)}");

    private static string Padded(int? number, int below) => number is not { } given ? Room : given.ToString(given < below ? "00" : "0", CultureInfo.InvariantCulture);
}

/// <summary>A paper grew beyond what this program lays out.</summary>
public sealed class LayoutLimitException(string message) : Exception(message);

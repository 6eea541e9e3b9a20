using System.Globalization;
using System.Text.Json;

namespace Workflow.Domain.Layouts;

/// <summary>How official papers look from a day on: values by field, lengths in millimetres, type in points. A document is judged by the layout of its own date.</summary>
public sealed class LayoutProfile
{
    private readonly Dictionary<string, string> values;

    /// <summary>A layout; throws when a field is missing or holds nonsense, which shipped and stored data never does.</summary>
    public LayoutProfile(string key, string name, string source, DateOnly validFrom, IEnumerable<KeyValuePair<string, string>> given)
    {
        (Key, Name, Source, ValidFrom) = (key, name, source, validFrom);
        values = new(given, StringComparer.Ordinal);
        foreach (var field in LayoutFields.All)
        {
            values[field.Key] = field.Read(values.GetValueOrDefault(field.Key)) ?? throw new InvalidOperationException($"layout {key}: {field.Key} is “{values.GetValueOrDefault(field.Key)}”");
        }

        double Number(string field) => double.Parse(values[field], CultureInfo.InvariantCulture);
        (WidthMm, HeightMm, TopMm, BottomMm, LeftMm, RightMm) = (Number("page.width"), Number("page.height"), Number("page.top"), Number("page.bottom"), Number("page.left"), Number("page.right"));
        (BodyPt, LinePt, BeforePt, IndentMm) = (Number("body.pt"), Number("body.linePt"), Number("body.beforePt"), Number("body.indent"));
        (HeaderLinePt, PartyTitlePt, RulePt, RuleLengthPt, SuperiorPt, OrganizationPt) = (Number("header.linePt"), Number("header.partyPt"), Number("header.rulePt"), Number("header.ruleLengthPt"), Number("header.superiorPt"), Number("header.organizationPt"));
        (NumberPt, PlacePt, PadDays, PadMonths) = (Number("number.pt"), Number("place.pt"), (int)Number("place.padDays"), (int)Number("place.padMonths"));
        (TypePt, TypeLinePt, SubjectPt) = (Number("title.kindPt"), Number("title.kindLinePt"), Number("title.subjectPt"));
        (AuthorityPt, PositionPt, NamePt, SignatureLines) = (Number("sign.authorityPt"), Number("sign.positionPt"), Number("sign.namePt"), (int)Number("sign.lines"));
        (RecipientHeadingPt, RecipientPt, RecipientLinePt) = (Number("recipients.headingPt"), Number("recipients.pt"), Number("recipients.linePt"));
        (SecrecyPt, UrgencyPt, CirculationPt, DraftNotePt) = (Number("marks.secrecyPt"), Number("marks.urgencyPt"), Number("marks.circulationPt"), Number("marks.draftPt"));
        (PageNumberPt, PageNumberTopMm, FootnotePt, FootnoteLinePt, TablePt, TableLinePt) = (Number("pageNumber.pt"), Number("pageNumber.top"), Number("footnote.pt"), Number("footnote.linePt"), Number("table.pt"), Number("table.linePt"));
        (BodyMostPt, SubjectMostPt, TypeLeastPt, LineMostPt, MarginToleranceMm, SizeTolerancePt) = (Number("audit.bodyMostPt"), Number("audit.subjectMostPt"), Number("audit.kindLeastPt"), Number("audit.lineMostPt"), Number("audit.marginMm"), Number("audit.sizePt"));
    }

    /// <summary>Hướng dẫn 36-HD/VPTW (2018), Appendix 3.</summary>
    public static LayoutProfile Hd36 => ShippedLayouts.All[0];

    /// <summary>Hướng dẫn 05-HD/VPTW (2026), known second-hand only.</summary>
    public static LayoutProfile Hd05 => ShippedLayouts.All[1];

    /// <summary>Stable key of shipped guidance ("36-HD"), the row's id of an organization's own.</summary>
    public string Key { get; }

    /// <summary>The guidance, as the page names it.</summary>
    public string Name { get; }

    /// <summary>Where its values come from.</summary>
    public string Source { get; }

    /// <summary>First day on which it holds.</summary>
    public DateOnly ValidFrom { get; }

    public double WidthMm { get; }
    public double HeightMm { get; }
    public double TopMm { get; }
    public double BottomMm { get; }
    public double LeftMm { get; }
    public double RightMm { get; }
    public double HeaderLinePt { get; }
    public double PartyTitlePt { get; }
    public double RulePt { get; }

    /// <summary>Length of the rule under the Party's name; 0: as long as the name.</summary>
    public double RuleLengthPt { get; }
    public double SuperiorPt { get; }
    public double OrganizationPt { get; }
    public double NumberPt { get; }
    public double PlacePt { get; }
    public int PadDays { get; }
    public int PadMonths { get; }
    public double TypePt { get; }
    public double TypeLinePt { get; }
    public double SubjectPt { get; }
    public double BodyPt { get; }
    public double LinePt { get; }
    public double BeforePt { get; }
    public double IndentMm { get; }
    public double AuthorityPt { get; }
    public double PositionPt { get; }
    public double NamePt { get; }

    /// <summary>Blank lines left for the signature between position and name.</summary>
    public int SignatureLines { get; }
    public double RecipientHeadingPt { get; }
    public double RecipientPt { get; }
    public double RecipientLinePt { get; }
    public double SecrecyPt { get; }
    public double UrgencyPt { get; }
    public double CirculationPt { get; }
    public double DraftNotePt { get; }
    public double PageNumberPt { get; }
    public double PageNumberTopMm { get; }
    public double FootnotePt { get; }
    public double FootnoteLinePt { get; }
    public double TablePt { get; }
    public double TableLinePt { get; }

    /// <summary>Bounds and tolerances of the audit of files.</summary>
    public double BodyMostPt { get; }
    public double SubjectMostPt { get; }
    public double TypeLeastPt { get; }
    public double LineMostPt { get; }
    public double MarginToleranceMm { get; }
    public double SizeTolerancePt { get; }

    public string FontName => values["font.name"];
    public string PartyTitle => values["header.party"];
    public string Star => values["header.star"];
    public string NumberForm => values["number.form"];
    public string PlaceForm => values["place.form"];
    public string SubjectRule => values["title.rule"];
    public bool BasesItalic => Flag("bases.italic");
    public string RecipientHeading => values["recipients.heading"];
    public bool RecipientHeadingUnderlined => Flag("recipients.underlined");
    public string RecipientSeparator => values["recipients.separator"];
    public string RecipientEnd => values["recipients.end"];
    public bool RepeatsTableHead => Flag("table.repeatHead");

    /// <summary>An upload that deviates is refused, not only named.</summary>
    public bool Blocks => Flag("audit.blocks");

    /// <summary>Forms of the authority line that are accepted, the usual one first.</summary>
    public IReadOnlyList<string> AuthorityLines(bool executive) => values[executive ? "sign.executive" : "sign.standing"].Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The value of a field as it is kept.</summary>
    public string this[string field] => values[field];

    /// <summary>All values as text of an object, by field.</summary>
    public string ToJson() => JsonSerializer.Serialize(LayoutFields.All.ToDictionary(field => field.Key, field => values[field.Key]), Readable);

    /// <summary>Fields whose values are not the same, with both.</summary>
    public IReadOnlyList<(LayoutField Field, string Before, string After)> Differences(LayoutProfile other) =>
        [.. LayoutFields.All.Select(field => (field, values[field.Key], other.values[field.Key])).Where(one => one.Item2 != one.Item3)];

    /// <summary>
    /// The layout that holds on a day: an organization's own where it has one by then, else the guidance in force; the oldest for a day before all. Of two from
    /// one day the last given counts.
    /// </summary>
    public static LayoutProfile InForce(IEnumerable<LayoutProfile> own, DateOnly day) =>
        own.Where(one => one.ValidFrom <= day).OrderBy(one => one.ValidFrom).LastOrDefault() ?? ShippedLayouts.All.LastOrDefault(one => one.ValidFrom <= day) ?? ShippedLayouts.All[0];

    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private bool Flag(string field) => values[field] == "có";
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Workflow.Documents.Reading;

/// <summary>Words of the file and where they stand: 1-based lines of a plain text, numbers of paragraphs in Word.</summary>
public sealed record InspectedWords(string Quote, int? Line, int? LineEnd = null);

/// <summary>Kind of document: name as in DOMAIN §2.3, code as in its number.</summary>
public sealed record InspectedType(string Name, string Code, string? Quote, int? Line);

/// <summary>The body that issues: "BanChapHanh" and "Ban Chấp hành Đảng bộ xã".</summary>
public sealed record InspectedBody(string Kind, string Name, string? Organisation, bool InHeader);

/// <summary>The document's own number; raw as written.</summary>
public sealed record InspectedNumber(string Raw, string? Normalised, int? Ordinal, string TypeCode, string OrgCode, int? Line);

/// <summary>Place of issue.</summary>
public sealed record InspectedPlace(string Value, string? Quote, int? Line);

/// <summary>The document's own date: of issue when it says so, else of the conference that adopted it.</summary>
public sealed record InspectedDate(string Iso, string Basis, bool IssueDateStated);

/// <summary>The conference that adopted the text.</summary>
public sealed record InspectedConference(int? Ordinal, string? TermOrdinal, string? TermYears, string? Date);

/// <summary>A line of the outline with what stands below it. Kind: heading, runInGroup, numberedParagraph.</summary>
public sealed record InspectedHeading(int Level, string Kind, string Label, string Text, int? Line, List<InspectedHeading> Children);

/// <summary>A goal. Comparator: gt gte lt lte eq range ratio, or increase, decrease, qualitative without a value.</summary>
public sealed record InspectedTarget(string Label, string Comparator, decimal? Value, decimal? Min, decimal? Max, decimal? OutOf, string? Unit, string? Area, string? Period, string? Measure, string Quote, int? Line, int? LineEnd);

/// <summary>Who reports to whom, how often, by when.</summary>
public sealed record InspectedDuty(IReadOnlyList<string> Who, IReadOnlyList<string> ToWhom, string What, string Periodicity, string? DeadlineRaw, string Quote, int? Line, int? LineEnd);

/// <summary>Who is to do what.</summary>
public sealed record InspectedAssignment(IReadOnlyList<string> Who, string? By, string What, string? Deadline, string Quote, int? Line, int? LineEnd);

/// <summary>Nơi nhận.</summary>
public sealed record InspectedRecipients(IReadOnlyList<InspectedRecipient> Items, InspectedWords? Publication);

/// <summary>A line of Nơi nhận; a purpose is its own or, in a group, that of its neighbours.</summary>
public sealed record InspectedRecipient(string Name, string? Purpose, string? GroupedPurpose, bool IsArchive, int? Line);

/// <summary>Who signs.</summary>
public sealed record InspectedSignature(string? AuthorityCode, string AuthorityLine, string PositionLine, string Name);

/// <summary>A document that the text names; never this document itself.</summary>
public sealed record InspectedCitation(string Raw, string Type, string Number, string Org, int? Line);

/// <summary>Something that a person should look at. Severity: error, warning, info.</summary>
public sealed record InspectedAnomaly(string Code, string Severity, string? Quote, int? Line, string? Suggestion, string Note);

/// <summary>What is understood of one file; nothing of it is stored.</summary>
public sealed record Inspection(
    InspectedType DocType, string Title, InspectedWords? Subject, InspectedBody IssuingBody, InspectedWords? SuperiorBody, InspectedNumber? Number, InspectedPlace? Place,
    InspectedDate? Date, InspectedConference? Conference, IReadOnlyList<InspectedHeading> Headings, IReadOnlyList<InspectedTarget> Targets, IReadOnlyList<InspectedDuty> ReportingDuties,
    IReadOnlyList<InspectedAssignment> Assignments, InspectedRecipients Recipients, InspectedSignature Signature, IReadOnlyList<InspectedCitation> Citations,
    IReadOnlyList<InspectedAnomaly> Anomalies)
{
    /// <summary>Number of this shape.</summary>
    public int SchemaVersion { get; } = 1;

    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        Converters = { new PlainNumbers() },
    };

    /// <summary>The inspection as JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Options);

    // 10.0 and 10 are one number.
    private sealed class PlainNumbers : JsonConverter<decimal>
    {
        public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDecimal();

        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) => writer.WriteNumberValue(value / 1.000000000000m);
    }
}

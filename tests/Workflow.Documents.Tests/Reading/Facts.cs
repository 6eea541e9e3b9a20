using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace Workflow.Documents.Tests.Reading;

/// <summary>Facts of an inspection as lines of text, so that a difference is seen at once.</summary>
internal static class Facts
{
    public static JsonSerializerOptions Readable { get; } = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Kind, title, body and signature.</summary>
    public static string Of(JsonNode inspection) => string.Join('\n', new[]
    {
        inspection["docType"]!["name"], inspection["docType"]!["code"], inspection["title"], inspection["issuingBody"]!["kind"], inspection["issuingBody"]!["name"],
        inspection["signature"]!["authorityLine"], inspection["signature"]!["positionLine"], inspection["signature"]!["name"],
    }.Select(node => node?.ToString()));

    /// <summary>Some keys of each item of a list.</summary>
    public static string Lines(JsonNode list, params string[] keys) =>
        string.Join('\n', list.AsArray().Select(item => string.Join(" | ", keys.Select(key => item![key]?.ToString() ?? "-"))));

    /// <summary>Everything that must not depend on how a file was wrapped, encoded or exported.</summary>
    public static string Whole(JsonNode inspection) => string.Join('\n', new[]
    {
        Of(inspection), inspection["subject"]?["quote"]?.ToString(), inspection["number"]?["normalised"]?.ToString(), inspection["place"]?["value"]?.ToString(), inspection["date"]?["iso"]?.ToString(),
        Outline(inspection["headings"]!.AsArray()), Lines(inspection["recipients"]!["items"]!, "name", "purpose", "groupedPurpose"),
        Lines(inspection["targets"]!, "comparator", "value", "min", "max", "outOf", "unit"), Lines(inspection["reportingDuties"]!, "periodicity", "deadlineRaw"),
    });

    private static string Outline(JsonArray headings) => string.Join('\n', headings.Select(heading =>
        $"{heading!["level"]} {heading["label"]} {string.Concat(heading["text"]!.ToString().Where(letter => !char.IsWhiteSpace(letter)))}\n{Outline(heading["children"]!.AsArray())}"));
}

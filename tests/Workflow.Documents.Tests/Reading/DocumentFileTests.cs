using System.Text.Json;
using System.Text.Json.Nodes;
using Workflow.Documents.Import;
using Workflow.Documents.Reading;
using Workflow.Domain.Texts;
using Xunit;

namespace Workflow.Documents.Tests.Reading;

/// <summary>
/// Documents of communes that do not exist, in the ways real ones are handed in (Files/NAME.txt or .docx), each with the facts that a
/// careful reader finds in it (Files/NAME.json). A new way of writing begins as a new pair of files.
/// </summary>
public sealed class DocumentFileTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Reading", "Files");

    public static TheoryData<string> Names => [.. Directory.GetFiles(Folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_document_says_what_a_careful_reader_finds(string name)
    {
        var file = Directory.GetFiles(Folder, name + ".*").Single(path => !path.EndsWith(".json", StringComparison.Ordinal));
        var expected = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, name + ".json")))!;
        var result = DraftImporter.Read(file, File.ReadAllBytes(file), TrackedChanges.Accept);
        Assert.Null(result.Problem);
        var found = JsonNode.Parse(Inspector.Of(result.Draft!).ToJson())!;
        Assert.Equal(Facts.Of(expected), Facts.Of(found));
        Assert.Equal(Text(expected["subject"]), Text(found["subject"]?["quote"]));
        Assert.Equal((Text(expected["number"]), Text(expected["place"]), Text(expected["date"])), (Text(found["number"]?["normalised"]), Text(found["place"]?["value"]), Text(found["date"]?["iso"])));
        Headings(expected["headings"]!.AsArray(), found["headings"]!.AsArray());
        Assert.Equal(Facts.Lines(expected["recipients"]!, "name", "purpose", "groupedPurpose"), Facts.Lines(found["recipients"]!["items"]!, "name", "purpose", "groupedPurpose"));
        foreach (var list in new[] { "targets", "reportingDuties" })
        {
            Agree(list, expected[list], found[list]!.AsArray());
        }
    }

    [Fact]
    public void Every_finding_names_a_line_that_holds_its_words()
    {
        foreach (var name in Directory.GetFiles(Folder, "*.txt").Where(file => !file.Contains("utf16", StringComparison.Ordinal)))
        {
            var lines = File.ReadAllText(name).Normalize().Split('\n');
            foreach (var target in Inspector.Of(ImportTests.Read(File.ReadAllBytes(name))).Targets.Where(target => !target.Quote.Contains('|', StringComparison.Ordinal)))
            {
                var words = string.Join(' ', lines.Skip(target.Line!.Value - 1).Take((target.LineEnd ?? target.Line.Value) - target.Line.Value + 1).Select(line => line.Trim()));
                Assert.Contains(Tight(target.Quote), Tight(words), StringComparison.Ordinal);
            }
        }
    }

    private static string Tight(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));

    private static string? Text(JsonNode? node) => node?.GetValue<string>();

    // Levels and labels exactly; of a long text its beginning.
    private static void Headings(JsonArray expected, JsonArray found)
    {
        Assert.Equal(Facts.Lines(expected, "level", "label"), Facts.Lines(found, "level", "label"));
        foreach (var (want, got) in expected.Zip(found))
        {
            Assert.StartsWith(Text(want!["text"])!, Text(got!["text"])!, StringComparison.Ordinal);
            Headings(want["children"]!.AsArray(), got["children"]!.AsArray());
        }
    }

    // What is expected names only the keys that matter; a unit of null is not looked at.
    private static void Agree(string list, JsonNode? expected, JsonArray found)
    {
        if (expected is null)
        {
            return;
        }

        Assert.True(expected.AsArray().Count == found.Count, $"{list}: {found.ToJsonString(Facts.Readable)}");
        foreach (var (want, got) in expected.AsArray().Zip(found))
        {
            foreach (var (key, value) in want!.AsObject().Where(pair => pair.Value is not null))
            {
                Assert.True(JsonNode.DeepEquals(value, got![key]) || Number(value) == (Number(got[key]) ?? decimal.MinusOne), $"{list}.{key}: {got.ToJsonString(Facts.Readable)}");
            }
        }
    }

    private static decimal? Number(JsonNode? node) => node?.GetValueKind() == JsonValueKind.Number ? node.GetValue<decimal>() : null;
}

using System.Globalization;
using System.Text.Json.Nodes;
using Workflow.Documents.Checks;
using Workflow.Documents.Import;
using Workflow.Documents.Reading;
using Xunit;
using Xunit.Abstractions;

namespace Workflow.Documents.Tests.Checks;

/// <summary>
/// Whole documents of a commune that does not exist, with mistakes of every class planted in them (Files/NAME.txt) and what a careful reader finds (Files/NAME.json). They were
/// written before the rules were looked at: a rule that only fits the documents it was made from fails here.
/// </summary>
public sealed class PlantedMistakesTests(ITestOutputHelper output)
{
    private const int LettersOfAPage = 2200;

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Checks", "Files");

    public static TheoryData<string> Names => [.. Directory.GetFiles(Folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    /// <summary>A planted mistake: codes under which it may be found, and words of the quote.</summary>
    private sealed record Planted(string Severity, IReadOnlyList<string> Codes, string Words)
    {
        public static Planted Of(string line) => line.Split(' ', 3) is var parts ? new(parts[0], parts[1].Split('|'), parts.Length > 2 ? parts[2] : "") : null!;

        public bool IsFoundBy(Finding finding) => Codes.Contains(finding.Code) && (Words.Length == 0 || Words.Split('|').Any(words => Touches(finding.Quote ?? "", words)));

        // One holds the other, or what one ends with is what the other begins with.
        private static bool Touches(string quote, string words) => quote.Contains(words, StringComparison.OrdinalIgnoreCase) || (quote.Length > 0 && words.Contains(quote, StringComparison.OrdinalIgnoreCase))
            || words.Split(' ') is { Length: > 1 } parts && parts.Count(part => quote.Contains(part, StringComparison.OrdinalIgnoreCase)) * 3 >= parts.Length * 2;
    }

    [Fact]
    public void Most_planted_mistakes_are_found_and_little_else()
    {
        var (errors, foundErrors, all, foundAll, extra, pages) = (0, 0, 0, 0, 0, 0.0);
        foreach (var (name, draft, expected) in Documents())
        {
            var found = DocumentChecks.Of(draft);
            var planted = expected["planted"]!.AsArray().Select(line => Planted.Of(line!.GetValue<string>())).ToList();
            foreach (var one in planted)
            {
                var isHit = found.Any(one.IsFoundBy);
                (all, foundAll) = (all + 1, foundAll + (isHit ? 1 : 0));
                (errors, foundErrors) = one.Severity.Contains("error", StringComparison.Ordinal) ? (errors + 1, foundErrors + (isHit ? 1 : 0)) : (errors, foundErrors);
                if (!isHit)
                {
                    output.WriteLine($"{name} missed {one.Severity} {string.Join('|', one.Codes)}: {one.Words}");
                }
            }

            foreach (var other in found.Where(finding => !planted.Exists(one => one.IsFoundBy(finding))))
            {
                extra++;
                output.WriteLine($"{name} extra {other.Code} {other.Severity} {other.Line}: {other.Quote} → {other.Proposal} ({other.Reason})");
            }

            pages += Math.Ceiling(draft.Text.Clauses.Sum(clause => clause.FullText.Length) / (double)LettersOfAPage);
        }

        output.WriteLine($"errors {foundErrors} of {errors}, all {foundAll} of {all}, {extra} extra on {pages} pages");
        Assert.True(foundErrors >= 0.8 * errors, $"{foundErrors} of {errors} errors");
        Assert.True(foundAll >= 0.6 * all, $"{foundAll} of {all}");
        Assert.True(extra <= pages, $"{extra} extra on {pages} pages");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_the_document_says_is_read(string name)
    {
        var (_, draft, expected) = Documents().Single(one => one.Name == name);
        var found = Inspector.Of(draft);
        string Of(string key) => string.Join('\n', expected[key]!.AsArray().Select(line => line!.GetValue<string>()));
        var headings = Flat(found.Headings).Where(heading => heading.Kind == "heading").ToList();
        var wanted = Of("headings").Split('\n');
        Assert.Equal(string.Join('\n', wanted), string.Join('\n', headings.Select((heading, index) => $"{heading.Level} {heading.Label} {heading.Text}" is var line && index < wanted.Length && line.Length > wanted[index].Length ? line[..wanted[index].Length] : line)));
        Assert.Equal(Of("targets"), string.Join('\n', found.Targets.Select(target => $"{target.Comparator} {(target.Min is { } low ? $"{Plain(low)}-{Plain(target.Max!.Value)}" : target.Value is { } value ? Plain(value) : "")} {target.Unit}")));
        Assert.Equal(Of("duties"), string.Join('\n', FollowUpReader.Duties(draft.Text).Select(duty => $"{duty.Periodicity} {duty.Who.Split(", ")[0]}")));
        Assert.Equal(Of("recipients"), string.Join('\n', found.Recipients.Items.Select(item => item.Name)));
    }

    private static IEnumerable<InspectedHeading> Flat(IEnumerable<InspectedHeading> headings) => headings.SelectMany(heading => Flat(heading.Children).Prepend(heading));

    private static string Plain(decimal value) => (value / 1.000000m).ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<(string Name, ImportedDraft Draft, JsonNode Expected)> Documents() => Directory.GetFiles(Folder, "*.txt").Order(StringComparer.Ordinal)
        .Select(file => (Path.GetFileNameWithoutExtension(file), ImportTests.Read(File.ReadAllBytes(file)), JsonNode.Parse(File.ReadAllText(Path.ChangeExtension(file, ".json")))!));
}

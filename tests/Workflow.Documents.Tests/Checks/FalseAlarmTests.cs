using System.Text.Json.Nodes;
using Workflow.Documents.Checks;
using Workflow.Documents.Import;
using Workflow.Domain.Texts;
using Xunit;
using Xunit.Abstractions;

namespace Workflow.Documents.Tests.Checks;

/// <summary>How often the rules are right and wrong on whole documents, and how long they take.</summary>
public sealed class FalseAlarmTests(ITestOutputHelper output)
{
    private const int LettersOfAPage = 2200;

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Reading", "Files");

    // What the importer's own notes and missing parts say of these files is wanted: the files are made to lack them.
    private static readonly HashSet<string> OfTheFile = ["import", "layout.missing", "layout.number", "layout.recipients"];

    [Fact]
    public void Sound_documents_raise_less_than_one_alarm_a_page()
    {
        var (alarms, pages) = (0, 0.0);
        foreach (var file in Directory.GetFiles(Folder).Where(file => !file.EndsWith(".json", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            var draft = DraftImporter.Read(file, File.ReadAllBytes(file), TrackedChanges.Accept).Draft!;
            var found = DocumentChecks.Of(draft, OfTheFile);
            (alarms, pages) = (alarms + found.Count, pages + Math.Max(1, Math.Ceiling(draft.Text.Clauses.Sum(clause => clause.FullText.Length) / (double)LettersOfAPage)));
            foreach (var finding in found)
            {
                output.WriteLine($"{Path.GetFileNameWithoutExtension(file)} {finding.Code} {finding.Line}: {finding.Quote} → {finding.Proposal} ({finding.Reason})");
            }
        }

        output.WriteLine($"{alarms} alarms on {pages} pages");
        Assert.True(alarms <= pages, $"{alarms} alarms on {pages} pages");
    }

    [SharedFact]
    public void Listed_findings_of_the_shared_documents_are_found()
    {
        var shared = SharedFactAttribute.Folder!;
        var (errors, foundErrors, all, foundAll) = (0, 0, 0, 0);
        foreach (var file in Directory.GetFiles(Path.Combine(shared, "documents"), "*.txt"))
        {
            var expected = JsonNode.Parse(File.ReadAllText(Path.ChangeExtension(file, ".json")))!["anomalies"]!.AsArray();
            var draft = ImportTests.Read(File.ReadAllBytes(file));
            var found = DocumentChecks.Of(draft);
            var matched = new HashSet<Finding>();
            var (here, hereErrors, hereAll) = (0, 0, 0);
            foreach (var one in expected)
            {
                var isError = one!["severity"]!.ToString() == "error";
                var hits = found.Where(finding => Same(one, finding)).ToList();
                matched.UnionWith(hits);
                (errors, all, hereAll) = (errors + (isError ? 1 : 0), all + 1, hereAll + 1);
                if (hits.Count > 0)
                {
                    (foundErrors, foundAll, here, hereErrors) = (foundErrors + (isError ? 1 : 0), foundAll + 1, here + 1, hereErrors + (isError ? 1 : 0));
                }
                else
                {
                    output.WriteLine($"missed {one["code"]} {one["severity"]} {one["line"]}: {one["quote"]}");
                }
            }

            foreach (var extra in found.Where(finding => !matched.Contains(finding)))
            {
                output.WriteLine($"extra {extra.Code} {extra.Severity} {extra.Line}: {extra.Quote} → {extra.Proposal} ({extra.Reason})");
            }

            var pages = Math.Ceiling(draft.Text.Clauses.Sum(clause => clause.FullText.Length) / (double)LettersOfAPage);
            output.WriteLine($"{Path.GetFileName(file)}: {here} of {hereAll} found ({hereErrors} errors of {expected.Count(one => one!["severity"]!.ToString() == "error")}), {found.Count - matched.Count} extra on {pages} pages");
            Assert.True(found.Count - matched.Count <= pages);
        }

        output.WriteLine($"errors {foundErrors}/{errors}, all {foundAll}/{all}");
        Assert.True(foundErrors >= 0.8 * errors, $"{foundErrors} of {errors} errors");
        Assert.True(foundAll >= 0.6 * all, $"{foundAll} of {all}");
    }

    // The same code, and the same place or some of the same words.
    private static bool Same(JsonNode one, Finding finding)
    {
        if (one["code"]!.ToString() != finding.Code)
        {
            return false;
        }

        var (line, quote) = (one["line"]?.GetValue<int>(), one["quote"]?.ToString());
        var end = one["lineEnd"]?.GetValue<int>() ?? line;
        return quote is null || finding.Quote is null
            ? quote is null && finding.Quote is null
            : finding.Line >= line - 1 && finding.Line <= end + 1 && (Tight(quote).Contains(Tight(finding.Quote), StringComparison.OrdinalIgnoreCase) || Tight(finding.Quote).Contains(Tight(quote), StringComparison.OrdinalIgnoreCase) || Shared(quote, finding.Quote));
    }

    private static bool Shared(string a, string b) => a.ToLowerInvariant().Split(' ').Intersect(b.ToLowerInvariant().Split(' ')).Count() >= 2;

    private static string Tight(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
}

using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Workflow.Activities.Definitions;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Definitions;

/// <summary>
/// Walks a case through a drawing or a stored version. The answers so far stand in the address and nothing is stored: one step back is the
/// same address with one answer less.
/// </summary>
public sealed class SimulateModel : WorkflowPage
{
    public SimulationView? View { get; private set; }

    public Guid Drawing { get; private set; }

    public string Hash { get; private set; } = "";

    /// <summary>When the walk began: its own clock runs from there.</summary>
    public DateTimeOffset From { get; private set; }

    public async Task<IActionResult> OnGet(Guid ban, string? ma, string[] b, string? k, string? bien, string? tu)
    {
        (Drawing, Hash) = (ban, ma ?? "");
        From = DateTimeOffset.TryParseExact(tu, "yyyyMMddHHmm", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var from) ? from : Minute(TimeProvider.System.GetUtcNow());
        var answers = b.ToList();
        if (k is { Length: > 0 })
        {
            answers.Add(k + Variables(bien));
        }

        View = await Ask(new ReadSimulation(ban, Hash, answers, From));
        return View is null ? NotFound() : Page();
    }

    /// <summary>The same walk with so many of its answers.</summary>
    public string Address(int answers) => $"/quan-tri/quy-trinh/chay-thu?{(Drawing == Guid.Empty ? $"ma={Hash}" : $"ban={Drawing}")}&tu={From:yyyyMMddHHmm}{string.Concat(View!.Answers.Take(answers).Select(answer => "&b=" + Uri.EscapeDataString(answer)))}";

    // Lines "name = value": numbers, true and false are what they look like, the rest is text.
    private static string Variables(string? lines)
    {
        var found = new JsonObject();
        foreach (var line in (lines ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var at = line.IndexOf('=', StringComparison.Ordinal);
            if (at > 0)
            {
                found[line[..at].Trim()] = Value(line[(at + 1)..].Trim());
            }
        }

        return found.Count == 0 ? "" : "|" + found.ToJsonString(Plain);
    }

    private static JsonNode Value(string text)
    {
        try
        {
            return JsonNode.Parse(text) ?? JsonValue.Create(text);
        }
        catch (JsonException)
        {
            return JsonValue.Create(text);
        }
    }

    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static DateTimeOffset Minute(DateTimeOffset at) => new(at.Ticks - (at.Ticks % TimeSpan.TicksPerMinute), TimeSpan.Zero);
}

using Workflow.Documents.Auditing;
using Workflow.Domain;
using Workflow.Domain.Layouts;

namespace Workflow.Host.Commands;

/// <summary>
/// <c>layout-check FILE.pdf|docx [--layout 36-HD|05-HD|FILE.json] [--date yyyy-MM-dd] [--json]</c>: measures a file against the layout of a
/// day. Exit 0 when nothing deviates, 1 when something does, 2 for a file or layout that cannot be read.
/// </summary>
internal static class LayoutCheckCommand
{
    public static int Run(string[] args)
    {
        string? Option(string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
        var (named, day) = (Option("--layout"), Option("--date"));
        var path = args.FirstOrDefault(arg => !arg.StartsWith("--", StringComparison.Ordinal) && arg != named && arg != day);
        if (path is null || Files.Read(path) is not { } bytes)
        {
            return Files.Missing(path);
        }

        var date = VietnamTime.DayOf(TimeProvider.System.GetUtcNow());
        if (day is not null && !DateOnly.TryParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out date))
        {
            return Files.Bad(new("BAD_DATE", $"“{day}” không phải là ngày dạng 2026-05-27."));
        }

        if (Layout(named, date) is not { } layout)
        {
            return Files.Bad(new("NO_LAYOUT", $"Không có thể thức “{named}”. Có sẵn: {string.Join(", ", ShippedLayouts.All.Select(one => one.Key))}; hoặc tên một tệp .json chứa các giá trị."));
        }

        LayoutReport report;
        try
        {
            report = LayoutAudit.Of(bytes, layout);
        }
        catch (MeasureException problem)
        {
            return Files.Bad(new(problem.Code, problem.Message));
        }

        if (args.Contains("--json"))
        {
            Console.WriteLine(System.Text.Json.JsonSerializer.Serialize(new { layout = layout.Name, report.Pages, report.Deviations, report.Measured }, Json.Options));
        }
        else
        {
            Say(report, layout);
        }

        return report.Deviations.Count == 0 ? 0 : 1;
    }

    private static void Say(LayoutReport report, LayoutProfile layout)
    {
        Console.WriteLine($"Đo theo {layout.Name}{(report.Pages > 0 ? $": {report.Pages} trang" : "")}");
        foreach (var one in report.Deviations)
        {
            Console.WriteLine($"! {one.Text}{(one.Place is { } place ? $" ({place})" : "")}");
        }

        foreach (var one in report.Measured)
        {
            Console.WriteLine($"  {one}");
        }

        Console.WriteLine(report.Deviations.Count == 0 ? "ĐÚNG THỂ THỨC: các giá trị đo được đều trong mức cho phép." : $"SAI LỆCH: {report.Deviations.Count} chỗ.");
    }

    private static LayoutProfile? Layout(string? named, DateOnly date)
    {
        if (named is null)
        {
            return LayoutProfile.InForce([], date);
        }

        if (ShippedLayouts.All.FirstOrDefault(one => one.Key.Equals(named, StringComparison.OrdinalIgnoreCase)) is { } shipped)
        {
            return shipped;
        }

        // The values of an organization's own layout, over those of the newest guidance.
        return Files.Read(named) is { } json ? OwnLayout.Read(named, json) : null;
    }
}

/// <summary>A layout in a file of values by field.</summary>
internal static class OwnLayout
{
    public static LayoutProfile? Read(string name, byte[] json)
    {
        try
        {
            var given = System.Text.Json.JsonSerializer.Deserialize<Dictionary<string, System.Text.Json.JsonElement>>(json) ?? [];
            var (values, _) = LayoutRules.Read(LayoutFields.All.ToDictionary(field => field.Key, field => (string?)(given.TryGetValue(field.Key, out var value) ? value.ToString() : LayoutProfile.Hd05[field.Key])));
            return values is null ? null : new(name, Path.GetFileName(name), name, default, values);
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }
}

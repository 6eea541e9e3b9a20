using System.Globalization;
using System.Text.Json;

namespace Workflow.Domain.Layouts;

/// <summary>The guidance that comes with the program, as dated data beside this file, oldest first.</summary>
public static class ShippedLayouts
{
    /// <summary>All of it.</summary>
    public static IReadOnlyList<LayoutProfile> All { get; } = [.. new[] { "the-thuc-36-hd-vptw.json", "the-thuc-05-hd-vptw.json" }.Select(Read).OrderBy(one => one.ValidFrom)];

    private static LayoutProfile Read(string resource)
    {
        using var stream = typeof(ShippedLayouts).Assembly.GetManifestResourceStream(resource) ?? throw new InvalidOperationException($"{resource} is not in the assembly");
        using var json = JsonDocument.Parse(stream);
        var root = json.RootElement;
        string Text(string name) => root.GetProperty(name).GetString()!;
        return new(Text("key"), Text("name"), Text("source"), DateOnly.ParseExact(Text("validFrom"), "yyyy-MM-dd", CultureInfo.InvariantCulture), root.GetProperty("values").EnumerateObject().Select(one => KeyValuePair.Create(one.Name, one.Value.ToString())));
    }
}

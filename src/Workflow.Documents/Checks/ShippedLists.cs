using System.Globalization;
using Workflow.Domain.Profiles;

namespace Workflow.Documents.Checks;

/// <summary>Reads the lists that come with the program (Lists/*.tsv): dated data with their sources, never rules.</summary>
internal static class ShippedLists
{
    public static IReadOnlyList<KnownName> Names() => [.. Rows("names.tsv").Select(row => new KnownName(
        Enum.Parse<NameKind>(row[0]), row[1], row[2].Split('|', StringSplitOptions.RemoveEmptyEntries), Day(row[4]), Words(row[5]), row[6]))];

    public static IReadOnlyList<KnownDocument> Documents() => [.. Rows("documents.tsv").Select(row => new KnownDocument(row[0], row[1], Words(row[2]), row[3], Day(row[4]), Words(row[5]), row[6]))];

    /// <summary>Lines of a list without its remarks.</summary>
    public static IEnumerable<string> Lines(string name)
    {
        using var stream = typeof(ShippedLists).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not in the assembly");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0 && line[0] != '#')];
    }

    private static IEnumerable<string[]> Rows(string name) => Lines(name).Select(line => line.Split('\t'));

    private static string? Words(string column) => column.Length == 0 ? null : column;

    private static DateOnly? Day(string column) => column.Length == 0 ? null : DateOnly.ParseExact(column, "dd/MM/yyyy", CultureInfo.InvariantCulture);
}

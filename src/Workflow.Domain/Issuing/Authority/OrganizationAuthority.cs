using System.Text.Json;
using System.Text.Json.Serialization;

namespace Workflow.Domain.Issuing;

/// <summary>A table of authority of an organization from a day on, copied from another with changes of its own. Never changed afterwards.</summary>
public sealed class OrganizationAuthority : IOfOrganization
{
    /// <summary>Longest name.</summary>
    public const int LongestName = 120;

    /// <summary>Longest source.</summary>
    public const int LongestSource = 300;

    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required string Name { get; init; }

    /// <summary>Where the rules come from, as its author says it.</summary>
    public required string Source { get; init; }

    /// <summary>Name of what it was copied from.</summary>
    public required string CopiedFrom { get; init; }
    public required DateOnly ValidFrom { get; init; }

    /// <summary>Powers and lines, as an object.</summary>
    public required string Values { get; init; }
    public required Guid ById { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>The table.</summary>
    public AuthorityTable Table => AuthorityJson.Read(Values) is var (powers, lines) ? new(Id.ToString(), Name, Source, ValidFrom, powers, lines) : throw new JsonException();
}

/// <summary>Powers and lines as they are kept: in rows, and in the files that come with the program.</summary>
public static class AuthorityJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All),
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>As one object.</summary>
    public static string Write(IReadOnlyList<IssuingPower> powers, IReadOnlyList<SigningLine> lines) => JsonSerializer.Serialize(new Kept(powers, lines), Options);

    /// <summary>From one object. Throws <see cref="JsonException"/> when it is none.</summary>
    public static (IReadOnlyList<IssuingPower> Powers, IReadOnlyList<SigningLine> Lines) Read(string json) =>
        JsonSerializer.Deserialize<Kept>(json, Options) is { } kept ? (kept.Powers, kept.Lines) : throw new JsonException("nothing");

    internal static AuthorityTable ReadTable(Stream stream) => JsonSerializer.Deserialize<AuthorityTable>(stream, Options) ?? throw new JsonException("nothing");

    private sealed record Kept(IReadOnlyList<IssuingPower> Powers, IReadOnlyList<SigningLine> Lines);
}

/// <summary>The tables that come with the program, as dated data beside this file, oldest first.</summary>
public static class ShippedAuthority
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<AuthorityTable> All { get; } = [.. new[] { "tham-quyen-66-qd-tw.json", "tham-quyen-399-qd-tw.json" }.Select(Read).OrderBy(one => one.ValidFrom)];

    private static AuthorityTable Read(string resource)
    {
        using var stream = typeof(ShippedAuthority).Assembly.GetManifestResourceStream(resource) ?? throw new InvalidOperationException($"{resource} is not in the assembly");
        return AuthorityJson.ReadTable(stream);
    }
}

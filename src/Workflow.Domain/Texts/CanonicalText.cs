using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Workflow.Domain.Texts;

/// <summary>
/// The one written form of a text: UTF-8 JSON, properties in declaration order, every string NFC, no insignificant white space,
/// preceded by a schema number. Its SHA-256 is the version's hash, which every opinion, vote and signature names.
/// </summary>
public static class CanonicalText
{
    /// <summary>Number of the written form. A new form gets a new number; old hashes stay valid because the stored bytes stay.</summary>
    public const int Schema = 1;

    /// <summary>Longest text accepted, in characters of the canonical form.</summary>
    public const int MaxLength = 8_000_000;

    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new NfcConverter() },
    };

    /// <summary>The canonical form.</summary>
    public static string Write(DraftText text) => JsonSerializer.Serialize(new Envelope(Schema, text), Options);

    /// <summary>Reads a canonical form. Throws <see cref="JsonException"/> for anything that <see cref="Write"/> did not make.</summary>
    public static DraftText Read(string canonical)
    {
        var envelope = JsonSerializer.Deserialize<Envelope>(canonical, Options) ?? throw new JsonException("empty text");
        return envelope.Schema == Schema ? envelope.Text : throw new JsonException($"unknown schema {envelope.Schema}");
    }

    /// <summary>SHA-256 of the canonical form, 64 lower-case hexadecimal digits.</summary>
    public static string Hash(string canonical) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)));

    /// <summary>SHA-256 of the text's canonical form.</summary>
    public static string Hash(DraftText text) => Hash(Write(text));

    private sealed record Envelope(int Schema, DraftText Text);

    private sealed class NfcConverter : JsonConverter<string>
    {
        public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString()!;

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Normalize(NormalizationForm.FormC));
    }
}

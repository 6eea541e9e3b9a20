using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Workflow.Domain.Conferences;

namespace Workflow.Activities.Conferences;

/// <summary>Proofs as JSON: names in words, instants in UTC, readable without this program.</summary>
public static class ProofJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
    };

    /// <summary>The file.</summary>
    public static byte[] Write(AdoptionProof proof) => JsonSerializer.SerializeToUtf8Bytes(proof, Options);

    /// <summary>Reads a file. Throws <see cref="JsonException"/>, with the place, when it is no proof.</summary>
    public static AdoptionProof Read(ReadOnlySpan<byte> file) => JsonSerializer.Deserialize<AdoptionProof>(file, Options) ?? throw new JsonException("empty");
}

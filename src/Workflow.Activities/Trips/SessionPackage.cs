using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Workflow.Domain;

namespace Workflow.Activities.Trips;

/// <summary>Which way a package goes.</summary>
public enum PackageKind
{
    /// <summary>From the main installation to the laptop.</summary>
    Out,

    /// <summary>From the laptop back.</summary>
    Result,
}

/// <summary>A part of a package: rows of one table.</summary>
public sealed record PackagePart(string Name, int Bytes, string Sha256);

/// <summary>What a package says of itself; this is what is signed.</summary>
/// <param name="Format">Form of the package; another one is refused.</param>
/// <param name="Base">What left home, as one hash: a result names what it began with.</param>
public sealed record PackageManifest(
    int Format, PackageKind Kind, Guid TripId, int TripNumber, Guid OrganizationId, string Organization, Guid ConferenceId, string Conference, DateTimeOffset OutAt, Guid OutById, string Base, IReadOnlyList<PackagePart> Parts)
{
    /// <summary>The form that this program writes and reads.</summary>
    public const int CurrentFormat = 1;

    /// <summary>All parts as one hash: two packages with the same rows have the same.</summary>
    [JsonIgnore]
    public string Content => SessionPackage.HashOf(Parts.Select(part => (part.Name, part.Sha256)));
}

/// <summary>
/// A session as one signed file: a zip with a manifest, its signature with the public key, and the parts that the manifest names with their hashes. Reading
/// looks at the signature before anything else, takes from the file only what the manifest names, and never more bytes than it says.
/// </summary>
public sealed record SessionPackage(PackageManifest Manifest, string Fingerprint, IReadOnlyDictionary<string, byte[]> Parts)
{
    /// <summary>Largest file.</summary>
    public const int LargestFile = 30_000_000;

    private const int LargestManifest = 200_000, LargestContent = 120_000_000, MostParts = 64, MostEntries = MostParts + 2;
    private const string ManifestName = "manifest.json", SignatureName = "signature.json";

    private static readonly JsonSerializerOptions Written = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter() },
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    /// <summary>Writes and signs a package.</summary>
    public static byte[] Write(PackageManifest manifest, IReadOnlyList<(string Name, byte[] Bytes)> parts, InstallationKey key)
    {
        var text = JsonSerializer.SerializeToUtf8Bytes(manifest with { Parts = [.. parts.Select(part => new PackagePart(part.Name, part.Bytes.Length, Hash(part.Bytes)))] }, Written);
        var signature = JsonSerializer.SerializeToUtf8Bytes(new Signature("ecdsa-p256-sha256", key.PublicKey, key.Sign(text)), Written);
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in (IEnumerable<(string, byte[])>)[(ManifestName, text), (SignatureName, signature), .. parts])
            {
                var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
                entry.LastWriteTime = manifest.OutAt;
                using var content = entry.Open();
                content.Write(bytes);
            }
        }

        return stream.ToArray();
    }

    /// <summary>Opens a package, or says why it is none that can be believed. Nothing is stored here.</summary>
    /// <param name="fingerprint">The key that the reader trusts, as a person typed it.</param>
    public static (SessionPackage? Package, Refusal? Refusal) Open(byte[] file, PackageKind kind, string fingerprint)
    {
        if (file.Length == 0)
        {
            return No("package.empty", "Chưa chọn tệp, hoặc tệp rỗng. Đồng chí chọn tệp gói hội nghị (.hoinghi) rồi làm lại.");
        }

        if (file.Length > LargestFile)
        {
            return No("package.too-large", $"Tệp lớn quá {LargestFile / 1_000_000} MB nên không phải gói hội nghị. Đồng chí chọn đúng tệp đã xuất ra.");
        }

        try
        {
            using var zip = new ZipArchive(new MemoryStream(file, writable: false), ZipArchiveMode.Read);
            return Read(zip, kind, InstallationKey.Typed(fingerprint));
        }
        catch (Exception error) when (error is InvalidDataException or JsonException or NotSupportedException or EndOfStreamException or FormatException)
        {
            return No("package.damaged", "Tệp bị hỏng, bị cắt, hoặc không phải gói hội nghị nên không đọc được. Đồng chí chép lại tệp từ máy gửi rồi làm lại; chưa có gì được ghi.");
        }
    }

    /// <summary>One hash of named hashes.</summary>
    public static string HashOf(IEnumerable<(string Name, string Hash)> parts) => Hash(Encoding.UTF8.GetBytes(string.Join('\n', parts.Select(part => $"{part.Name}:{part.Hash}"))));

    /// <summary>SHA-256, 64 hexadecimal digits.</summary>
    public static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static (SessionPackage?, Refusal?) Read(ZipArchive zip, PackageKind kind, string trusted)
    {
        if (zip.Entries.Count > MostEntries || Entry(zip, ManifestName, LargestManifest) is not { } text || Entry(zip, SignatureName, LargestManifest) is not { } signed)
        {
            return No("package.foreign", "Tệp này không phải gói hội nghị do chương trình xuất ra. Đồng chí chọn tệp có đuôi .hoinghi đã tải từ trang “Mang hội nghị đi”.");
        }

        // Whose it is comes before what it says: nothing of an unsigned manifest is believed.
        var signature = JsonSerializer.Deserialize<Signature>(signed, Written)!;
        if (!InstallationKey.Signed(signature.PublicKey, text, signature.Value))
        {
            return No("package.signature", "Chữ ký của gói không đúng: gói đã bị sửa sau khi xuất, hoặc không do chương trình xuất ra. Đồng chí chép lại tệp từ máy gửi; chưa có gì được ghi.");
        }

        var fingerprint = InstallationKey.FingerprintOf(signature.PublicKey);
        if (trusted.Length != fingerprint.Length || !CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(trusted), Encoding.ASCII.GetBytes(fingerprint)))
        {
            // The right one is not said here: it would be typed without a look at where it comes from.
            return No("package.untrusted", "Gói không do máy có dấu khóa đồng chí nhập ký. Đồng chí đọc lại dấu khóa ở trang của máy gửi (hoặc tờ giấy đã chép); nếu vẫn khác thì không dùng gói này.");
        }

        using (var document = JsonDocument.Parse(text))
        {
            if (!document.RootElement.TryGetProperty("format", out var format) || format.GetInt32() != PackageManifest.CurrentFormat)
            {
                return No("package.format", "Gói do một phiên bản khác của chương trình xuất ra. Đồng chí cập nhật hai máy lên cùng một phiên bản rồi xuất lại gói.");
            }
        }

        var manifest = JsonSerializer.Deserialize<PackageManifest>(text, Written)!;
        if (manifest.Kind != kind)
        {
            return No("package.kind", kind == PackageKind.Result
                ? "Đây là gói mang đi, không phải gói kết quả. Gói kết quả được tải từ máy đã họp, sau khi bấm “Khóa sổ hội nghị”."
                : "Đây là gói kết quả, không phải gói mang đi. Gói mang đi được tải từ hệ thống chính.");
        }

        return Contents(zip, manifest, fingerprint);
    }

    private static (SessionPackage?, Refusal?) Contents(ZipArchive zip, PackageManifest manifest, string fingerprint)
    {
        if (manifest.Parts.Count > MostParts || manifest.Parts.Any(part => part.Bytes < 0) || manifest.Parts.Sum(part => (long)part.Bytes) > LargestContent
            || manifest.Parts.Select(part => part.Name).Distinct(StringComparer.Ordinal).Count() != manifest.Parts.Count || zip.Entries.Count != manifest.Parts.Count + 2)
        {
            return No("package.parts", "Gói thừa, thiếu phần hoặc lớn quá mức cho phép nên không dùng được. Đồng chí xuất lại gói từ máy gửi; chưa có gì được ghi.");
        }

        var parts = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var part in manifest.Parts)
        {
            if (Entry(zip, part.Name, part.Bytes) is not { } bytes || bytes.Length != part.Bytes || Hash(bytes) != part.Sha256)
            {
                return No("package.part-changed", $"Phần “{SessionTables.NameOf(part.Name)}” của gói không đúng mã băm đã ký: tệp bị hỏng hoặc bị sửa. Đồng chí chép lại tệp từ máy gửi; chưa có gì được ghi.");
            }

            parts[part.Name] = bytes;
        }

        return (new(manifest, fingerprint, parts), null);
    }

    // Never more than was announced, whatever the entry's own header says of its length; a name that stands twice is nobody's.
    private static byte[]? Entry(ZipArchive zip, string name, int most)
    {
        var found = zip.Entries.Where(entry => entry.FullName == name).ToList();
        if (found.Count != 1)
        {
            return null;
        }

        using var stream = found[0].Open();
        var buffer = new byte[most + 1];
        var read = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        return read > most ? null : buffer[..read];
    }

    private static (SessionPackage?, Refusal?) No(string code, string text) => (null, new(code, text));

    private sealed record Signature(string Algorithm, byte[] PublicKey, byte[] Value);
}

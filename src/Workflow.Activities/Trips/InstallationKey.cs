using System.Security.Cryptography;

namespace Workflow.Activities.Trips;

/// <summary>Where the key of this installation lies; null: in memory, for a program that ends (demonstration, tests).</summary>
public sealed record InstallationKeys(string? Folder = null);

/// <summary>
/// The key by which this installation signs the packages that it gives away (ECDSA P-256). It lies in a file beside the other keys, never in the database.
/// Others know it by its fingerprint, which people compare.
/// </summary>
public sealed class InstallationKey(InstallationKeys keys) : IDisposable
{
    private const string FileName = "installation.pem";
    private readonly Lock gate = new();
    private ECDsa? key;

    /// <summary>The public half, as others get it.</summary>
    public byte[] PublicKey
    {
        get
        {
            lock (gate)
            {
                return Key().ExportSubjectPublicKeyInfo();
            }
        }
    }

    /// <summary>How people know it.</summary>
    public string Fingerprint => FingerprintOf(PublicKey);

    /// <summary>Signs.</summary>
    public byte[] Sign(ReadOnlySpan<byte> bytes)
    {
        lock (gate)
        {
            return Key().SignData(bytes, HashAlgorithmName.SHA256);
        }
    }

    /// <summary>Whether a public key made this signature. A key of another kind, or none at all, made none.</summary>
    public static bool Signed(byte[] publicKey, ReadOnlySpan<byte> bytes, byte[] signature)
    {
        try
        {
            using var other = ECDsa.Create();
            other.ImportSubjectPublicKeyInfo(publicKey, out var read);
            return read == publicKey.Length && other.KeySize == 256 && other.VerifyData(bytes, signature, HashAlgorithmName.SHA256);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    /// <summary>32 hexadecimal digits of the SHA-256 of a public key: as many as people still compare, and more than anybody can forge.</summary>
    public static string FingerprintOf(byte[] publicKey) => Convert.ToHexStringLower(SHA256.HashData(publicKey))[..32];

    /// <summary>"3f2a 91c0 …": in groups of four.</summary>
    public static string Grouped(string fingerprint) => string.Join(' ', fingerprint.Chunk(4).Select(group => new string(group)));

    /// <summary>What a person typed, without the spaces and dashes of how it was printed.</summary>
    public static string Typed(string fingerprint) => new([.. fingerprint.Where(char.IsAsciiHexDigit).Select(char.ToLowerInvariant)]);

    /// <inheritdoc />
    public void Dispose() => key?.Dispose();

    private ECDsa Key()
    {
        if (key is not null)
        {
            return key;
        }

        if (keys.Folder is not { } folder)
        {
            return key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        }

        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
        {
            Make(folder, path);
        }

        var read = ECDsa.Create();
        read.ImportFromPem(File.ReadAllText(path));
        return key = read;
    }

    // Written whole under another name and then moved to its own: two hosts that begin at once agree on one key, and none reads half of one.
    private static void Make(string folder, string path)
    {
        Directory.CreateDirectory(folder);
        using var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var draft = Path.Combine(folder, Path.GetRandomFileName());
        using (var file = new FileStream(draft, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = OperatingSystem.IsWindows() ? null : UnixFileMode.UserRead | UnixFileMode.UserWrite,
        }))
        {
            file.Write(System.Text.Encoding.ASCII.GetBytes(made.ExportPkcs8PrivateKeyPem()));
            file.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(draft);
        }
    }
}

using System.Security.Cryptography;
using System.Text;

namespace Workflow.Activities.Conferences;

/// <summary>Where the keys of running secret votes lie; null: in memory, for a program that ends with the vote (demonstration, tests).</summary>
public sealed record BallotKeys(string? Folder = null, KeyDisk? Disk = null);

/// <summary>
/// Seals secret ballots while a vote runs, with a key for each vote that is not in the database: who holds the tables, even while they fill, reads no
/// ballot. The program opens them when the vote is closed; then the key is destroyed. AES-GCM; equal ballots give different texts of equal length.
/// </summary>
public sealed class BallotSeal(BallotKeys keys)
{
    private const int KeyBytes = 32, NonceBytes = 12, TagBytes = 16;
    private readonly System.Collections.Concurrent.ConcurrentDictionary<Guid, byte[]> known = new();
    private readonly KeyDisk disk = keys.Disk ?? new KeyDisk();

    /// <summary>What is stored of a ballot.</summary>
    public string Seal(Guid voteId, string marks)
    {
        var plain = Encoding.ASCII.GetBytes(marks);
        var stored = new byte[NonceBytes + plain.Length + TagBytes];
        RandomNumberGenerator.Fill(stored.AsSpan(0, NonceBytes));
        using var cipher = new AesGcm(Key(voteId, create: true)!, TagBytes);
        cipher.Encrypt(stored.AsSpan(0, NonceBytes), plain, stored.AsSpan(NonceBytes, plain.Length), stored.AsSpan(NonceBytes + plain.Length), voteId.ToByteArray());
        return Convert.ToBase64String(stored);
    }

    /// <summary>What the ballot says; null when the key is gone or the text is not ours.</summary>
    public string? Open(Guid voteId, string sealedMarks)
    {
        var stored = Convert.FromBase64String(sealedMarks);
        if (Key(voteId, create: false) is not { } key || stored.Length < NonceBytes + TagBytes)
        {
            return null;
        }

        var plain = new byte[stored.Length - NonceBytes - TagBytes];
        try
        {
            using var cipher = new AesGcm(key, TagBytes);
            cipher.Decrypt(stored.AsSpan(0, NonceBytes), stored.AsSpan(NonceBytes, plain.Length), stored.AsSpan(NonceBytes + plain.Length), plain, voteId.ToByteArray());
            return Encoding.ASCII.GetString(plain);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    /// <summary>Votes whose keys are still kept.</summary>
    public IReadOnlyList<Guid> Kept() => keys.Folder is not { } folder ? [.. known.Keys]
        : !Directory.Exists(folder) ? []
        : [.. Directory.GetFiles(folder).Select(Path.GetFileName).Where(name => Guid.TryParseExact(name, "N", out _)).Select(name => Guid.ParseExact(name!, "N"))];

    /// <summary>Destroys the key of a vote that is over.</summary>
    public void Destroy(Guid voteId)
    {
        known.TryRemove(voteId, out _);
        if (keys.Folder is { } folder)
        {
            disk.Delete(Path.Combine(folder, voteId.ToString("N")));
        }
    }

    private byte[]? Key(Guid voteId, bool create)
    {
        if (known.TryGetValue(voteId, out var key))
        {
            return key;
        }

        if (keys.Folder is not { } folder)
        {
            return create ? known.GetOrAdd(voteId, _ => RandomNumberGenerator.GetBytes(KeyBytes)) : null;
        }

        var path = Path.Combine(folder, voteId.ToString("N"));
        if (create)
        {
            if (!disk.Has(path))
            {
                Make(folder, path);
            }

            // Before the first ballot is sealed, also with a key that another host has just made: no ballot may outlast its key when the power goes.
            disk.Flush(folder);
            disk.Flush(Path.GetDirectoryName(Path.GetFullPath(folder))!);
        }

        return disk.Has(path) && disk.Read(path) is { Length: KeyBytes } read ? known.GetOrAdd(voteId, read) : null;
    }

    // Written whole under another name and then given its own: two hosts that begin at once agree on one key, and a key half written is never read.
    private void Make(string folder, string path)
    {
        disk.Folder(folder);
        var draft = Path.Combine(folder, Path.GetRandomFileName());
        disk.Write(draft, RandomNumberGenerator.GetBytes(KeyBytes));
        if (!disk.Name(draft, path))
        {
            disk.Delete(draft);
        }
    }
}

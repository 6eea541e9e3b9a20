using System.Security.Cryptography;

namespace Workflow.Activities.Conferences;

/// <summary>Where the key of guests' links lies; null: in memory, for a program that ends soon (demonstration, tests).</summary>
public sealed record GuestKeys(string? Folder = null);

/// <summary>
/// Makes and reads the signed part of a guest's link: the random id of the pass and a mark under a key that is not in the database. So neither guessing nor holding the tables makes a link. The same pass gives the same
/// link, so that the office may print it again.
/// </summary>
public sealed class GuestLinks(GuestKeys keys)
{
    private const int MarkBytes = 16, IdBytes = 16, KeyBytes = 32;
    private const string Name = "guests";
    private readonly Lock gate = new();
    private readonly KeyDisk disk = new();
    private byte[]? key;

    /// <summary>The address of the page, without the host.</summary>
    public string Path(Guid pass) => "/khach/" + Token(pass);

    /// <summary>The last part of the address: 43 letters.</summary>
    public string Token(Guid pass)
    {
        var id = pass.ToByteArray();
        return Convert.ToBase64String([.. id, .. Mark(id)]).TrimEnd('=').Replace('+', '-').Replace('/', '_');
    }

    /// <summary>The pass that a link names; null when the link was not made here.</summary>
    public Guid? Read(string token)
    {
        if (token.Length != 43)
        {
            return null;
        }

        Span<byte> bytes = stackalloc byte[IdBytes + MarkBytes];
        return Convert.TryFromBase64String(token.Replace('-', '+').Replace('_', '/') + "=", bytes, out var written) && written == bytes.Length && CryptographicOperations.FixedTimeEquals(Mark(bytes[..IdBytes]), bytes[IdBytes..])
            ? new Guid(bytes[..IdBytes])
            : null;
    }

    private byte[] Mark(ReadOnlySpan<byte> id) => HMACSHA256.HashData(Key(), id)[..MarkBytes];

    private byte[] Key()
    {
        lock (gate)
        {
            if (key is not null)
            {
                return key;
            }

            if (keys.Folder is not { } folder)
            {
                return key = RandomNumberGenerator.GetBytes(KeyBytes);
            }

            var path = System.IO.Path.Combine(folder, Name);
            if (!disk.Has(path))
            {
                Make(folder, path);
            }

            return key = disk.Read(path) is { Length: KeyBytes } read ? read : throw new InvalidDataException($"{path} is no key");
        }
    }

    // Written whole under another name and then given its own: two hosts that begin at once agree on one key. It is on disk before a link is made with it.
    private void Make(string folder, string path)
    {
        disk.Folder(folder);
        var draft = System.IO.Path.Combine(folder, System.IO.Path.GetRandomFileName());
        disk.Write(draft, RandomNumberGenerator.GetBytes(KeyBytes));
        if (!disk.Name(draft, path))
        {
            disk.Delete(draft);
        }

        disk.Flush(folder);
        disk.Flush(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(folder))!);
    }
}

using System.Security.Cryptography;
using System.Text;
using Workflow.Activities.Conferences;

namespace Workflow.Activities;

/// <summary>
/// Makes and reads the signed part of a link: a random id and a mark under a key that is not in the database. So neither guessing nor holding the tables makes a link. The same id gives the same link, so that the office may
/// print it again.
/// </summary>
/// <param name="keys">Where keys lie.</param>
/// <param name="name">Name of this kind's own key.</param>
public abstract class SignedIds(GuestKeys keys, string name)
{
    private const int MarkBytes = 16, IdBytes = 16, KeyBytes = 32;
    private readonly Lock gate = new();
    private readonly KeyDisk disk = new();
    private byte[]? key;

    /// <summary>The last part of the address: 43 letters.</summary>
    public string Token(Guid one)
    {
        var id = one.ToByteArray();
        return Convert.ToBase64String([.. id, .. Mark(id)]).TrimEnd('=').Replace('+', '-').Replace('/', '_');
    }

    /// <summary>The id that a link names; null when the link was not made here. One link has one spelling: the last letter holds bits that say nothing.</summary>
    public Guid? Read(string token)
    {
        if (token.Length != 43)
        {
            return null;
        }

        Span<byte> bytes = stackalloc byte[IdBytes + MarkBytes];
        return Convert.TryFromBase64String(token.Replace('-', '+').Replace('_', '/') + "=", bytes, out var written) && written == bytes.Length && new Guid(bytes[..IdBytes]) is var id && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Token(id)), Encoding.ASCII.GetBytes(token))
            ? id
            : null;
    }

    private byte[] Mark(ReadOnlySpan<byte> id) => HMACSHA256.HashData(Key(), id)[..MarkBytes];

    /// <summary>A mark of other bytes under the same key.</summary>
    protected byte[] MarkOf(ReadOnlySpan<byte> bytes) => HMACSHA256.HashData(Key(), bytes);

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

            var path = System.IO.Path.Combine(folder, name);
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

using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Workflow.Activities.Conferences;

namespace Workflow.Activities.Distribution;

/// <summary>
/// Links and PINs on the cover sheets of printed copies. The PIN is worked out from the pass under the key: it lies nowhere, not even as a hash that whoever holds the tables could try a million times, and the office may print
/// the same sheet again.
/// </summary>
public sealed class CopyLinks(GuestKeys keys) : SignedIds(keys, "copies")
{
    private const int Digits = 6;
    private const uint Numbers = 1_000_000;

    /// <summary>The address of the page, without the host.</summary>
    public string Path(Guid pass) => "/phieu-gui/" + Token(pass);

    /// <summary>Six digits.</summary>
    public string Pin(Guid pass) => (BinaryPrimitives.ReadUInt64BigEndian(MarkOf([.. "pin "u8, .. pass.ToByteArray()])) % Numbers).ToString("D6", CultureInfo.InvariantCulture);

    /// <summary>Whether this is the PIN; spaces and dots between digits are as people write them.</summary>
    public bool IsPin(Guid pass, string typed)
    {
        var digits = new string([.. typed.Where(char.IsAsciiDigit)]);
        return typed.Length <= 3 * Digits && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(digits), Encoding.ASCII.GetBytes(Pin(pass)));
    }
}

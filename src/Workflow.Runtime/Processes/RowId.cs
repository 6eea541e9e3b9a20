using System.Buffers.Binary;

namespace Workflow.Runtime.Processes;

/// <summary>
/// Ids in the order in which rows were made, also within one instant: UUID version 7 with a counter in front of the random part. So what one
/// act opens is listed, and done, in the order in which the definition opened it.
/// </summary>
internal static class RowId
{
    private static int last;

    public static Guid At(DateTimeOffset at)
    {
        Span<byte> bytes = stackalloc byte[16];
        Guid.CreateVersion7(at).TryWriteBytes(bytes, bigEndian: true, out _);
        var count = (uint)Interlocked.Increment(ref last) & 0x3FF_FFFF;

        // 12 bits beside the version, 14 beside the variant.
        BinaryPrimitives.WriteUInt16BigEndian(bytes[6..], (ushort)(0x7000 | (count >> 14)));
        BinaryPrimitives.WriteUInt16BigEndian(bytes[8..], (ushort)(0x8000 | (count & 0x3FFF)));
        return new Guid(bytes, bigEndian: true);
    }
}

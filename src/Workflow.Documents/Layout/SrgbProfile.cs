using System.Buffers.Binary;
using System.Text;

namespace Workflow.Documents.Layout;

/// <summary>
/// The colour profile of sRGB that an archived file needs to say what its colours mean (ISO 19005-2, 6.2.3), worked out from the published
/// numbers of IEC 61966-2-1 as a display profile of three colourants and one tone curve (ICC.1:2001-04, version 2).
/// </summary>
internal static class SrgbProfile
{
    private const int Steps = 1024;

    /// <summary>The profile; always the same bytes.</summary>
    public static byte[] Bytes { get; } = Make();

    private static byte[] Make()
    {
        // Colourants and white adapted to D50, as the profile connection space wants them.
        var curve = Curve();
        List<(string Tag, byte[] Data)> tags =
        [
            ("desc", Description("sRGB")),
            ("cprt", Text("CC0 1.0")),
            ("wtpt", Xyz(0.9642, 1.0, 0.8249)),
            ("rXYZ", Xyz(0.43607, 0.22249, 0.01392)),
            ("gXYZ", Xyz(0.38515, 0.71687, 0.09708)),
            ("bXYZ", Xyz(0.14307, 0.06061, 0.71410)),
            ("rTRC", curve),
            ("gTRC", curve),
            ("bTRC", curve),
        ];
        var head = 128 + 4 + (12 * tags.Count);
        var file = new MemoryStream();
        file.Write(new byte[head]);
        var table = new byte[4 + (12 * tags.Count)];
        BinaryPrimitives.WriteInt32BigEndian(table, tags.Count);
        var places = new Dictionary<byte[], int>(ReferenceEqualityComparer.Instance);
        foreach (var (index, (tag, data)) in tags.Index())
        {
            if (!places.TryGetValue(data, out var at))
            {
                places[data] = at = (int)file.Length;
                file.Write(data);
                file.Write(new byte[(4 - (data.Length % 4)) % 4]);
            }

            Encoding.ASCII.GetBytes(tag).CopyTo(table, 4 + (12 * index));
            BinaryPrimitives.WriteInt32BigEndian(table.AsSpan(8 + (12 * index)), at);
            BinaryPrimitives.WriteInt32BigEndian(table.AsSpan(12 + (12 * index)), data.Length);
        }

        var bytes = file.ToArray();
        table.CopyTo(bytes, 128);
        Header(bytes);
        return bytes;
    }

    private static void Header(byte[] bytes)
    {
        BinaryPrimitives.WriteInt32BigEndian(bytes, bytes.Length);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(8), 0x02100000);
        "mntrRGB XYZ "u8.CopyTo(bytes.AsSpan(12));
        // A date of its own: the year of the standard, so that the bytes never change.
        foreach (var (index, part) in new short[] { 1999, 10, 18, 0, 0, 0 }.Index())
        {
            BinaryPrimitives.WriteInt16BigEndian(bytes.AsSpan(24 + (2 * index)), part);
        }

        "acsp"u8.CopyTo(bytes.AsSpan(36));
        Xyz(0.9642, 1.0, 0.8249).AsSpan(8).CopyTo(bytes.AsSpan(68));
    }

    private static byte[] Curve()
    {
        var data = new byte[12 + (2 * Steps)];
        "curv"u8.CopyTo(data);
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(8), Steps);
        for (var step = 0; step < Steps; step++)
        {
            var value = step / (double)(Steps - 1);
            var linear = value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
            BinaryPrimitives.WriteUInt16BigEndian(data.AsSpan(12 + (2 * step)), (ushort)Math.Round(linear * 65535));
        }

        return data;
    }

    private static byte[] Xyz(double x, double y, double z)
    {
        var data = new byte[20];
        "XYZ "u8.CopyTo(data);
        foreach (var (index, value) in new[] { x, y, z }.Index())
        {
            BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(8 + (4 * index)), (int)Math.Round(value * 65536));
        }

        return data;
    }

    private static byte[] Text(string text) => [.. "text"u8, 0, 0, 0, 0, .. Encoding.ASCII.GetBytes(text), 0];

    private static byte[] Description(string text)
    {
        // The name in ASCII; the two other scripts that the type has room for stay empty.
        var data = new byte[12 + text.Length + 1 + 8 + 3 + 67];
        "desc"u8.CopyTo(data);
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(8), text.Length + 1);
        Encoding.ASCII.GetBytes(text).CopyTo(data, 12);
        return data;
    }
}

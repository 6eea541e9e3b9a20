using System.Buffers.Binary;
using System.IO.Compression;

namespace Workflow.Documents.Signatures;

/// <summary>
/// Reads PNG (ISO/IEC 15948) as scanners and drawing programs write it: 8 bits a channel or a palette, not interlaced. Limits: 2 MB, 4 million points; what is cut,
/// damaged or larger is told, never thrown.
/// </summary>
internal static class Png
{
    /// <summary>Largest file in bytes.</summary>
    public const int MaxBytes = 2_000_000;

    /// <summary>Most points.</summary>
    public const int MaxPoints = 4_000_000;

    private const int Grey = 0, Rgb = 2, Palette = 3, GreyAlpha = 4, RgbAlpha = 6;

    public sealed record Head(int Width, int Height, int Kind, int Depth);

    /// <param name="Image">Null when it cannot be read.</param>
    /// <param name="Problem">Why, one Vietnamese sentence.</param>
    public sealed record Decoded(Head? Image, byte[] Colours, byte[] Alpha, string Problem);

    public static Decoded Read(byte[] file)
    {
        try
        {
            return Chunks(file);
        }
        catch (Exception error) when (error is InvalidDataException or IndexOutOfRangeException or ArgumentException or OverflowException)
        {
            return No("tệp PNG bị hỏng hoặc bị cắt cụt.");
        }
    }

    private static Decoded No(string problem) => new(null, [], [], problem);

    private static Decoded Chunks(byte[] file)
    {
        if (file.Length > MaxBytes)
        {
            return No($"tệp lớn quá {MaxBytes / 1_000_000} MB.");
        }

        if (!file.AsSpan().StartsWith((byte[])[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
        {
            return No("tệp không phải ảnh PNG.");
        }

        Head? head = null;
        byte[] palette = [], transparent = [];
        using var packed = new MemoryStream();
        for (var at = 8; at < file.Length;)
        {
            var length = checked((int)BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at)));
            var kind = file.AsSpan(at + 4, 4);
            var data = file.AsSpan(at + 8, length);
            if (Crc(file.AsSpan(at + 4, length + 4)) != BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at + 8 + length)))
            {
                return No("tệp PNG bị hỏng.");
            }

            at += 12 + length;
            if (kind.SequenceEqual("IHDR"u8))
            {
                head = new(checked((int)BinaryPrimitives.ReadUInt32BigEndian(data)), checked((int)BinaryPrimitives.ReadUInt32BigEndian(data[4..])), data[9], data[8]);
                if (Refused(head, data[10], data[11], data[12]) is { } problem)
                {
                    return No(problem);
                }
            }
            else if (kind.SequenceEqual("PLTE"u8))
            {
                palette = data.ToArray();
            }
            else if (kind.SequenceEqual("tRNS"u8))
            {
                transparent = data.ToArray();
            }
            else if (kind.SequenceEqual("IDAT"u8))
            {
                packed.Write(data);
            }
            else if (kind.SequenceEqual("IEND"u8))
            {
                return head is null ? No("tệp PNG bị hỏng.") : Points(head, Rows(head, packed.ToArray()), palette, transparent);
            }
        }

        return No("tệp PNG bị cắt cụt.");
    }

    private static string? Refused(Head head, int compression, int filter, int interlace) =>
        head.Width < 1 || head.Height < 1 || (long)head.Width * head.Height > MaxPoints ? $"ảnh quá lớn (tối đa {MaxPoints / 1_000_000} triệu điểm ảnh)."
        : head.Depth != 8 && !(head.Kind == Palette && head.Depth is 1 or 2 or 4) || head.Kind is not (Grey or Rgb or Palette or GreyAlpha or RgbAlpha) ? "ảnh không phải 8 bit mỗi kênh màu."
        : compression != 0 || filter != 0 ? "tệp PNG bị hỏng."
        : interlace != 0 ? "ảnh lưu kiểu xen kẽ (interlaced)."
        : null;

    private static int Channels(Head head) => head.Kind switch { Rgb => 3, GreyAlpha => 2, RgbAlpha => 4, _ => 1 };

    // Filters of PNG (9.2), undone row by row; exactly as much is unpacked as the size says.
    private static byte[] Rows(Head head, byte[] packed)
    {
        var step = Math.Max(1, Channels(head) * head.Depth / 8);
        var wide = ((head.Width * Channels(head) * head.Depth) + 7) / 8;
        using var unpacked = new ZLibStream(new MemoryStream(packed), CompressionMode.Decompress);
        var rows = new byte[wide * head.Height];
        var row = new byte[wide + 1];
        for (var y = 0; y < head.Height; y++)
        {
            if (unpacked.ReadAtLeast(row, row.Length, throwOnEndOfStream: false) < row.Length)
            {
                throw new InvalidDataException();
            }

            for (var x = 0; x < wide; x++)
            {
                var left = x >= step ? rows[(y * wide) + x - step] : 0;
                var up = y > 0 ? rows[((y - 1) * wide) + x] : 0;
                var corner = y > 0 && x >= step ? rows[((y - 1) * wide) + x - step] : 0;
                rows[(y * wide) + x] = (byte)(row[x + 1] + row[0] switch { 0 => 0, 1 => left, 2 => up, 3 => (left + up) / 2, 4 => PdfStreams.Paeth(left, up, corner), _ => throw new InvalidDataException() });
            }
        }

        return rows;
    }

    private static Decoded Points(Head head, byte[] rows, byte[] palette, byte[] transparent)
    {
        var count = head.Width * head.Height;
        var (colours, alpha) = (new byte[3 * count], new byte[count]);
        var (channels, wide) = (Channels(head), rows.Length / head.Height);
        for (var point = 0; point < count; point++)
        {
            if (head.Kind == Palette)
            {
                var (x, y) = (point % head.Width, point / head.Width);
                var each = 8 / head.Depth;
                var index = (rows[(y * wide) + (x / each)] >> (8 - head.Depth - (x % each * head.Depth))) & ((1 << head.Depth) - 1);
                palette.AsSpan(3 * index, 3).CopyTo(colours.AsSpan(3 * point));
                alpha[point] = index < transparent.Length ? transparent[index] : (byte)255;
                continue;
            }

            var from = rows.AsSpan(point * channels, channels);
            var colour = head.Kind is Rgb or RgbAlpha ? from[..3] : [from[0], from[0], from[0]];
            colour.CopyTo(colours.AsSpan(3 * point));
            alpha[point] = head.Kind switch { GreyAlpha => from[1], RgbAlpha => from[3], _ => IsHole(from, transparent) ? (byte)0 : (byte)255 };
        }

        // What is not seen keeps no colour: nothing hides there.
        for (var point = 0; point < count; point++)
        {
            if (alpha[point] == 0)
            {
                colours.AsSpan(3 * point, 3).Clear();
            }
        }

        return new(head, colours, alpha, "");
    }

    // One colour that means "nothing here", two bytes a channel.
    private static bool IsHole(ReadOnlySpan<byte> point, byte[] transparent)
    {
        if (transparent.Length != 2 * point.Length)
        {
            return false;
        }

        for (var channel = 0; channel < point.Length; channel++)
        {
            if (transparent[2 * channel] != 0 || transparent[(2 * channel) + 1] != point[channel])
            {
                return false;
            }
        }

        return true;
    }

    private static uint Crc(ReadOnlySpan<byte> data)
    {
        var crc = 0xFFFFFFFFu;
        foreach (var one in data)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
            }
        }

        return ~crc;
    }
}

using System.IO.Compression;

namespace Workflow.Documents.Signatures;

/// <summary>Unpacks the streams that the structure itself is kept in: Flate with or without a PNG predictor, bounded in size.</summary>
internal static class PdfStreams
{
    /// <summary>Most bytes that one stream may unpack to.</summary>
    public const int MaxUnpacked = 64_000_000;

    /// <summary>
    /// The content of a stream. <paramref name="dictionaryEnd"/> is where its dictionary ends, <paramref name="length"/> its packed bytes.
    /// </summary>
    public static byte[] Unpack(ReadOnlySpan<byte> data, int dictionaryEnd, int length, IReadOnlyDictionary<string, string> entries)
    {
        var start = PdfSyntax.White(data, dictionaryEnd);
        if (!PdfSyntax.Starts(data, start, "stream"u8))
        {
            throw PdfSyntax.Bad("Một luồng dữ liệu của tệp PDF bị hỏng.");
        }

        start += PdfSyntax.Starts(data, start + 6, "\r\n"u8) ? 8 : 7;
        if (length < 0 || start + (long)length > data.Length)
        {
            throw PdfSyntax.Bad("Một luồng dữ liệu của tệp PDF bị cắt cụt.");
        }

        var packed = data.Slice(start, length);
        var filter = entries.GetValueOrDefault("Filter", "[]");
        var filters = filter.StartsWith('[') ? PdfSyntax.Items(filter) : [filter];
        if (filters.Count == 0)
        {
            return packed.ToArray();
        }

        if (filters is not ["/FlateDecode"])
        {
            throw PdfSyntax.Bad("Tệp PDF dùng kiểu nén chưa được hỗ trợ.");
        }

        var parameters = entries.GetValueOrDefault("DecodeParms", "<<>>");
        var how = PdfSyntax.Dictionary(parameters.StartsWith('[') ? PdfSyntax.Items(parameters).FirstOrDefault("<<>>") : parameters) ?? [];
        var content = Inflate(packed);
        return PdfSyntax.Int(how.GetValueOrDefault("Predictor", "1")) < 10 ? content : Unpredict(content, PdfSyntax.Int(how.GetValueOrDefault("Columns", "1")));
    }

    private static byte[] Inflate(ReadOnlySpan<byte> packed)
    {
        try
        {
            using var zlib = new ZLibStream(new MemoryStream(packed.ToArray()), CompressionMode.Decompress);
            using var content = new MemoryStream();
            var buffer = new byte[32_768];
            for (int read; (read = zlib.Read(buffer)) > 0;)
            {
                content.Write(buffer, 0, read);
                if (content.Length > MaxUnpacked)
                {
                    throw PdfSyntax.Bad("Một luồng dữ liệu của tệp PDF quá lớn.");
                }
            }

            return content.ToArray();
        }
        catch (InvalidDataException)
        {
            throw PdfSyntax.Bad("Một luồng dữ liệu của tệp PDF bị hỏng.");
        }
    }

    // PNG filters (RFC 2083, 6) over rows of bytes.
    private static byte[] Unpredict(byte[] content, int columns)
    {
        if (columns is < 1 or > 1000 || content.Length % (columns + 1) != 0)
        {
            throw PdfSyntax.Bad("Bảng tham chiếu nén của tệp PDF bị hỏng.");
        }

        var rows = content.Length / (columns + 1);
        var result = new byte[rows * columns];
        for (var row = 0; row < rows; row++)
        {
            var kind = content[row * (columns + 1)];
            for (var column = 0; column < columns; column++)
            {
                var left = column > 0 ? result[(row * columns) + column - 1] : 0;
                var up = row > 0 ? result[((row - 1) * columns) + column] : 0;
                var corner = row > 0 && column > 0 ? result[((row - 1) * columns) + column - 1] : 0;
                var guess = kind switch { 0 => 0, 1 => left, 2 => up, 3 => (left + up) / 2, 4 => Paeth(left, up, corner), _ => throw PdfSyntax.Bad("Bảng tham chiếu nén của tệp PDF bị hỏng.") };
                result[(row * columns) + column] = (byte)(content[(row * (columns + 1)) + 1 + column] + guess);
            }
        }

        return result;
    }

    internal static int Paeth(int left, int up, int corner)
    {
        var guess = left + up - corner;
        var (a, b, c) = (Math.Abs(guess - left), Math.Abs(guess - up), Math.Abs(guess - corner));
        return a <= b && a <= c ? left : b <= c ? up : corner;
    }
}

using static Workflow.Documents.Signatures.PdfSyntax;

namespace Workflow.Documents.Signatures;

/// <summary>Where an object stands: at an offset of the file, inside an object stream, or nowhere (freed).</summary>
internal readonly record struct XrefEntry(long Offset, int Container, int Index)
{
    public static readonly XrefEntry Free = new(-1, 0, 0);

    public bool IsFree => Offset < 0 && Container == 0;
}

/// <summary>A cross-reference section, table or stream: one revision's list of where its objects stand (ISO 32000-1, 7.5.4 and 7.5.8).</summary>
internal sealed record XrefSection(long Offset, bool IsStream, IReadOnlyDictionary<int, XrefEntry> Objects, IReadOnlyDictionary<string, string> Trailer)
{
    private const int MaxNumber = 8_388_607;

    /// <summary>Reads a section. <paramref name="budget"/> is the number of entries that the file may still have.</summary>
    public static XrefSection Read(ReadOnlySpan<byte> data, long at, ref int budget)
    {
        if (at < 0 || at >= data.Length)
        {
            throw Bad("Bảng tham chiếu của tệp PDF trỏ ra ngoài tệp.");
        }

        var position = White(data, (int)at);
        return Starts(data, position, "xref"u8) ? Table(data, at, position + 4, ref budget) : Stream(data, at, position, ref budget);
    }

    private static XrefSection Table(ReadOnlySpan<byte> data, long at, int position, ref int budget)
    {
        var objects = new Dictionary<int, XrefEntry>();
        for (position = White(data, position); position < data.Length && char.IsAsciiDigit((char)data[position]); position = White(data, position))
        {
            var first = Number(data, ref position);
            var count = Number(data, ref position);
            Spend(ref budget, first, count);
            for (var number = (int)first; number < first + count; number++)
            {
                var offset = Number(data, ref position);
                _ = Number(data, ref position);
                position = White(data, position);
                objects[number] = position < data.Length && data[position] == 'n' ? new(offset, 0, 0) : XrefEntry.Free;
                position++;
            }
        }

        if (!Starts(data, position, "trailer"u8) || White(data, position + 7) is var start && !Starts(data, start, "<<"u8))
        {
            throw Bad("Tệp PDF thiếu phần kết (trailer).");
        }

        var trailer = Dictionary(data, start);
        if (trailer.TryGetValue("XRefStm", out var hybrid))
        {
            // A hybrid file (Word writes them): the stream holds what the table calls free.
            foreach (var (number, entry) in Stream(data, at, White(data, Math.Min(Int(hybrid), data.Length)), ref budget).Objects)
            {
                if (!objects.TryGetValue(number, out var known) || known.IsFree)
                {
                    objects[number] = entry;
                }
            }
        }

        return new(at, false, objects, trailer);
    }

    private static XrefSection Stream(ReadOnlySpan<byte> data, long at, int position, ref int budget)
    {
        _ = Number(data, ref position);
        _ = Number(data, ref position);
        position = White(data, position);
        if (!Starts(data, position, "obj"u8) || White(data, position + 3) is var start && !Starts(data, start, "<<"u8))
        {
            throw Bad("Bảng tham chiếu của tệp PDF bị hỏng.");
        }

        var trailer = Dictionary(data, start);
        var widths = Items(trailer.GetValueOrDefault("W")).ConvertAll(Int);
        if (trailer.GetValueOrDefault("Type") != "/XRef" || widths.Count != 3 || widths.Exists(width => width > 8) || widths.Sum() == 0)
        {
            throw Bad("Bảng tham chiếu nén của tệp PDF bị hỏng.");
        }

        var content = PdfStreams.Unpack(data, ValueEnd(data, start, 0), Int(trailer.GetValueOrDefault("Length")), trailer);
        var index = trailer.TryGetValue("Index", out var ranges) ? Items(ranges).ConvertAll(Int) : [0, Int(trailer.GetValueOrDefault("Size"))];
        var objects = new Dictionary<int, XrefEntry>();
        var cursor = 0;
        for (var i = 0; i + 1 < index.Count; i += 2)
        {
            Spend(ref budget, index[i], index[i + 1]);
            for (var number = index[i]; number < index[i] + index[i + 1]; number++)
            {
                if (cursor + widths.Sum() > content.Length)
                {
                    throw Bad("Bảng tham chiếu nén của tệp PDF bị cắt cụt.");
                }

                var kind = widths[0] == 0 ? 1 : Field(content, ref cursor, widths[0]);
                var second = Field(content, ref cursor, widths[1]);
                var third = Field(content, ref cursor, widths[2]);
                objects[number] = kind switch
                {
                    1 => new(second, 0, 0),
                    2 when second is > 0 and <= MaxNumber && third <= MaxNumber => new(-1, (int)second, (int)third),
                    _ => XrefEntry.Free,
                };
            }
        }

        return new(at, true, objects, trailer);
    }

    private static void Spend(ref int budget, long first, long count)
    {
        if (first > MaxNumber || count > budget || first + count > MaxNumber)
        {
            throw Bad("Tệp PDF có quá nhiều đối tượng.");
        }

        budget -= (int)count;
    }

    private static long Field(byte[] content, ref int cursor, int width)
    {
        ulong value = 0;
        for (var end = cursor + width; cursor < end; cursor++)
        {
            value = (value << 8) | content[cursor];
        }

        return (long)(value & long.MaxValue);
    }
}

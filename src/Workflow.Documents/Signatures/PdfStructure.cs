using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Workflow.Documents.Signatures;

/// <summary>A cross-reference section: one revision's table of where its objects stand.</summary>
internal sealed record XrefSection(long Offset, IReadOnlyDictionary<int, long> Objects, IReadOnlyDictionary<string, string> Trailer);

/// <summary>
/// Reads the bones of a PDF: cross-reference sections and dictionaries, as raw text. Bounded in depth and steps; anything that it does
/// not understand becomes a <see cref="SignatureException"/>, never a hang.
/// </summary>
internal sealed partial class PdfStructure
{
    /// <summary>Largest file read, in bytes.</summary>
    public const int MaxBytes = 100_000_000;

    private const int MaxSections = 200;
    private const int MaxObjects = 500_000;
    private readonly byte[] bytes;

    public PdfStructure(byte[] bytes)
    {
        this.bytes = bytes;
        if (bytes.Length > MaxBytes || bytes.AsSpan(0, Math.Min(1024, bytes.Length)).IndexOf("%PDF-"u8) < 0)
        {
            throw Bad("Tệp không phải PDF.");
        }

        var start = bytes.AsSpan().LastIndexOf("startxref"u8);
        long? offset = start < 0 ? null : NumberAfter(start + 9);
        var seen = new HashSet<long>();
        while (offset is { } at)
        {
            if (!seen.Add(at) || Sections.Count >= MaxSections)
            {
                throw Bad("Bảng tham chiếu của tệp PDF lặp vòng.");
            }

            var section = ReadSection(at);
            Sections.Add(section);
            offset = section.Trailer.TryGetValue("Prev", out var previous) ? Long(previous) : null;
        }

        if (Sections.Count == 0)
        {
            throw Bad("Không thấy bảng tham chiếu của tệp PDF.");
        }
    }

    /// <summary>Newest first.</summary>
    public List<XrefSection> Sections { get; } = [];

    public IReadOnlyDictionary<string, string> Trailer => Sections[0].Trailer;

    /// <summary>Numbers of all objects, newest revision first.</summary>
    public IEnumerable<int> ObjectNumbers => Sections.SelectMany(section => section.Objects.Keys).Distinct();

    /// <summary>An object as it stands in the newest revision whose table begins before <paramref name="limit"/>; null when there is none.</summary>
    public IReadOnlyDictionary<string, string>? Dictionary(int number, long limit = long.MaxValue)
    {
        foreach (var section in Sections.Where(section => section.Offset < limit))
        {
            if (section.Objects.TryGetValue(number, out var at))
            {
                return DictionaryAt(number, at);
            }
        }

        return null;
    }

    /// <summary>A dictionary that is written in place or by reference.</summary>
    public IReadOnlyDictionary<string, string>? Resolve(string? raw) => raw is null ? null
        : Reference().Match(raw) is { Success: true } reference ? Dictionary(Int(reference.Groups[1].Value))
        : raw.StartsWith("<<", StringComparison.Ordinal) ? ParseDictionary(Encoding.Latin1.GetBytes(raw), 0).Entries
        : null;

    public static int Int(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : throw Bad("Số trong tệp PDF không hợp lệ.");

    /// <summary>A text string, written literally or as hexadecimal.</summary>
    public static string Text(string raw)
    {
        byte[] content;
        if (raw.StartsWith('<'))
        {
            var digits = new string([.. raw.Where(char.IsAsciiHexDigit)]);
            content = Convert.FromHexString(digits.Length % 2 == 0 ? digits : digits + "0");
        }
        else
        {
            content = Encoding.Latin1.GetBytes(raw.Trim('(', ')'));
        }

        return content is [0xFE, 0xFF, ..] ? Encoding.BigEndianUnicode.GetString(content, 2, content.Length - 2) : Encoding.Latin1.GetString(content);
    }

    internal static SignatureException Bad(string text) => new("signature.bad-pdf", text + " Đồng chí kiểm tra lại tệp.");

    private Dictionary<string, string>? DictionaryAt(int number, long at)
    {
        if (at < 0 || at >= bytes.Length)
        {
            throw Bad("Bảng tham chiếu của tệp PDF trỏ ra ngoài tệp.");
        }

        var head = Encoding.Latin1.GetString(bytes, (int)at, Math.Min(40, bytes.Length - (int)at));
        var match = ObjectHead().Match(head);
        if (!match.Success || Int(match.Groups[1].Value) != number)
        {
            throw Bad($"Đối tượng {number} không nằm đúng chỗ.");
        }

        var start = (int)at + match.Length;
        return start + 1 < bytes.Length && bytes[start] == '<' && bytes[start + 1] == '<' ? ParseDictionary(bytes, start).Entries : null;
    }

    private XrefSection ReadSection(long at)
    {
        if (at < 0 || at >= bytes.Length - 4 || !bytes.AsSpan((int)at).StartsWith("xref"u8))
        {
            throw Bad("Bảng tham chiếu ở dạng nén chưa được hỗ trợ hoặc bị hỏng.");
        }

        var objects = new Dictionary<int, long>();
        var position = Skip((int)at + 4);
        while (position < bytes.Length && char.IsAsciiDigit((char)bytes[position]))
        {
            var first = (int)Number(ref position);
            var count = (int)Number(ref position);
            if (count < 0 || count > MaxObjects || objects.Count + count > MaxObjects)
            {
                throw Bad("Tệp PDF có quá nhiều đối tượng.");
            }

            for (var index = 0; index < count; index++)
            {
                var offset = Number(ref position);
                _ = Number(ref position);
                if (position < bytes.Length && bytes[position] == 'n')
                {
                    objects[first + index] = offset;
                }

                position = Skip(position + 1);
            }
        }

        if (!bytes.AsSpan(Math.Min(position, bytes.Length)).StartsWith("trailer"u8))
        {
            throw Bad("Tệp PDF thiếu phần kết (trailer).");
        }

        return new XrefSection(at, objects, ParseDictionary(bytes, Skip(position + 7)).Entries);
    }

    private long NumberAfter(int position)
    {
        position = Skip(position);
        return Number(ref position);
    }

    private long Number(ref int position)
    {
        position = Skip(position);
        long value = 0;
        var any = false;
        for (; position < bytes.Length && char.IsAsciiDigit((char)bytes[position]); position++, any = true)
        {
            value = value < long.MaxValue / 20 ? (value * 10) + bytes[position] - '0' : throw Bad("Số trong tệp PDF quá lớn.");
        }

        if (!any)
        {
            throw Bad("Bảng tham chiếu của tệp PDF bị hỏng.");
        }

        position = Skip(position);
        return value;
    }

    private int Skip(int position)
    {
        while (position < bytes.Length && bytes[position] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t' or 0)
        {
            position++;
        }

        return position;
    }

    private static long Long(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : throw Bad("Số trong tệp PDF không hợp lệ.");

    /// <summary>The top level of a dictionary: each value as it is written, and where the dictionary ends.</summary>
    internal static (Dictionary<string, string> Entries, int End) ParseDictionary(byte[] data, int start)
    {
        var entries = new Dictionary<string, string>(StringComparer.Ordinal);
        var position = start + 2;
        while (position < data.Length)
        {
            position = White(data, position);
            if (position + 1 < data.Length && data[position] == '>' && data[position + 1] == '>')
            {
                return (entries, position + 2);
            }

            if (position >= data.Length || data[position] != '/')
            {
                break;
            }

            var keyEnd = NameEnd(data, position + 1);
            var key = Encoding.Latin1.GetString(data, position + 1, keyEnd - position - 1);
            var from = White(data, keyEnd);
            position = ValueEnd(data, from, 0);
            if (!entries.TryAdd(key, Encoding.Latin1.GetString(data, from, position - from).Trim()))
            {
                throw Bad("Một khóa đứng hai lần trong tệp PDF.");
            }
        }

        throw Bad("Một phần của tệp PDF bị cắt cụt.");
    }

    private static int ValueEnd(byte[] data, int position, int depth)
    {
        if (depth > 60 || position >= data.Length)
        {
            throw Bad("Tệp PDF lồng quá sâu hoặc bị cắt cụt.");
        }

        switch ((char)data[position])
        {
            case '<' when position + 1 < data.Length && data[position + 1] == '<':
                for (position += 2; ;)
                {
                    position = White(data, position);
                    if (position + 1 < data.Length && data[position] == '>' && data[position + 1] == '>')
                    {
                        return position + 2;
                    }

                    position = ValueEnd(data, position, depth + 1);
                }

            case '<':
                var close = Array.IndexOf(data, (byte)'>', position);
                return close < 0 ? throw Bad("Một chuỗi trong tệp PDF không có điểm cuối.") : close + 1;
            case '[':
                for (position++; ;)
                {
                    position = White(data, position);
                    if (position < data.Length && data[position] == ']')
                    {
                        return position + 1;
                    }

                    position = ValueEnd(data, position, depth + 1);
                }

            case '(':
                var open = 0;
                for (; position < data.Length; position++)
                {
                    switch ((char)data[position])
                    {
                        case '\\':
                            position++;
                            break;
                        case '(':
                            open++;
                            break;
                        case ')' when --open == 0:
                            return position + 1;
                        default:
                            break;
                    }
                }

                throw Bad("Một chuỗi trong tệp PDF không có điểm cuối.");
            case '/':
                return NameEnd(data, position + 1);
            case ')' or ']' or '>' or '}' or '{':
                throw Bad("Cấu trúc tệp PDF không hợp lệ.");
            default:
                var end = NameEnd(data, position);
                if (end == position)
                {
                    throw Bad("Cấu trúc tệp PDF không hợp lệ.");
                }

                // "12 0 R" is one value.
                var rest = Encoding.Latin1.GetString(data, position, Math.Min(30, data.Length - position));
                return Reference().Match(rest) is { Success: true } reference ? position + reference.Length : end;
        }
    }

    private static int NameEnd(byte[] data, int position)
    {
        while (position < data.Length && data[position] > ' ' && !"/<>[]()%{}".Contains((char)data[position], StringComparison.Ordinal))
        {
            position++;
        }

        return position;
    }

    private static int White(byte[] data, int position)
    {
        while (position < data.Length && data[position] <= ' ')
        {
            position++;
        }

        return position;
    }

    [GeneratedRegex(@"^(\d{1,9})\s+(\d{1,5})\s+R(?![A-Za-z])")]
    private static partial Regex Reference();

    [GeneratedRegex(@"^\s*(\d{1,9})\s+\d{1,5}\s+obj\s*")]
    private static partial Regex ObjectHead();
}

using System.Globalization;
using System.Text;

namespace Workflow.Documents.Signatures;

/// <summary>
/// Reads PDF values as raw text (ISO 32000-1, 7.2-7.3). Nesting is bounded; what does not fit is a <see cref="SignatureException"/>.
/// </summary>
internal static class PdfSyntax
{
    private const int MaxDepth = 60;

    /// <summary>The top level of a dictionary that begins at <paramref name="start"/>: each value as it is written.</summary>
    public static Dictionary<string, string> Dictionary(ReadOnlySpan<byte> data, int start)
    {
        var entries = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var position = start + 2; ;)
        {
            position = White(data, position);
            if (Starts(data, position, ">>"u8))
            {
                return entries;
            }

            if (position >= data.Length || data[position] != '/')
            {
                throw Bad("Một phần của tệp PDF bị cắt cụt.");
            }

            var keyEnd = TokenEnd(data, position + 1);
            var key = Encoding.Latin1.GetString(data[(position + 1)..keyEnd]);
            var from = White(data, keyEnd);
            position = ValueEnd(data, from, 0);
            if (!entries.TryAdd(key, Encoding.Latin1.GetString(data[from..position])))
            {
                // Two readers could choose differently.
                throw Bad("Một khóa đứng hai lần trong tệp PDF.");
            }
        }
    }

    /// <summary>A dictionary written as text; null when the text is something else.</summary>
    public static Dictionary<string, string>? Dictionary(string raw) =>
        raw.StartsWith("<<", StringComparison.Ordinal) ? Dictionary(Encoding.Latin1.GetBytes(raw), 0) : null;

    /// <summary>A dictionary as text.</summary>
    public static string Write(IEnumerable<KeyValuePair<string, string>> entries) =>
        $"<< {string.Join(' ', entries.Select(pair => $"/{pair.Key} {pair.Value}"))} >>";

    /// <summary>The items of an array written as text; empty when the text is something else.</summary>
    public static List<string> Items(string? raw)
    {
        var items = new List<string>();
        if (raw is null || !raw.StartsWith('['))
        {
            return items;
        }

        var data = Encoding.Latin1.GetBytes(raw).AsSpan();
        for (var position = White(data, 1); position < data.Length && data[position] != ']'; position = White(data, position))
        {
            var end = ValueEnd(data, position, 0);
            items.Add(Encoding.Latin1.GetString(data[position..end]));
            position = end;
        }

        return items;
    }

    /// <summary>Object number of "12 0 R"; null when the text is no reference.</summary>
    public static int? Reference(string? raw)
    {
        if (raw is null || raw.Length < 5 || raw[^1] != 'R' || !char.IsAsciiDigit(raw[0]))
        {
            return null;
        }

        var end = raw.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return int.TryParse(raw.AsSpan(0, end), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>Every object number that a raw value refers to, at any depth.</summary>
    public static void References(ReadOnlySpan<byte> data, HashSet<int> found)
    {
        for (var position = 0; position < data.Length; position++)
        {
            if (data[position] is >= (byte)'0' and <= (byte)'9')
            {
                var end = TokenEnd(data, position);
                if (ReferenceEnd(data, position, end) is { } after && int.TryParse(data[position..end], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                {
                    found.Add(number);
                    end = after;
                }

                position = end - 1;
            }
        }
    }

    /// <summary>Where the value that begins at <paramref name="position"/> ends.</summary>
    public static int ValueEnd(ReadOnlySpan<byte> data, int position, int depth)
    {
        if (depth > MaxDepth || position >= data.Length)
        {
            throw Bad("Tệp PDF lồng quá sâu hoặc bị cắt cụt.");
        }

        switch ((char)data[position])
        {
            case '<' when Starts(data, position, "<<"u8):
                return ListEnd(data, position + 2, ">>"u8, depth);
            case '[':
                return ListEnd(data, position + 1, "]"u8, depth);
            case '<':
                var close = data[position..].IndexOf((byte)'>');
                return close < 0 ? throw Bad("Một chuỗi trong tệp PDF không có điểm cuối.") : position + close + 1;
            case '(':
                return LiteralEnd(data, position);
            case '/':
                return TokenEnd(data, position + 1);
            default:
                var end = TokenEnd(data, position);
                return end == position ? throw Bad("Cấu trúc tệp PDF không hợp lệ.") : ReferenceEnd(data, position, end) ?? end;
        }
    }

    /// <summary>A text string, written literally or as hexadecimal.</summary>
    public static string Text(string raw)
    {
        var content = raw.StartsWith('<') ? Hexadecimal(raw) : raw.StartsWith('(') ? Literal(raw) : [];
        return content switch
        {
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(content, 2, content.Length - 2),
            [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8.GetString(content, 3, content.Length - 3),
            _ => Encoding.Latin1.GetString(content),
        };
    }

    public static int Int(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : throw Bad("Số trong tệp PDF không hợp lệ.");

    public static SignatureException Bad(string text) => new("signature.bad-pdf", text + " Đồng chí kiểm tra lại tệp.");

    /// <summary>The first byte from here that is neither white space nor part of a comment.</summary>
    public static int White(ReadOnlySpan<byte> data, int position)
    {
        while (position < data.Length && (data[position] <= ' ' || data[position] == '%'))
        {
            if (data[position] == '%')
            {
                var line = data[position..].IndexOfAny((byte)'\n', (byte)'\r');
                position = line < 0 ? data.Length : position + line;
            }
            else
            {
                position++;
            }
        }

        return position;
    }

    /// <summary>An unsigned number after white space; moves past it.</summary>
    public static long Number(ReadOnlySpan<byte> data, ref int position)
    {
        position = White(data, position);
        var from = position;
        long value = 0;
        for (; position < data.Length && char.IsAsciiDigit((char)data[position]); position++)
        {
            value = value < long.MaxValue / 20 ? (value * 10) + data[position] - '0' : throw Bad("Số trong tệp PDF quá lớn.");
        }

        return position > from ? value : throw Bad("Bảng tham chiếu của tệp PDF bị hỏng.");
    }

    public static bool Starts(ReadOnlySpan<byte> data, int position, ReadOnlySpan<byte> text) => position <= data.Length && data[position..].StartsWith(text);

    private static int ListEnd(ReadOnlySpan<byte> data, int position, ReadOnlySpan<byte> close, int depth)
    {
        while (true)
        {
            position = White(data, position);
            if (Starts(data, position, close))
            {
                return position + close.Length;
            }

            position = ValueEnd(data, position, depth + 1);
        }
    }

    private static int LiteralEnd(ReadOnlySpan<byte> data, int position)
    {
        for (var open = 0; position < data.Length; position++)
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
    }

    private static int TokenEnd(ReadOnlySpan<byte> data, int position)
    {
        while (position < data.Length && data[position] > ' ' && !"/<>[]()%{}"u8.Contains(data[position]))
        {
            position++;
        }

        return position;
    }

    // "12 0 R" is one value.
    private static int? ReferenceEnd(ReadOnlySpan<byte> data, int start, int end)
    {
        if (data[start..end].IndexOfAnyExceptInRange((byte)'0', (byte)'9') >= 0)
        {
            return null;
        }

        var generation = White(data, end);
        var generationEnd = TokenEnd(data, generation);
        if (generationEnd == generation || generationEnd - generation > 5 || data[generation..generationEnd].IndexOfAnyExceptInRange((byte)'0', (byte)'9') >= 0)
        {
            return null;
        }

        var letter = White(data, generationEnd);
        return letter < data.Length && data[letter] == 'R' && TokenEnd(data, letter) == letter + 1 ? letter + 1 : null;
    }

    private static byte[] Hexadecimal(string raw)
    {
        var digits = new string([.. raw.Where(char.IsAsciiHexDigit)]);
        return Convert.FromHexString(digits.Length % 2 == 0 ? digits : digits + "0");
    }

    private static byte[] Literal(string raw)
    {
        var content = new List<byte>(raw.Length);
        for (var i = 1; i < raw.Length - 1; i++)
        {
            if (raw[i] != '\\')
            {
                content.Add((byte)raw[i]);
                continue;
            }

            i++;
            if (raw[i] is >= '0' and <= '7')
            {
                var code = 0;
                var first = i;
                for (; i < first + 3 && raw[i] is >= '0' and <= '7'; i++)
                {
                    code = (code * 8) + raw[i] - '0';
                }

                i--;
                content.Add((byte)code);
            }
            else if (raw[i] is not ('\n' or '\r'))
            {
                content.Add((byte)(raw[i] switch { 'n' => '\n', 'r' => '\r', 't' => '\t', 'b' => '\b', 'f' => '\f', var other => other }));
            }
        }

        return [.. content];
    }
}

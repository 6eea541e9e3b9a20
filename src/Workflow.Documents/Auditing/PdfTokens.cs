using System.Globalization;
using System.Text;
using Workflow.Documents.Signatures;

namespace Workflow.Documents.Auditing;

/// <summary>An operand or an operator of a content stream.</summary>
internal readonly record struct PdfToken(PdfTokenKind Kind, double Number, string Name, byte[]? Bytes);

internal enum PdfTokenKind
{
    Number,
    Name,
    Bytes,
    ArrayBegin,
    ArrayEnd,
    Operator,
    Other,
}

/// <summary>Reads the tokens of a content stream or a character map one by one (ISO 32000-1, 7.8.2). What is broken ends the stream; it never throws.</summary>
internal ref struct PdfTokens(ReadOnlySpan<byte> data)
{
    private readonly ReadOnlySpan<byte> data = data;
    private int position;

    /// <summary>The next token; false at the end.</summary>
    public bool Next(out PdfToken token)
    {
        token = default;
        position = PdfSyntax.White(data, position);
        if (position >= data.Length)
        {
            return false;
        }

        switch ((char)data[position])
        {
            case '/':
                token = new(PdfTokenKind.Name, 0, Word(position + 1), null);
                return true;
            case '[':
                position++;
                token = new(PdfTokenKind.ArrayBegin, 0, "", null);
                return true;
            case ']':
                position++;
                token = new(PdfTokenKind.ArrayEnd, 0, "", null);
                return true;
            case '(':
                token = new(PdfTokenKind.Bytes, 0, "", Literal());
                return true;
            case '<' when position + 1 < data.Length && data[position + 1] == '<':
            case '>' when position + 1 < data.Length && data[position + 1] == '>':
                position += 2;
                token = new(PdfTokenKind.Other, 0, "", null);
                return true;
            case '<':
                token = new(PdfTokenKind.Bytes, 0, "", Hexadecimal());
                return true;
            case '>' or ')' or '{' or '}':
                position++;
                token = new(PdfTokenKind.Other, 0, "", null);
                return true;
            default:
                var start = position;
                var word = Word(position);
                if (word.Length == 0)
                {
                    position++;
                    token = new(PdfTokenKind.Other, 0, "", null);
                    return true;
                }

                token = (word[0] is '+' or '-' or '.' || char.IsAsciiDigit(word[0])) && double.TryParse(word, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                    ? new(PdfTokenKind.Number, number, "", null)
                    : new(PdfTokenKind.Operator, 0, word, null);
                if (token is { Kind: PdfTokenKind.Operator, Name: "ID" })
                {
                    SkipImage();
                }

                return position > start;
        }
    }

    private string Word(int from)
    {
        var end = from;
        while (end < data.Length && data[end] > ' ' && !"/<>[]()%{}"u8.Contains(data[end]))
        {
            end++;
        }

        position = end;
        return Encoding.Latin1.GetString(data[from..end]);
    }

    // The bytes of an image in the stream are no tokens: they end with "EI" between white space.
    private void SkipImage()
    {
        for (var at = position; at + 2 < data.Length; at++)
        {
            if (data[at] <= ' ' && data[at + 1] == 'E' && data[at + 2] == 'I' && (at + 3 == data.Length || data[at + 3] <= ' '))
            {
                position = at + 3;
                return;
            }
        }

        position = data.Length;
    }

    private byte[] Hexadecimal()
    {
        var content = new List<byte>();
        var half = -1;
        for (position++; position < data.Length && data[position] != '>'; position++)
        {
            var letter = (char)data[position];
            if (!char.IsAsciiHexDigit(letter))
            {
                continue;
            }

            var digit = char.IsAsciiDigit(letter) ? letter - '0' : (letter | 0x20) - 'a' + 10;
            if (half < 0)
            {
                half = digit;
            }
            else
            {
                content.Add((byte)((half * 16) + digit));
                half = -1;
            }
        }

        if (half >= 0)
        {
            content.Add((byte)(half * 16));
        }

        position = Math.Min(data.Length, position + 1);
        return [.. content];
    }

    private byte[] Literal()
    {
        var content = new List<byte>();
        var open = 1;
        for (position++; position < data.Length; position++)
        {
            var letter = data[position];
            if (letter == '\\' && position + 1 < data.Length)
            {
                Escape(content);
                continue;
            }

            open += letter == '(' ? 1 : letter == ')' ? -1 : 0;
            if (open == 0)
            {
                position++;
                break;
            }

            content.Add(letter);
        }

        return [.. content];
    }

    private void Escape(List<byte> content)
    {
        var letter = data[++position];
        if (letter is >= (byte)'0' and <= (byte)'7')
        {
            var code = letter - '0';
            for (var digits = 1; digits < 3 && position + 1 < data.Length && data[position + 1] is >= (byte)'0' and <= (byte)'7'; digits++)
            {
                code = (code * 8) + data[++position] - '0';
            }

            content.Add((byte)code);
        }
        else if (letter == '\r')
        {
            position += position + 1 < data.Length && data[position + 1] == '\n' ? 1 : 0;
        }
        else if (letter != '\n')
        {
            content.Add((byte)(letter switch { (byte)'n' => '\n', (byte)'r' => '\r', (byte)'t' => '\t', (byte)'b' => '\b', (byte)'f' => '\f', var other => (char)other }));
        }
    }
}

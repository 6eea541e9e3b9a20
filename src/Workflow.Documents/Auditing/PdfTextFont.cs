using System.Text;
using Workflow.Documents.Layout;
using Workflow.Documents.Signatures;

namespace Workflow.Documents.Auditing;

/// <summary>A font of a PDF as a reader of text needs it: how bytes become letters, and how far each letter goes.</summary>
internal sealed class PdfTextFont
{
    private const int MostEntries = 200_000;
    private readonly Dictionary<int, string> letters = [];
    private readonly Dictionary<int, double> widths = [];
    private readonly bool isComposite;
    private readonly double usual;
    private readonly TrueTypeFont standIn;
    private int codeLength;

    public PdfTextFont(PdfStructure file, IReadOnlyDictionary<string, string> font, Func<string?, byte[]?> stream)
    {
        isComposite = font.GetValueOrDefault("Subtype") == "/Type0";
        var own = isComposite && PdfSyntax.Items(Array(file, font.GetValueOrDefault("DescendantFonts"))).FirstOrDefault() is { } child ? file.Resolve(child) ?? font : font;
        var descriptor = file.Resolve(own.GetValueOrDefault("FontDescriptor"));
        var name = (font.GetValueOrDefault("BaseFont") ?? "/").TrimStart('/').Replace("#20", " ", StringComparison.Ordinal);
        name = name.Length > 7 && name[6] == '+' ? name[7..] : name;
        var flags = Whole(descriptor?.GetValueOrDefault("Flags"));
        Font = new(name, name.Contains("Bold", StringComparison.OrdinalIgnoreCase) || (flags & (1 << 18)) != 0, name.Contains("Italic", StringComparison.OrdinalIgnoreCase) || name.Contains("Oblique", StringComparison.OrdinalIgnoreCase) || (flags & 64) != 0);
        standIn = TrueTypeFont.Of(Font.Bold, Font.Italic);
        codeLength = isComposite ? 2 : 1;
        if (isComposite)
        {
            usual = Real(own.GetValueOrDefault("DW"), 1000);
            Composite(PdfSyntax.Items(Array(file, own.GetValueOrDefault("W"))), file);
        }
        else
        {
            usual = Real(descriptor?.GetValueOrDefault("MissingWidth"), 0);
            Simple(file, font);
        }

        if (stream(font.GetValueOrDefault("ToUnicode")) is { } map)
        {
            ToUnicode(map);
        }
    }

    public MeasuredFont Font { get; }

    /// <summary>The codes of a string: each with its letters, its advance in thousandths of the size, and whether it is the one-byte space that word spacing widens.</summary>
    public IEnumerable<(string Letters, double Width, bool IsSpace)> Read(byte[] text)
    {
        for (var at = 0; at + codeLength <= text.Length; at += codeLength)
        {
            var code = codeLength == 1 ? text[at] : (text[at] << 8) | text[at + 1];
            var read = letters.GetValueOrDefault(code) ?? (isComposite ? "\uFFFD" : ((char)code).ToString());
            yield return (read, widths.TryGetValue(code, out var width) ? width : !isComposite && usual == 0 ? standIn.Width(standIn.Glyph(read[0])) : usual, codeLength == 1 && code == 32);
        }
    }

    private static string? Array(PdfStructure file, string? raw) => raw is null ? null : $"[{string.Join(' ', file.ResolveItems(raw))}]";

    private static int Whole(string? raw) => int.TryParse(raw, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out var value) ? value : 0;

    private static double Real(string? raw, double otherwise) => double.TryParse(raw, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : otherwise;

    // "12 [500 600]" or "12 20 500".
    private void Composite(List<string> items, PdfStructure file)
    {
        for (var at = 0; at + 1 < items.Count && widths.Count < MostEntries;)
        {
            var first = Whole(items[at]);
            if (items[at + 1].StartsWith('[') || PdfSyntax.Reference(items[at + 1]) is not null)
            {
                foreach (var (index, width) in file.ResolveItems(items[at + 1]).Index())
                {
                    widths[first + index] = Real(width, usual);
                }

                at += 2;
            }
            else if (at + 2 < items.Count)
            {
                for (var code = first; code <= Math.Min(Whole(items[at + 1]), 0xFFFF) && widths.Count < MostEntries; code++)
                {
                    widths[code] = Real(items[at + 2], usual);
                }

                at += 3;
            }
            else
            {
                return;
            }
        }
    }

    private void Simple(PdfStructure file, IReadOnlyDictionary<string, string> font)
    {
        var first = Whole(font.GetValueOrDefault("FirstChar"));
        foreach (var (index, width) in file.ResolveItems(font.GetValueOrDefault("Widths")).Take(256).Index())
        {
            widths[first + index] = Real(width, usual);
        }

        // Windows' letters are what office programs write; their names for other letters follow Unicode.
        var ansi = Encoding.Latin1;
        for (var code = 32; code < 256; code++)
        {
            letters[code] = code is >= 0x80 and < 0xA0 ? WinAnsi[code - 0x80].ToString() : ansi.GetString([(byte)code]);
        }

        var encoding = font.GetValueOrDefault("Encoding") is { } raw && !raw.StartsWith('/') ? file.Resolve(raw) : null;
        var at = 0;
        foreach (var item in file.ResolveItems(encoding?.GetValueOrDefault("Differences")).Take(1_000))
        {
            if (!item.StartsWith('/'))
            {
                at = Whole(item);
            }
            else
            {
                letters[at] = Named(item[1..]) ?? letters.GetValueOrDefault(at) ?? "\uFFFD";
                at++;
            }
        }
    }

    private const string WinAnsi = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    private static string? Named(string name) => name switch
    {
        "space" => " ",
        "hyphen" => "-",
        "period" => ".",
        "comma" => ",",
        "slash" => "/",
        "colon" => ":",
        "semicolon" => ";",
        "parenleft" => "(",
        "parenright" => ")",
        "asterisk" => "*",
        "endash" => "–",
        "quotedblleft" => "“",
        "quotedblright" => "”",
        "Dcroat" => "Đ",
        "dcroat" => "đ",
        { Length: 1 } => name,
        { Length: 7 } when name.StartsWith("uni", StringComparison.Ordinal) && int.TryParse(name.AsSpan(3), System.Globalization.NumberStyles.HexNumber, System.Globalization.CultureInfo.InvariantCulture, out var code) && code is > 0 and < 0xD800 => ((char)code).ToString(),
        _ => DigitNames.IndexOf(name) is >= 0 and var digit ? ((char)('0' + digit)).ToString() : null,
    };

    private static readonly List<string> DigitNames = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

    private void ToUnicode(byte[] map)
    {
        var tokens = new PdfTokens(map);
        var held = new List<byte[]>();
        var inArray = false;
        var array = new List<byte[]>();
        var budget = MostEntries;
        var mode = "";
        while (tokens.Next(out var token) && budget > 0)
        {
            switch (token.Kind)
            {
                case PdfTokenKind.Operator when token.Name.StartsWith("begin", StringComparison.Ordinal):
                    mode = token.Name;
                    held.Clear();
                    break;
                case PdfTokenKind.Operator when token.Name.StartsWith("end", StringComparison.Ordinal):
                    mode = "";
                    break;
                case PdfTokenKind.ArrayBegin:
                    inArray = true;
                    array = [];
                    break;
                case PdfTokenKind.ArrayEnd when mode == "beginbfrange" && held.Count == 2:
                    inArray = false;
                    foreach (var (index, words) in array.Index())
                    {
                        letters[Code(held[0]) + index] = Letters(words);
                        budget--;
                    }

                    held.Clear();
                    break;
                case PdfTokenKind.Bytes when inArray:
                    array.Add(token.Bytes!);
                    break;
                case PdfTokenKind.Bytes when mode.Length > 0:
                    held.Add(token.Bytes!);
                    Take(mode, held, ref budget);
                    break;
                default:
                    break;
            }
        }
    }

    private void Take(string mode, List<byte[]> held, ref int budget)
    {
        if (mode == "begincodespacerange" && held.Count == 2)
        {
            codeLength = isComposite ? Math.Clamp(held[0].Length, 1, 2) : 1;
            held.Clear();
        }
        else if (mode == "beginbfchar" && held.Count == 2)
        {
            letters[Code(held[0])] = Letters(held[1]);
            budget--;
            held.Clear();
        }
        else if (mode == "beginbfrange" && held.Count == 3)
        {
            var (first, last, text) = (Code(held[0]), Math.Min(Code(held[1]), 0xFFFF), Letters(held[2]));
            for (var code = first; code <= last && text.Length > 0 && budget > 0; code++, budget--)
            {
                letters[code] = text[..^1] + (char)(text[^1] + code - first);
            }

            held.Clear();
        }
    }

    private static int Code(byte[] bytes) => bytes.Aggregate(0, (code, one) => ((code << 8) | one) & 0xFFFFFF);

    private static string Letters(byte[] bytes) => Encoding.BigEndianUnicode.GetString(bytes);
}

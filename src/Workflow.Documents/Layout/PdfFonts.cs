using System.Text;

namespace Workflow.Documents.Layout;

/// <summary>The fonts of one file: which glyphs were used, and the objects that embed them.</summary>
internal sealed class PdfFonts
{
    private readonly SortedDictionary<string, (TrueTypeFont Font, SortedDictionary<int, int> Used)> fonts = new(StringComparer.Ordinal);

    /// <summary>Hexadecimal glyph codes of a text; remembers what was used.</summary>
    public string Encode(TrueTypeFont font, string text)
    {
        if (!fonts.TryGetValue(font.Name, out var entry))
        {
            fonts[font.Name] = entry = (font, []);
        }

        var codes = new StringBuilder(text.Length * 4);
        foreach (var rune in text.EnumerateRunes())
        {
            var glyph = font.Glyph(rune.Value);
            // A letter that the font lacks is drawn as its box and read as U+FFFD.
            entry.Used.TryAdd(glyph, glyph == 0 ? 0xFFFD : rune.Value);
            codes.Append(glyph.ToString("X4", System.Globalization.CultureInfo.InvariantCulture));
        }

        return codes.ToString();
    }

    public static string Resource(TrueTypeFont font) => "F" + font.Name[(font.Name.IndexOf('-', StringComparison.Ordinal) + 1)..];

    /// <summary>Embeds every font that was used; answers the resource dictionary's content.</summary>
    public string Embed(PdfFile file) => string.Join(' ', fonts.Values.Select(entry => $"/{Resource(entry.Font)} {Embed(file, entry.Font, entry.Used)} 0 R"));

    public static int Embed(PdfFile file, TrueTypeFont font, SortedDictionary<int, int> used)
    {
        var program = font.Subset(used.Keys);
        var stream = file.AddStream($"/Length1 {program.Length}", program);
        // Six letters before the name say that it is a subset.
        var name = Prefix(used.Keys) + "+" + font.Name;
        var bold = font.Name.Contains("Bold", StringComparison.Ordinal);
        var italic = font.Name.Contains("Italic", StringComparison.Ordinal);
        var descriptor = file.Add($"<< /Type /FontDescriptor /FontName /{name} /Flags {(italic ? 70 : 6)} /FontBBox [{string.Join(' ', font.Box)}] /ItalicAngle {(italic ? -12 : 0)} /Ascent {font.Ascent} /Descent {font.Descent} /CapHeight 660 /StemV {(bold ? 140 : 80)} /FontFile2 {stream} 0 R >>");
        var widths = string.Join(' ', used.Keys.Select(glyph => $"{glyph} [{PdfFile.Num(font.Width(glyph))}]"));
        var cid = file.Add($"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor {descriptor} 0 R /DW 500 /W [{widths}] /CIDToGIDMap /Identity >>");
        var unicode = file.AddStream("", Encoding.ASCII.GetBytes(ToUnicode(used)));
        return file.Add($"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H /DescendantFonts [{cid} 0 R] /ToUnicode {unicode} 0 R >>");
    }

    private static string Prefix(IEnumerable<int> glyphs)
    {
        uint hash = 17;
        foreach (var glyph in glyphs)
        {
            hash = unchecked((hash * 31) + (uint)glyph);
        }

        return string.Concat(Enumerable.Range(0, 6).Select(i => (char)('A' + ((hash >> (4 * i)) % 26))));
    }

    private static string ToUnicode(SortedDictionary<int, int> used)
    {
        var map = new StringBuilder("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
        foreach (var chunk in used.Chunk(100))
        {
            map.Append(chunk.Length).Append(" beginbfchar\n");
            foreach (var (glyph, codePoint) in chunk)
            {
                map.Append('<').Append(glyph.ToString("X4", System.Globalization.CultureInfo.InvariantCulture)).Append("> <")
                    .Append(Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(char.ConvertFromUtf32(codePoint)))).Append(">\n");
            }

            map.Append("endbfchar\n");
        }

        return map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").ToString();
    }
}

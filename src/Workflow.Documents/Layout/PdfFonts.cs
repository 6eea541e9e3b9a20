using System.Globalization;
using System.Text;

namespace Workflow.Documents.Layout;

/// <summary>
/// The fonts of one file: which glyphs were used for which letters, and the objects that embed them. Two letters that share a glyph
/// (a dash and a hyphen, what the font lacks and its box) have codes of their own, so that what is copied is what was written.
/// </summary>
internal sealed class PdfFonts
{
    private readonly SortedDictionary<string, Entry> fonts = new(StringComparer.Ordinal);

    /// <summary>Hexadecimal codes of a text; remembers what was used.</summary>
    public string Encode(TrueTypeFont font, string text)
    {
        if (!fonts.TryGetValue(font.Name, out var entry))
        {
            fonts[font.Name] = entry = new Entry(font);
        }

        return entry.Codes(text);
    }

    public static string Resource(TrueTypeFont font) => "F" + font.Name[(font.Name.IndexOf('-', StringComparison.Ordinal) + 1)..];

    /// <summary>Embeds every font that was used; answers the resource dictionary's content.</summary>
    public string Embed(PdfFile file) => string.Join(' ', fonts.Values.Select(entry => $"/{Resource(entry.Font)} {entry.Embed(file)} 0 R"));

    private sealed class Entry(TrueTypeFont font)
    {
        private readonly Dictionary<int, int> codes = [];
        private readonly SortedDictionary<int, (int Glyph, int CodePoint)> used = [];
        private int next = font.Count;

        public TrueTypeFont Font => font;

        public string Codes(string text)
        {
            var hexadecimal = new StringBuilder(text.Length * 4);
            foreach (var rune in text.EnumerateRunes())
            {
                hexadecimal.Append(Code(rune.Value).ToString("X4", CultureInfo.InvariantCulture));
            }

            return hexadecimal.ToString();
        }

        public int Embed(PdfFile file)
        {
            var program = font.Subset(used.Values.Select(one => one.Glyph));
            var stream = file.AddStream($"/Length1 {program.Length}", program);
            // Six letters before the name say that it is a subset.
            var name = Prefix(used.Keys) + "+" + font.Name;
            var bold = font.Name.Contains("Bold", StringComparison.Ordinal);
            var italic = font.Name.Contains("Italic", StringComparison.Ordinal);
            var descriptor = file.Add($"<< /Type /FontDescriptor /FontName /{name} /Flags {(italic ? 70 : 6)} /FontBBox [{string.Join(' ', font.Box)}] /ItalicAngle {(italic ? -12 : 0)} /Ascent {font.Ascent} /Descent {font.Descent} /CapHeight 660 /StemV {(bold ? 140 : 80)} /FontFile2 {stream} 0 R >>");
            var widths = string.Join(' ', used.Select(pair => $"{pair.Key} [{PdfFile.Num(font.Width(pair.Value.Glyph))}]"));
            var map = next == font.Count ? "/Identity" : $"{file.AddStream("", GlyphMap())} 0 R";
            var cid = file.Add($"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor {descriptor} 0 R /DW 500 /W [{widths}] /CIDToGIDMap {map} >>");
            var unicode = file.AddStream("", Encoding.ASCII.GetBytes(ToUnicode()));
            return file.Add($"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H /DescendantFonts [{cid} 0 R] /ToUnicode {unicode} 0 R >>");
        }

        private int Code(int codePoint)
        {
            if (codes.TryGetValue(codePoint, out var known))
            {
                return known;
            }

            // An archived file may not show the font's own "missing" box (ISO 19005-2, 6.2.11.8): a plain one stands for it.
            var glyph = font.Glyph(codePoint) is > 0 and var own ? own : font.Glyph(TrueTypeFont.Box25A1);
            var code = used.ContainsKey(glyph) ? next++ : glyph;
            used[code] = (glyph, Readable(codePoint));
            return codes[codePoint] = code;
        }

        // What the standard does not let a letter be read as: private letters, and the marks of byte order.
        private static int Readable(int codePoint) => codePoint is 0 or 0xFEFF or (>= 0xE000 and <= 0xF8FF) or >= 0xF0000 || (codePoint & 0xFFFE) == 0xFFFE ? 0xFFFD : codePoint;

        private byte[] GlyphMap()
        {
            var map = new byte[2 * next];
            foreach (var (code, (glyph, _)) in used)
            {
                map[2 * code] = (byte)(glyph >> 8);
                map[(2 * code) + 1] = (byte)glyph;
            }

            return map;
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

        private string ToUnicode()
        {
            var map = new StringBuilder("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
            foreach (var chunk in used.Chunk(100))
            {
                map.Append(chunk.Length).Append(" beginbfchar\n");
                foreach (var (code, (_, codePoint)) in chunk)
                {
                    map.Append('<').Append(code.ToString("X4", CultureInfo.InvariantCulture)).Append("> <")
                        .Append(Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(char.ConvertFromUtf32(codePoint)))).Append(">\n");
                }

                map.Append("endbfchar\n");
            }

            return map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").ToString();
        }
    }
}

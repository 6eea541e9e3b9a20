using System.Buffers.Binary;

namespace Workflow.Documents.Layout;

/// <summary>A TrueType font: advance widths, glyphs of letters, and a subset that keeps glyph numbers.</summary>
internal sealed class TrueTypeFont
{
    private static readonly string[] Kept = ["cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep"];
    private readonly byte[] data;
    private readonly Dictionary<string, (int Offset, int Length)> tables = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int> glyphs = [];
    private readonly int metrics;
    private readonly bool longLoca;

    private TrueTypeFont(byte[] data, string name)
    {
        this.data = data;
        Name = name;
        for (var i = 0; i < U16(4); i++)
        {
            var entry = 12 + (16 * i);
            tables[System.Text.Encoding.ASCII.GetString(data, entry, 4)] = ((int)U32(entry + 8), (int)U32(entry + 12));
        }

        UnitsPerEm = U16(tables["head"].Offset + 18);
        longLoca = U16(tables["head"].Offset + 50) == 1;
        metrics = U16(tables["hhea"].Offset + 34);
        Ascent = S16(tables["hhea"].Offset + 4) * 1000 / UnitsPerEm;
        Descent = S16(tables["hhea"].Offset + 6) * 1000 / UnitsPerEm;
        Box = [.. Enumerable.Range(0, 4).Select(i => S16(tables["head"].Offset + 36 + (2 * i)) * 1000 / UnitsPerEm)];
        ReadCmap();
    }

    public static TrueTypeFont Regular { get; } = Load("LiberationSerif-Regular");

    public static TrueTypeFont Bold { get; } = Load("LiberationSerif-Bold");

    public static TrueTypeFont Italic { get; } = Load("LiberationSerif-Italic");

    public static TrueTypeFont BoldItalic { get; } = Load("LiberationSerif-BoldItalic");

    /// <summary>A plain box, which stands for letters that the font lacks.</summary>
    public const int Box25A1 = 0x25A1;

    public string Name { get; }

    /// <summary>Number of glyphs.</summary>
    public int Count => U16(tables["maxp"].Offset + 4);

    public int UnitsPerEm { get; }

    public int Ascent { get; }

    public int Descent { get; }

    public IReadOnlyList<int> Box { get; }

    public static TrueTypeFont Of(bool bold, bool italic) => (bold, italic) switch
    {
        (true, true) => BoldItalic,
        (true, false) => Bold,
        (false, true) => Italic,
        _ => Regular,
    };

    /// <summary>Glyph of a code point; 0 is the font's "missing" box.</summary>
    public int Glyph(int codePoint) => glyphs.GetValueOrDefault(codePoint);

    /// <summary>Advance of a glyph in thousandths of the type size.</summary>
    public double Width(int glyph) => U16(tables["hmtx"].Offset + (4 * Math.Min(glyph, metrics - 1))) * 1000.0 / UnitsPerEm;

    /// <summary>Width of a text at a size, in points.</summary>
    public double Width(string text, double size)
    {
        double sum = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            sum += Width(Glyph(rune.Value));
        }

        return sum * size / 1000;
    }

    /// <summary>A font file with only these glyphs drawn; numbers stay, so no map is needed.</summary>
    public byte[] Subset(IEnumerable<int> used)
    {
        var keep = new SortedSet<int>(used) { 0 };
        foreach (var glyph in keep.ToList())
        {
            AddParts(glyph, keep);
        }

        var count = Count;
        var outlines = new MemoryStream();
        var loca = new byte[4 * (count + 1)];
        for (var glyph = 0; glyph < count; glyph++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(loca.AsSpan(4 * glyph), (uint)outlines.Length);
            if (keep.Contains(glyph))
            {
                var (from, length) = Outline(glyph);
                outlines.Write(data, from, length);
                outlines.Write(new byte[(4 - (length % 4)) % 4]);
            }
        }

        BinaryPrimitives.WriteUInt32BigEndian(loca.AsSpan(4 * count), (uint)outlines.Length);
        var head = Table("head");
        BinaryPrimitives.WriteInt16BigEndian(head.AsSpan(50), 1);
        BinaryPrimitives.WriteUInt32BigEndian(head.AsSpan(8), 0);
        return Assemble(Kept.Where(tables.ContainsKey).ToDictionary(tag => tag, tag => tag switch
        {
            "glyf" => outlines.ToArray(),
            "loca" => loca,
            "head" => head,
            _ => Table(tag),
        }));
    }

    private static TrueTypeFont Load(string name)
    {
        using var stream = typeof(TrueTypeFont).Assembly.GetManifestResourceStream(name + ".ttf") ?? throw new InvalidOperationException($"font {name} is not in the assembly");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new TrueTypeFont(bytes, name);
    }

    private static byte[] Assemble(Dictionary<string, byte[]> parts)
    {
        var tags = parts.Keys.Order(StringComparer.Ordinal).ToList();
        var power = 1 << (int)Math.Log2(tags.Count);
        var file = new MemoryStream();
        void U16(int value) => file.Write([(byte)(value >> 8), (byte)value]);
        void U32(uint value) => file.Write([(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value]);
        U32(0x00010000);
        U16(tags.Count);
        U16(power * 16);
        U16((int)Math.Log2(power));
        U16((tags.Count * 16) - (power * 16));
        var offset = 12 + (16 * tags.Count);
        foreach (var tag in tags)
        {
            file.Write(System.Text.Encoding.ASCII.GetBytes(tag));
            U32(Checksum(parts[tag]));
            U32((uint)offset);
            U32((uint)parts[tag].Length);
            offset += (parts[tag].Length + 3) / 4 * 4;
        }

        foreach (var tag in tags)
        {
            file.Write(parts[tag]);
            file.Write(new byte[(4 - (parts[tag].Length % 4)) % 4]);
        }

        return file.ToArray();
    }

    private static uint Checksum(byte[] table)
    {
        uint sum = 0;
        for (var i = 0; i < table.Length; i++)
        {
            sum += (uint)table[i] << (8 * (3 - (i % 4)));
        }

        return sum;
    }

    private byte[] Table(string tag) => data.AsSpan(tables[tag].Offset, tables[tag].Length).ToArray();

    private (int From, int Length) Outline(int glyph)
    {
        var loca = tables["loca"].Offset;
        var (from, to) = longLoca ? (U32(loca + (4 * glyph)), U32(loca + (4 * glyph) + 4)) : (2u * (uint)U16(loca + (2 * glyph)), 2u * (uint)U16(loca + (2 * glyph) + 2));
        return (tables["glyf"].Offset + (int)from, (int)(to - from));
    }

    // Vietnamese letters are often composed of a base and marks, which must come along.
    private void AddParts(int glyph, SortedSet<int> keep)
    {
        var (at, length) = Outline(glyph);
        if (length == 0 || S16(at) >= 0)
        {
            return;
        }

        for (var part = at + 10; ;)
        {
            var flags = U16(part);
            var index = U16(part + 2);
            if (keep.Add(index))
            {
                AddParts(index, keep);
            }

            part += 4 + ((flags & 1) != 0 ? 4 : 2) + ((flags & 8) != 0 ? 2 : (flags & 0x40) != 0 ? 4 : (flags & 0x80) != 0 ? 8 : 0);
            if ((flags & 0x20) == 0)
            {
                return;
            }
        }
    }

    private void ReadCmap()
    {
        var cmap = tables["cmap"].Offset;
        for (var i = 0; i < U16(cmap + 2); i++)
        {
            var at = cmap + (int)U32(cmap + 8 + (8 * i));
            if (U16(at) != 4)
            {
                continue;
            }

            var segments = U16(at + 6) / 2;
            for (var segment = 0; segment < segments; segment++)
            {
                var end = U16(at + 14 + (2 * segment));
                var start = U16(at + 16 + (2 * segments) + (2 * segment));
                var delta = U16(at + 16 + (4 * segments) + (2 * segment));
                var rangeAt = at + 16 + (6 * segments) + (2 * segment);
                var range = U16(rangeAt);
                for (var code = start; code <= end && code != 0xFFFF; code++)
                {
                    var glyph = range == 0 ? (code + delta) & 0xFFFF : U16(rangeAt + range + (2 * (code - start))) is > 0 and var raw ? (raw + delta) & 0xFFFF : 0;
                    if (glyph > 0)
                    {
                        glyphs.TryAdd(code, glyph);
                    }
                }
            }
        }
    }

    private int U16(int at) => BinaryPrimitives.ReadUInt16BigEndian(data.AsSpan(at));

    private int S16(int at) => BinaryPrimitives.ReadInt16BigEndian(data.AsSpan(at));

    private uint U32(int at) => BinaryPrimitives.ReadUInt32BigEndian(data.AsSpan(at));
}

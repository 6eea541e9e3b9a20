using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Workflow.Documents.Signatures;

namespace Workflow.Documents.Tests.Papers;

/// <summary>
/// The clauses of ISO 19005-2 that our files could break, each read from the file's own objects. It is no certificate: what our files
/// never contain (images, patterns, attachments, optional content) is only found to be absent.
/// </summary>
internal sealed partial class ArchiveRules
{
    private readonly byte[] bytes;
    private readonly PdfStructure file;
    private readonly List<string> broken = [];

    private ArchiveRules(byte[] bytes)
    {
        this.bytes = bytes;
        file = new PdfStructure(bytes);
    }

    /// <summary>Every clause that is broken, with where.</summary>
    public static IReadOnlyList<string> Broken(byte[] bytes)
    {
        var rules = new ArchiveRules(bytes);
        rules.Frame();
        rules.Metadata();
        rules.Colours();
        rules.Fonts();
        rules.Fields();
        rules.Structure();
        return rules.broken;
    }

    private void Rule(bool holds, string clause)
    {
        if (!holds)
        {
            broken.Add(clause);
        }
    }

    private IReadOnlyDictionary<string, string> Catalog => file.Dictionary(file.CatalogNumber)!;

    private IEnumerable<(int Number, IReadOnlyDictionary<string, string> Entries)> Dictionaries => file.ObjectNumbers.Select(number => (number, file.Dictionary(number))).Where(one => one.Item2 is not null).Select(one => (one.number, one.Item2!));

    private byte[] Stream(string? reference)
    {
        var found = file.Object(PdfSyntax.Reference(reference)!.Value)!;
        return PdfStreams.Unpack(bytes, found.End, PdfSyntax.Int(found.Entries!["Length"]), found.Entries);
    }

    private void Frame()
    {
        Rule(bytes.AsSpan().StartsWith("%PDF-1.7\n%"u8) && bytes.AsSpan(10, 4).IndexOfAnyInRange((byte)0, (byte)127) < 0, "6.1.2 header");
        Rule(file.Sections.TrueForAll(section => section.Trailer.ContainsKey("ID") && !section.Trailer.ContainsKey("Encrypt")), "6.1.3 trailer");
        foreach (var (number, entries) in Dictionaries)
        {
            Rule(!entries.Keys.Intersect(["F", "FFilter", "FDecodeParms"]).Any() || entries.GetValueOrDefault("Subtype") == "/Widget", $"6.1.7 stream {number}");
            Rule(entries.GetValueOrDefault("Filter") is null or "/FlateDecode" or "/Adobe.PPKLite", $"6.1.7 filter {number}");
            Rule(!entries.Keys.Intersect(["Group", "CA", "ca", "BM", "TR", "HTP", "OC", "OCProperties", "JS", "AA", "OpenAction", "XFA", "EmbeddedFiles", "Launch"]).Any(), $"6.2-6.5, 6.8 forbidden key in {number}");
            Rule(entries.All(pair => pair.Key.Length <= 127 && pair.Value.Length <= 40_000 || pair.Key == "Nums" || pair.Key == "K" || pair.Key == "W" || pair.Key == "Kids"), $"6.1.13 limits {number}");
            // Part 2 allows a soft mask; a picture bears its own colours, is not smoothed, and has no copies (6.2.8, 6.2.10).
            Rule(!entries.ContainsKey("SMask") || (entries.GetValueOrDefault("Subtype") == "/Image" && PdfSyntax.Reference(entries["SMask"]) is { } mask && file.Dictionary(mask)?.GetValueOrDefault("ColorSpace") == "/DeviceGray"), $"6.2.10 soft mask of {number}");
            Rule(entries.GetValueOrDefault("Subtype") != "/Image" || (entries.GetValueOrDefault("ColorSpace") is "/DeviceRGB" or "/DeviceGray" && !entries.Keys.Intersect(["Alternates", "OPI", "Interpolate", "Intent"]).Any()), $"6.2.8 picture {number}");
            if (file.Object(number)!.IsStream)
            {
                var after = PdfSyntax.White(bytes, file.Object(number)!.End) + 6;
                var start = after + (bytes[after] == '\r' ? 2 : 1);
                var end = start + PdfSyntax.Int(entries["Length"]);
                Rule(bytes.AsSpan(end).StartsWith("\nendstream"u8), $"6.1.7 length of {number}");
            }
        }
    }

    private void Metadata()
    {
        var xmp = XDocument.Parse(Encoding.UTF8.GetString(Stream(Catalog["Metadata"])));
        XNamespace identity = "http://www.aiim.org/pdfa/ns/id/", core = "http://purl.org/dc/elements/1.1/", pdf = "http://ns.adobe.com/pdf/1.3/";
        Rule((xmp.Descendants(identity + "part").Single().Value, xmp.Descendants(identity + "conformance").Single().Value) == ("2", "U"), "6.6.4 identification");
        var info = file.Resolve(file.Trailer["Info"])!;
        Rule(PdfSyntax.Text(info["Title"]) == xmp.Descendants(core + "title").Single().Value, "6.6.3 title");
        Rule(PdfSyntax.Text(info["Author"]) == xmp.Descendants(core + "creator").Single().Value, "6.6.3 author");
        Rule(PdfSyntax.Text(info["Producer"]) == xmp.Descendants(pdf + "Producer").Single().Value, "6.6.3 producer");
        Rule(!info.Keys.Except(["Title", "Author", "Producer"]).Any(), "6.6.3 other entries");
    }

    private void Colours()
    {
        var intent = PdfSyntax.Dictionary(PdfSyntax.Items(Catalog["OutputIntents"]).Single())!;
        Rule(intent["S"] == "/GTS_PDFA1", "6.2.3 intent");
        var profile = Stream(intent["DestOutputProfile"]);
        Rule(BinaryPrimitives.ReadInt32BigEndian(profile) == profile.Length && profile.AsSpan(36).StartsWith("acsp"u8) && profile.AsSpan(12).StartsWith("mntrRGB XYZ "u8) && profile[8] is 2 or 4, "6.2.3 profile");
        foreach (var content in Contents())
        {
            // Grey, which an intent covers; the colours of signatures are RGB.
            Rule(!Other().IsMatch(content.Text), $"6.2.4 colour or 6.2.2 operator in {content.Name}");
            // Nothing but a picture is drawn by name.
            Rule(Drawn().Matches(content.Text).All(drawn => file.Resolve(file.Resolve(content.Resources.GetValueOrDefault("XObject"))?.GetValueOrDefault(drawn.Groups[1].Value))?.GetValueOrDefault("Subtype") == "/Image"), $"6.2.2 object drawn in {content.Name}");
        }
    }

    private IEnumerable<(string Name, string Text, IReadOnlyDictionary<string, string> Resources)> Contents()
    {
        foreach (var page in file.Pages())
        {
            var entries = file.Dictionary(page)!;
            yield return ($"page {page}", Encoding.Latin1.GetString(Stream(entries["Contents"])), file.Resolve(entries["Resources"])!);
        }

        foreach (var (number, entries) in Dictionaries.Where(one => one.Entries.GetValueOrDefault("Subtype") == "/Form"))
        {
            yield return ($"form {number}", Encoding.Latin1.GetString(Stream($"{number} 0 R")), file.Resolve(entries["Resources"])!);
        }
    }

    private void Fonts()
    {
        foreach (var (name, text, resources) in Contents())
        {
            var fonts = file.Resolve(resources.GetValueOrDefault("Font"));
            foreach (var shown in Shown().Matches(text).GroupBy(match => match.Groups[1].Value, match => match.Groups[2].Value))
            {
                Font($"{name} {shown.Key}", file.Resolve(fonts![shown.Key])!, [.. string.Concat(shown).Chunk(4).Select(code => int.Parse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).Distinct()]);
            }
        }
    }

    private void Font(string name, IReadOnlyDictionary<string, string> font, List<int> codes)
    {
        var cid = file.Resolve(PdfSyntax.Items(font["DescendantFonts"]).Single())!;
        var descriptor = file.Resolve(cid["FontDescriptor"])!;
        Rule(font["Encoding"] == "/Identity-H" && cid.ContainsKey("CIDToGIDMap"), $"6.2.11.3 {name}");
        Rule(font["BaseFont"] == cid["BaseFont"] && font["BaseFont"] == descriptor["FontName"] && Subset().IsMatch(font["BaseFont"]), $"6.2.11.2 names of {name}");
        Rule(!descriptor.ContainsKey("CIDSet"), $"6.2.11.4.2 {name}");
        var program = Stream(descriptor["FontFile2"]);
        var map = cid["CIDToGIDMap"] == "/Identity" ? null : Stream(cid["CIDToGIDMap"]);
        var widths = Widths().Matches(cid["W"]).ToDictionary(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture), match => double.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture));
        var unicode = Pairs().Matches(Encoding.ASCII.GetString(Stream(font["ToUnicode"]))).ToDictionary(match => int.Parse(match.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture), match => match.Groups[2].Value);
        foreach (var code in codes)
        {
            var glyph = map is null ? code : BinaryPrimitives.ReadUInt16BigEndian(map.AsSpan(2 * code));
            Rule(glyph > 0, $"6.2.11.8 {name} {code}");
            Rule(Math.Abs(widths[code] - Advance(program, glyph)) <= 1, $"6.2.11.5 {name} {code}");
            Rule(unicode.TryGetValue(code, out var read) && int.Parse(read[..4], NumberStyles.HexNumber, CultureInfo.InvariantCulture) is not (0 or 0xFEFF or 0xFFFE or (>= 0xE000 and <= 0xF8FF)), $"6.2.11.7 {name} {code}");
        }
    }

    private static double Advance(byte[] program, int glyph)
    {
        int Table(string tag) => Enumerable.Range(0, BinaryPrimitives.ReadUInt16BigEndian(program.AsSpan(4))).Select(index => 12 + (16 * index)).Where(at => Encoding.ASCII.GetString(program, at, 4) == tag).Select(at => BinaryPrimitives.ReadInt32BigEndian(program.AsSpan(at + 8))).Single();
        int Short(int at) => BinaryPrimitives.ReadUInt16BigEndian(program.AsSpan(at));
        return Short(Table("hmtx") + (4 * Math.Min(glyph, Short(Table("hhea") + 34) - 1))) * 1000.0 / Short(Table("head") + 18);
    }

    private void Fields()
    {
        foreach (var (number, entries) in Dictionaries.Where(one => one.Entries.GetValueOrDefault("Type") == "/Annot"))
        {
            var flags = PdfSyntax.Int(entries["F"]);
            Rule(entries["Subtype"] == "/Widget" && (flags & 4) != 0 && (flags & (1 | 2 | 32 | 256)) == 0, $"6.3.2 flags of {number}");
            var look = PdfSyntax.Dictionary(entries["AP"])!;
            Rule(look.Count == 1 && file.Object(PdfSyntax.Reference(look["N"])!.Value)!.IsStream, $"6.3.3 look of {number}");
            Rule(!entries.ContainsKey("A"), $"6.4.1 action of {number}");
        }

        Rule(file.Resolve(Catalog.GetValueOrDefault("AcroForm"))?.ContainsKey("NeedAppearances") != true, "6.4.1 form");
    }

    private void Structure()
    {
        Rule(Catalog["MarkInfo"].Contains("/Marked true", StringComparison.Ordinal) && Catalog["Lang"] == "(vi-VN)", "6.7.2, 6.7.4 marks and language");
        var root = file.Resolve(Catalog["StructTreeRoot"])!;
        var numbers = PdfSyntax.Items(file.Resolve(root["ParentTree"])!["Nums"]);
        var parents = numbers.Chunk(2).ToDictionary(pair => PdfSyntax.Int(pair[0]), pair => pair[1]);
        foreach (var page in file.Pages())
        {
            var entries = file.Dictionary(page)!;
            var marked = PdfSyntax.Items(parents[PdfSyntax.Int(entries["StructParents"])]);
            var content = Encoding.Latin1.GetString(Stream(entries["Contents"]));
            var used = Mark().Matches(content).Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)).ToList();
            Rule(used.SequenceEqual(Enumerable.Range(0, marked.Count)) && marked.TrueForAll(one => file.Resolve(one)?.GetValueOrDefault("Type") == "/StructElem"), $"6.7.3 marks of page {page}");
            Rule(Outside(content).Length == 0, $"6.7.3 unmarked content on page {page}: {Outside(content)}");
        }
    }

    // What is drawn is either part of the structure or an artifact.
    private static string Outside(string content) => Marked().Replace(content, "").Trim();

    [GeneratedRegex(@"(?<![/\w])(?:[kK]|cs|CS|scn?|SCN?|sh|gs|BI|ri|d0|d1)(?!\w)")]
    private static partial Regex Other();

    [GeneratedRegex(@"(?:/(\w+)\s+)?(?<![/\w])Do(?!\w)")]
    private static partial Regex Drawn();

    [GeneratedRegex(@"/(F\w+) [\d.]+ Tf [^<]*<([0-9A-F]+)> Tj")]
    private static partial Regex Shown();

    [GeneratedRegex("^/[A-Z]{6}\\+")]
    private static partial Regex Subset();

    [GeneratedRegex(@"(\d+) \[([\d.]+)\]")]
    private static partial Regex Widths();

    [GeneratedRegex("<([0-9A-F]{4})> <([0-9A-F]+)>")]
    private static partial Regex Pairs();

    [GeneratedRegex(@"/MCID (\d+)")]
    private static partial Regex Mark();

    [GeneratedRegex(@"/\w+ (?:<<[^>]*>> BDC|BMC)\n.*?EMC\n", RegexOptions.Singleline)]
    private static partial Regex Marked();
}

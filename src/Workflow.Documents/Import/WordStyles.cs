using System.Globalization;
using System.Xml.Linq;

namespace Workflow.Documents.Import;

/// <summary>Styles of a Word file, each with what it inherits.</summary>
internal sealed class WordStyles(XElement? part)
{
    private const int LongestChain = 20;
    private static readonly XNamespace W = WordReader.W;
    private readonly Dictionary<string, string?> fonts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, XElement> byId = (part?.Elements(W + "style") ?? [])
        .GroupBy(style => (string?)style.Attribute(W + "styleId") ?? "").ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);

    public bool Bold(string? style) => Chain(style).Select(one => WordReader.Toggle(one.Element(W + "rPr"), "b")).FirstOrDefault(value => value is not null) ?? false;

    public bool Italic(string? style) => Chain(style).Select(one => WordReader.Toggle(one.Element(W + "rPr"), "i")).FirstOrDefault(value => value is not null) ?? false;

    public bool Capitals(string? style) => Chain(style).Select(one => WordReader.Toggle(one.Element(W + "rPr"), "caps")).FirstOrDefault(value => value is not null) ?? false;

    /// <summary>What a character style says of a property, or null when it says nothing.</summary>
    public bool? OfCharacters(string? style, string name) => Chain(style).Select(one => WordReader.Toggle(one.Element(W + "rPr"), name)).FirstOrDefault(value => value is not null);

    /// <summary>Font of a style, or null.</summary>
    public string? Font(string? style) => style is null ? null : fonts.TryGetValue(style, out var known) ? known
        : fonts[style] = Chain(style).Select(one => WordFonts.Name(one.Element(W + "rPr")?.Element(W + "rFonts"))).FirstOrDefault(font => font is not null);

    /// <summary>The style of paragraphs that name none.</summary>
    public string? DefaultParagraph { get; } = (string?)part?.Elements(W + "style").FirstOrDefault(one => (string?)one.Attribute(W + "type") == "paragraph" && (string?)one.Attribute(W + "default") is "1" or "true")?.Attribute(W + "styleId");

    /// <summary>Font of text without any style.</summary>
    public string? DefaultFont { get; } = WordFonts.Name(part?.Element(W + "docDefaults")?.Element(W + "rPrDefault")?.Element(W + "rPr")?.Element(W + "rFonts"));

    public XElement? Numbering(string? style) => Chain(style).Select(one => one.Element(W + "pPr")?.Element(W + "numPr")).FirstOrDefault(value => value is not null);

    /// <summary>Whether the paragraph is centred, by itself or by its style.</summary>
    public bool Centered(XElement? properties, string? style) =>
        ((string?)properties?.Element(W + "jc")?.Attribute(W + "val") ?? Chain(style).Select(one => (string?)one.Element(W + "pPr")?.Element(W + "jc")?.Attribute(W + "val")).FirstOrDefault(value => value is not null)) == "center";

    /// <summary>Outline level, 0-based; null for body text.</summary>
    public int? OutlineLevel(XElement? properties, string? style)
    {
        var value = (string?)properties?.Element(W + "outlineLvl")?.Attribute(W + "val")
            ?? Chain(style).Select(one => (string?)one.Element(W + "pPr")?.Element(W + "outlineLvl")?.Attribute(W + "val")).FirstOrDefault(level => level is not null);
        return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var level) && level < 9 ? level : null;
    }

    private IEnumerable<XElement> Chain(string? style)
    {
        for (var depth = 0; style is not null && depth < LongestChain && byId.TryGetValue(style, out var element); depth++)
        {
            yield return element;
            style = (string?)element.Element(W + "basedOn")?.Attribute(W + "val");
        }
    }
}

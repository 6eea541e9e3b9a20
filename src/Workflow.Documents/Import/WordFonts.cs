using System.Xml.Linq;

namespace Workflow.Documents.Import;

/// <summary>Converts letters that are only Vietnamese in an old font (.VnTime, VNI-Times), font by font, as the file shows them.</summary>
internal sealed class WordFonts(WordStyles styles)
{
    private static readonly XNamespace W = WordReader.W;
    private readonly Dictionary<OldCode, int> converted = [];

    /// <summary>The letters of a run as its font shows them. What is Unicode in spite of its font stays.</summary>
    public string Read(string text, XElement? properties, string? characterStyle, string? paragraphStyle)
    {
        var font = Name(properties?.Element(W + "rFonts")) ?? styles.Font(characterStyle) ?? styles.Font(paragraphStyle ?? styles.DefaultParagraph) ?? styles.DefaultFont;
        if (OldCodes.OfFont(font) is not var (code, capitals) || text.Any(OldCodes.IsVietnamese))
        {
            return text;
        }

        var read = OldCodes.Decode(text, code);
        if (read != text)
        {
            converted[code] = converted.GetValueOrDefault(code) + 1;
        }

        return capitals ? read.ToUpperInvariant() : read;
    }

    /// <summary>Says that letters were converted, for whoever checks the text.</summary>
    public IEnumerable<ImportNote> Notes() => converted.Select(pair => new ImportNote(
        "OLD_FONT", "cả tệp", $"Tệp soạn bằng phông chữ cũ {OldCodes.Name(pair.Key)}; đã chuyển {pair.Value} đoạn chữ sang Unicode. Đồng chí đọc lại, nhất là chữ hoa có dấu."));

    internal static string? Name(XElement? fonts) => (string?)fonts?.Attribute(W + "ascii") ?? (string?)fonts?.Attribute(W + "hAnsi") ?? (string?)fonts?.Attribute(W + "cs");
}

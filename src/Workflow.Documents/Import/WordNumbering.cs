using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Workflow.Documents.Import;

/// <summary>Resolves Word's automatic numbers into the labels that a reader sees.</summary>
internal sealed partial class WordNumbering(XElement? part, WordStyles styles)
{
    private const int Levels = 9;
    private static readonly XNamespace W = WordReader.W;
    private readonly Dictionary<string, int[]> counters = new(StringComparer.Ordinal);

    /// <summary>The label of a paragraph, or empty.</summary>
    public string LabelOf(XElement? properties, string? style)
    {
        var reference = properties?.Element(W + "numPr") ?? styles.Numbering(style);
        var numId = (string?)reference?.Element(W + "numId")?.Attribute(W + "val");
        if (part is null || numId is null or "0")
        {
            return "";
        }

        var level = Math.Clamp(Int((string?)reference!.Element(W + "ilvl")?.Attribute(W + "val"), 0), 0, Levels - 1);
        var instance = part.Elements(W + "num").FirstOrDefault(one => (string?)one.Attribute(W + "numId") == numId);
        var abstractId = (string?)instance?.Element(W + "abstractNumId")?.Attribute(W + "val");
        var scheme = part.Elements(W + "abstractNum").FirstOrDefault(one => (string?)one.Attribute(W + "abstractNumId") == abstractId);
        if (instance is null || scheme is null)
        {
            return "";
        }

        // Lists of one scheme go on counting together unless an instance says that it starts anew.
        var overrides = instance.Elements(W + "lvlOverride").Any(one => one.Element(W + "startOverride") is not null);
        var key = overrides ? "n" + numId : "a" + abstractId;
        if (!counters.TryGetValue(key, out var count))
        {
            counters[key] = count = [.. Enumerable.Repeat(int.MinValue, Levels)];
        }

        count[level] = count[level] == int.MinValue ? Start(instance, scheme, level) : count[level] + 1;
        for (var deeper = level + 1; deeper < Levels; deeper++)
        {
            count[deeper] = int.MinValue;
        }

        return Format(instance, scheme, level, count);
    }

    private static string Format(XElement instance, XElement scheme, int level, int[] count)
    {
        var definition = Level(instance, scheme, level);
        var pattern = (string?)definition?.Element(W + "lvlText")?.Attribute(W + "val") ?? "";
        var format = (string?)definition?.Element(W + "numFmt")?.Attribute(W + "val") ?? "decimal";
        if (format == "bullet")
        {
            return "-";
        }

        var legal = definition?.Element(W + "isLgl") is not null;
        return Placeholder().Replace(pattern, match =>
        {
            var index = match.Groups[1].Value[0] - '1';
            var value = count[index] == int.MinValue ? Start(instance, scheme, index) : count[index];
            var own = (string?)Level(instance, scheme, index)?.Element(W + "numFmt")?.Attribute(W + "val") ?? "decimal";
            return Number(value, legal && index < level ? "decimal" : own);
        }).Trim();
    }

    private static XElement? Level(XElement instance, XElement scheme, int level) => instance.Elements(W + "lvlOverride")
        .FirstOrDefault(one => Int((string?)one.Attribute(W + "ilvl"), -1) == level)?.Element(W + "lvl")
        ?? scheme.Elements(W + "lvl").FirstOrDefault(one => Int((string?)one.Attribute(W + "ilvl"), -1) == level);

    private static int Start(XElement instance, XElement scheme, int level) =>
        Int((string?)instance.Elements(W + "lvlOverride").FirstOrDefault(one => Int((string?)one.Attribute(W + "ilvl"), -1) == level)?.Element(W + "startOverride")?.Attribute(W + "val")
            ?? (string?)Level(instance, scheme, level)?.Element(W + "start")?.Attribute(W + "val"), 1);

    private static string Number(int value, string format) => format switch
    {
        "upperRoman" => Roman(value),
        "lowerRoman" => Roman(value).ToLowerInvariant(),
        "lowerLetter" => Letters(value),
        "upperLetter" => Letters(value).ToUpperInvariant(),
        "decimalZero" => value.ToString("00", CultureInfo.InvariantCulture),
        "none" => "",
        _ => value.ToString(CultureInfo.InvariantCulture),
    };

    private static string Letters(int value) => value is < 1 or > 260 ? value.ToString(CultureInfo.InvariantCulture) : new string((char)('a' + ((value - 1) % 26)), ((value - 1) / 26) + 1);

    private static string Roman(int value)
    {
        (int Value, string Text)[] digits = [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
        var text = "";
        foreach (var (size, letters) in digits)
        {
            for (; value >= size && text.Length < 20; value -= size)
            {
                text += letters;
            }
        }

        return text;
    }

    private static int Int(string? text, int otherwise) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : otherwise;

    [GeneratedRegex("%([1-9])")]
    private static partial Regex Placeholder();
}

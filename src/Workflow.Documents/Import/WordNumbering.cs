using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Workflow.Documents.Import;

/// <summary>Resolves Word's automatic numbers into the labels that a reader sees.</summary>
internal sealed partial class WordNumbering(XElement? part, WordStyles styles)
{
    private const int Levels = 9;
    private const int LongestPattern = 40;
    private static readonly XNamespace W = WordReader.W;
    private readonly Dictionary<string, int[]> counters = new(StringComparer.Ordinal);
    private readonly Dictionary<string, XElement> instances = ById(part, "num", "numId");
    private readonly Dictionary<string, XElement> schemes = ById(part, "abstractNum", "abstractNumId");
    private readonly Dictionary<string, XElement?> linked = new(StringComparer.Ordinal);
    private readonly Dictionary<(XElement, int), XElement?> definitions = [];

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
        var instance = instances.GetValueOrDefault(numId);
        var abstractId = (string?)instance?.Element(W + "abstractNumId")?.Attribute(W + "val");
        if (!linked.TryGetValue(abstractId ?? "", out var scheme))
        {
            linked[abstractId ?? ""] = scheme = Linked(schemes.GetValueOrDefault(abstractId ?? ""));
        }

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

        count[level] = count[level] == int.MinValue ? Start(instance, scheme, level) : unchecked(count[level] + 1);
        for (var deeper = level + 1; deeper < Levels; deeper++)
        {
            // A level may say that nothing wider makes it start again.
            if ((string?)Level(instance, scheme, deeper)?.Element(W + "lvlRestart")?.Attribute(W + "val") != "0")
            {
                count[deeper] = int.MinValue;
            }
        }

        return Format(instance, scheme, level, count);
    }

    private static Dictionary<string, XElement> ById(XElement? part, string name, string id) => (part?.Elements(W + name) ?? [])
        .GroupBy(one => (string?)one.Attribute(W + id) ?? "").ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);

    // A scheme may stand for that of a style; a chain of such links that never ends gives no numbers.
    private XElement? Linked(XElement? scheme)
    {
        for (var hops = 0; scheme?.Element(W + "numStyleLink")?.Attribute(W + "val") is { } link; hops++)
        {
            var numId = (string?)styles.Numbering(link.Value)?.Element(W + "numId")?.Attribute(W + "val");
            var abstractId = (string?)instances.GetValueOrDefault(numId ?? "")?.Element(W + "abstractNumId")?.Attribute(W + "val");
            scheme = hops < Levels ? schemes.GetValueOrDefault(abstractId ?? "") : null;
        }

        return scheme;
    }

    private string Format(XElement instance, XElement scheme, int level, int[] count)
    {
        var definition = Level(instance, scheme, level);
        var pattern = (string?)definition?.Element(W + "lvlText")?.Attribute(W + "val") ?? "";
        var format = (string?)definition?.Element(W + "numFmt")?.Attribute(W + "val") ?? "decimal";
        pattern = pattern.Length > LongestPattern ? pattern[..LongestPattern] : pattern;
        if (format == "bullet")
        {
            return pattern is "+" or "–" or "•" or "*" ? pattern : "-";
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

    private XElement? Level(XElement instance, XElement scheme, int level) =>
        definitions.TryGetValue((instance, level), out var known) ? known : definitions[(instance, level)] = Defined(instance, scheme, level);

    private static XElement? Defined(XElement instance, XElement scheme, int level) => instance.Elements(W + "lvlOverride")
        .FirstOrDefault(one => Int((string?)one.Attribute(W + "ilvl"), -1) == level)?.Element(W + "lvl")
        ?? scheme.Elements(W + "lvl").FirstOrDefault(one => Int((string?)one.Attribute(W + "ilvl"), -1) == level);

    private int Start(XElement instance, XElement scheme, int level) =>
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

using System.Globalization;
using System.Text.RegularExpressions;

namespace Workflow.Documents.Import;

/// <summary>Ways of labelling, from the widest to the narrowest (DOMAIN §2.5; Chương, Mục and Điều as in regulations).</summary>
internal enum LabelStyle
{
    Part,
    Section,
    Capital,
    Roman,
    Article,
    Number,
    Decimal,
    Letter,
    Bracket,
    Dash,
}

/// <summary>A label at the start of a line: its words, its style and its place in its series.</summary>
/// <param name="Text">As written: "I.", "3.1.", "a)".</param>
/// <param name="Style">How it is written.</param>
/// <param name="Path">Numbers that make it up: 3.1 is [3, 1]; empty for a dash.</param>
/// <param name="Rest">The line after it.</param>
internal sealed record Label(string Text, LabelStyle Style, IReadOnlyList<int> Path, string Rest)
{
    /// <summary>Labels of one key count together: "1." and "2." but not "2)"; each kind of dash for itself.</summary>
    public string Key => Style switch
    {
        LabelStyle.Number => Text[^1] is ')' or '/' ? "Number)" : "Number",
        LabelStyle.Dash => Text,
        LabelStyle.Part => Text.Split(' ', 2)[0].ToUpperInvariant(),
        _ => Style.ToString(),
    };

    /// <summary>A number without any sign after it ("1 Mục tiêu") is a label only where the series waits for it.</summary>
    public bool IsBare => Style == LabelStyle.Number && char.IsAsciiDigit(Text[^1]);

    /// <summary>Whether this label is the first of a series.</summary>
    public bool IsFirst => Path.Count > 0 && Path[^1] == 1;

    /// <summary>Whether this label comes right after the other in one series.</summary>
    public bool Follows(IReadOnlyList<int> before) => Path.Count == before.Count && Path.Count > 0
        && Path.Take(Path.Count - 1).SequenceEqual(before.Take(before.Count - 1))
        && (Style == LabelStyle.Letter ? Labels.IsNextLetter(before[^1], Path[^1]) : Path[^1] == before[^1] + 1);
}

/// <summary>Recognises labels. What counts as one is decided by the series it continues, not by its look alone.</summary>
internal static partial class Labels
{
    // Lists run a b c d đ e g h i k …; Word's automatic letters know no đ but have f j w z.
    private const string Letters = "abcdđefghijklmnopqrstuvwxyz";
    private const string Skippable = "đfjwz";

    private static readonly string[] Ordinals = ["NHẤT", "HAI", "BA", "TƯ", "NĂM", "SÁU", "BẢY", "TÁM", "CHÍN", "MƯỜI"];

    public static Label? Read(string line)
    {
        if (line.Length == 0 || line[0] is not (>= '0' and <= '9' or '(' or 'đ' or 'Đ' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z')) && !Dash().IsMatch(line))
        {
            return null;
        }

        if (Part().Match(line) is { Success: true } part && PartNumber(part.Groups[2].Value) is > 0 and var which)
        {
            return new(part.Groups[1].Value, LabelStyle.Part, [which], part.Groups[3].Value.Trim());
        }

        if (Section().Match(line) is { Success: true } section && PartNumber(section.Groups[2].Value) is > 0 and var number && IsTitle(section.Groups[3].Value, section.Groups[1].Value))
        {
            return new(section.Groups[1].Value, LabelStyle.Section, [number], section.Groups[3].Value.Trim());
        }

        if (Roman().Match(line) is { Success: true } roman && RomanValue(roman.Groups[2].Value) is > 0 and var value)
        {
            return new(roman.Groups[1].Value, LabelStyle.Roman, [value], roman.Groups[3].Value);
        }

        if (Capital().Match(line) is { Success: true } capital && Joining.IsCapitals(capital.Groups[3].Value))
        {
            return new(capital.Groups[1].Value, LabelStyle.Capital, [capital.Groups[2].Value[0] - 'A' + 1], capital.Groups[3].Value);
        }

        if (Article().Match(line) is { Success: true } article)
        {
            return new(article.Groups[1].Value, LabelStyle.Article, [Number(article.Groups[2].Value)], article.Groups[3].Value.Trim());
        }

        if (Decimals().Match(line) is { Success: true } decimals)
        {
            return new(decimals.Groups[1].Value, LabelStyle.Decimal, [.. decimals.Groups[2].Value.Split('.').Select(Number)], decimals.Groups[3].Value);
        }

        if (Plain().Match(line) is { Success: true } plain)
        {
            return new(plain.Groups[1].Value, LabelStyle.Number, [Number(plain.Groups[2].Value)], plain.Groups[3].Value);
        }

        if (Letter().Match(line) is { Success: true } letter)
        {
            var at = letter.Groups[1].Success ? 1 : 4;
            return new(letter.Groups[at].Value, LabelStyle.Letter, [Letters.IndexOf(letter.Groups[at + 1].Value[0], StringComparison.Ordinal) + 1], letter.Groups[at + 2].Value);
        }

        if (Bracketed().Match(line) is { Success: true } bracketed)
        {
            return new(bracketed.Groups[1].Value, LabelStyle.Bracket, [Number(bracketed.Groups[2].Value)], bracketed.Groups[3].Value);
        }

        return Dash().Match(line) is { Success: true } dash ? new(dash.Groups[1].Value, LabelStyle.Dash, [], dash.Groups[2].Value) : null;
    }

    /// <summary>Whether one letter of a list comes after another, in the Vietnamese or the Latin order.</summary>
    public static bool IsNextLetter(int before, int after) => after > before
        && Enumerable.Range(before + 1, after - before - 1).All(between => Skippable.Contains(Letters[between - 1], StringComparison.Ordinal));

    // "Mục 1 Nghị quyết số 05" is a sentence cut by its line: a title stands in capitals, behind a sign, or on the next line.
    private static bool IsTitle(string rest, string label) => rest.Length == 0 || Joining.IsCapitals(rest) || (label[^1] is '.' or ':' && char.IsUpper(rest[0]) && rest[^1] is not ('.' or ';' or ','));

    private static int PartNumber(string text) => Array.IndexOf(Ordinals, text.ToUpperInvariant()) is >= 0 and var index ? index + 1 : Number(text);

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : RomanValue(text);

    // 0 for anything that is not a Roman number as it is written ("IIX", "VX").
    private static int RomanValue(string text)
    {
        if (!RomanNumber().IsMatch(text))
        {
            return 0;
        }

        var values = text.Select(letter => letter switch { 'I' => 1, 'V' => 5, 'X' => 10, _ => 50 }).ToList();
        return values.Select((value, index) => index + 1 < values.Count && value < values[index + 1] ? -value : value).Sum();
    }

    [GeneratedRegex(@"^((?:PHẦN|Phần|CHƯƠNG|Chương)(?: THỨ| thứ)? ([\p{L}\d]{1,7})[.:]?)(?:\s+(.*))?$")]
    private static partial Regex Part();

    [GeneratedRegex(@"^((?:MỤC|Mục) (\d{1,2}|[IVX]{1,5})[.:]?)(?:\s+(\S.*))?$")]
    private static partial Regex Section();

    [GeneratedRegex(@"^(?!V/v)(([IVXL]{1,6})(?:[.)/-]|\s?[-–](?=\s)))\s*(\p{L}.*)$")]
    private static partial Regex Roman();

    [GeneratedRegex("^(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})$")]
    private static partial Regex RomanNumber();

    [GeneratedRegex(@"^(([A-H])(?:[.)/-]|\s[-–](?=\s)))\s*(\p{Lu}.*)$")]
    private static partial Regex Capital();

    [GeneratedRegex(@"^((?:Điều|ĐIỀU) (\d{1,3})[.:]?)(?:\s+(\S.*))?$")]
    private static partial Regex Article();

    [GeneratedRegex(@"^((\d{1,2}(?:\.\d{1,2}){1,3})(?:[.)/]|\s?[-–](?=\s+\p{Lu}))?)(?:\s+(?=\S)|(?=\p{Lu}))(.*)$")]
    private static partial Regex Decimals();

    [GeneratedRegex(@"^(?=\d{1,2}(?:[.)/]\s+\S|[.)/]\p{Lu}|\s+\p{Lu}|\s?[-–]\s+\p{Lu}))((\d{1,2})(?:[.)/]|\s?[-–](?=\s+\p{Lu}))?)\s*(.*)$")]
    private static partial Regex Plain();

    [GeneratedRegex(@"^(([a-zđ])(?:[.)/]|-(?=\s+\p{L})))\s+(\S.*)$|^(\(([a-zđ])\))\s+(\S.*)$")]
    private static partial Regex Letter();

    [GeneratedRegex(@"^(\((\d{1,2})\))\s*(\S.*)$")]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"^([-–—−+•●▪◦*]|\u00B7|\uF0B7|\uF02D)\s+(\S.*)$")]
    private static partial Regex Dash();
}

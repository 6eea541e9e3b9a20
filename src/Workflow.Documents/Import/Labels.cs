using System.Globalization;
using System.Text.RegularExpressions;

namespace Workflow.Documents.Import;

/// <summary>A label at the start of a line: its words, its depth, and its place in its series.</summary>
/// <param name="Text">As written: "I.", "3.1.", "a)".</param>
/// <param name="Level">0 PHẦN, CHƯƠNG · 1 "I." · 2 "1." · 3 "1.1." · 4 "1.1.1." · 5 "a)" · 6 "(1)" · 7 "-".</param>
/// <param name="Path">Numbers that make it up: 3.1 is [3, 1].</param>
/// <param name="Rest">The line after it.</param>
internal sealed record Label(string Text, int Level, IReadOnlyList<int> Path, string Rest);

/// <summary>Recognises labels. What counts as one is decided by the series it continues, not by its look alone.</summary>
internal static partial class Labels
{
    // The Vietnamese order of letters in lists (DOMAIN §2.5).
    private const string Letters = "abcdđeghiklmnopqrstuvxy";

    private static readonly string[] Ordinals = ["NHẤT", "HAI", "BA", "TƯ", "NĂM", "SÁU", "BẢY", "TÁM", "CHÍN", "MƯỜI"];

    public static Label? Read(string line)
    {
        if (Part().Match(line) is { Success: true } part)
        {
            var ordinal = Array.IndexOf(Ordinals, part.Groups[2].Value.ToUpperInvariant()) + 1;
            return new(part.Groups[1].Value, 0, [ordinal > 0 ? ordinal : Number(part.Groups[2].Value)], part.Groups[3].Value.Trim());
        }

        if (Roman().Match(line) is { Success: true } roman && RomanValue(roman.Groups[2].Value) is > 0 and var value)
        {
            return new(roman.Groups[1].Value, 1, [value], roman.Groups[3].Value);
        }

        if (Decimals().Match(line) is { Success: true } decimals)
        {
            var path = decimals.Groups[2].Value.Split('.').Select(Number).ToList();
            return new(decimals.Groups[1].Value, Math.Min(path.Count + 1, 4), path, decimals.Groups[3].Value);
        }

        if (Plain().Match(line) is { Success: true } plain)
        {
            return new(plain.Groups[1].Value, 2, [Number(plain.Groups[2].Value)], plain.Groups[3].Value);
        }

        if (Letter().Match(line) is { Success: true } letter)
        {
            return new(letter.Groups[1].Value, 5, [Letters.IndexOf(letter.Groups[2].Value, StringComparison.Ordinal) + 1], letter.Groups[3].Value);
        }

        if (Bracketed().Match(line) is { Success: true } bracketed)
        {
            return new(bracketed.Groups[1].Value, 6, [Number(bracketed.Groups[2].Value)], bracketed.Groups[3].Value);
        }

        return Dash().Match(line) is { Success: true } dash ? new(dash.Groups[1].Value, 7, [], dash.Groups[2].Value) : null;
    }

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : RomanValue(text);

    private static int RomanValue(string text)
    {
        var values = text.Select(letter => letter switch { 'I' => 1, 'V' => 5, 'X' => 10, 'L' => 50, _ => 0 }).ToList();
        var sum = 0;
        for (var i = 0; i < values.Count; i++)
        {
            sum += i + 1 < values.Count && values[i] < values[i + 1] ? -values[i] : values[i];
        }

        return sum;
    }

    [GeneratedRegex(@"^((?:PHẦN|Phần|CHƯƠNG|Chương)(?: THỨ| thứ)? ([\p{L}\d]+)[.:]?)(?:\s+(.*))?$")]
    private static partial Regex Part();

    [GeneratedRegex(@"^(([IVXL]{1,6})[.)/-])\s*(\p{L}.*)$")]
    private static partial Regex Roman();

    [GeneratedRegex(@"^((\d{1,2}(?:\.\d{1,2}){1,3})\.?)\s+(\S.*)$")]
    private static partial Regex Decimals();

    [GeneratedRegex(@"^((\d{1,2})[.)]?)\s+(\p{Lu}.*)$")]
    private static partial Regex Plain();

    [GeneratedRegex(@"^(([a-zđ])[.)])\s+(\S.*)$")]
    private static partial Regex Letter();

    [GeneratedRegex(@"^(\((\d{1,2})\))\s*(\S.*)$")]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"^([-–+•●▪*])\s+(\S.*)$")]
    private static partial Regex Dash();
}

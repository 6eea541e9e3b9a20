using System.Text.RegularExpressions;

namespace Workflow.Documents.Import;

/// <summary>
/// Recipients stand left, the signature right. On one line they are parted by a wide gap, or, where a converter left one space, by what
/// the right half says: an authority, a position, a name.
/// </summary>
internal static partial class TailColumns
{
    // Longer gaps were shortened to this when the text was read.
    private const int FarRight = 8;

    /// <summary>The two halves of a line; the right one is empty when all of it belongs left.</summary>
    /// <param name="line">A line, its leading spaces kept.</param>
    /// <param name="signature">Lines of the signature so far.</param>
    public static (string Left, string Right) Split(string line, IReadOnlyList<string> signature)
    {
        var begun = signature.Count > 0;
        var text = line.TrimStart();
        if (Gap().Matches(text).LastOrDefault() is { } gap)
        {
            var (left, right) = (text[..gap.Index].Trim(), text[(gap.Index + gap.Length)..].Trim());
            if (SignatureReader.IsAuthority(right) || SignatureReader.IsPosition(right) || (begun && !right.StartsWith('(') && !Purpose().IsMatch(right)) || (begun && SignatureReader.IsNoise(right)))
            {
                return (left, right);
            }
        }

        if (begun && line.Length - text.Length >= FarRight && text[0] is not ('-' or '–' or '+' or '•' or '*' or '('))
        {
            return ("", text.Trim());
        }

        foreach (var pattern in new[] { AuthorityBehind(), PositionBehind() })
        {
            if (pattern.Match(text) is { Success: true } match)
            {
                return (match.Groups["left"].Value.Trim(), match.Groups["right"].Value.Trim());
            }
        }

        return begun && NameBehind().Match(text) is { Success: true } named && SignatureReader.IsName(named.Groups["right"].Value)
            ? (named.Groups["left"].Value.Trim(), named.Groups["right"].Value.Trim())
            : (text.Trim(), "");
    }

    [GeneratedRegex(@"\t+| {3,}")]
    private static partial Regex Gap();

    [GeneratedRegex(@"^[}|]|^(?:để|Để)\s|^(?:báo cáo|b/c|t/h|c/đ|p/h)\b")]
    private static partial Regex Purpose();

    [GeneratedRegex(@"^(?<left>(?:N[ơƠ][iI] |[-–+•*] ?).*?)\s+(?<right>(?:T/M|TM\.|T\.M|T/L|TL\.|K/T|KT\.|TUQ\.)\s*[\p{Lu}][^\p{Ll}]*)$")]
    private static partial Regex AuthorityBehind();

    [GeneratedRegex(@"^(?<left>[-–+•*] ?.*[,;.)])\s+(?<right>(?:Q\. ?)?(?:PHÓ |CHÁNH |TRƯỞNG |BÍ THƯ|CHỦ )[^\p{Ll}]*)$")]
    private static partial Regex PositionBehind();

    [GeneratedRegex(@"^(?<left>[-–+•*] ?.*[,;.)])\s+(?<right>\p{Lu}[\p{L}]+(?:\s+\p{Lu}[\p{L}]*){1,4})$")]
    private static partial Regex NameBehind();
}

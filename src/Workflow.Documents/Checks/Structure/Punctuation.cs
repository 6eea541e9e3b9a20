using System.Text.RegularExpressions;

namespace Workflow.Documents.Checks.Structure;

/// <summary>Signs set twice, or after a space. "…" and ",..." are ways of breaking off.</summary>
internal sealed partial class Punctuation : ICheck
{
    public string Key => "structure.punctuation";

    public IEnumerable<Finding> Look(CheckedText text)
    {
        foreach (var (passage, match) in text.Matches(Twice()))
        {
            yield return text.On("DOUBLED_PUNCTUATION", Severity.Info, passage, match, "Dấu câu lặp lại.", match.Value[^1..]);
        }

        foreach (var (passage, match) in text.Matches(Loose()))
        {
            yield return text.On("SPACE_BEFORE_PUNCTUATION", Severity.Info, passage, match, "Có dấu cách trước dấu câu.", match.Value.Replace(" ", "", StringComparison.Ordinal));
        }
    }

    [GeneratedRegex(@"(?<![.…,;:])(?:,,|;;|::|,;|;,|\.,|,\.|\.\.)(?![.…,;:])")]
    private static partial Regex Twice();

    [GeneratedRegex(@"(?<=\p{L})\p{L} (?:[,;](?= \p{L})|\.(?= \p{Lu}|$))")]
    private static partial Regex Loose();
}

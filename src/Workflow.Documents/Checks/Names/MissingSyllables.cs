namespace Workflow.Documents.Checks.Names;

/// <summary>
/// Syllables that Vietnamese only knows inside compounds ("triển" in "triển khai", "phát triển"): one that has none of its companions beside it has lost
/// its other half. The companions are those of a dictionary, whatever a document happens to say.
/// </summary>
internal sealed class MissingSyllables : ICheck
{
    private static readonly Dictionary<string, (string[] Before, string[] After)> Bound = ShippedLists.Lines("bound-syllables.tsv").Select(line => line.Split('\t'))
        .ToDictionary(entry => entry[0], entry => (Words(entry[1]), Words(entry[2])), StringComparer.Ordinal);

    public string Key => "names.missing-syllable";

    public IEnumerable<Finding> Look(CheckedText text)
    {
        var words = text.Syllables;
        for (var index = 0; index < words.Count; index++)
        {
            var word = words[index];
            if (!Bound.TryGetValue(word.Lower, out var companions) || !(char.IsLower(word.Text[0]) || word.Begins))
            {
                continue;
            }

            var (before, after) = (index > 0 && IsNext(words[index - 1], word) ? words[index - 1] : null, index + 1 < words.Count && IsNext(word, words[index + 1]) ? words[index + 1] : null);
            if ((before is null && !word.Begins) || after is null || (word.Begins && char.IsUpper(after.Text[0])) || companions.Before.Length == 0 && companions.After.Length == 0 || (before is not null && companions.Before.Contains(before.Lower)) || companions.After.Contains(after.Lower))
            {
                // At the edge of a phrase a hyphen, a bracket or an ellipsis may stand for the other half.
                continue;
            }

            var whole = companions.After.Length > 0 ? $"{word.Text} {companions.After[0]}" : $"{companions.Before[0]} {word.Text}";
            yield return text.On("MISSING_SYLLABLE", Severity.Error, word.Passage, (before ?? word).Start, after.End - (before ?? word).Start, $"Chữ “{word.Text}” đứng một mình: có thể thiếu một chữ, như trong “{whole}”.", $"{(before is null ? "" : before.Text + " ")}{whole} {after.Text}");
        }
    }

    private static bool IsNext(Syllable first, Syllable second) => first.Passage == second.Passage && second.Start == first.End + 1 && first.Passage.Text[first.End] == ' ';

    private static string[] Words(string companions) => companions.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}

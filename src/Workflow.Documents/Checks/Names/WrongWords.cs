namespace Workflow.Documents.Checks.Names;

/// <summary>
/// A word that is spelled with the marks or a sound of another one: words of official Vietnamese ("tồn đọng", "chặt chẽ") of which one half slipped, and a word that stands among the same neighbours elsewhere in the text with one letter more.
/// </summary>
internal sealed class WrongWords : ICheck
{
    public string Key => "names.wrong-word";

    public IEnumerable<Finding> Look(CheckedText text) => Companions(text).Concat(Neighbours(text));

    private static IEnumerable<Finding> Companions(CheckedText text)
    {
        var words = text.Syllables;
        var pairs = words.Zip(words.Skip(1)).Where(pair => Next(pair.First, pair.Second)).ToList();
        var (counts, seen) = (new Dictionary<(string, string), int>(), new Dictionary<(string, string), bool>());
        foreach (var (one, next) in pairs)
        {
            counts[(one.Lower, next.Lower)] = counts.GetValueOrDefault((one.Lower, next.Lower)) + 1;
        }

        for (var index = 0; index < pairs.Count; index++)
        {
            var (first, second) = pairs[index];
            if (!CompoundWords.Seconds.Contains(first.Lower) && !CompoundWords.Firsts.Contains(second.Lower))
            {
                continue;
            }

            // Names keep their own spelling; one of the two may belong to another word: "cơ sở | kết quả".
            if (char.IsUpper(second.Text[0]) || (char.IsUpper(first.Text[0]) && !first.Begins) || counts[(first.Lower, second.Lower)] > 1 || IsWord(first, second, seen)
                || (index > 0 && pairs[index - 1].Second == first && (counts[(pairs[index - 1].First.Lower, first.Lower)] > 1 || IsWord(pairs[index - 1].First, first, seen)))
                || (index + 1 < pairs.Count && pairs[index + 1].First == second && (counts[(second.Lower, pairs[index + 1].Second.Lower)] > 1 || IsWord(second, pairs[index + 1].Second, seen))))
            {
                continue;
            }

            var right = CompoundWords.Seconds[first.Lower].Where(word => Slips.IsSlip(second.Lower, word)).Select(word => $"{first.Lower} {word}")
                .Concat(CompoundWords.Firsts[second.Lower].Where(word => Slips.IsSlip(first.Lower, word)).Select(word => $"{word} {second.Lower}")).FirstOrDefault();
            if (right is not null)
            {
                yield return text.On("WRONG_WORD", Severity.Error, first.Passage, first.Start, second.End - first.Start, $"“{first.Text} {second.Text}” có thể viết sai.", right);
            }
        }
    }

    private static bool IsWord(Syllable first, Syllable second, Dictionary<(string, string), bool> seen) => seen.TryGetValue((first.Lower, second.Lower), out var known) ? known
        : seen[(first.Lower, second.Lower)] = CompoundWords.Holds(first.Lower, second.Lower);

    // "làm tổ công tác" where another place has "làm tốt công tác".
    private static IEnumerable<Finding> Neighbours(CheckedText text)
    {
        var words = text.Syllables;
        var seen = new Dictionary<(string, string, string), List<Syllable>>();
        var single = new Dictionary<(string, string), int>();
        for (var index = 1; index + 2 < words.Count; index++)
        {
            if (Next(words[index - 1], words[index]) && Next(words[index], words[index + 1]))
            {
                single[(words[index - 1].Lower, words[index].Lower)] = single.GetValueOrDefault((words[index - 1].Lower, words[index].Lower)) + 1;
                if (Next(words[index + 1], words[index + 2]))
                {
                    (seen.TryGetValue((words[index - 1].Lower, words[index + 1].Lower, words[index + 2].Lower), out var list) ? list : seen[(words[index - 1].Lower, words[index + 1].Lower, words[index + 2].Lower)] = []).Add(words[index]);
                }
            }
        }

        foreach (var ((before, after, _), found) in seen.Where(pair => pair.Value.Count > 1))
        {
            foreach (var spelled in found.GroupBy(word => word.Lower).Where(group => group.Count() == 1 && single.GetValueOrDefault((before, group.Key)) == 1).Select(group => group.First()))
            {
                if (found.Find(other => other.Lower != spelled.Lower && single.GetValueOrDefault((before, other.Lower)) > 1 && IsSlip(spelled.Lower, other.Lower)) is { } right)
                {
                    yield return text.On("WRONG_WORD", Severity.Error, spelled.Passage, spelled.Start, spelled.Text.Length, $"Chỗ khác viết “{before} {right.Lower} {after}”; chữ “{spelled.Text}” có thể sai.", $"{before} {right.Lower} {after}");
                }
            }
        }
    }

    private static bool Next(Syllable first, Syllable second) => first.Passage == second.Passage && second.Start == first.End + 1 && first.Passage.Text[first.End] == ' ';

    // A last letter lost, with or without its mark.
    private static bool IsSlip(string written, string right)
    {
        var (a, b) = (Bare.Of(written), Bare.Of(right));
        return a.Length > 1 && (b.Length == a.Length + 1 && b.StartsWith(a, StringComparison.Ordinal));
    }
}

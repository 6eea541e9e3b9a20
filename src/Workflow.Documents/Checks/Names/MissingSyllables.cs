namespace Workflow.Documents.Checks.Names;

/// <summary>Syllables that never stand alone: "triển" needs "khai" or "phát"; "thực" before a name lost its "hiện".</summary>
internal sealed class MissingSyllables : ICheck
{
    private static readonly HashSet<string> BeforeTrien = new(["phát", "tiến", "khai"], StringComparer.Ordinal);
    private static readonly HashSet<string> AfterTrien = new(["khai", "lãm", "vọng", "hạn"], StringComparer.Ordinal);
    private static readonly HashSet<string> BeforeThuc = new("hiện thiết lương chân trung xác chứng đích sự túc hữu có năng phi tả sát".Split(' '), StringComparer.Ordinal);

    public string Key => "names.missing-syllable";

    public IEnumerable<Finding> Look(CheckedText text)
    {
        var words = text.Syllables;
        for (var index = 1; index + 1 < words.Count; index++)
        {
            var (before, word, after) = (words[index - 1], words[index], words[index + 1]);
            if (word.Passage != before.Passage || word.Passage != after.Passage || word.Passage.Text[word.Start..after.Start].Length != word.Text.Length + 1 || !char.IsLower(word.Text[0]))
            {
                continue;
            }

            if (word.Lower == "triển" && !BeforeTrien.Contains(before.Lower) && !AfterTrien.Contains(after.Lower))
            {
                yield return text.On("MISSING_SYLLABLE", Severity.Error, word.Passage, word.Start, after.End - word.Start, "Chữ “triển” đứng một mình: có thể thiếu chữ “khai”.", $"triển khai {after.Text}");
            }
            else if (word.Lower == "thực" && !BeforeThuc.Contains(before.Lower) && char.IsUpper(after.Text[0]))
            {
                yield return text.On("MISSING_SYLLABLE", Severity.Error, word.Passage, before.Start, after.End - before.Start, "Chữ “thực” đứng một mình: có thể thiếu chữ “hiện”.", $"{before.Text} thực hiện {after.Text}");
            }
        }
    }
}

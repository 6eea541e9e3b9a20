namespace Workflow.Documents.Checks.Structure;

/// <summary>"các các đơn vị". Words that Vietnamese doubles on purpose, and compounds that meet ("tuyên truyền truyền thông"), are left.</summary>
internal sealed class DoubledWords : ICheck
{
    private static readonly HashSet<string> Doubled = new("ngày luôn người nhà song từ dần thường mãi xa đời ngành nơi lớp đâu cùng xanh đều khăng bừng rành ào tỉnh xã thôn đêm giờ chi nhanh sâu xóm làng tầng hàng ngàn vạn lâu đông lần từng".Split(' '), StringComparer.Ordinal);

    public string Key => "structure.doubled-words";

    public IEnumerable<Finding> Look(CheckedText text) => Syllables(text).Concat(Compounds(text));

    // "lý luận lý luận": a word of two syllables twice.
    private static IEnumerable<Finding> Compounds(CheckedText text)
    {
        var words = text.Syllables;
        for (var index = 0; index + 3 < words.Count; index++)
        {
            if (words[index].Lower == words[index + 2].Lower && words[index + 1].Lower == words[index + 3].Lower && words[index].Lower != words[index + 1].Lower && words[index].Passage == words[index + 3].Passage
                && char.IsLower(words[index + 2].Text[0]) && Enumerable.Range(index, 3).All(at => words[at + 1].Start == words[at].End + 1 && words[at].Passage.Text[words[at].End] == ' ') && !Doubled.Contains(words[index].Lower))
            {
                var written = words[index].Passage.Text[words[index].Start..words[index + 1].End];
                yield return text.On("DOUBLED_WORD", Severity.Warning, words[index].Passage, words[index].Start, words[index + 3].End - words[index].Start, $"Từ “{written}” lặp lại.", written);
            }
        }
    }

    private static IEnumerable<Finding> Syllables(CheckedText text)
    {
        var words = text.Syllables;
        var pairs = words.Zip(words.Skip(1)).Where(pair => pair.First.Passage == pair.Second.Passage).GroupBy(pair => (pair.First.Lower, pair.Second.Lower)).ToDictionary(group => group.Key, group => group.Count());
        for (var index = 0; index + 1 < words.Count; index++)
        {
            var (first, second) = (words[index], words[index + 1]);
            if (first.Lower != second.Lower || first.Passage != second.Passage || second.Start != first.End + 1 || first.Passage.Text[first.End] != ' ' || first.Lower.Length < 2
                || Doubled.Contains(first.Lower) || char.IsUpper(first.Text[0]) || char.IsUpper(second.Text[0]) || first.Passage.Text[first.End..].StartsWith(", ", StringComparison.Ordinal))
            {
                continue;
            }

            var compounds = index > 0 && index + 2 < words.Count && pairs.GetValueOrDefault((words[index - 1].Lower, first.Lower)) > 1 && pairs.GetValueOrDefault((second.Lower, words[index + 2].Lower)) > 0 && first.Lower.Length > 4;
            var meet = index > 0 && index + 2 < words.Count && Names.CompoundWords.Holds(words[index - 1].Lower, first.Lower) && Names.CompoundWords.Holds(second.Lower, words[index + 2].Lower);
            if (!compounds && !meet)
            {
                yield return text.On("DOUBLED_WORD", Severity.Warning, first.Passage, first.Start, second.End - first.Start, $"Chữ “{first.Lower}” lặp lại.", first.Text);
            }
        }
    }
}

using Workflow.Domain.Texts;

namespace Workflow.Documents.Checks.Structure;

/// <summary>The same long run of words twice: a paragraph pasted again, or one that a footnote cut.</summary>
internal sealed class RepeatedText : ICheck
{
    private const int Run = 24;
    private const int Before = 8;
    private const ulong Base = 1_099_511_628_211;

    public string Key => "structure.repeated";

    public IEnumerable<Finding> Look(CheckedText text)
    {
        var words = text.Syllables;
        var numbers = new Dictionary<string, ulong>(StringComparer.Ordinal);
        var values = new ulong[words.Count];
        for (var index = 0; index < words.Count; index++)
        {
            values[index] = numbers.TryGetValue(words[index].Lower, out var number) ? number : numbers[words[index].Lower] = (ulong)numbers.Count + 1;
        }

        // A rolling sum over the last words: the work does not grow with their number.
        var (seen, sum, highest) = (new Dictionary<ulong, int>(), 0UL, 1UL);
        for (var power = 0; power < Run; power++)
        {
            highest = unchecked(highest * Base);
        }

        var last = -Run;
        for (var end = 0; end < words.Count; end++)
        {
            var start = end - Run + 1;
            sum = unchecked((sum * Base) + values[end] - (start > 0 ? values[start - 1] * highest : 0));
            if (start < 0 || words[start].Passage != words[end].Passage || words[start].Passage.Clause.Rows is not null)
            {
                continue;
            }

            if (seen.TryAdd(sum, start) || !values.AsSpan(seen[sum], Run).SequenceEqual(values.AsSpan(start, Run)))
            {
                continue;
            }

            var goesOn = start == last + 1;
            last = start;
            if (!goesOn)
            {
                yield return Repeated(text, words, seen[sum], start, end);
            }
        }
    }

    private static Finding Repeated(CheckedText text, IReadOnlyList<Syllable> words, int first, int start, int end)
    {
        var passage = words[start].Passage;
        var next = text.Passages.SkipWhile(one => one != passage).Skip(1).FirstOrDefault();
        if (words[first].Passage == passage && next?.Clause.Kind == ClauseKind.Footnote)
        {
            var from = words[Math.Max(first, start - Before)].Start;
            return text.On("FOOTNOTE_OVERLAP", Severity.Error, passage, from, words[start].End - from, "Câu bị chú thích cắt ngang và phần giữa bị lặp lại.");
        }

        return text.On("DUPLICATE_CONTENT", Severity.Warning, passage, words[start].Start, words[end].End - words[start].Start, words[first].Passage == passage ? "Đoạn chữ này lặp lại trong cùng một đoạn." : "Đoạn chữ này đã có ở chỗ khác.");
    }
}

using System.Text.RegularExpressions;

namespace Workflow.Documents.Checks.Figures;

/// <summary>Classes listed side by side of which one is counted within another: "248/1.529 …, 1.529/1.650 …".</summary>
internal sealed partial class SubsetCheck : ICheck
{
    public string Key => "figures.subset";

    public IEnumerable<Finding> Look(CheckedText text)
    {
        foreach (var passage in text.Passages)
        {
            var shares = Share().Matches(passage.Text).ToList();
            foreach (var (first, second) in shares.Zip(shares.Skip(1)).Where(pair => pair.First.Groups["b"].Value == pair.Second.Groups["a"].Value && pair.Second.Groups["a"].Value != pair.Second.Groups["b"].Value))
            {
                yield return text.On("SUBSET_AMBIGUOUS", Severity.Warning, passage, first.Index, first.Length, $"Mẫu số {first.Groups["b"].Value} chính là tử số của mục sau: phần này đã nằm trong phần kia, nhưng câu liệt kê ngang nhau.");
            }
        }
    }

    [GeneratedRegex(@"(?<![\d./])(?<a>\d{1,9}(?:\.\d{3})*)/(?<b>\d{1,9}(?:\.\d{3})*)(?![\d/])(?: \p{L}+){0,3}")]
    private static partial Regex Share();
}

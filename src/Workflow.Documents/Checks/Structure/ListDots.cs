using System.Text.RegularExpressions;

namespace Workflow.Documents.Checks.Structure;

/// <summary>"… 94% (15) Tỷ lệ": an item of a running list that ends without a sign.</summary>
internal sealed partial class ListDots : ICheck
{
    public string Key => "structure.list-dots";

    public IEnumerable<Finding> Look(CheckedText text) => text.Passages
        .Where(passage => Item().Matches(passage.Text).Take(2).Count() > 1)
        .SelectMany(passage => Bare().Matches(passage.Text).Select(match => text.On("MISSING_PUNCTUATION", Severity.Info, passage, match, "Mục trước kết thúc mà không có dấu câu.", match.Groups["end"].Value + ". " + match.Groups["item"].Value)));

    [GeneratedRegex(@"\(\d{1,2}\) \p{Lu}")]
    private static partial Regex Item();

    [GeneratedRegex(@"(?<end>\d%|\d) (?<item>\(\d{1,2}\))(?= \p{Lu}|$)")]
    private static partial Regex Bare();
}

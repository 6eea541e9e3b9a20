using System.Text.RegularExpressions;

namespace Workflow.Documents.Checks.Style;

/// <summary>Straight quotes in a text of curly ones.</summary>
internal sealed partial class QuoteStyle : ICheck
{
    public string Key => "style.quotes";

    public IEnumerable<Finding> Look(CheckedText text) => text.Passages.Any(passage => passage.Text.Contains('“', StringComparison.Ordinal))
        ? text.Matches(Straight()).Select(pair => text.On("QUOTE_STYLE_MIXED", Severity.Info, pair.Passage, pair.Match, "Dấu ngoặc kép thẳng và cong dùng lẫn.", $"“{pair.Match.Groups["words"].Value}”"))
        : [];

    [GeneratedRegex("\"(?<words>[^\"]{1,120})\"")]
    private static partial Regex Straight();
}

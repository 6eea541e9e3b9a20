using System.Text.RegularExpressions;

namespace Workflow.Documents.Checks.Style;

/// <summary>A lone " – " in a text that writes " - ", or the other way round.</summary>
internal sealed partial class DashStyle : ICheck
{
    private const int Rare = 3;

    public string Key => "style.dash";

    public IEnumerable<Finding> Look(CheckedText text)
    {
        var dashes = text.Matches(Dash()).ToList();
        var groups = dashes.GroupBy(pair => pair.Match.Groups["dash"].Value).OrderBy(group => group.Count()).ToList();
        return groups.Count < 2 || groups[0].Count() > Rare || groups[^1].Count() < Rare * groups[0].Count() ? [] : groups[0].Select(pair =>
            text.On("DASH_STYLE", Severity.Info, pair.Passage, pair.Match, "Dấu gạch khác các chỗ còn lại.", pair.Match.Value.Replace(groups[0].Key, groups[^1].Key, StringComparison.Ordinal)));
    }

    [GeneratedRegex(@"\p{L}+ (?<dash>[-–—]) \p{L}+")]
    private static partial Regex Dash();
}

using System.Text.RegularExpressions;

namespace Workflow.Documents.Checks.Names;

/// <summary>Words that are taken for one another because both exist: "phối hợp giữ các đơn vị" for "giữa".</summary>
internal sealed partial class Confusions : ICheck
{
    public string Key => "names.confusions";

    public IEnumerable<Finding> Look(CheckedText text) => text.Matches(Between())
        .Select(pair => text.On("WRONG_WORD", Severity.Error, pair.Passage, pair.Match, "“giữ” có thể là “giữa”.", pair.Match.Value + "a"));

    [GeneratedRegex(@"(?:phối hợp|quan hệ|liên kết|kết nối|đoàn kết|trao đổi|đối thoại|thống nhất|gắn kết|hài hòa|khoảng cách|chênh lệch|hợp tác|ký kết) giữ(?= (?:các|hai|những|cấp|Đảng|Nhà|người) )")]
    private static partial Regex Between();
}

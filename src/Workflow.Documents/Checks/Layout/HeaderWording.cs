using Workflow.Documents.Checks.Names;

namespace Workflow.Documents.Checks.Layout;

/// <summary>Words of the header and the title that stand nowhere else with these tone marks: "ĐẢNG BỘ TĨNH".</summary>
internal sealed class HeaderWording : ICheck
{
    private static readonly string[] Levels = ["tỉnh", "thành phố", "xã", "phường", "đặc khu"];
    private static readonly string[] Heads = ["đảng bộ", "đảng ủy"];

    public string Key => "layout.header-words";

    public IEnumerable<Finding> Look(CheckedText text)
    {
        foreach (var line in new[] { text.File?.Facts.SuperiorName, text.File?.Facts.OrganizationName })
        {
            var words = line?.ToLowerInvariant() ?? "";
            if (Heads.FirstOrDefault(head => words.StartsWith(head + " ", StringComparison.Ordinal)) is not { } head)
            {
                continue;
            }

            var rest = words[(head.Length + 1)..];
            var level = Levels.FirstOrDefault(level => rest.Length > level.Length && rest[level.Length] == ' ' && rest[..level.Length] != level && Bare.Of(rest[..level.Length]) == Bare.Of(level));
            if (level is not null)
            {
                yield return text.Outside("WRONG_WORD", Severity.Error, line, "Từ chỉ cấp hành chính trong tiêu đề viết sai dấu.", $"{head} {level}{rest[level.Length..]}".ToUpperInvariant());
            }
        }
    }
}

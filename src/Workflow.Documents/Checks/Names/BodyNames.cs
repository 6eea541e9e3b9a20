using System.Text.RegularExpressions;

namespace Workflow.Documents.Checks.Names;

/// <summary>A body that the list does not know and whose capitals change: "Trung tâm Phục vụ hành chính công" and "Trung tâm phục vụ Hành chính công".</summary>
internal sealed partial class BodyNames : ICheck
{
    public string Key => "names.bodies";

    public IEnumerable<Finding> Look(CheckedText text)
    {
        var listed = text.Context.Names.SelectMany(name => name.Forms).Select(form => form.ToLowerInvariant()).ToHashSet(StringComparer.Ordinal);
        var whole = text.Matches(Centre()).ToList();
        if (whole.Exists(pair => pair.Match.Groups["serves"].Success) && whole.Find(pair => !pair.Match.Groups["serves"].Success) is { Match: { } part } one)
        {
            yield return text.On("NAME_INCONSISTENT", Severity.Info, one.Passage, part, "Một cơ quan được gọi bằng hai tên.", "Trung tâm Phục vụ hành chính công");
        }

        foreach (var (passage, match) in text.Matches(Defence()))
        {
            yield return text.On("CAPITALISATION", Severity.Info, passage, match, "Danh từ chung viết hoa.", "quốc phòng, an ninh");
        }

        foreach (var body in text.Matches(Name()).GroupBy(pair => pair.Match.Value.ToLowerInvariant()).Where(group => !listed.Contains(group.Key) && group.Select(pair => pair.Match.Value).Distinct().Count() > 1))
        {
            var spellings = body.GroupBy(pair => pair.Match.Value).OrderByDescending(group => group.Count()).ToList();
            yield return text.On("NAME_INCONSISTENT", Severity.Info, spellings[^1].First().Passage, spellings[^1].First().Match, $"Tên cơ quan viết hoa nhiều cách: {string.Join(", ", spellings.Select(one => $"“{one.Key}”"))}.", spellings[0].Key);
        }
    }

    [GeneratedRegex(@"(?<!\p{L})Trung tâm (?<serves>[Pp]hục vụ )?[Hh]ành chính công")]
    private static partial Regex Centre();

    [GeneratedRegex(@"(?<=\p{Ll} )(?<!Ban |và )Quốc phòng,? An ninh")]
    private static partial Regex Defence();

    [GeneratedRegex(@"(?<!\p{L})Trung tâm \p{L}+ \p{L}+ \p{L}+ \p{L}+ \p{L}+(?!\p{L})|(?<!\p{L})Ban [Tt]uyên giáo(?: và [Dd]ân vận)?")]
    private static partial Regex Name();
}

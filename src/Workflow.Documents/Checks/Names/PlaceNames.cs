using System.Text.RegularExpressions;
using Workflow.Documents.Redline;

namespace Workflow.Documents.Checks.Names;

/// <summary>One place written in several ways: the same letters with other marks ("Kè Sắt", "Kẻ Sặt").</summary>
internal sealed partial class PlaceNames : ICheck
{
    public string Key => "names.places";

    public IEnumerable<Finding> Look(CheckedText text)
    {
        var named = text.Matches(Place()).Select(pair => (pair.Passage, Words: (Capture)pair.Match.Groups["name"])).ToList();
        var issuer = Header().Match(text.File?.Facts.OrganizationName ?? "") is { Success: true } header ? header.Groups["name"].Value : null;
        var single = text.Syllables.Where(word => char.IsUpper(word.Text[0])).GroupBy(word => word.Lower).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        foreach (var place in named.GroupBy(one => Bare.Of(one.Words.Value)))
        {
            var variants = place.GroupBy(one => one.Words.Value).OrderByDescending(group => group.Count()).ToList();
            var title = issuer is not null && Bare.Of(issuer) == place.Key ? issuer : null;
            var spellings = variants.Select(group => group.Key).Concat(title is null ? [] : [Title(title)]).DistinctBy(TonePlacement.Key).ToList();
            if (spellings.Count < 2)
            {
                continue;
            }

            // The issuer's own spelling counts most, then the syllables that are met most often.
            var right = title is not null ? Title(title) : spellings.MaxBy(spelling => spelling.ToLowerInvariant().Split(' ').Sum(word => single.GetValueOrDefault(word)))!;
            var wrong = place.First(one => one.Words.Value != right);
            yield return text.On(
                "PLACE_NAME_VARIANT", Severity.Error, wrong.Passage, wrong.Words,
                $"Một tên được viết nhiều cách: {string.Join(", ", spellings.Select(spelling => $"“{spelling}” ({place.Count(one => one.Words.Value == spelling)} lần)"))}. Đồng chí chọn một cách.", right);
        }
    }

    private static string Title(string name) => string.Join(' ', name.ToLowerInvariant().Split(' ').Where(word => word.Length > 0).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    [GeneratedRegex(@"(?<!\p{L})(?:[Xx]ã|[Pp]hường|[Tt]hị trấn|[Đđ]ặc khu|[Hh]uyện|[Qq]uận|[Tt]ỉnh|[Tt]hành phố|[Tt]hôn|[Bb]ản|[Ấấ]p|[Ll]àng|[Kk]hu phố|THCS|THPT|Tiểu học|Mầm non) (?<name>\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+)(?! \p{Lu}\p{Ll})")]
    private static partial Regex Place();

    [GeneratedRegex(@"(?:XÃ|PHƯỜNG|ĐẶC KHU) (?<name>\p{Lu}+ \p{Lu}+)$")]
    private static partial Regex Header();
}

using System.Text.RegularExpressions;
using Workflow.Documents.Redline;
using Workflow.Domain.Profiles;

namespace Workflow.Documents.Checks.Names;

/// <summary>
/// One place written in several ways: the same letters with other marks ("Kè Sắt", "Kẻ Sặt"), or a last letter less ("Nà Lẹn", "Nà Lẹng"). The organization's list says which is right, else the
/// header, else what is met most often. A place that the list, the header or two mentions vouch for is looked for wherever two capitals stand.
/// </summary>
internal sealed partial class PlaceNames : ICheck
{
    public string Key => "names.places";

    public IEnumerable<Finding> Look(CheckedText text)
    {
        var issuer = Header().Match(text.File?.Facts.OrganizationName ?? "") is { Success: true } header ? Title(header.Groups["name"].Value) : null;
        var listed = text.Context.Names.Where(name => name.Kind == NameKind.Place).SelectMany(name => name.Forms).ToHashSet(StringComparer.Ordinal);
        var people = text.Context.Names.Where(name => name.Kind == NameKind.Person).SelectMany(name => name.Forms).ToHashSet(StringComparer.Ordinal);
        var behind = text.Matches(Place()).Select(pair => (pair.Passage, Words: (Capture)pair.Match.Groups["name"])).ToList();
        var sure = behind.GroupBy(one => one.Words.Value).Where(group => group.Count() > 1).Select(group => group.Key).Concat(listed).Concat(issuer is null ? [] : [issuer]).Select(Bare.Of).ToHashSet(StringComparer.Ordinal);
        var named = behind.Concat(text.Matches(TwoCapitals()).Select(pair => (pair.Passage, Words: (Capture)pair.Match)).Where(one => sure.Contains(Bare.Of(one.Words.Value))))
            .DistinctBy(one => (one.Passage, one.Words.Index)).Where(one => !people.Any(person => person.EndsWith(one.Words.Value, StringComparison.Ordinal))).ToList();
        var single = text.Syllables.Where(word => char.IsUpper(word.Text[0])).GroupBy(word => word.Lower).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        foreach (var place in named.GroupBy(one => Bare.Of(one.Words.Value)))
        {
            var own = issuer is not null && Bare.Of(issuer) == place.Key ? issuer : null;
            var known = listed.Where(name => Bare.Of(name) == place.Key).ToList();
            var spellings = place.GroupBy(one => one.Words.Value).OrderByDescending(group => group.Count()).Select(group => group.Key).Concat(known).Concat(own is null ? [] : [own]).DistinctBy(TonePlacement.Key).ToList();
            if (spellings.Count < 2 || place.All(one => known.Contains(one.Words.Value)))
            {
                continue;
            }

            var right = known.Count > 0 ? known[0] : own ?? spellings.MaxBy(spelling => spelling.ToLowerInvariant().Split(' ').Sum(word => single.GetValueOrDefault(word)))!;
            if (place.FirstOrDefault(one => TonePlacement.Key(one.Words.Value) != TonePlacement.Key(right) && !known.Contains(one.Words.Value)) is not { Passage: { } passage } wrong)
            {
                continue;
            }

            yield return text.On(
                "PLACE_NAME_VARIANT", Severity.Error, passage, wrong.Words,
                $"Một tên được viết nhiều cách: {string.Join(", ", spellings.Select(spelling => $"“{spelling}” ({place.Count(one => one.Words.Value == spelling)} lần)"))}. {(known.Count > 0 ? "Danh mục của đơn vị ghi" : "Đồng chí chọn một cách, có thể là")} “{right}”.", right);
        }

        foreach (var finding in Shortened(text, behind, listed))
        {
            yield return finding;
        }
    }

    // Of two places of the same class, one is the other without its last letter.
    private static IEnumerable<Finding> Shortened(CheckedText text, List<(Passage Passage, Capture Words)> behind, HashSet<string> listed)
    {
        var spelled = text.Matches(TwoCapitals()).Select(pair => pair.Match.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var one in behind.DistinctBy(one => one.Words.Value).Where(one => !listed.Contains(one.Words.Value)))
        {
            if (spelled.FirstOrDefault(other => other.Length == one.Words.Length + 1 && other.StartsWith(one.Words.Value, StringComparison.Ordinal) && char.IsLower(other[^1])) is { } longer)
            {
                yield return text.On("PLACE_NAME_VARIANT", Severity.Warning, one.Passage, one.Words, $"Chỗ khác viết “{longer}”: có thể thiếu một chữ cái.", longer);
            }
            else if (behind.Count(other => other.Words.Value == one.Words.Value) == 1 && behind.TakeWhile(other => other != one).Where(other => IsNear(one.Words.Value, other.Words.Value)).Select(other => other.Words.Value).FirstOrDefault() is { } near)
            {
                yield return text.On("PLACE_NAME_VARIANT", Severity.Warning, one.Passage, one.Words, $"Chỗ khác viết “{near}”: có thể là cùng một tên.", near);
            }
        }
    }

    // "Đồng Chiên" and "Đồng Chiêm": the same but for the end of the last syllable.
    private static bool IsNear(string written, string other) => written.Split(' ') is [var first, var last] && other.Split(' ') is [var head, var tail] && first == head && Bare.Of(last) != Bare.Of(tail) && char.ToLowerInvariant(last[0]) == char.ToLowerInvariant(tail[0])
        && Slips.IsSlip(last.ToLowerInvariant(), tail.ToLowerInvariant());

    private static string Title(string name) => string.Join(' ', name.ToLowerInvariant().Split(' ').Where(word => word.Length > 0).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    [GeneratedRegex(@"(?<!\p{L})(?:[Xx]ã|[Pp]hường|[Tt]hị trấn|[Đđ]ặc khu|[Hh]uyện|[Qq]uận|[Tt]ỉnh|[Tt]hành phố|[Tt]hôn|[Bb]ản|[Ấấ]p|[Ll]àng|[Kk]hu phố|[Xx]óm|[Bb]uôn|[Tt]ổ dân phố|[Kk]ênh|[Ss]ông|[Ss]uối|[Hh]ồ|[Nn]úi|[Đđ]èo|[Cc]ầu|[Cc]hợ|[Đđ]ập|THCS|THPT|[Tt]rung học cơ sở|[Tt]iểu học|[Mm]ầm non) (?<name>\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+)(?! \p{Lu}\p{Ll})")]
    private static partial Regex Place();

    [GeneratedRegex(@"(?<!\p{Lu}\p{Ll}* )(?<!\p{L})\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+(?!\p{L})(?! \p{Lu}\p{Ll})")]
    private static partial Regex TwoCapitals();

    [GeneratedRegex(@"(?:XÃ|PHƯỜNG|ĐẶC KHU) (?<name>\p{Lu}+ \p{Lu}+)$")]
    private static partial Regex Header();
}

using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;

namespace Workflow.Domain.Distribution;

/// <summary>What a recipient line came to: units, or nothing and then the office must look.</summary>
public sealed record ResolvedRecipient(RecipientLine Line, IReadOnlyList<Unit> Units, bool IsPublication);

/// <summary>
/// Turns the lines under Nơi nhận into units, as the organization is on the day of issue (DOMAIN §2.6).
/// Names are compared folded, with aliases; a line that matches nothing is reported, never guessed.
/// </summary>
public static class RecipientResolver
{
    /// <summary>Resolves every line; a unit named by several lines gets one copy, with the first line's purpose.</summary>
    public static IReadOnlyList<ResolvedRecipient> Resolve(
        IReadOnlyList<RecipientLine> lines,
        IReadOnlyList<Unit> units,
        IReadOnlyList<(RecipientGroup Group, IReadOnlyList<Guid> UnitIds)> groups,
        DateOnly day)
    {
        var current = units.Where(unit => unit.From <= day && (unit.To is null || unit.To >= day)).ToList();
        var byId = current.ToDictionary(unit => unit.Id);
        var taken = new HashSet<Guid>();
        var resolved = new List<ResolvedRecipient>();
        foreach (var line in lines)
        {
            var name = Key(line.Name);
            if (IsPublication(name))
            {
                resolved.Add(new(line, [], true));
                continue;
            }

            var found = current.Where(unit => Named(unit.Name, unit.Aliases, name)).ToList();
            if (found.Count == 0)
            {
                found = [.. groups.Where(group => Named(group.Group.Name, group.Group.Aliases, name))
                    .SelectMany(group => group.UnitIds).Where(byId.ContainsKey).Select(id => byId[id])];
            }

            if (found.Count == 0 && name.StartsWith("luu ", StringComparison.Ordinal))
            {
                found = [.. current.Where(unit => unit.IsArchive)];
            }

            resolved.Add(new(line, [.. found.Where(unit => taken.Add(unit.Id))], false));
        }

        return resolved;
    }

    private static bool IsPublication(string name) =>
        name.Contains("cong thong tin", StringComparison.Ordinal) || name.Contains("trang thong tin", StringComparison.Ordinal);

    private static bool Named(string name, string aliases, string wanted) =>
        Key(name) == wanted || aliases.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Any(alias => Key(alias) == wanted);

    // "Các đ/c", "các đồng chí" and "thường trực" abbreviations are one phrase to a clerk.
    private static string Key(string text)
    {
        var folded = " " + Folding.Fold(text) + " ";
        foreach (var (shortForm, full) in Abbreviations)
        {
            folded = folded.Replace($" {shortForm} ", $" {full} ", StringComparison.Ordinal);
        }

        return folded.Trim();
    }

    private static readonly (string Short, string Full)[] Abbreviations =
    [
        ("d c", "dong chi"), ("duv", "uy vien ban chap hanh"), ("dang uy vien", "uy vien ban chap hanh"), ("bch", "ban chap hanh"), ("btv", "ban thuong vu"),
        ("ubnd", "uy ban nhan dan"), ("hdnd", "hoi dong nhan dan"), ("mttq", "mat tran to quoc"), ("ubkt", "uy ban kiem tra"),
        ("vp", "van phong"), ("du", "dang uy"), ("tt", "thuong truc"),
    ];
}

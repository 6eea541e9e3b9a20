using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;

namespace Workflow.Domain.Distribution;

/// <summary>What a recipient line came to: units, or nothing and then the office must look.</summary>
public sealed record ResolvedRecipient(RecipientLine Line, IReadOnlyList<Unit> Units, bool IsPublication);

/// <summary>
/// Turns the lines under Nơi nhận into units, as the organization is on the day of issue (DOMAIN §2.6).
/// Names are compared folded, with aliases; a line that matches nothing is reported, never guessed.
/// </summary>
public sealed class RecipientResolver
{
    private readonly Dictionary<string, List<Unit>> units = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Unit>> groups = new(StringComparer.Ordinal);
    private readonly List<Unit> archives;

    /// <summary>The units of a day by every name that they have, and the groups: made once, asked for many lines.</summary>
    public RecipientResolver(IReadOnlyList<Unit> units, IReadOnlyList<(RecipientGroup Group, IReadOnlyList<Guid> UnitIds)> groups, DateOnly day)
    {
        var current = units.Where(unit => unit.From <= day && (unit.To is null || unit.To >= day)).ToList();
        var byId = current.ToDictionary(unit => unit.Id);
        foreach (var unit in current)
        {
            Note(this.units, unit.Name, unit.Aliases, [unit]);
        }

        foreach (var (group, ids) in groups)
        {
            Note(this.groups, group.Name, group.Aliases, [.. ids.Where(byId.ContainsKey).Select(id => byId[id])]);
        }

        archives = [.. current.Where(unit => unit.IsArchive)];
    }

    /// <summary>Resolves every line; a unit named by several lines gets one copy, with the first line's purpose.</summary>
    public static IReadOnlyList<ResolvedRecipient> Resolve(
        IReadOnlyList<RecipientLine> lines,
        IReadOnlyList<Unit> units,
        IReadOnlyList<(RecipientGroup Group, IReadOnlyList<Guid> UnitIds)> groups,
        DateOnly day) => new RecipientResolver(units, groups, day).Resolve(lines);

    /// <summary>Resolves every line; a unit named by several lines gets one copy, with the first line's purpose.</summary>
    public IReadOnlyList<ResolvedRecipient> Resolve(IReadOnlyList<RecipientLine> lines)
    {
        var taken = new HashSet<Guid>();
        var resolved = new List<ResolvedRecipient>();
        foreach (var line in lines)
        {
            var name = Key(line.Name);
            var isPublication = IsPublication(name);
            resolved.Add(new(line, isPublication ? [] : [.. Meant(name).Where(unit => taken.Add(unit.Id))], isPublication));
        }

        return resolved;
    }

    /// <summary>The units that a name means.</summary>
    public IReadOnlyList<Unit> Units(string name) => Meant(Key(name));

    private List<Unit> Meant(string key) => units.GetValueOrDefault(key) ?? groups.GetValueOrDefault(key) ?? (key.StartsWith("luu ", StringComparison.Ordinal) ? archives : []);

    private static void Note(Dictionary<string, List<Unit>> names, string name, string aliases, IReadOnlyList<Unit> means)
    {
        foreach (var key in aliases.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Prepend(name).Select(Key).Distinct())
        {
            if (!names.TryGetValue(key, out var there))
            {
                names.Add(key, there = []);
            }

            there.AddRange(means);
        }
    }

    private static bool IsPublication(string name) =>
        name.Contains("cong thong tin", StringComparison.Ordinal) || name.Contains("trang thong tin", StringComparison.Ordinal);

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

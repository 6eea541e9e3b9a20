namespace Workflow.Domain.Profiles;

/// <summary>What a listed name is the name of.</summary>
public enum NameKind
{
    /// <summary>A place: "Kẻ Sặt".</summary>
    Place,

    /// <summary>A body: "Ban Xây dựng Đảng".</summary>
    Body,

    /// <summary>A person: "Nguyễn Văn An".</summary>
    Person,

    /// <summary>A body of a level of administration that may be abolished: "Huyện ủy".</summary>
    Level,
}

/// <summary>A name as the organization writes it. The newest row of a name counts; nothing is overwritten.</summary>
public sealed class ListedName : IOfOrganization
{
    /// <summary>Longest name, and longest list of other forms.</summary>
    public const int LongestName = 200;

    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required NameKind Kind { get; init; }
    public required string Name { get; init; }

    /// <summary>Other forms that are right as well, one a line; "/HU" is the code of a body in the numbers of its documents.</summary>
    public required string Aliases { get; init; }

    /// <summary>The last day on which it existed; null while it does.</summary>
    public DateOnly? To { get; init; }

    /// <summary>What is written instead since then, or empty.</summary>
    public required string Successor { get; init; }

    /// <summary>Where it is known from.</summary>
    public required string Source { get; init; }

    /// <summary>The name is taken from the list, also where it came with the program.</summary>
    public required bool IsDropped { get; init; }
    public required DateTimeOffset At { get; init; }
    public required Guid ById { get; init; }

    /// <summary>The row that counts for each name.</summary>
    public static IReadOnlyList<ListedName> Newest(IEnumerable<ListedName> rows) => [.. rows.GroupBy(row => row.Name, StringComparer.Ordinal).Select(group => group.MaxBy(row => (row.At, row.Id))!)];
}

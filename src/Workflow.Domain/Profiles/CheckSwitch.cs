namespace Workflow.Domain.Profiles;

/// <summary>An organization switches one rule of the checks off or on again, from a moment on, with its reason. The newest counts; nothing is overwritten.</summary>
public sealed class CheckSwitch : IOfOrganization
{
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }

    /// <summary>Key of the rule ("figures.sum").</summary>
    public required string Key { get; init; }
    public required bool IsOff { get; init; }
    public required DateTimeOffset From { get; init; }
    public required Guid ById { get; init; }
    public required string Reason { get; init; }

    /// <summary>Keys of the rules that are off at a moment.</summary>
    public static IReadOnlySet<string> Off(IEnumerable<CheckSwitch> switches, DateTimeOffset at) =>
        switches.Where(one => one.From <= at).GroupBy(one => one.Key, StringComparer.Ordinal).Select(group => group.MaxBy(one => (one.From, one.Id))!).Where(one => one.IsOff).Select(one => one.Key).ToHashSet(StringComparer.Ordinal);
}

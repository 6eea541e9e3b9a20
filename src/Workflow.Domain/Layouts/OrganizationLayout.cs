using System.Text.Json;

namespace Workflow.Domain.Layouts;

/// <summary>A layout of an organization from a day on: guidance put into force, or a copy with changes of its own. Never changed afterwards.</summary>
public sealed class OrganizationLayout : IOfOrganization
{
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required string Name { get; init; }

    /// <summary>Where the values come from, as its author says it.</summary>
    public required string Source { get; init; }

    /// <summary>Name of what it was copied from.</summary>
    public required string CopiedFrom { get; init; }
    public required DateOnly ValidFrom { get; init; }

    /// <summary>Values by field, as an object.</summary>
    public required string Values { get; init; }

    /// <summary>Who added it; empty: it came with the installation.</summary>
    public required Guid ById { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>The layout; fields that did not exist when it was written are those of the newest guidance.</summary>
    public LayoutProfile Profile => new(Id.ToString(), Name, Source, ValidFrom, Filled());

    private IEnumerable<KeyValuePair<string, string>> Filled()
    {
        var kept = JsonSerializer.Deserialize<Dictionary<string, string>>(Values)!;
        return LayoutFields.All.Select(field => KeyValuePair.Create(field.Key, kept.GetValueOrDefault(field.Key) ?? LayoutProfile.Hd05[field.Key]));
    }
}

using Workflow.Domain;

namespace Workflow.Runtime.Processes;

/// <summary>What a token listens to.</summary>
public enum ListensTo
{
    Message, Signal,
}

/// <summary>A token of a case waits for a message or a signal. The row goes when the waiting ends: what has been heard stands in the journal.</summary>
public sealed class ProcessSubscription : IOfOrganization
{
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid InstanceId { get; init; }
    public required string Token { get; init; }
    public required string ElementId { get; init; }
    public required ListensTo Kind { get; init; }
    public required string Name { get; init; }

    /// <summary>Which one of several messages of a name; empty when the name says it all.</summary>
    public required string Key { get; init; }
}

/// <summary>A message that came before anybody waited for it; the first who waits takes it, and then the row goes.</summary>
public sealed class KeptMessage : IOfOrganization
{
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required string Name { get; init; }
    public required string Key { get; init; }

    /// <summary>JSON object.</summary>
    public required string Variables { get; init; }
    public required DateTimeOffset KeptAt { get; init; }

    /// <summary>From then on nobody takes it any more.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }
}

/// <summary>The definition on which an organization's new cases of a process start, where it does not ship with the program.</summary>
public sealed class LatestDefinition : IOfOrganization
{
    public required Guid OrganizationId { get; init; }
    public required string ProcessId { get; init; }
    public required string DefinitionHash { get; set; }
    public required DateTimeOffset DeployedAt { get; set; }
}

/// <summary>What begins a case without a person.</summary>
public enum BeginsBy
{
    Message, Signal, Timer,
}

/// <summary>A start event of a latest definition by which cases begin without a person.</summary>
public sealed class StartPoint : IOfOrganization
{
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required string ProcessId { get; init; }
    public required string DefinitionHash { get; init; }
    public required string ElementId { get; init; }
    public required BeginsBy Kind { get; init; }

    /// <summary>Of the message or signal.</summary>
    public required string Name { get; init; }

    /// <summary>Of a timer: when it is due next. The concurrency token, so that of several hosts one starts the case.</summary>
    public DateTimeOffset? DueAt { get; set; }

    /// <summary>Of a cycle: its interval.</summary>
    public string Every { get; init; } = "";

    /// <summary>Of a cycle: how often it still comes; empty without end.</summary>
    public int? Times { get; set; }

    /// <summary>Set when the case could not start: not tried before then.</summary>
    public DateTimeOffset? RetryAt { get; set; }
}

namespace Workflow.Domain.Exchange;

/// <summary>Which way a message went.</summary>
public enum ExchangeDirection
{
    Out, In,
}

/// <summary>What a message is.</summary>
public enum ExchangeKind
{
    Package, Status,
}

/// <summary>Where a message stands.</summary>
public enum ExchangeState
{
    /// <summary>To be sent to the partner's address.</summary>
    Waiting,

    /// <summary>The partner's program has it.</summary>
    Delivered,

    /// <summary>The partner has no address: it lies here to be taken as a file.</summary>
    ByHand,

    /// <summary>The machine gave up, or the partner refused it for good: somebody must look.</summary>
    Failed,

    /// <summary>It came to us and was taken.</summary>
    Taken,
}

/// <summary>A package or a status message as it went out or came in, byte by byte. One row for a message, however often it is sent.</summary>
public sealed class ExchangeMessage : IOfOrganization
{
    public const int LongestError = 1_000;

    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid PartnerId { get; init; }
    public required ExchangeDirection Direction { get; init; }
    public required ExchangeKind Kind { get; init; }

    /// <summary>What makes it one message and no second: identity of the document and what is said of it.</summary>
    public required string Key { get; init; }
    public required string DocumentId { get; init; }

    /// <summary>Of a status its code, of a package its business type ("0" to "3").</summary>
    public required string Code { get; init; }

    /// <summary>The copy of ours that it is about.</summary>
    public Guid? DispatchId { get; set; }

    /// <summary>The document that came to us.</summary>
    public Guid? PaperId { get; set; }

    /// <summary>Empty while it could not be made; <see cref="LastError"/> says why.</summary>
    public byte[] Content { get; set; } = [];
    public string Sha256 { get; set; } = "";
    public required DateTimeOffset CreatedAt { get; init; }
    public ExchangeState State { get; set; }
    public DateTimeOffset NotBefore { get; set; }
    public int Attempts { get; set; }
    public DateTimeOffset? LeasedUntil { get; set; }
    public Guid? LeasedBy { get; set; }
    public DateTimeOffset? SettledAt { get; set; }
    public string LastError { get; set; } = "";

    /// <summary>Whether the row is to be tried again by a person's wish.</summary>
    public bool MayRetry => Direction == ExchangeDirection.Out && State == ExchangeState.Failed;
}

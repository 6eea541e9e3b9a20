using Workflow.Domain;

namespace Workflow.Runtime.Mail;

/// <summary>What a message is about.</summary>
public enum MailKind
{
    /// <summary>Something begins to wait for somebody.</summary>
    Turn,

    /// <summary>A round closes soon and this person has not answered.</summary>
    Reminder,

    /// <summary>What waits, once a day.</summary>
    Digest,

    /// <summary>A text on which this person worked was given back unsigned.</summary>
    Returned,

    /// <summary>A letter about a session: an invitation, a change, that it is called off.</summary>
    Session,

    /// <summary>Material of a session is missing near the day by which it must be with the office.</summary>
    Material,

    /// <summary>A copy of an issued document went to a unit.</summary>
    Copy,

    /// <summary>A unit has not said that it has its copy.</summary>
    CopyReminder,
}

/// <summary>Where a message stands.</summary>
public enum MailState
{
    Waiting, Sent,

    /// <summary>When it was to go out there was nothing left to say, or nobody who wanted it.</summary>
    Withdrawn,

    /// <summary>The machine gave up: an incident.</summary>
    Failed,
}

/// <summary>
/// A message to one person: who and what about, never its words. These are made when it goes out, from what waits then, so that nothing goes out that is no longer
/// so and no text of a draft lies in a table of its own.
/// </summary>
public sealed class MailMessage : IOfOrganization
{
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }

    /// <summary>To whom: a person; for a guest whom the organization does not know, the row of the invitation, with which the address stands; for a copy, its unit.</summary>
    public required Guid PersonId { get; init; }
    public required MailKind Kind { get; init; }

    /// <summary>What makes it one message and no second, however many hosts think of it: "digest:2026-11-23".</summary>
    public required string Key { get; init; }

    /// <summary>The round, the copy of a letter or of a document, or the session it is about; empty for others.</summary>
    public Guid SubjectId { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public MailState State { get; set; }
    public DateTimeOffset NotBefore { get; set; }
    public int Attempts { get; set; }
    public DateTimeOffset? LeasedUntil { get; set; }
    public Guid? LeasedBy { get; set; }
    public DateTimeOffset? SettledAt { get; set; }

    /// <summary>Where it went.</summary>
    public string SentTo { get; set; } = "";
    public string Subject { get; set; } = "";
    public string LastError { get; set; } = "";
}

/// <summary>A turn of which somebody was told, or need not be: never told again.</summary>
public sealed class ToldTurn : IOfOrganization
{
    public required Guid PersonId { get; init; }
    public required string Key { get; init; }
    public required Guid OrganizationId { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>The message that tells it; empty when none was needed.</summary>
    public Guid MailId { get; init; }
}

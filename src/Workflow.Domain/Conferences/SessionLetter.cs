namespace Workflow.Domain.Conferences;

/// <summary>What a letter about a session says.</summary>
public enum LetterKind
{
    /// <summary>Giấy mời: the first that somebody gets.</summary>
    Invitation,

    /// <summary>The agenda is no longer what was told.</summary>
    Supplement,

    /// <summary>Another time or place.</summary>
    Moved,

    /// <summary>It is called off.</summary>
    Cancelled,
}

/// <summary>A sending of letters about a session: one act of the office, to several. Never changed.</summary>
public sealed class SessionLetter : IOfOrganization
{
    /// <summary>Letters of one session.</summary>
    public const int Most = 50;

    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid ConferenceId { get; init; }

    /// <summary>Order among the letters of a session, from 1.</summary>
    public required int Number { get; init; }
    public required LetterKind Kind { get; init; }

    /// <summary>SHA-256 of what was told (time, place, agenda), by which a change is seen; 64 hexadecimal digits.</summary>
    public required string ToldHash { get; init; }

    /// <summary>Why it was moved or called off; empty otherwise.</summary>
    public string Reason { get; init; } = "";
    public required Guid ById { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>To whom a letter went. Each gets each letter once.</summary>
public sealed class LetterCopy : IOfOrganization
{
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid LetterId { get; init; }
    public required Guid AttendanceId { get; init; }

    /// <summary>What this one says: who came to the list late gets an invitation where others are told of a change.</summary>
    public required LetterKind Kind { get; init; }

    /// <summary>The message that carries it; null when no address is known and the office hands it over on paper.</summary>
    public Guid? MailId { get; init; }
}

namespace Workflow.Domain.Conferences;

/// <summary>A session of a body (hội nghị lần thứ n).</summary>
public sealed class Conference : IOfOrganization
{
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid BodyId { get; init; }
    public required Guid TermId { get; init; }

    /// <summary>Ordinal per body and term.</summary>
    public required int Ordinal { get; init; }
    public required DateTimeOffset StartsAt { get; init; }
    public required string Place { get; init; }
    public required Guid ChairId { get; init; }
    public required Guid NoteTakerId { get; init; }
    public string Discussion { get; set; } = "";
    public DateTimeOffset? ClosedAt { get; set; }
}

/// <summary>A draft put to a conference, frozen by its version hash.</summary>
public sealed class AgendaItem : IOfOrganization
{
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid ConferenceId { get; init; }
    public required Guid DraftId { get; init; }
    public required Guid VersionId { get; init; }
    public required string VersionHash { get; init; }
    public required int Position { get; init; }
}

/// <summary>Presence of a summoned member.</summary>
public enum Presence
{
    Summoned, Present, AbsentWithReason, Absent,
}

/// <summary>A summoned member and whether they came: one row per member, taken from the roll on the day.</summary>
public sealed class Attendance : IOfOrganization
{
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid ConferenceId { get; init; }
    public required Guid PersonId { get; init; }
    public Presence Presence { get; private set; } = Presence.Summoned;
    public string Reason { get; private set; } = "";

    /// <summary>Records presence; absence with a reason needs the reason.</summary>
    public Refusal? Mark(Presence presence, string reason)
    {
        if (presence == Presence.AbsentWithReason && string.IsNullOrWhiteSpace(reason))
        {
            return new("conference.absence-needs-reason", "Vắng có lý do thì cần ghi lý do; nếu không có, đồng chí chọn “Vắng không lý do”.");
        }

        (Presence, Reason) = (presence, presence == Presence.AbsentWithReason ? reason.Trim() : "");
        return null;
    }
}

/// <summary>How a vote is taken.</summary>
public enum VoteMode
{
    /// <summary>Giơ tay: the note-taker enters counts.</summary>
    ShowOfHands,

    /// <summary>Each member on their own device, by name.</summary>
    Devices,
}

/// <summary>A member's choice.</summary>
public enum Choice
{
    InFavour, Against, Abstain,
}

/// <summary>A member's ballot in an open vote; unique per vote and person.</summary>
public sealed class Ballot : IOfOrganization
{
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid VoteId { get; init; }
    public required Guid PersonId { get; init; }
    public required Choice Choice { get; init; }
    public required DateTimeOffset At { get; init; }
}

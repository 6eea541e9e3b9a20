namespace Workflow.Domain.Conferences;

/// <summary>Presence of somebody summoned or invited, now.</summary>
public enum Presence
{
    Summoned, Present, Left, AbsentWithReason, Absent,
}

/// <summary>
/// A summoned member or an invited guest, and whether they are there. Members come from the roll on the day, one row each; a guest has no vote.
/// </summary>
public sealed class Attendance : IOfOrganization
{
    public const int LongestName = 100;

    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid ConferenceId { get; init; }

    /// <summary>The person; null for a guest whom the organization does not know.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>Invited without a vote.</summary>
    public bool IsGuest { get; init; }

    /// <summary>Name and office of a guest as invited; empty for a member.</summary>
    public string GuestName { get; init; } = "";

    /// <summary>Where a guest's invitation is sent; empty: it is handed over on paper. A member's address is the member's own wish.</summary>
    public string Address { get; init; } = "";
    public Presence Presence { get; private set; } = Presence.Summoned;
    public string Reason { get; private set; } = "";

    /// <summary>Whether the person is in the room.</summary>
    public bool IsPresent => Presence == Presence.Present;

    /// <summary>Records presence; absence with a reason needs the reason.</summary>
    public Refusal? Mark(Presence presence, string reason)
    {
        if (presence == Presence.AbsentWithReason && string.IsNullOrWhiteSpace(reason))
        {
            return new("conference.absence-needs-reason", "Vắng có lý do thì cần ghi lý do; nếu không có, đồng chí chọn “Vắng không lý do”.");
        }

        if (presence == Presence.Left && Presence is not (Presence.Present or Presence.Left))
        {
            return new("conference.left-before-coming", "Chỉ ghi “ra về” cho đồng chí đã có mặt.");
        }

        (Presence, Reason) = (presence, presence is Presence.AbsentWithReason or Presence.Left ? reason.Trim() : "");
        return null;
    }
}

/// <summary>
/// Somebody came or went: who, when, by whose hand. Rows are only added, so that who was in the room at any moment can be worked out.
/// </summary>
public sealed class Movement : IOfOrganization
{
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid ConferenceId { get; init; }
    public required Guid AttendanceId { get; init; }

    /// <summary>Order among the movements of a conference, from 1: two at the same instant have an order, too.</summary>
    public required int Number { get; init; }

    /// <summary>True: in the room from now on; false: no longer.</summary>
    public required bool IsIn { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Who recorded it: the person at the door, or the clerk.</summary>
    public required Guid ById { get; init; }

    /// <summary>Who was in the room at a moment.</summary>
    public static IReadOnlySet<Guid> InRoom(IEnumerable<Movement> movements, DateTimeOffset at) => movements.Where(one => one.At <= at)
        .GroupBy(one => one.AttendanceId).Where(group => group.MaxBy(one => one.Number)!.IsIn).Select(group => group.Key).ToHashSet();
}

namespace Workflow.Domain.Conferences;

/// <summary>Why a session is held.</summary>
public enum SessionKind
{
    /// <summary>Hội nghị định kỳ.</summary>
    Regular,

    /// <summary>Hội nghị bất thường: when the Standing Committee sees need or more than half of the members ask (QC-CH art. 11.1).</summary>
    Extraordinary,
}

/// <summary>A session of a body (hội nghị lần thứ n). It is called, opened, run item by item, and closed; nothing of it is deleted.</summary>
public sealed class Conference : IOfOrganization
{
    /// <summary>Longest reason, place and remark of one line.</summary>
    public const int LongestReason = 1_000;

    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid BodyId { get; init; }
    public required Guid TermId { get; init; }

    /// <summary>Ordinal per body and term.</summary>
    public required int Ordinal { get; init; }
    public SessionKind Kind { get; init; }

    /// <summary>Who asked for an extraordinary session, or what makes it necessary.</summary>
    public string Ground { get; init; } = "";
    public required DateTimeOffset StartsAt { get; init; }
    public required string Place { get; init; }
    public required Guid ChairId { get; init; }
    public required Guid NoteTakerId { get; init; }

    /// <summary>When the office recorded that invitation and papers went out; null before.</summary>
    public DateTimeOffset? InvitedAt { get; set; }

    /// <summary>When the chair opened it; null before.</summary>
    public DateTimeOffset? OpenedAt { get; private set; }

    /// <summary>Why it was opened without the quorum; stands in the minutes. Empty when there was one.</summary>
    public string OpenedWithoutQuorum { get; private set; } = "";

    /// <summary>The item that is being dealt with: what members and the projector see. Null between items.</summary>
    public Guid? NowItemId { get; set; }

    /// <summary>What was said in general, as the note-taker writes it; what was said on an item stands with its speaker.</summary>
    public string Discussion { get; set; } = "";

    /// <summary>The code on the door: who types or scans it stands before the room. Six digits, told to the room alone.</summary>
    public string DoorCode { get; set; } = "";
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Whether it is in session.</summary>
    public bool IsRunning => OpenedAt is not null && ClosedAt is null;

    /// <summary>Opens it. Without the quorum a written reason is needed, which the minutes repeat.</summary>
    /// <param name="present">Members present.</param>
    /// <param name="needed">Members that the rules ask for.</param>
    public Refusal? Open(int present, int needed, string withoutQuorum, DateTimeOffset at)
    {
        var reason = withoutQuorum.Trim();
        if (OpenedAt is not null)
        {
            return new("conference.open-already", "Hội nghị đã khai mạc.");
        }

        if (present == 0)
        {
            return new("conference.nobody", "Chưa điểm danh đồng chí nào có mặt. Đồng chí điểm danh rồi mới khai mạc.");
        }

        if (present < needed && reason.Length == 0)
        {
            return new("conference.no-quorum", $"Chưa đủ điều kiện tiến hành: có mặt {present} đồng chí, cần ít nhất {needed}. Nếu vẫn khai mạc, đồng chí ghi lý do; lý do được ghi vào biên bản.");
        }

        (OpenedAt, OpenedWithoutQuorum) = (at, present < needed ? reason : "");
        return null;
    }

    /// <summary>Closes it. Asked again, the first time stands.</summary>
    public Refusal? Close(DateTimeOffset at)
    {
        if (OpenedAt is null)
        {
            return new("conference.not-open", "Hội nghị chưa khai mạc nên chưa bế mạc được.");
        }

        ClosedAt ??= at;
        NowItemId = null;
        return null;
    }
}

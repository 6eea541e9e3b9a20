namespace Workflow.Domain.Conferences;

/// <summary>Why a session is held.</summary>
public enum SessionKind
{
    /// <summary>Hội nghị định kỳ.</summary>
    Regular,

    /// <summary>Hội nghị bất thường: when the Standing Committee sees need or more than half of the members ask (QC-CH art. 11.1).</summary>
    Extraordinary,
}

/// <summary>Who wants an extraordinary session.</summary>
public enum SessionAsker
{
    /// <summary>Nobody in particular: a regular session.</summary>
    Nobody,

    /// <summary>The Standing Committee sees need of it.</summary>
    StandingCommittee,

    /// <summary>More than half of the members ask for it.</summary>
    Members,
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
    public SessionAsker AskedBy { get; init; }

    /// <summary>How many members asked for it, of how many incumbents; 0 when members did not.</summary>
    public int Askers { get; init; }
    public int AskersOf { get; init; }
    public required DateTimeOffset StartsAt { get; set; }
    public required string Place { get; set; }
    public required Guid ChairId { get; init; }
    public required Guid NoteTakerId { get; init; }

    /// <summary>When the first invitations went out, which the days before the session are counted from; null before.</summary>
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

    /// <summary>When it was called off; null when it was not. Its ordinal is not given again.</summary>
    public DateTimeOffset? CancelledAt { get; private set; }
    public string CancelReason { get; private set; } = "";

    /// <summary>What the chair concluded, as the notice of conclusions tells it; figures stand beside it from the record.</summary>
    public string Conclusion { get; set; } = "";

    /// <summary>Ended or called off.</summary>
    public bool IsOver => ClosedAt is not null || CancelledAt is not null;

    /// <summary>"Theo đề nghị của 14/24 ủy viên: …"; empty for a regular session.</summary>
    public string Extraordinary => Kind != SessionKind.Extraordinary ? ""
        : AskedBy switch
        {
            SessionAsker.Members => $"theo đề nghị của {Askers}/{AskersOf} ủy viên: {Ground}",
            SessionAsker.StandingCommittee => $"Ban Thường vụ thấy cần thiết: {Ground}",
            _ => Ground,
        };

    /// <summary>Whether an extraordinary session may be called so (QC-CH art. 11.1).</summary>
    /// <param name="members">Incumbent members of the body.</param>
    public static Refusal? MayAsk(SessionAsker askedBy, int askers, int members) => askedBy switch
    {
        SessionAsker.StandingCommittee => null,
        SessionAsker.Members when askers > members => new("conference.askers", $"Số ủy viên đề nghị ({askers}) nhiều hơn tổng số ủy viên ({members}). Đồng chí xem lại."),
        SessionAsker.Members when askers * 2 > members => null,
        SessionAsker.Members => new("conference.askers", $"Họp bất thường theo đề nghị của ủy viên cần trên một nửa: ít nhất {(members / 2) + 1} trên {members} ủy viên, mới có {askers}. Nếu Ban Thường vụ thấy cần, đồng chí chọn “Ban Thường vụ”."),
        _ => new("conference.asked-by", "Họp bất thường thì đồng chí chọn ai đề nghị: Ban Thường vụ, hoặc trên một nửa số ủy viên."),
    };

    /// <summary>Calls it off before it began; the reason is told to everyone.</summary>
    public Refusal? Cancel(string reason, DateTimeOffset at)
    {
        if (OpenedAt is not null)
        {
            return new("conference.opened", "Hội nghị đã khai mạc nên không hủy được. Đồng chí bế mạc hội nghị, nội dung chưa xong thì hoãn.");
        }

        if (string.IsNullOrWhiteSpace(reason) || reason.Length > LongestReason)
        {
            return new("conference.cancel-reason", "Hủy hội nghị thì cần ghi lý do (tối đa 1.000 chữ); lý do được báo cho mọi người đã mời.");
        }

        (CancelledAt, CancelReason) = (CancelledAt ?? at, CancelledAt is null ? reason.Trim() : CancelReason);
        return null;
    }

    /// <summary>Whether it is in session.</summary>
    public bool IsRunning => OpenedAt is not null && ClosedAt is null;

    /// <summary>Opens it. Without the quorum a written reason is needed, which the minutes repeat.</summary>
    /// <param name="present">Members present.</param>
    /// <param name="needed">Members that the rules ask for.</param>
    public Refusal? Open(int present, int needed, string withoutQuorum, DateTimeOffset at)
    {
        var reason = withoutQuorum.Trim();
        if (CancelledAt is not null)
        {
            return new("conference.cancelled", "Hội nghị này đã hủy nên không khai mạc được.");
        }

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

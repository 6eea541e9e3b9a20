namespace Workflow.Domain.Conferences;

/// <summary>What an item of the agenda is for.</summary>
public enum AgendaKind
{
    /// <summary>A draft that is put to the vote.</summary>
    Draft,

    /// <summary>A report, an announcement, a discussion: nothing of the register comes of it.</summary>
    Report,

    /// <summary>Personnel: election, vote of confidence, discipline. Always by secret ballot (Charter art. 12).</summary>
    Personnel,
}

/// <summary>How the conference ended an item.</summary>
public enum ItemDecision
{
    /// <summary>Thông qua.</summary>
    Adopted,

    /// <summary>Thông qua, có sửa đổi tại hội nghị: the office makes the final text, the chair confirms it.</summary>
    AdoptedWithAmendments,

    /// <summary>Không thông qua, trả lại.</summary>
    Returned,

    /// <summary>Hoãn: put to a later session.</summary>
    Postponed,

    /// <summary>Heard, noted, discussed; nothing to adopt.</summary>
    Noted,
}

/// <summary>An item of the agenda. A draft in it is frozen by its version hash. Items form a tree of two levels.</summary>
public sealed class AgendaItem : IOfOrganization
{
    public const int LongestTitle = 300;

    /// <summary>Items of one agenda.</summary>
    public const int Most = 60;

    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid ConferenceId { get; init; }

    /// <summary>The item under which it stands; null at the first level.</summary>
    public Guid? ParentId { get; set; }

    /// <summary>Order among its siblings, from 1.</summary>
    public required int Position { get; set; }
    public AgendaKind Kind { get; init; } = AgendaKind.Draft;

    /// <summary>As printed; empty for a draft, which prints its own.</summary>
    public string Title { get; set; } = "";
    public string Presenter { get; set; } = "";

    /// <summary>Minutes planned; 0 when nobody planned.</summary>
    public int Minutes { get; set; }

    /// <summary>Whether invited guests stay in the room and may speak.</summary>
    public bool GuestsStay { get; set; }

    /// <summary>The draft, and the version that is voted on; null for other items.</summary>
    public Guid? DraftId { get; init; }
    public Guid? VersionId { get; init; }
    public string VersionHash { get; init; } = "";

    /// <summary>When the material reached the office: a draft's version, or the report the office recorded. Null: not yet.</summary>
    public DateTimeOffset? MaterialAt { get; set; }

    public ItemDecision? Decision { get; private set; }
    public string DecisionReason { get; private set; } = "";
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Hash of the final text after amendments, once the chair confirmed it. Empty until then.</summary>
    public string FinalHash { get; private set; } = "";
    public Guid? FinalConfirmedById { get; private set; }

    /// <summary>Ends the item. Returned and postponed need a reason; an item ends once.</summary>
    public Refusal? Decide(ItemDecision decision, string reason, DateTimeOffset at)
    {
        if (Decision is not null)
        {
            return new("item.decided", "Nội dung này đã được kết luận; kết luận không thay đổi được nữa.");
        }

        if (decision is ItemDecision.Returned or ItemDecision.Postponed && string.IsNullOrWhiteSpace(reason))
        {
            return new("item.reason", decision == ItemDecision.Returned ? "Trả lại thì cần ghi lý do để cơ quan soạn thảo biết phải sửa gì." : "Hoãn thì cần ghi lý do.");
        }

        (Decision, DecisionReason, DecidedAt) = (decision, reason.Trim(), at);
        return null;
    }

    /// <summary>The chair confirms that the final text is what was voted with what was amended, and nothing else.</summary>
    public Refusal? ConfirmFinal(string hash, Guid chairId)
    {
        if (Decision != ItemDecision.AdoptedWithAmendments)
        {
            return new("item.no-amendments", "Nội dung này không được thông qua với sửa đổi nên không có bản hoàn chỉnh để xác nhận.");
        }

        if (FinalHash.Length > 0)
        {
            return new("item.final-confirmed", "Bản hoàn chỉnh đã được chủ trì xác nhận.");
        }

        (FinalHash, FinalConfirmedById) = (hash, chairId);
        return null;
    }
}

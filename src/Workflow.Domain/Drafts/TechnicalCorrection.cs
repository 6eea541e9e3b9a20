namespace Workflow.Domain.Drafts;

/// <summary>What a technical correction mends.</summary>
public enum CorrectionKind
{
    /// <summary>Chính tả.</summary>
    Spelling,

    /// <summary>Thể thức.</summary>
    Layout,

    /// <summary>Dấu câu.</summary>
    Punctuation,

    /// <summary>Viện dẫn.</summary>
    Citation,
}

/// <summary>Which part of a text a correction touches. Cells of tables and the signer's name are none: they are never corrected.</summary>
public enum CorrectionPart
{
    /// <summary>The words of a clause.</summary>
    Words,

    /// <summary>The label of a clause.</summary>
    Label,

    /// <summary>Trích yếu.</summary>
    Subject,

    /// <summary>A line under "Nơi nhận".</summary>
    Recipient,

    /// <summary>"T/M ĐẢNG ỦY".</summary>
    Authority,
}

/// <summary>
/// A correction of form in a text that a conference adopted (DOMAIN §1.6): these words become those at this place. It is proposed by the office
/// and decided by another person; what was decided is never changed.
/// </summary>
public sealed class TechnicalCorrection : IOfOrganization
{
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid DraftId { get; init; }

    /// <summary>The vote that adopted the text; a later adoption begins without corrections.</summary>
    public required Guid VoteId { get; init; }

    public required CorrectionPart Part { get; init; }

    /// <summary>The clause's id, or the line's number from 0 under "Nơi nhận"; otherwise empty.</summary>
    public required string Place { get; init; }

    /// <summary>First character of the old words in the part. While it waits it moves along with what is corrected before it.</summary>
    public required int Start { get; set; }
    public required string Old { get; init; }
    public required string New { get; init; }
    public required CorrectionKind Kind { get; init; }
    public required string Reason { get; init; }
    public required Guid ProposedById { get; init; }
    public required DateTimeOffset ProposedAt { get; init; }
    public bool? Approved { get; private set; }
    public Guid? DecidedById { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Place in the order in which the approved ones were applied, from 1; 0 while it is not applied.</summary>
    public int Applied { get; private set; }

    /// <summary>Changes with the decision, so that two people cannot decide at once.</summary>
    public int Version { get; private set; }

    /// <summary>Decides. <paramref name="order"/> is its place among those applied, for an approval.</summary>
    public Refusal? Decide(bool approved, Guid byId, DateTimeOffset at, int order)
    {
        if (Approved is not null)
        {
            return new("correction.decided", "Sửa kỹ thuật này đã được quyết định. Đồng chí tải lại trang để xem.");
        }

        if (byId == ProposedById)
        {
            return new("correction.own", "Đồng chí là người đề nghị sửa kỹ thuật này nên không tự duyệt được. Người chủ trì hội nghị hoặc người ký duyệt.");
        }

        (Approved, DecidedById, DecidedAt, Applied, Version) = (approved, byId, at, approved ? order : 0, Version + 1);
        return null;
    }
}

/// <summary>Words for corrections.</summary>
public static class CorrectionWords
{
    /// <summary>"chính tả" …</summary>
    public static string Of(CorrectionKind kind) => kind switch
    {
        CorrectionKind.Spelling => "chính tả",
        CorrectionKind.Layout => "thể thức",
        CorrectionKind.Punctuation => "dấu câu",
        CorrectionKind.Citation => "viện dẫn",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}

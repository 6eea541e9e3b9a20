namespace Workflow.Domain.Reviews;

/// <summary>The answers of an opinion sheet (DOMAIN §1.6, PY-CH; the fourth for who cannot judge yet).</summary>
public enum OpinionAnswer
{
    /// <summary>Thống nhất.</summary>
    Agree,

    /// <summary>Cơ bản thống nhất, có ý kiến.</summary>
    AgreeWithComments,

    /// <summary>Không thống nhất (nêu lý do).</summary>
    Disagree,

    /// <summary>Chưa đủ thông tin.</summary>
    NotEnoughInformation,
}

/// <summary>How an answer reached the office.</summary>
public enum OpinionMeans
{
    /// <summary>The member gave it here.</summary>
    Own,

    /// <summary>On a signed paper sheet, whose scan is kept.</summary>
    Paper,

    /// <summary>By telephone.</summary>
    Phone,
}

/// <summary>
/// One member's sheet in a round: a row of its own, so that members never wait for each other. It holds the answer that counts now; every answer ever
/// given is a <see cref="GivenOpinion"/>.
/// </summary>
public sealed class OpinionSheet : IOfOrganization
{
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid RoundId { get; init; }
    public required Guid PersonId { get; init; }

    /// <summary>How many answers were given. Two at the same moment cannot both be the third.</summary>
    public int Given { get; set; }
    public OpinionAnswer? Answer { get; private set; }
    public string Reason { get; private set; } = "";
    public string VersionHash { get; private set; } = "";
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>Takes over the answer that counts now; null when there is none.</summary>
    public void Take(GivenOpinion? standing) =>
        (Answer, Reason, VersionHash, AnsweredAt) = (standing?.Answer, standing?.Reason ?? "", standing?.VersionHash ?? "", standing?.At);

    /// <summary>Said when a negative answer comes without words; a page that has no line says it, too.</summary>
    public static Refusal NeedsReason { get; } = new("review.reason-required", "Khi không thống nhất, đồng chí cần nêu lý do để cơ quan soạn thảo tiếp thu hoặc giải trình.");

    /// <summary>Whether an answer may be given like this; a negative one needs its reason.</summary>
    public static Refusal? Refused(OpinionAnswer answer, string reason) =>
        !Enum.IsDefined(answer) ? new("review.no-answer", "Đồng chí chọn một trong bốn câu trả lời rồi gửi lại.")
        : answer == OpinionAnswer.Disagree && string.IsNullOrWhiteSpace(reason) ? NeedsReason
        : reason.Length > 4_000 ? new("review.reason-too-long", "Lý do dài quá 4.000 chữ. Đồng chí viết gọn lại.")
        : null;
}

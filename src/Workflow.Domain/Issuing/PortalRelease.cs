namespace Workflow.Domain.Issuing;

/// <summary>What in a text has to be looked at before everybody may read it.</summary>
public enum PublicationMatter
{
    /// <summary>Mật, Tối mật, Tuyệt mật.</summary>
    Secrecy,

    /// <summary>Lưu hành nội bộ, Tài liệu thu hồi …</summary>
    Circulation,

    /// <summary>Căn cước, chứng minh nhân dân, hộ chiếu.</summary>
    IdentityPaper,

    /// <summary>Số điện thoại.</summary>
    Phone,

    /// <summary>Thư điện tử.</summary>
    Mail,

    /// <summary>Số tài khoản ngân hàng.</summary>
    BankAccount,

    /// <summary>Nơi ở của một người.</summary>
    Address,

    /// <summary>Ngày, năm sinh.</summary>
    BirthDate,

    /// <summary>A name where complaints and petitions are spoken of.</summary>
    Petitioner,

    /// <summary>A name where discipline is spoken of.</summary>
    Disciplined,
}

/// <summary>What the office says of a finding.</summary>
public enum PublicationAnswer
{
    /// <summary>It is not what it looks like.</summary>
    NotSuch,

    /// <summary>It is, and may be published, for the reason given.</summary>
    MayPublish,
}

/// <summary>A document is put on the public page; who did it, on which text, and what was found in it. Taken back once, with a reason; put there again is another row.</summary>
public sealed class PortalRelease : IOfOrganization
{
    public const int ShortestReason = 5;
    public const int LongestReason = 500;

    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid IssuedDocumentId { get; init; }
    public required DateTimeOffset At { get; init; }
    public required Guid ById { get; init; }

    /// <summary>Hash of the text that was looked through.</summary>
    public required string VersionHash { get; init; }

    /// <summary>Hash of all that was found.</summary>
    public required string FindingsHash { get; init; }
    public DateTimeOffset? TakenBackAt { get; private set; }
    public Guid? TakenBackById { get; private set; }
    public string TakenBackReason { get; private set; } = "";

    /// <summary>From now on it is not public. Once is enough; a reason is needed.</summary>
    public Refusal? TakeBack(Guid by, DateTimeOffset at, string reason)
    {
        if (TakenBackAt is not null)
        {
            return new("portal.not-released", "Văn bản này không còn ở trên cổng thông tin. Đồng chí tải lại trang.");
        }

        if (reason.Length is < ShortestReason or > LongestReason)
        {
            return new("portal.reason", $"Đồng chí ghi lý do gỡ văn bản (từ {ShortestReason} đến {LongestReason} chữ): người sau cần biết vì sao văn bản không còn công khai.");
        }

        (TakenBackAt, TakenBackById, TakenBackReason) = (at, by, reason);
        return null;
    }
}

/// <summary>Something that was found before a release, and what the office answered. Never changed.</summary>
public sealed class ReleaseFinding : IOfOrganization
{
    /// <summary>Longest quotation kept.</summary>
    public const int LongestQuote = 300;

    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid ReleaseId { get; init; }
    public required int Ordinal { get; init; }
    public required PublicationMatter Matter { get; init; }

    /// <summary>"Mục “3.2. Cải cách hành chính”, đoạn 2".</summary>
    public required string Place { get; init; }
    public required string Quote { get; init; }
    public required PublicationAnswer Answer { get; init; }
    public required string Reason { get; init; }
}

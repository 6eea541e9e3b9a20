namespace Workflow.Domain.Profiles;

/// <summary>Where a point of the appraisal stands in the report (DOMAIN §1.3, step 3).</summary>
public enum AppraisalPart
{
    /// <summary>1. Thể thức.</summary>
    Form,

    /// <summary>2. Nội dung và số liệu.</summary>
    Content,
}

/// <summary>What a point is about, as far as the machine can say something to it.</summary>
public enum AppraisalTopic
{
    /// <summary>Nothing that the machine looks at.</summary>
    None,
    Authority, Heading, LegalBases, Parts, District, Signature, Recipients, Style, Figures, Deadlines,
}

/// <summary>
/// The points by which the office appraises drafts, from a day on, with their source: an organization's own rule, never code. A list is never changed; the next
/// one takes its place. An appraisal keeps the words of its points.
/// </summary>
public sealed class AppraisalChecklist : IOfOrganization
{
    /// <summary>Most points of a list, and the longest of them.</summary>
    public const int MostItems = 30;
    public const int LongestWords = 500;

    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required DateOnly ValidFrom { get; init; }

    /// <summary>Where the points come from: "Quy trình thẩm định số …".</summary>
    public required string Source { get; init; }

    /// <summary>Who set it; empty for what an organization begins with.</summary>
    public required Guid ById { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>The list in force on a day: of the latest day that has come, and of that day the last one set. Null when there is none that early.</summary>
    public static AppraisalChecklist? InForce(IEnumerable<AppraisalChecklist> lists, DateOnly day) => lists.Where(list => list.ValidFrom <= day).MaxBy(list => (list.ValidFrom, list.At, list.Id));

    /// <summary>What an organization begins with: the ten points of DOMAIN §1.6 [TD-CH].</summary>
    public static IReadOnlyList<(AppraisalPart Part, AppraisalTopic Topic, string Words)> Ten { get; } =
    [
        (AppraisalPart.Form, AppraisalTopic.Authority, "Loại văn bản đúng thẩm quyền của cơ quan ban hành"),
        (AppraisalPart.Form, AppraisalTopic.Heading, "Tên loại, số, ký hiệu và trích yếu đúng, rõ"),
        (AppraisalPart.Form, AppraisalTopic.LegalBases, "Căn cứ đầy đủ và còn hiệu lực"),
        (AppraisalPart.Form, AppraisalTopic.Parts, "Bố cục đủ ba phần"),
        (AppraisalPart.Form, AppraisalTopic.District, "Không còn dấu vết của cấp huyện đã kết thúc hoạt động"),
        (AppraisalPart.Form, AppraisalTopic.Signature, "Thẩm quyền ký và thể thức đề ký đúng"),
        (AppraisalPart.Form, AppraisalTopic.Recipients, "Nơi nhận đầy đủ, có dòng Lưu"),
        (AppraisalPart.Content, AppraisalTopic.Style, "Văn phong, chính tả, thuật ngữ đúng và thống nhất"),
        (AppraisalPart.Content, AppraisalTopic.Figures, "Số liệu khớp nhau và có nguồn"),
        (AppraisalPart.Content, AppraisalTopic.Deadlines, "Thời hạn khả thi, không rơi vào ngày nghỉ"),
    ];

    /// <summary>Source of <see cref="Ten"/>, as printed.</summary>
    public const string SourceOfTen = "Mười nội dung thẩm định có sẵn trong phần mềm; Văn phòng đối chiếu với quy trình thẩm định của mình";
}

/// <summary>A point of a list.</summary>
public sealed class AppraisalItem : IOfOrganization
{
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid ChecklistId { get; init; }
    public required int Ordinal { get; init; }
    public required AppraisalPart Part { get; init; }
    public required AppraisalTopic Topic { get; init; }
    public required string Words { get; init; }
}

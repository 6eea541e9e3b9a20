using Workflow.Domain.Profiles;
using Workflow.Domain.Texts;

namespace Workflow.Domain.Drafts;

/// <summary>The judgement on a point of an appraisal.</summary>
public enum PointJudgement
{
    /// <summary>Đạt.</summary>
    Met,

    /// <summary>Chưa đạt.</summary>
    NotMet,

    /// <summary>Không áp dụng.</summary>
    NotApplicable,
}

/// <summary>What became of what an appraisal asked for, seen from the text alone.</summary>
public enum Mending
{
    /// <summary>The text is the one that was appraised.</summary>
    SameText,

    /// <summary>The place reads as it did.</summary>
    Untouched,

    /// <summary>The place reads differently.</summary>
    Changed,

    /// <summary>The place is gone.</summary>
    Gone,

    /// <summary>There is another text, and no place was named.</summary>
    Unknown,
}

/// <summary>A point of an appraisal as it was judged, in the words that its list had then.</summary>
public sealed class AppraisalPoint : IOfOrganization
{
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid AppraisalId { get; init; }
    public required Guid DraftId { get; init; }

    /// <summary>The point of the list.</summary>
    public required Guid ItemId { get; init; }
    public required int Ordinal { get; init; }
    public required AppraisalPart Part { get; init; }
    public required string Words { get; init; }
    public required PointJudgement Judgement { get; init; }
    public required string Note { get; init; }

    /// <summary>The clause that the note is about; empty when it is about the whole.</summary>
    public required string ClauseId { get; init; }

    /// <summary>Title of that clause in the version that was appraised.</summary>
    public required string ClauseTitle { get; init; }

    /// <summary>The machine proposed just this judgement and note, and whoever appraised kept them.</summary>
    public required bool WasProposed { get; init; }

    /// <summary>What has become of the place since.</summary>
    public Mending Since(string seenHash, DraftText seen, string currentHash, DraftText current)
    {
        if (seenHash == currentHash)
        {
            return Mending.SameText;
        }

        return Find(seen) is not { } then ? Mending.Unknown : Find(current) is not { } now ? Mending.Gone : then.FullText == now.FullText ? Mending.Untouched : Mending.Changed;
    }

    private Clause? Find(DraftText text) => ClauseId.Length == 0 ? null : text.Clauses.FirstOrDefault(clause => clause.Id == ClauseId);
}

/// <summary>An appraisal that is being filled in: each one's own until it is recorded.</summary>
public sealed class AppraisalSheet : IOfOrganization
{
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid DraftId { get; init; }
    public required Guid PersonId { get; init; }

    /// <summary>What was chosen and typed, JSON.</summary>
    public required string Content { get; set; }
    public required DateTimeOffset SavedAt { get; set; }
}

/// <summary>Words of appraisals.</summary>
public static class AppraisalWords
{
    /// <summary>"Đạt" …</summary>
    public static string Of(PointJudgement judgement) => judgement switch
    {
        PointJudgement.Met => "Đạt",
        PointJudgement.NotMet => "Chưa đạt",
        PointJudgement.NotApplicable => "Không áp dụng",
        _ => throw new ArgumentOutOfRangeException(nameof(judgement)),
    };

    /// <summary>"Đoạn này đã sửa" …</summary>
    public static string Of(Mending since) => since switch
    {
        Mending.SameText => "văn bản chưa có bản mới từ lần ấy",
        Mending.Untouched => "đoạn được nêu chưa sửa",
        Mending.Changed => "đoạn được nêu đã sửa",
        Mending.Gone => "đoạn được nêu không còn trong bản này",
        Mending.Unknown => "đã có bản mới; lần ấy không nêu đoạn nào",
        _ => throw new ArgumentOutOfRangeException(nameof(since)),
    };

    /// <summary>"Thể thức" …</summary>
    public static string Of(AppraisalPart part) => part == AppraisalPart.Form ? "Thể thức" : "Nội dung và số liệu";

    /// <summary>What the machine looks at for a point.</summary>
    public static string Of(AppraisalTopic topic) => topic switch
    {
        AppraisalTopic.None => "Không, người thẩm định tự xem",
        AppraisalTopic.Authority => "Loại văn bản và cơ quan ban hành",
        AppraisalTopic.Heading => "Tiêu đề, số, ký hiệu, trích yếu",
        AppraisalTopic.LegalBases => "Viện dẫn",
        AppraisalTopic.Parts => "Các phần lớn của văn bản",
        AppraisalTopic.District => "Từ ngữ về cấp huyện",
        AppraisalTopic.Signature => "Thể thức đề ký",
        AppraisalTopic.Recipients => "Nơi nhận",
        AppraisalTopic.Style => "Chính tả, từ ngữ, dấu câu",
        AppraisalTopic.Figures => "Số liệu",
        AppraisalTopic.Deadlines => "Thời hạn",
        _ => throw new ArgumentOutOfRangeException(nameof(topic)),
    };
}

using Workflow.Domain.Texts;

namespace Workflow.Domain.Reviews;

/// <summary>Words for answers, dispositions and what belongs to a round.</summary>
public static class ReviewWords
{
    /// <summary>"Thống nhất" …</summary>
    public static string Of(OpinionAnswer answer) => answer switch
    {
        OpinionAnswer.Agree => "Thống nhất",
        OpinionAnswer.AgreeWithComments => "Cơ bản thống nhất, có ý kiến",
        OpinionAnswer.Disagree => "Không thống nhất",
        OpinionAnswer.NotEnoughInformation => "Chưa đủ thông tin",
        _ => throw new ArgumentOutOfRangeException(nameof(answer)),
    };

    /// <summary>"Tiếp thu" …</summary>
    public static string Of(Disposition disposition) => disposition switch
    {
        Disposition.Accepted => "Tiếp thu",
        Disposition.PartlyAccepted => "Tiếp thu một phần",
        Disposition.NotAccepted => "Không tiếp thu",
        _ => throw new ArgumentOutOfRangeException(nameof(disposition)),
    };

    /// <summary>A body, as a sentence names it.</summary>
    public static string Of(BodyKind body) => body switch
    {
        BodyKind.ExecutiveCommittee => "Ban Chấp hành",
        BodyKind.StandingCommittee => "Ban Thường vụ",
        BodyKind.StandingBoard => "Thường trực Đảng ủy",
        _ => throw new ArgumentOutOfRangeException(nameof(body)),
    };

    /// <summary>The same where there is little room.</summary>
    public static string Short(BodyKind body) => body == BodyKind.StandingBoard ? "Thường trực" : Of(body);

    /// <summary>Its members, as they are addressed.</summary>
    public static string Asked(BodyKind body) => body == BodyKind.StandingBoard ? "Thường trực Đảng ủy" : "Ủy viên " + Of(body);

    /// <summary>When others' answers are shown.</summary>
    public static string Of(AnswersShown shown) => shown switch
    {
        AnswersShown.AfterMine => "Chỉ xem được ý kiến của người khác sau khi mình đã trả lời",
        AnswersShown.AfterClose => "Chỉ xem được ý kiến của người khác sau khi đợt kết thúc",
        _ => throw new ArgumentOutOfRangeException(nameof(shown)),
    };

    /// <summary>Who reads a comment.</summary>
    public static string Of(CommentReaders readers) => readers switch
    {
        CommentReaders.Everyone => "Mọi người được xem dự thảo",
        CommentReaders.DraftingBody => "Chỉ người soạn thảo và Văn phòng",
        CommentReaders.StandingBoard => "Chỉ Thường trực Đảng ủy",
        _ => throw new ArgumentOutOfRangeException(nameof(readers)),
    };

    /// <summary>How an answer came.</summary>
    public static string Of(OpinionMeans means) => means switch
    {
        OpinionMeans.Own => "tự trả lời",
        OpinionMeans.Paper => "nhận bằng phiếu giấy",
        OpinionMeans.Phone => "nhận qua điện thoại",
        _ => throw new ArgumentOutOfRangeException(nameof(means)),
    };
}

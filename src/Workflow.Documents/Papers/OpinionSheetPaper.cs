using Workflow.Domain;
using Workflow.Domain.Texts;
using static Workflow.Documents.Papers.PaperBlock;

namespace Workflow.Documents.Papers;

/// <summary>What an opinion sheet says.</summary>
/// <param name="DocumentTitle">Kind and subject of the draft.</param>
/// <param name="Draft">"Dự thảo lần 2".</param>
/// <param name="VersionHash">SHA-256 of the version that is asked about, 64 hexadecimal digits.</param>
/// <param name="Member">Who is asked.</param>
/// <param name="Question">What is asked; may be empty.</param>
/// <param name="ClosesAt">Until when (UTC).</param>
/// <param name="SilenceRule">What silence means, as a sentence.</param>
/// <param name="Positions">The positions to choose from, as words.</param>
public sealed record OpinionSheetModel(
    PaperHeader Header, string DocumentTitle, string Draft, string VersionHash, string Member, string Question, DateTimeOffset ClosesAt, string SilenceRule, IReadOnlyList<string> Positions)
{
    /// <summary>The answer; null is a sheet to fill in by hand.</summary>
    public OpinionGiven? Given { get; init; }
}

/// <summary>An answer as it stands on the sheet.</summary>
/// <param name="Position">Its place among the positions.</param>
/// <param name="Reason">Reason or remark; may be empty.</param>
/// <param name="Comments">Comments by clause.</param>
/// <param name="At">When it was given (UTC).</param>
/// <param name="How">"trên thiết bị của đồng chí, số biên nhận …", "phiếu giấy, đồng chí Nguyễn Thị B nhập".</param>
public sealed record OpinionGiven(int Position, string Reason, IReadOnlyList<(string Clause, string Text)> Comments, DateTimeOffset At, string How);

/// <summary>Phiếu xin ý kiến (DOMAIN §1.6): one position, comments, the member's signature.</summary>
public static class OpinionSheetPaper
{
    /// <summary>The sheet, blank or filled.</summary>
    public static OfficePaper Of(OpinionSheetModel model) => new($"Phiếu xin ý kiến – {model.Member}", model.Header,
    [
        new Title("PHIẾU XIN Ý KIẾN", "Dự thảo: " + model.DocumentTitle),
        new Address($"Kính gửi: đồng chí {model.Member}"),
        .. model.Question.Length > 0 ? [Named("Nội dung xin ý kiến", model.Question)] : Array.Empty<PaperBlock>(),
        Heading($"1. Ý kiến về {Lower(model.Draft)} (chọn một)"),
        .. model.Positions.Select((words, index) => new Choice(words, model.Given?.Position == index)),
        .. Reason(model.Given),
        Heading("2. Ý kiến cụ thể"),
        .. Comments(model.Given),
        Say($"Phiếu gửi về Văn phòng trước {Moment(model.ClosesAt)}. {model.SilenceRule}", italic: true),
        .. model.Given is { } given ? [Say($"Đã trả lời lúc {Moment(given.At)}, {given.How}.")] : Array.Empty<PaperBlock>(),
        Say($"Mã băm SHA-256 của bản xin ý kiến: {PaperParts.Grouped(model.VersionHash)}."),
        new Signers(("", ""), ("NGƯỜI CHO Ý KIẾN", model.Member)),
    ]);

    private static PaperBlock[] Reason(OpinionGiven? given) =>
        given is null ? [Say("Lý do (nếu không thống nhất):"), new Blank(2)] : given.Reason.Length > 0 ? [Named("Lý do", given.Reason)] : [];

    private static IEnumerable<PaperBlock> Comments(OpinionGiven? given) => given switch
    {
        null => [new Blank(4)],
        { Comments.Count: 0 } => [Say("Không có ý kiến cụ thể.")],
        _ => given.Comments.Select(comment => new Text(new TextRun($"- {comment.Clause}: ", true), new TextRun(comment.Text))),
    };

    private static string Lower(string words) => words.Length == 0 ? words : char.ToLowerInvariant(words[0]) + words[1..];

    private static string Moment(DateTimeOffset at) => $"{VietnamTime.Local(at):HH' giờ 'mm', ngày 'dd/MM/yyyy}";
}

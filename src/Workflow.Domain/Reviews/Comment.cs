namespace Workflow.Domain.Reviews;

/// <summary>What the office does with a comment.</summary>
public enum Disposition
{
    /// <summary>Tiếp thu.</summary>
    Accepted,

    /// <summary>Tiếp thu một phần.</summary>
    PartlyAccepted,

    /// <summary>Không tiếp thu.</summary>
    NotAccepted,
}

/// <summary>Who may read a comment; its author always may.</summary>
public enum CommentReaders
{
    /// <summary>Whoever may read the draft.</summary>
    Everyone,

    /// <summary>The drafter and Văn phòng.</summary>
    DraftingBody,

    /// <summary>Thường trực, and the head of Văn phòng who answers for it.</summary>
    StandingBoard,
}

/// <summary>A remark on a clause, kept at that clause from version to version, ending in an answer.</summary>
public sealed class Comment : IOfOrganization
{
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid DraftId { get; init; }

    /// <summary>The round; null for what came with a file before anyone was asked.</summary>
    public required Guid? RoundId { get; init; }

    /// <summary>The answer it was sent with; null for what came with a file.</summary>
    public Guid? OpinionId { get; init; }

    /// <summary>Who wrote it here; of a comment from a file, who brought the file.</summary>
    public required Guid AuthorId { get; init; }

    /// <summary>Author as a Word file names them, which nobody has proved; empty for what was written here.</summary>
    public string AuthorAsWritten { get; init; } = "";
    public required string VersionHash { get; init; }

    /// <summary>The clause in the version it was written on.</summary>
    public required string ClauseId { get; init; }

    /// <summary>Label and first words of that clause, as the synthesis table names it.</summary>
    public required string ClauseTitle { get; init; }

    /// <summary>The words it speaks of, or empty for the whole clause.</summary>
    public string Quote { get; init; } = "";

    /// <summary>First character of those words in the clause's text (without label), 0-based; of an insertion the place where it goes.</summary>
    public int QuoteStart { get; init; }

    /// <summary>The words that should stand there instead ("sửa câu chữ"), empty to take the quoted ones out; null for a remark.</summary>
    public string? Proposed { get; init; }
    public required string Text { get; init; }
    public required DateTimeOffset At { get; init; }
    public CommentReaders Readers { get; init; }

    /// <summary>It came after the close: kept and answered where one can, but it holds nothing up.</summary>
    public bool IsLate { get; init; }

    /// <summary>It was taken back together with its answer.</summary>
    public DateTimeOffset? WithdrawnAt { get; set; }

    /// <summary>The comment that makes the same point and is answered for both; both authors are credited.</summary>
    public Guid? MergedIntoId { get; set; }

    /// <summary>The drafting body was asked to answer it.</summary>
    public DateTimeOffset? AssignedAt { get; set; }
    public Disposition? Disposition { get; private set; }
    public string Reason { get; private set; } = "";
    public Guid? AnsweredById { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>Number of the version that carries the change out; null when none does.</summary>
    public int? DoneInRound { get; private set; }
    public DateTimeOffset? ObjectedAt { get; private set; }
    public string Objection { get; private set; } = "";

    /// <summary>The office has answered after the objection.</summary>
    public bool ObjectionAnswered { get; private set; }

    /// <summary>Whether the office still owes its author an answer.</summary>
    public bool IsOpen => WithdrawnAt is null && (Disposition is null || (ObjectedAt is not null && !ObjectionAnswered));

    /// <summary>How a reader is told whose it is.</summary>
    public string Signed(string authorName) => AuthorAsWritten.Length > 0 ? $"{AuthorAsWritten} (từ tệp Word, do đồng chí {authorName} tải lên)" : $"Đồng chí {authorName}";

    /// <summary>What it asks for, as the synthesis table writes it: the words to go and to come before the remark.</summary>
    public string Asks => Proposed is not { } words ? Text
        : (Quote.Length, words.Length) switch
        {
            (0, _) => $"Thêm “{words.Trim()}”",
            (_, 0) => $"Bỏ “{Quote}”",
            _ => $"Sửa “{Quote}” thành “{words}”",
        } + (Text.Length > 0 ? $": {Text}" : "");

    /// <summary>
    /// The office's answer. Every answer needs a reason: its author and the synthesis table show it. A change of wording is taken up by who did not
    /// propose it.
    /// </summary>
    public Refusal? AnswerWith(Disposition disposition, string reason, Guid by, DateTimeOffset at, int? doneInRound = null)
    {
        if (Proposed is not null && AuthorAsWritten.Length == 0 && by == AuthorId && disposition != Reviews.Disposition.NotAccepted)
        {
            return new("review.own-proposal", "Đề nghị sửa câu chữ do chính đồng chí nêu thì đồng chí khác xem xét, tiếp thu.");
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return new("review.answer-needs-reason", "Cần ghi nội dung tiếp thu hoặc lý do giải trình: người góp ý và bảng tổng hợp đều đọc dòng này.");
        }

        (Disposition, Reason, AnsweredById, AnsweredAt, ObjectionAnswered) = (disposition, reason.Trim(), by, at, ObjectedAt is not null);
        DoneInRound = disposition == Reviews.Disposition.NotAccepted ? null : doneInRound ?? DoneInRound;
        return null;
    }

    /// <summary>The author does not agree with the answer: once, with a reason. The office answers again.</summary>
    public Refusal? Object(Guid by, string objection, DateTimeOffset at)
    {
        if (by != AuthorId || AuthorAsWritten.Length > 0)
        {
            return new("review.no-comment", "Không thấy góp ý này.");
        }

        if (Disposition is null)
        {
            return new("review.not-answered", "Góp ý này chưa được trả lời nên chưa có gì để nêu ý kiến lại.");
        }

        if (ObjectedAt is not null)
        {
            return new("review.objected", "Đồng chí đã nêu ý kiến lại một lần về câu trả lời này. Nếu vẫn chưa thống nhất, đồng chí phát biểu tại hội nghị.");
        }

        if (string.IsNullOrWhiteSpace(objection) || objection.Length > 4_000)
        {
            return new("review.objection-empty", "Đồng chí ghi điều chưa thống nhất với câu trả lời (từ 1 đến 4.000 chữ).");
        }

        (ObjectedAt, Objection) = (at, objection.Trim());
        return null;
    }
}

/// <summary>
/// What a person said about the place to which a comment was carried in a later version, when the program was not sure. From there it is carried on.
/// </summary>
public sealed class CommentPlace : IOfOrganization
{
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid CommentId { get; init; }

    /// <summary>The version in which it stands there.</summary>
    public required string VersionHash { get; init; }

    /// <summary>The clause; empty when it was said that the place is wrong and there is none.</summary>
    public required string ClauseId { get; init; }

    /// <summary>The words there; empty for the whole clause.</summary>
    public required string Quote { get; init; }
    public required Guid ById { get; init; }
    public required DateTimeOffset At { get; init; }
}

namespace Workflow.Domain.Reviews;

/// <summary>A round of opinions on one version, asked of named members until a closing time.</summary>
public sealed class ReviewRound : IOfOrganization
{
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid DraftId { get; init; }
    public required Guid VersionId { get; init; }
    public required string VersionHash { get; init; }
    public required string Question { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }
    public required DateTimeOffset ClosesAt { get; init; }
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>The deadline is judged whenever it is read: a dead scheduler does not keep a round open.</summary>
    public bool IsOpen(DateTimeOffset now) => ClosedAt is null && now < ClosesAt;

    /// <summary>Whether an answer or comment may still be given on <paramref name="versionHash"/>.</summary>
    public Refusal? MayAnswer(DateTimeOffset now, string versionHash) =>
        !IsOpen(now) ? new("review.closed", "Đợt góp ý đã kết thúc nên không ghi nhận thêm được. Nếu cần, đồng chí gửi ý kiến trực tiếp cho Văn phòng.")
        : versionHash != VersionHash ? new("review.other-version", "Dự thảo đã có bản mới. Đồng chí mở lại trang để xem bản mới rồi trả lời.")
        : null;
}

/// <summary>The three answers of an opinion sheet (DOMAIN §1.6).</summary>
public enum OpinionAnswer
{
    /// <summary>Thống nhất.</summary>
    Agree,

    /// <summary>Cơ bản thống nhất, có ý kiến.</summary>
    AgreeWithComments,

    /// <summary>Không thống nhất (nêu lý do).</summary>
    Disagree,
}

/// <summary>One member's opinion sheet: a row of its own, so that members never wait for each other.</summary>
public sealed class OpinionSheet : IOfOrganization
{
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid RoundId { get; init; }
    public required Guid PersonId { get; init; }
    public OpinionAnswer? Answer { get; private set; }
    public string Reason { get; private set; } = "";
    public string VersionHash { get; private set; } = "";
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>Records the answer; a negative one needs its reason.</summary>
    public Refusal? Give(OpinionAnswer answer, string reason, string versionHash, DateTimeOffset at)
    {
        if (answer == OpinionAnswer.Disagree && string.IsNullOrWhiteSpace(reason))
        {
            return new("review.reason-required", "Khi không thống nhất, đồng chí cần nêu lý do để cơ quan soạn thảo tiếp thu hoặc giải trình.");
        }

        (Answer, Reason, VersionHash, AnsweredAt) = (answer, reason.Trim(), versionHash, at);
        return null;
    }
}

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

/// <summary>A remark on a clause, kept at that clause from version to version, ending in an answer.</summary>
public sealed class Comment : IOfOrganization
{
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid DraftId { get; init; }

    /// <summary>The round; null for what came with a file before anyone was asked.</summary>
    public required Guid? RoundId { get; init; }

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
    public Disposition? Disposition { get; private set; }
    public string Reason { get; private set; } = "";
    public Guid? AnsweredById { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }

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
    public Refusal? AnswerWith(Disposition disposition, string reason, Guid by, DateTimeOffset at)
    {
        if (Proposed is not null && AuthorAsWritten.Length == 0 && by == AuthorId && disposition != Reviews.Disposition.NotAccepted)
        {
            return new("review.own-proposal", "Đề nghị sửa câu chữ do chính đồng chí nêu thì đồng chí khác xem xét, tiếp thu.");
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return new("review.answer-needs-reason", "Cần ghi nội dung tiếp thu hoặc lý do giải trình: người góp ý và bảng tổng hợp đều đọc dòng này.");
        }

        (Disposition, Reason, AnsweredById, AnsweredAt) = (disposition, reason.Trim(), by, at);
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

/// <summary>Words for answers and dispositions.</summary>
public static class ReviewWords
{
    /// <summary>"Thống nhất" …</summary>
    public static string Of(OpinionAnswer answer) => answer switch
    {
        OpinionAnswer.Agree => "Thống nhất",
        OpinionAnswer.AgreeWithComments => "Cơ bản thống nhất, có ý kiến",
        OpinionAnswer.Disagree => "Không thống nhất",
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
}

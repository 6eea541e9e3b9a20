using Workflow.Domain.Texts;

namespace Workflow.Domain.Reviews;

/// <summary>From when on others' answers may be read. Ordered: a later value shows less.</summary>
public enum AnswersShown
{
    /// <summary>To who has answered; to everyone once the round is closed.</summary>
    AfterMine,

    /// <summary>To nobody before the round is closed.</summary>
    AfterClose,
}

/// <summary>What a round is for.</summary>
public enum RoundPurpose
{
    /// <summary>Remarks and opinions on a draft.</summary>
    Comments,

    /// <summary>Lấy ý kiến bằng văn bản in the place of a meeting of the Standing Committee (QC-CH art. 9.3).</summary>
    Decision,
}

/// <summary>A round of opinions on one version, asked of named members until a closing time.</summary>
public sealed class ReviewRound : IOfOrganization
{
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid DraftId { get; init; }

    /// <summary>1, 2, 3 … on the draft: their order, whatever the clock says.</summary>
    public int Number { get; init; }

    /// <summary>The version that is asked about now; another may be put in its place.</summary>
    public required Guid VersionId { get; set; }
    public required string VersionHash { get; set; }
    public required string Question { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }
    public Guid OpenedById { get; init; }
    public required DateTimeOffset ClosesAt { get; init; }
    public DateTimeOffset? ClosedAt { get; set; }
    public RoundPurpose Purpose { get; init; }

    /// <summary>The body that is asked; null for members named one by one.</summary>
    public BodyKind? Body { get; init; }

    /// <summary>Whether the step "review" of the process waits for this round and ends with it.</summary>
    public bool IsOfProcess { get; init; }
    public AnswersShown Shown { get; private set; }

    /// <summary>What the rules said of silence when the round was opened, as printed on it.</summary>
    public bool SilenceCounts { get; init; }
    public string SilenceRule { get; init; } = "";

    /// <summary>Writes the close down, once: now, or the deadline when that has passed.</summary>
    public void Close(DateTimeOffset now) => ClosedAt ??= now < ClosesAt ? now : ClosesAt;

    /// <summary>The deadline is judged whenever it is read: a dead scheduler does not keep a round open.</summary>
    public bool IsOpen(DateTimeOffset now) => ClosedAt is null && now < ClosesAt;

    /// <summary>Whether who has answered (or not) may read what others answered.</summary>
    public bool ShowsAnswers(bool isOpen, bool iAnswered) => !isOpen || (Shown == AnswersShown.AfterMine && iAnswered);

    /// <summary>Answers may be hidden longer than was said, never shorter: people answered trusting in it.</summary>
    public Refusal? Show(AnswersShown shown)
    {
        if (shown < Shown)
        {
            return new("review.not-loosened", "Đợt này đã hẹn giữ kín câu trả lời đến khi kết thúc, nên không mở sớm hơn được.");
        }

        Shown = shown;
        return null;
    }

    /// <summary>Whether an answer or comment on <paramref name="versionHash"/> speaks of what is asked.</summary>
    public Refusal? Asks(string versionHash) => versionHash == VersionHash ? null
        : new("review.other-version", "Dự thảo đã có bản mới. Đồng chí mở lại trang để xem bản mới rồi trả lời; nội dung đã gõ vẫn còn.");
}

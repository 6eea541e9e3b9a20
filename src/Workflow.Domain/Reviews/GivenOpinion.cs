namespace Workflow.Domain.Reviews;

/// <summary>An answer as it was given, for ever: changed by giving another, taken back by saying so.</summary>
public sealed class GivenOpinion : IOfOrganization
{
    /// <summary>How long an answer may be taken back altogether.</summary>
    public static readonly TimeSpan MayBeWithdrawn = TimeSpan.FromMinutes(10);

    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid RoundId { get; init; }
    public required Guid PersonId { get; init; }

    /// <summary>1, 2, 3 … of this member in this round: their order, whatever the clock says.</summary>
    public required int Number { get; init; }
    public required OpinionAnswer Answer { get; init; }
    public required string Reason { get; init; }

    /// <summary>The version it speaks of.</summary>
    public required string VersionHash { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>It came after the close: kept, never counted.</summary>
    public required bool IsLate { get; init; }
    public OpinionMeans Means { get; init; }

    /// <summary>Who entered what came on paper or by telephone.</summary>
    public Guid? EnteredById { get; init; }

    /// <summary>Who spoke with whom, when, on which sheet: what the office notes beside an entered answer.</summary>
    public string EntryNote { get; init; } = "";
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>The member has seen what was entered for them.</summary>
    public DateTimeOffset? ConfirmedAt { get; private set; }
    public DateTimeOffset? ObjectedAt { get; private set; }
    public string Objection { get; private set; } = "";

    /// <summary>Whether it was neither taken back nor objected to at an instant (now, when null).</summary>
    public bool Stands(DateTimeOffset? at = null) => !Before(WithdrawnAt, at) && !Before(ObjectedAt, at);

    /// <summary>
    /// The answer that counts: the last one given in time on this version that was neither taken back nor objected to. Recomputed for an instant, it is
    /// what counted then.
    /// </summary>
    public static GivenOpinion? Standing(IEnumerable<GivenOpinion> ofOneMember, string versionHash, DateTimeOffset? at = null) => ofOneMember
        .Where(one => !one.IsLate && one.VersionHash == versionHash && (at is null || one.At <= at) && one.Stands(at)).MaxBy(one => one.Number);

    /// <summary>The member takes their own answer back. A clock that was set back does not open the ten minutes again.</summary>
    public Refusal? Withdraw(DateTimeOffset now)
    {
        if (Means != OpinionMeans.Own || WithdrawnAt is not null || now < At || now - At > MayBeWithdrawn)
        {
            return new("review.withdraw-late", "Câu trả lời chỉ rút lại được trong 10 phút sau khi gửi. Đồng chí vẫn đổi được câu trả lời cho đến khi hết hạn.");
        }

        WithdrawnAt = now;
        return null;
    }

    /// <summary>The member says whether what was entered for them is theirs.</summary>
    public Refusal? Judge(bool isRight, string objection, DateTimeOffset now)
    {
        if (Means == OpinionMeans.Own || ObjectedAt is not null || ConfirmedAt is not null)
        {
            return new("review.entry-judged", "Phiếu nhập thay này đã được đồng chí xem và trả lời.");
        }

        if (!isRight && string.IsNullOrWhiteSpace(objection))
        {
            return new("review.objection-empty", "Đồng chí ghi rõ chỗ không đúng để Văn phòng kiểm tra lại phiếu.");
        }

        (ConfirmedAt, ObjectedAt, Objection) = (isRight ? now : null, isRight ? null : now, isRight ? "" : objection.Trim());
        return null;
    }

    private static bool Before(DateTimeOffset? what, DateTimeOffset? at) => what is { } on && (at is not { } then || on <= then);
}

/// <summary>The scan of a paper sheet, as it came.</summary>
public sealed class OpinionScan : IOfOrganization
{
    /// <summary>Largest scan, bytes.</summary>
    public const int Largest = 10 * 1024 * 1024;

    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid OpinionId { get; init; }
    public required string ContentType { get; init; }
    public required byte[] Content { get; init; }

    /// <summary>What the first bytes say the file is; null when it is neither PDF, JPEG nor PNG. Its name proves nothing.</summary>
    public static string? TypeOf(ReadOnlySpan<byte> content) =>
        content.StartsWith("%PDF-"u8) ? "application/pdf"
        : content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? "image/jpeg"
        : content.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) ? "image/png"
        : null;
}

namespace Workflow.Domain.Conferences;

/// <summary>Where a row of a trip lies.</summary>
public enum TripSide
{
    /// <summary>In the main installation, which the session left.</summary>
    Home,

    /// <summary>In the installation on the laptop, which holds the session until it is sealed.</summary>
    Away,
}

/// <summary>
/// A session was taken to a laptop without internet: when, by whom, on what state, and how it ended. While a trip is open at home nobody there may change
/// the session or its drafts. A trip ends once: its result is received, or the session is taken back with a reason.
/// </summary>
public sealed class SessionTrip : IOfOrganization
{
    /// <summary>Longest reason for taking a session back.</summary>
    public const int LongestReason = 1_000;

    /// <summary>The same in both installations.</summary>
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid ConferenceId { get; init; }
    public required TripSide Side { get; init; }

    /// <summary>Order among the trips of a session, from 1.</summary>
    public required int Number { get; init; }
    public required DateTimeOffset OutAt { get; init; }
    public required Guid OutById { get; init; }

    /// <summary>SHA-256 over the rows of the session and its drafts as they left, 64 hexadecimal digits.</summary>
    public required string BaseHash { get; init; }

    /// <summary>Each kind of row with its own hash, one a line: what has changed can be named.</summary>
    public required string BaseParts { get; init; }

    /// <summary>Fingerprint of the main installation's key.</summary>
    public required string HomeKey { get; init; }

    /// <summary>Fingerprint of the laptop's key; at home it is empty until a result is received.</summary>
    public string AwayKey { get; set; } = "";

    /// <summary>When the result was received (at home), the session was taken back, or the laptop's record was sealed.</summary>
    public DateTimeOffset? EndedAt { get; private set; }
    public Guid? EndedById { get; private set; }

    /// <summary>What the result says, as one hash; empty until then.</summary>
    public string ResultHash { get; private set; } = "";

    /// <summary>Why it was taken back without a result; empty otherwise.</summary>
    public string TakenBackReason { get; private set; } = "";

    /// <summary>Last line of the laptop's log and its hash: the closed chapter.</summary>
    public long ChapterPosition { get; private set; }
    public string ChapterHash { get; private set; } = "";

    /// <summary>Whether it is under way.</summary>
    public bool IsOpen => EndedAt is null;

    /// <summary>The office takes the session back without a result: the laptop is lost, or the session did not take place.</summary>
    public Refusal? TakeBack(string reason, Guid byId, DateTimeOffset at)
    {
        if (EndedAt is not null)
        {
            return new("trip.over", "Chuyến mang đi này đã kết thúc. Đồng chí tải lại trang để xem tình trạng mới nhất.");
        }

        if (string.IsNullOrWhiteSpace(reason) || reason.Length > LongestReason)
        {
            return new("trip.reason", "Lấy hội nghị lại mà không có kết quả thì cần ghi lý do (tối đa 1.000 chữ); lý do được ghi vào nhật ký.");
        }

        (TakenBackReason, EndedById, EndedAt) = (reason.Trim(), byId, at);
        return null;
    }

    /// <summary>The result is received (at home) or sealed (on the laptop), with the chapter of the laptop's log.</summary>
    public void End(string resultHash, long chapterPosition, string chapterHash, Guid byId, DateTimeOffset at) =>
        (ResultHash, ChapterPosition, ChapterHash, EndedById, EndedAt) = (resultHash, chapterPosition, chapterHash, byId, at);
}

/// <summary>A one-time code by which a member enters on the laptop. Only its hash is stored; it is good once, and a new one puts an end to the old.</summary>
public sealed class EntryCode : IOfOrganization
{
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid PersonId { get; init; }

    /// <summary>SHA-256 of the code, 64 hexadecimal digits.</summary>
    public required string Hash { get; init; }
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>When it was used, or replaced by a newer one; null while it is good.</summary>
    public DateTimeOffset? SpentAt { get; set; }
    public bool IsUsed { get; set; }
}

/// <summary>An entry of the laptop's log, kept at home as a closed chapter: it stays verifiable by itself, and the log at home names its last hash.</summary>
public sealed class ChapterEntry : IOfOrganization
{
    public required Guid TripId { get; init; }
    public required long Position { get; init; }
    public required Guid OrganizationId { get; init; }
    public required DateTimeOffset At { get; init; }
    public required Guid ActorId { get; init; }
    public required string ActorName { get; init; }
    public required string Act { get; init; }
    public required Guid SubjectId { get; init; }
    public required string Text { get; init; }
    public required string PreviousHash { get; init; }
    public required string Hash { get; init; }
}

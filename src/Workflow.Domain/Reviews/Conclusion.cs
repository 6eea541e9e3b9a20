using Workflow.Domain.Texts;

namespace Workflow.Domain.Reviews;

/// <summary>Who concluded on a draft.</summary>
public enum ConclusionSource
{
    /// <summary>Thường trực Đảng ủy.</summary>
    StandingBoard,

    /// <summary>Ban Thường vụ.</summary>
    StandingCommittee,

    /// <summary>Hội nghị Ban Chấp hành.</summary>
    Conference,
}

/// <summary>What a body concluded after its round, as far as the way of the draft goes.</summary>
public enum ConclusionOutcome
{
    /// <summary>Thống nhất: goes on as it is.</summary>
    Agreed,

    /// <summary>Tiếp thu rồi trình tiếp: revised, then on to the next.</summary>
    Revise,

    /// <summary>Tiếp thu rồi trình lại: revised, then to the same body again.</summary>
    Again,
}

/// <summary>
/// What a meeting concluded on a draft (thông báo kết luận), taken apart into single points, each of which is found again in the
/// next version (bảng đối soát tiếp thu kết luận, DOMAIN §1.6).
/// </summary>
public sealed class Conclusion : IOfOrganization
{
    /// <summary>Most points of one conclusion, and the longest of them.</summary>
    public const int MostPoints = 100;
    public const int LongestPoint = 2_000;

    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid DraftId { get; init; }

    /// <summary>The version that the meeting had before it.</summary>
    public required string VersionHash { get; init; }
    public required ConclusionSource Source { get; init; }
    public required DateOnly Day { get; init; }

    /// <summary>"Thông báo kết luận số 12-TB/ĐU"; may be empty.</summary>
    public required string Reference { get; init; }
    public required Guid ById { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>The round that it concludes; null for one that was recorded beside the process.</summary>
    public Guid? RoundId { get; init; }

    /// <summary>Where the draft goes from here; null beside the process.</summary>
    public ConclusionOutcome? Outcome { get; init; }

    /// <summary>Why it was taken back; a conclusion is never deleted.</summary>
    public string WithdrawnBecause { get; set; } = "";
    public DateTimeOffset? WithdrawnAt { get; set; }

    /// <summary>One point a line: marks of a list and empty lines go, nothing else changes.</summary>
    public static IReadOnlyList<string> PointsOf(string text) =>
        [.. text.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim().TrimStart('-', '–', '•', '+', '*', ' ', '\t').Trim().Normalize()).Where(line => line.Length > 0)];
}

/// <summary>A single point of a conclusion.</summary>
public sealed class ConclusionPoint : IOfOrganization
{
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid ConclusionId { get; init; }
    public required Guid DraftId { get; init; }
    public required int Ordinal { get; init; }
    public required string Words { get; init; }
}

/// <summary>A look at a point: Đạt or Chưa đạt, on one version. Looks are kept; the newest counts.</summary>
public sealed class PointCheck : IOfOrganization
{
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid PointId { get; init; }
    public required Guid VersionId { get; init; }
    public required string VersionHash { get; init; }

    /// <summary>The clause where it was found; empty when it concerns the whole.</summary>
    public required string ClauseId { get; init; }

    /// <summary>Title of that clause in that version.</summary>
    public required string ClauseTitle { get; init; }
    public required bool IsMet { get; init; }
    public required string Result { get; init; }
    public required Guid ById { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>
    /// Whether what was seen is still so: the version is the same, or the clause named reads as it did. A look that names no clause
    /// holds for its version alone.
    /// </summary>
    public bool StillHolds(string currentHash, DraftText seen, DraftText current) =>
        VersionHash == currentHash || (ClauseId.Length > 0 && Clause(seen) is { } then && Clause(current) is { } now && then.FullText == now.FullText && Cells(then) == Cells(now));

    private Clause? Clause(DraftText text) => text.Clauses.FirstOrDefault(clause => clause.Id == ClauseId);

    private static string Cells(Clause clause) => clause.Rows is { } rows ? string.Join('\u001E', rows.Select(row => string.Join('\u001F', row))) : "";
}

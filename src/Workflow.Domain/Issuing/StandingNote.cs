namespace Workflow.Domain.Issuing;

/// <summary>What became of a document after its issue.</summary>
public enum StandingKind
{
    /// <summary>Đính chính: some words read wrong; the document goes on to apply.</summary>
    Erratum,

    /// <summary>Sửa đổi, bổ sung.</summary>
    Amended,

    /// <summary>Thay thế.</summary>
    Replaced,

    /// <summary>Bãi bỏ.</summary>
    Repealed,

    /// <summary>Thu hồi.</summary>
    Recalled,

    /// <summary>Hết thời hạn.</summary>
    Expired,

    /// <summary>An earlier note was a mistake; it stays, and counts no longer.</summary>
    TakenBack,
}

/// <summary>
/// A line of what became of an issued document, with what it is known from. Rows are added and never changed: the text and the bytes of the document stay as they were issued.
/// </summary>
public sealed class StandingNote : IOfOrganization
{
    public const int LongestWords = 300;
    public const int LongestReason = 500;
    public const int ShortestReason = 5;

    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid IssuedDocumentId { get; init; }
    public required StandingKind Kind { get; init; }

    /// <summary>First day on which it holds.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Number of the document that does it: "12-NQ/ĐU"; empty where none does.</summary>
    public string BySymbol { get; init; } = "";
    public DateOnly? ByDate { get; init; }

    /// <summary>That document as people name it: "Nghị quyết số 12-NQ/ĐU ngày 01/12/2026 của Ban Chấp hành".</summary>
    public string ByName { get; init; } = "";

    /// <summary>That document, where it was issued here.</summary>
    public Guid? ById { get; init; }

    /// <summary>Which part of the document: "Mục II.3, đoạn 2"; empty for all of it.</summary>
    public string Part { get; init; } = "";

    /// <summary>The words that are wrong, as printed (erratum).</summary>
    public string Reads { get; init; } = "";

    /// <summary>What is right instead (erratum).</summary>
    public string ShouldRead { get; init; } = "";
    public string Reason { get; init; } = "";

    /// <summary>The note that this one takes back.</summary>
    public Guid? UndoesId { get; init; }
    public required DateTimeOffset At { get; init; }
    public required Guid RecordedById { get; init; }
}

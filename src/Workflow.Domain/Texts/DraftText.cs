namespace Workflow.Domain.Texts;

/// <summary>The bodies of a commune committee that adopt documents.</summary>
public enum BodyKind
{
    /// <summary>Ban Chấp hành.</summary>
    ExecutiveCommittee,

    /// <summary>Ban Thường vụ.</summary>
    StandingCommittee,

    /// <summary>Thường trực.</summary>
    StandingBoard,
}

/// <summary>One line under "Nơi nhận", as written, with the purpose that applies to it ("để báo cáo"), its own or its group's.</summary>
public sealed record RecipientLine(string Name, string? Purpose = null);

/// <summary>The authority block: "T/M ĐẢNG ỦY" / "BÍ THƯ" / name. Each may be empty in a draft.</summary>
public sealed record SignatureBlock(string Authority, string Position, string Name)
{
    /// <summary>A draft that names no signer.</summary>
    public static SignatureBlock Empty { get; } = new("", "", "");
}

/// <summary>
/// The text of a draft: everything that is voted on. What is given at issue (number, place, date) is not part of it.
/// </summary>
/// <param name="TypeKey">Key of the <see cref="DocumentType"/>.</param>
/// <param name="IssuingBody">The body that adopts it.</param>
/// <param name="TitleTail">Lines between the kind and the subject ("CỦA BAN CHẤP HÀNH ĐẢNG BỘ XÃ"), or empty.</param>
/// <param name="Subject">Trích yếu, one line.</param>
/// <param name="Clauses">The body in order; the tree follows from the levels.</param>
/// <param name="Recipients">Nơi nhận.</param>
/// <param name="Signature">The authority block.</param>
public sealed record DraftText(
    string TypeKey,
    BodyKind IssuingBody,
    string TitleTail,
    string Subject,
    IReadOnlyList<Clause> Clauses,
    IReadOnlyList<RecipientLine> Recipients,
    SignatureBlock Signature)
{
    /// <summary>The kind of document.</summary>
    public DocumentType Type => DocumentType.Of(TypeKey);

    /// <summary>Kind, tail and subject in one line, as a register writes it.</summary>
    public string Title => string.Join(' ', new[] { Type.Name.ToUpperInvariant(), TitleTail, Subject }.Where(part => part.Length > 0));
}

using Workflow.Domain.Texts;

namespace Workflow.Domain.Issuing;

/// <summary>An issued document: the register's line (sổ văn bản đi) and what was fixed when it was signed.</summary>
public sealed class IssuedDocument : IOfOrganization
{
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid DraftId { get; init; }
    public required Guid VersionId { get; init; }

    /// <summary>Hash of the text that was signed: the one adopted with the technical corrections approved since.</summary>
    public required string VersionHash { get; init; }

    /// <summary>Hash of the text that was voted.</summary>
    public required string AdoptedHash { get; init; }
    public required Guid TermId { get; init; }
    public required string TypeKey { get; init; }
    public required BodyKind IssuingBody { get; init; }
    public required int Number { get; init; }

    /// <summary>"07-NQ/ĐU".</summary>
    public required string NumberAndSymbol { get; init; }
    public required string Subject { get; init; }
    public required string Place { get; init; }
    public required DateOnly Date { get; init; }
    public required Guid SignerId { get; init; }
    public required string SignerName { get; init; }

    /// <summary>"T/M ĐẢNG ỦY".</summary>
    public required string Authority { get; init; }

    /// <summary>"BÍ THƯ".</summary>
    public required string Position { get; init; }
    public required DateTimeOffset SignedAt { get; init; }
    public required Guid ProfileId { get; init; }
    public Guid? SealedById { get; set; }
    public DateTimeOffset? SealedAt { get; set; }

    /// <summary>When it was put on the public page, by a person's decision; null while it is not public.</summary>
    public DateTimeOffset? ReleasedAt { get; set; }
    public DateTimeOffset? FollowUpConfirmedAt { get; set; }
    public string SearchText { get; set; } = "";
}

/// <summary>Which rendering of an issued document a file is.</summary>
public enum IssuedFileKind
{
    /// <summary>PDF with the signer's signature.</summary>
    Signed,

    /// <summary>PDF with the agency's signature added: the original.</summary>
    Sealed,

    /// <summary>Word copy in the same layout.</summary>
    Word,
}

/// <summary>The bytes of an issued document; never changed once written.</summary>
public sealed class IssuedFile : IOfOrganization
{
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid IssuedDocumentId { get; init; }
    public required IssuedFileKind Kind { get; init; }
    public required byte[] Content { get; init; }
    public required string Sha256 { get; init; }
    public required DateTimeOffset At { get; init; }
}

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
    public required Guid TermId { get; set; }
    public required string TypeKey { get; init; }
    public required BodyKind IssuingBody { get; init; }

    /// <summary>0 while it is open: the number is then taken when the agency signs.</summary>
    public required int Number { get; set; }

    /// <summary>"07-NQ/ĐU"; "…-NQ/ĐU" while it is open.</summary>
    public required string NumberAndSymbol { get; set; }
    public required string Subject { get; init; }
    public required string Place { get; init; }

    /// <summary>Of the document; while the number is open the day of the personal signature.</summary>
    public required DateOnly Date { get; set; }
    public required Guid SignerId { get; init; }
    public required string SignerName { get; init; }

    /// <summary>"T/M ĐẢNG ỦY".</summary>
    public required string Authority { get; init; }

    /// <summary>"BÍ THƯ".</summary>
    public required string Position { get; init; }
    public required DateTimeOffset SignedAt { get; init; }

    /// <summary>Marks that the signed paper bears.</summary>
    public PaperUrgency Urgency { get; init; }
    public string Circulation { get; init; } = "";
    public required Guid ProfileId { get; set; }

    /// <summary>When number and date were given to a document that was signed without them; null for one that bore them from the start.</summary>
    public DateTimeOffset? NumberedAt { get; private set; }
    public Guid? SealedById { get; set; }
    public DateTimeOffset? SealedAt { get; set; }

    /// <summary>When it was put on the public page, by a person's decision; null while it is not public.</summary>
    public DateTimeOffset? ReleasedAt { get; set; }
    public DateTimeOffset? FollowUpConfirmedAt { get; set; }
    public string SearchText { get; set; } = "";

    /// <summary>Whether number and date are known.</summary>
    public bool IsNumbered => Number > 0;

    /// <summary>The day whose layout the paper follows: its own, or the one on which it was signed and laid out with both open.</summary>
    public DateOnly LaidOutOn => IsNumbered && NumberedAt is null ? Date : VietnamTime.DayOf(SignedAt);

    /// <summary>The agency signs: number and date are filled in.</summary>
    public void TakeNumber(RegisterEntry entry, Guid termId, DateOnly day, Guid profileId, DateTimeOffset now)
    {
        if (IsNumbered)
        {
            throw new InvalidOperationException($"{NumberAndSymbol} bears its number already");
        }

        (Number, NumberAndSymbol, TermId, Date, ProfileId, NumberedAt) = (entry.Number, entry.NumberAndSymbol, termId, day, profileId, now);
    }
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

    /// <summary>The original with what is needed to verify it in years to come, as one more revision.</summary>
    LongTerm,
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

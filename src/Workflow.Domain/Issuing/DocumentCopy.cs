namespace Workflow.Domain.Issuing;

/// <summary>Which copy it is (36-HD/VPTW; DOMAIN §1.12).</summary>
public enum CopyKind
{
    /// <summary>Sao y bản chính: the whole document, by its issuer.</summary>
    Whole,

    /// <summary>Trích sao: a part of the document, by its issuer.</summary>
    Extract,

    /// <summary>Sao lục: a document of another body, by who received it.</summary>
    Relay,
}

/// <summary>A signed copy with a number of its own. Never changed; a copy that was a mistake is followed by another one.</summary>
public sealed class DocumentCopy : IOfOrganization
{
    /// <summary>Longest of the words about a document of another body.</summary>
    public const int LongestWords = 300;

    /// <summary>Longest list of recipients, all lines together.</summary>
    public const int LongestRecipients = 2_000;

    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required CopyKind Kind { get; init; }

    /// <summary>Our own document; null for one of another body.</summary>
    public Guid? IssuedDocumentId { get; init; }

    /// <summary>Number and symbol of the document copied: "07-NQ/ĐU".</summary>
    public required string OriginalNumber { get; init; }

    /// <summary>Who issued it.</summary>
    public required string OriginalIssuer { get; init; }
    public required DateOnly OriginalDate { get; init; }
    public required string OriginalSubject { get; init; }

    /// <summary>SHA-256 of the original file, lower hexadecimal.</summary>
    public required string OriginalSha256 { get; init; }

    /// <summary>Where an extract begins and ends, in words; empty for a whole copy.</summary>
    public string Parts { get; init; } = "";

    /// <summary>"24-BS/ĐU".</summary>
    public required string NumberAndSymbol { get; init; }
    public required DateOnly Date { get; init; }
    public required string Recipients { get; init; }
    public required Guid SignerId { get; init; }
    public required string SignerName { get; init; }

    /// <summary>"T/L BAN THƯỜNG VỤ, CHÁNH VĂN PHÒNG".</summary>
    public required string Capacity { get; init; }
    public required DateTimeOffset At { get; init; }
    public required byte[] Content { get; init; }
    public required string Sha256 { get; init; }

    /// <summary>"Sao y bản chính", "Trích sao", "Sao lục".</summary>
    public static string NameOf(CopyKind kind) => kind switch
    {
        CopyKind.Whole => "Sao y bản chính",
        CopyKind.Extract => "Trích sao",
        CopyKind.Relay => "Sao lục",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>"Sao y bản chính Nghị quyết số 07-NQ/ĐU ngày 30/12/2025 về …".</summary>
    public static string Say(CopyKind kind, string number, DateOnly date, string subject) =>
        $"{NameOf(kind)} văn bản số {number} ngày {date:dd/MM/yyyy}: {subject}";
}

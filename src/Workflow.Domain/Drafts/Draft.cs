namespace Workflow.Domain.Drafts;

/// <summary>
/// A document on its way: its submission (tờ trình), its versions and its process. Where it stands is not stored here: it is the open
/// task of its process instance.
/// </summary>
public sealed class Draft : IOfOrganization
{
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required string TypeKey { get; init; }
    public required Texts.BodyKind IssuingBody { get; init; }

    /// <summary>Subject of the current version.</summary>
    public required string Subject { get; set; }

    /// <summary>The body that prepares the draft, as the submission names it: "Ủy ban nhân dân xã".</summary>
    public required string DraftingBody { get; init; }
    public required Guid DrafterId { get; init; }

    /// <summary>What the submission says: why the document is needed and what is asked.</summary>
    public string SubmissionNote { get; set; } = "";
    public required DateTimeOffset CreatedAt { get; init; }
    public Guid ProcessInstanceId { get; set; }

    /// <summary>Round of the newest version; 0 before the first.</summary>
    public int CurrentRound { get; set; }

    /// <summary>The newest version.</summary>
    public Guid CurrentVersionId { get; set; }
    public string CurrentHash { get; set; } = "";

    /// <summary>Hash of the text that a conference or the Standing Committee adopted, as it was voted; empty until then.</summary>
    public string AdoptedHash { get; set; } = "";
    public DateTimeOffset? AdoptedAt { get; set; }

    /// <summary>How urgent the paper is; the office says so before it is signed.</summary>
    public Issuing.PaperUrgency Urgency { get; set; }

    /// <summary>Note on circulation, "Xong hội nghị trả lại"; empty for none.</summary>
    public string Circulation { get; set; } = "";

    /// <summary>Folded subject and text of the current version, for search.</summary>
    public string SearchText { get; set; } = "";

    /// <summary>
    /// Makes <paramref name="version"/> the current one. A text that was adopted is adopted no longer once it changes, but for technical corrections:
    /// whether they are no more than that is worked out anew at each gate (<see cref="AdoptedText"/>).
    /// </summary>
    public void TakeVersion(DraftVersion version, Texts.DraftText text)
    {
        var changed = AdoptedHash.Length > 0 && (AdoptedHash != version.Hash || AdoptedHash != CurrentHash);
        CurrentRound = version.Round;
        CurrentVersionId = version.Id;
        CurrentHash = version.Hash;
        Subject = text.Subject;
        SearchText = SearchableText(text);
        if (changed && version.Cause != VersionCause.TechnicalCorrection)
        {
            AdoptedHash = "";
            AdoptedAt = null;
        }
    }

    /// <summary>The folded text that search compares, cut at the column's length.</summary>
    public static string SearchableText(Texts.DraftText text)
    {
        var folded = Texts.Folding.Fold(text.Title + " " + string.Join(' ', text.Clauses.Select(clause => clause.FullText)));
        return folded.Length <= 200_000 ? folded : folded[..200_000];
    }
}

/// <summary>How a version came to be.</summary>
public enum VersionCause
{
    Upload, Edit, Restore, Proposals, TechnicalCorrection, Amendments,
}

/// <summary>Words for causes.</summary>
public static class VersionWords
{
    /// <summary>"tải tệp lên" …</summary>
    public static string Of(VersionCause cause) => cause switch
    {
        VersionCause.Upload => "tải tệp lên",
        VersionCause.Edit => "sửa trên trang",
        VersionCause.Restore => "lấy lại bản cũ",
        VersionCause.Proposals => "tiếp thu sửa câu chữ",
        VersionCause.TechnicalCorrection => "sửa kỹ thuật",
        VersionCause.Amendments => "sửa đổi tại hội nghị",
        _ => throw new ArgumentOutOfRangeException(nameof(cause)),
    };
}

/// <summary>An immutable version (lần dự thảo): canonical text and its hash.</summary>
public sealed class DraftVersion : IOfOrganization
{
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid DraftId { get; init; }

    /// <summary>1, 2, 3 …</summary>
    public required int Round { get; init; }

    /// <summary>SHA-256 of <see cref="Canonical"/>, 64 hexadecimal digits.</summary>
    public required string Hash { get; init; }
    public required string Canonical { get; init; }
    public required VersionCause Cause { get; init; }
    public required Guid AuthorId { get; init; }
    public required DateTimeOffset At { get; init; }
    public string Note { get; init; } = "";

    /// <summary>What the importer understood beside the text (facts and warnings), JSON; "{}" for an edited version.</summary>
    public string ImportedFacts { get; init; } = "{}";

    /// <summary>The text.</summary>
    public Texts.DraftText Text => Texts.CanonicalText.Read(Canonical);
}

/// <summary>The uploaded file of a version, as it came.</summary>
public sealed class DraftFile : IOfOrganization
{
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid VersionId { get; init; }
    public required string FileName { get; init; }
    public required byte[] Content { get; init; }
}

/// <summary>An appraisal by the office.</summary>
public sealed class Appraisal : IOfOrganization
{
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid DraftId { get; init; }

    /// <summary>1, 2, 3 … on the draft: their order, whatever the clock says.</summary>
    public required int Number { get; init; }
    public required string VersionHash { get; init; }
    public required Guid ById { get; init; }
    public required DateTimeOffset At { get; init; }
    public required bool Passed { get; init; }
    public required string Note { get; init; }

    /// <summary>Why it goes on though points are not met; empty when all are, or when it was returned.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Where the points came from, as the list said then; empty without points.</summary>
    public string ChecklistSource { get; init; } = "";
}

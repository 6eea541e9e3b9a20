using Workflow.Domain.Texts;

namespace Workflow.Documents.Import;

/// <summary>Why a file was not read: a stable code and a Vietnamese sentence (what, why, what to do now).</summary>
public sealed record ImportProblem(string Code, string Text);

/// <summary>Something a person should look at; nothing is repaired silently.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Place">Label or first words of the place.</param>
/// <param name="Text">Vietnamese sentence.</param>
public sealed record ImportNote(string Code, string Place, string Text)
{
    /// <summary>The words it is about, when they can be quoted.</summary>
    public string? Quote { get; init; }

    /// <summary>Line of a plain text or paragraph of a Word file, when known.</summary>
    public int? Line { get; init; }
}

/// <summary>A conference named in the text itself (not in a citation).</summary>
public sealed record ConferenceMention(int? Ordinal, string? TermOrdinal, string? TermYears, DateOnly? Date);

/// <summary>
/// What a document says about itself outside its body. Read only from the header, the title, the preamble, the adoption sentence and
/// the signature; never from a cited document. Null: the document does not say.
/// </summary>
/// <param name="HasHeader">Whether the official header stands on top.</param>
/// <param name="SuperiorName">Header line of the superior organization, as written.</param>
/// <param name="OrganizationName">Header line of the issuer, as written.</param>
/// <param name="BodyName">"Ban Chấp hành Đảng bộ xã".</param>
/// <param name="Number">"07-NQ/ĐU".</param>
/// <param name="Symbol">"NQ/ĐU".</param>
/// <param name="Ordinal">7.</param>
/// <param name="Place">"Vũ Quang".</param>
/// <param name="Date">Date of issue, or else of adoption.</param>
/// <param name="DateIsIssueDate">Whether <paramref name="Date"/> stood in a place-and-date line.</param>
/// <param name="Conference">The conference that adopted it, when the text says so.</param>
public sealed record DocumentFacts(
    bool HasHeader, string? SuperiorName, string? OrganizationName, string? BodyName, string? Number, string? Symbol, int? Ordinal,
    string? Place, DateOnly? Date, bool DateIsIssueDate, ConferenceMention? Conference);

/// <summary>A file as understood.</summary>
public sealed record ImportedDraft(DraftText Text, DocumentFacts Facts, IReadOnlyList<ImportNote> Notes)
{
    /// <summary>Where the words of the text stand in the file.</summary>
    public required SourceMap Source { get; init; }

    /// <summary>Comments of a Word file, and its tracked changes when they are kept as proposals.</summary>
    public IReadOnlyList<ImportedComment> Comments { get; init; } = [];

    /// <summary>Ids of clauses that the file itself carried, in hidden bookmarks of a Word file of ours; all others are numbered through.</summary>
    public IReadOnlySet<string> CarriedIds { get; init; } = new HashSet<string>();

    /// <summary>The header's words as written.</summary>
    public required HeaderWords Header { get; init; }

    /// <summary>For each line of Nơi nhận: what the merged purpose no longer shows.</summary>
    public required IReadOnlyList<RecipientMark> Recipients { get; init; }
}

/// <summary>Words of the header as written; null what is not there.</summary>
/// <param name="Number">"Số 07 -NQ/ĐU".</param>
/// <param name="PlaceAndDate">"Vũ Quang, ngày 30 tháng 12 năm 2025".</param>
public sealed record HeaderWords(string? Number, string? PlaceAndDate);

/// <summary>What a line of Nơi nhận says beyond its name and purpose.</summary>
/// <param name="IsGrouped">Whether its purpose is that of the lines around it.</param>
/// <param name="IsPublication">Whether it orders a publication ("Đăng tải cổng thông tin điện tử xã") and names nobody.</param>
public sealed record RecipientMark(bool IsGrouped, bool IsPublication);

/// <summary>A draft or a problem; exactly one is set.</summary>
public sealed record ImportResult(ImportedDraft? Draft, ImportProblem? Problem);

/// <summary>Carries a problem up to <see cref="DraftImporter"/>; never leaves the importer.</summary>
internal sealed class ImportException(string code, string text) : Exception(text)
{
    public ImportProblem Problem { get; } = new(code, text);
}

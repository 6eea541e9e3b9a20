using Workflow.Activities.Pipeline;
using Workflow.Documents.Import;
using Workflow.Domain.Drafts;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Drafting;

/// <summary>Adds the next immutable version of a draft.</summary>
internal static class NewVersion
{
    // What an import found beside the text is kept within the column.
    private const int LongestFacts = 100_000;

    public static DraftVersion Add(
        WorkflowDbContext db, Draft draft, DraftText text, VersionCause cause, Actor actor, string note, string facts = "{}", string? fileName = null, byte[]? file = null)
    {
        var canonical = CanonicalText.Write(text);
        var version = new DraftVersion
        {
            Id = Guid.CreateVersion7(actor.Now),
            OrganizationId = draft.OrganizationId,
            DraftId = draft.Id,
            Round = draft.CurrentRound + 1,
            Hash = CanonicalText.Hash(canonical),
            Canonical = canonical,
            Cause = cause,
            AuthorId = actor.PersonId,
            At = actor.Now,
            Note = note,
            ImportedFacts = facts.Length <= LongestFacts ? facts : "{}",
        };
        db.Add(version);
        if (file is not null)
        {
            db.Add(new DraftFile { Id = Guid.CreateVersion7(actor.Now), OrganizationId = draft.OrganizationId, VersionId = version.Id, FileName = Path.GetFileName(fileName ?? "du-thao"), Content = file });
        }

        draft.TakeVersion(version, text);
        return version;
    }

    /// <summary>"Nghị quyết".</summary>
    public static string Type(this Draft draft) => DocumentType.Of(draft.TypeKey).Name;

    public static string Title(this Draft draft) => DocumentType.Of(draft.TypeKey).Titled(draft.Subject);

    /// <summary>Facts and notes of an import, as stored beside the version.</summary>
    public static string Facts(ImportedDraft imported) => System.Text.Json.JsonSerializer.Serialize(new { imported.Facts, imported.Notes });
}

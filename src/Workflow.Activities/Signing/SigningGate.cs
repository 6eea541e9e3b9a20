using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Authority;
using Workflow.Activities.Drafting;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Register;
using Workflow.Domain;
using Workflow.Domain.Drafts;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Signing;

/// <summary>A draft that may be signed now, and its text.</summary>
internal sealed record Signable(Draft Draft, DraftText Text, SigningLine Capacity);

/// <summary>What every way of signing asks first: by the machine, by a program outside, on paper.</summary>
internal static class SigningGate
{
    /// <summary>Whether this person may sign this version now, by the table of authority of the document's day. Holds the draft's row: of two acts at the same time the second sees what the first did.</summary>
    public static async Task<(Signable? Ready, Refusal? Refusal)> Open(WorkflowDbContext db, Guid draftId, string versionHash, string signerName, IReadOnlyCollection<Office> offices, DateOnly day, CancellationToken ct)
    {
        await CommitSave.LockRow(db, db.Set<Draft>().Where(row => row.Id == draftId), row => row.AdoptedAt, ct);
        var draft = await db.Set<Draft>().SingleOrDefaultAsync(row => row.Id == draftId, ct);
        if (draft is null)
        {
            return (null, new("draft.not-found", "Không thấy dự thảo này."));
        }

        var text = await DraftToChange.CurrentText(db, draft, ct);
        if (versionHash != draft.CurrentHash)
        {
            return (null, new("signing.stale", "Bản đồng chí đang xem không còn là bản mới nhất. Đồng chí tải lại trang và xem lại trước khi ký."));
        }

        var table = await AuthorityOn.Day(db, day, ct);
        if (table.MaySign(text, draft.CurrentHash, await Adoption.SignableHash(db, draft, ct), signerName, offices) is { } refusal)
        {
            return (null, refusal);
        }

        var adopting = await Adoption.VoteOn(db, draft.Id, draft.AdoptedHash, ct);
        return await Adoption.Corrections(db, adopting!).CountAsync(one => one.Approved == null, ct) is > 0 and var waiting
            ? (null, new("signing.open-corrections", $"Còn {waiting} sửa kỹ thuật chưa được quyết định. Đồng chí duyệt hoặc không duyệt từng sửa kỹ thuật rồi ký."))
            : (new(draft, text, table.Of(text)!), null);
    }
}

/// <summary>The number that a draft bears: taken once, and from then on the draft's own, whatever becomes of an attempt to sign it.</summary>
internal static class DraftNumber
{
    public static async Task<RegisterEntry> Take(WorkflowDbContext db, Actor actor, Draft draft, DocumentType type, Book book, DateOnly day, int? wanted, CancellationToken ct)
    {
        var kept = await db.Set<RegisterEntry>().SingleOrDefaultAsync(entry => entry.DraftId == draft.Id && entry.SeriesId == book.Series.Id && entry.Kind == EntryKind.Reserved, ct);
        if (kept is not null)
        {
            return kept;
        }

        var title = draft.Title();
        var taken = new Numbering(db, actor).Take(book, type, EntryKind.Reserved, day, wanted, draft.Id);
        taken.Note = title.Length > RegisterEntry.LongestWords ? title[..RegisterEntry.LongestWords] : title;
        return taken;
    }
}

using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain;
using Workflow.Domain.Issuing;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.InForce;

/// <summary>What the acts on the standing of a document share: they hold the document, and write one more line.</summary>
internal sealed class StandingDesk(WorkflowDbContext db, Actor actor)
{
    internal static readonly Refusal NotFound = new("standing.not-found", "Không thấy văn bản này, hoặc văn bản chưa được đóng dấu phát hành. Đồng chí tải lại trang.");

    /// <summary>Takes the document, so that two who write at once write one after the other. What does not bear the agency's signature yet was never issued: there is nothing to become of it.</summary>
    public async Task<(IssuedDocument? Document, IReadOnlyList<StandingNote> Notes)> Take(Guid id, CancellationToken ct)
    {
        await CommitSave.LockRow(db, db.Set<IssuedDocument>().Where(row => row.Id == id), row => row.ReleasedAt, ct);
        var issued = await db.Set<IssuedDocument>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.SealedAt != null, ct);
        return (issued, await db.Set<StandingNote>().AsNoTracking().Where(note => note.IssuedDocumentId == id).ToListAsync(ct));
    }

    /// <summary>An end that is noted already is not noted again.</summary>
    public static Refusal? HasEnded(IReadOnlyCollection<StandingNote> notes) =>
        DocumentStanding.On(notes, null, DateOnly.MaxValue).Facts.FirstOrDefault(fact => fact.Ends) is { } end
            ? new("standing.over", $"Văn bản này đã được ghi: {StandingWords.Of(end)}. Nếu ghi nhầm, đồng chí bỏ dòng ấy trước.") : null;

    /// <summary>Reason as it is kept, or why it cannot be.</summary>
    public static Refusal? WrongReason(string reason) => reason.Length is < StandingNote.ShortestReason or > StandingNote.LongestReason
        ? new("standing.reason", $"Đồng chí ghi lý do (từ {StandingNote.ShortestReason} đến {StandingNote.LongestReason} chữ): người sau cần biết vì sao.") : null;

    public StandingNote Write(IssuedDocument document, StandingKind kind, DateOnly from, AmendingPaper? by, string part = "", string reads = "", string shouldRead = "", string reason = "", Guid? undoes = null)
    {
        var note = new StandingNote
        {
            Id = Guid.CreateVersion7(actor.Now),
            OrganizationId = actor.OrganizationId,
            IssuedDocumentId = document.Id,
            Kind = kind,
            From = from,
            BySymbol = by?.Symbol ?? "",
            ByDate = by?.Date,
            ByName = by?.Name ?? "",
            ById = by?.Issued?.Id,
            Part = part,
            Reads = reads,
            ShouldRead = shouldRead,
            Reason = reason,
            UndoesId = undoes,
            At = actor.Now,
            RecordedById = actor.PersonId,
        };
        db.Add(note);
        return note;
    }

    /// <summary>The answer, with a line in the story of the document that does it.</summary>
    public static Answer Done(IssuedDocument document, AmendingPaper? by, string text) => Answer.Done(document.DraftId, text) with { Also = by?.Issued is { } other ? [(other.DraftId, text)] : [] };

    /// <summary>Words in one line, letters in one form.</summary>
    public static string Plain(string? words) => string.Join(' ', (words ?? "").Normalize().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Drafting;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Register;
using Workflow.Documents.Signatures;
using Workflow.Domain.Drafts;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Signing;

/// <summary>How far the signing by hand is.</summary>
/// <param name="Pages">Pages that were printed.</param>
/// <param name="Scanned">Pages that were brought back; 0 before.</param>
/// <param name="ScanHash">Of those pages.</param>
public sealed record PaperRow(Guid Id, string NumberAndSymbol, DateOnly Date, string SignerName, string Sha256, int Pages, int Scanned, string ScanHash);

/// <summary>The page on which a paper is printed and its scan compared.</summary>
/// <param name="IsWaiting">Whether the draft waits for its signature now.</param>
public sealed record PaperSigningView(Guid DraftId, string Title, string Hash, bool IsWaiting, string SignerName, bool ShowsOurs, PaperRow? Paper);

/// <summary>The signing by hand of a draft.</summary>
[Allow(Office.OfficeStaff, Office.ChiefOfOffice)]
public sealed record ReadPaperSigning(Guid DraftId) : IQuery<PaperSigningView?>, IOfDraft;

/// <summary>What may be looked at: the print itself, a page of it as a picture, the scan of a page.</summary>
public enum PaperPart
{
    /// <summary>PDF.</summary>
    Print,

    /// <summary>PNG.</summary>
    OurPage,

    /// <summary>JPEG.</summary>
    Scan,
}

/// <summary>A file of the signing by hand.</summary>
[Allow(Office.OfficeStaff, Office.ChiefOfOffice)]
public sealed record ReadPaperPart(Guid DraftId, PaperPart Part, int Number) : IQuery<PaperFile?>, IOfDraft;

internal sealed class ReadPaperSigningHandler(WorkflowDbContext db, PagePictures pictures, Actor actor) : IRequestHandler<ReadPaperSigning, PaperSigningView?>, IRequestHandler<ReadPaperPart, PaperFile?>
{
    public async Task<PaperSigningView?> Handle(ReadPaperSigning request, CancellationToken cancellationToken)
    {
        if (await db.Set<Draft>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.DraftId, cancellationToken) is not { } draft)
        {
            return null;
        }

        var waits = await db.Set<OpenTask>().AnyAsync(task => task.SubjectId == draft.Id && task.TaskKey == TaskKeys.Signing && task.ClosedAt == null, cancellationToken);
        var (signer, _) = waits ? await PaperSigner.Of(db, draft.Id, actor.Today, cancellationToken) : default;
        var pinned = waits ? await Waiting(draft.Id, cancellationToken) : null;
        var scans = pinned is null ? [] : await db.Set<ScannedPage>().AsNoTracking().Where(page => page.PinnedId == pinned.Id).OrderBy(page => page.Number).Select(page => page.Picture).ToListAsync(cancellationToken);
        return new(draft.Id, draft.Title(), draft.CurrentHash, waits, signer?.FullName ?? "", pictures.IsThere, pinned is null || pinned.VersionHash != draft.CurrentHash ? null
            : new(pinned.Id, pinned.NumberAndSymbol, pinned.Date, pinned.SignerName, pinned.Sha256, pinned.Pages, scans.Count, scans.Count == 0 ? "" : ScannedPages.Hash(scans)));
    }

    public async Task<PaperFile?> Handle(ReadPaperPart request, CancellationToken cancellationToken)
    {
        if (await Waiting(request.DraftId, cancellationToken) is not { } pinned)
        {
            return null;
        }

        switch (request.Part)
        {
            case PaperPart.Print:
                return new(pinned.NumberAndSymbol.Replace('/', '-') + ".pdf", "application/pdf", pinned.Content);
            case PaperPart.OurPage:
                return request.Number >= 1 && request.Number <= pinned.Pages && await pictures.Of(pinned.Content, request.Number, cancellationToken) is { } picture ? new($"trang-{request.Number}.png", "image/png", picture) : null;
            default:
                var scan = await db.Set<ScannedPage>().AsNoTracking().SingleOrDefaultAsync(page => page.PinnedId == pinned.Id && page.Number == request.Number, cancellationToken);
                return scan is null ? null : new($"trang-{request.Number}.jpg", "image/jpeg", scan.Picture);
        }
    }

    private Task<PinnedFile?> Waiting(Guid draftId, CancellationToken ct) =>
        db.Set<PinnedFile>().AsNoTracking().Where(file => file.DraftId == draftId && file.Way == PinnedWay.Paper && file.EndedAt == null).OrderByDescending(file => file.PinnedAt).FirstOrDefaultAsync(ct);
}

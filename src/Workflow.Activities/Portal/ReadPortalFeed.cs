using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Portal;

/// <summary>An entry of the feed.</summary>
/// <param name="FileLength">Bytes of the original.</param>
public sealed record FeedEntry(PublicRow Row, string Sha256, long FileLength);

/// <summary>A page of the feed: what changed last comes first, also an old document that was replaced today.</summary>
/// <param name="Id">What the feed is known by, whatever its address.</param>
public sealed record FeedView(Guid Id, string Organization, Paged<FeedEntry> Page, DateTimeOffset ChangedAt);

/// <summary>The public documents as a feed; asked without an account. Null while no public pages are open.</summary>
public sealed record ReadPortalFeed(int Page) : IRequest<FeedView?>;

internal sealed class ReadPortalFeedHandler(WorkflowDbContext db, TimeProvider clock) : IRequestHandler<ReadPortalFeed, FeedView?>
{
    public async Task<FeedView?> Handle(ReadPortalFeed request, CancellationToken cancellationToken)
    {
        var (open, now) = (await PortalState.Open(db, cancellationToken), clock.GetUtcNow());
        if (open.Count == 0)
        {
            return null;
        }

        var rows = (await PublicShelf.Rows(db, await PublicShelf.Documents(db, [.. open.Keys]).ToListAsync(cancellationToken), now, cancellationToken)).OrderByDescending(row => row.ChangedAt).ThenBy(row => row.Id).ToList();
        var pages = Math.Max(1, (rows.Count + Paging.Size - 1) / Paging.Size);
        var at = Math.Clamp(request.Page, 1, pages);
        var shown = rows.Skip((at - 1) * Paging.Size).Take(Paging.Size).ToList();
        var ids = shown.Select(row => row.Id).ToList();
        var files = await db.Set<IssuedFile>().IgnoreQueryFilters().AsNoTracking().Where(file => ids.Contains(file.IssuedDocumentId) && file.Kind == IssuedFileKind.Sealed).Select(file => new { file.IssuedDocumentId, file.Sha256, file.Content.Length }).ToDictionaryAsync(file => file.IssuedDocumentId, cancellationToken);
        var homes = await db.Set<Organization>().AsNoTracking().Where(one => open.Keys.Contains(one.Id)).OrderBy(one => one.Id).Select(one => one.Name).Take(2).ToListAsync(cancellationToken);
        return new(open.Keys.Min(), homes.Count == 1 ? homes[0] : "", new([.. shown.Select(row => new FeedEntry(row, files[row.Id].Sha256, files[row.Id].Length))], at, pages), rows.Count > 0 ? rows[0].ChangedAt : open.Values.Max());
    }
}

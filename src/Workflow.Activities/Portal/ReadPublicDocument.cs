using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Domain.Drafts;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Portal;

/// <summary>A public document with its text.</summary>
/// <param name="Next">Documents named by its standing that are public themselves.</param>
public sealed record PublicDocument(
    PublicRow Row, string SuperiorHeader, string Header, string Place, DraftText Text, string Authority, string Position, string SignerName, string Sha256, long FileLength, IReadOnlySet<Guid> Next);

/// <summary>One public document; asked without an account. Null when it is not public.</summary>
public sealed record ReadPublicDocument(Guid Id) : IRequest<PublicDocument?>;

/// <summary>Its original; the bytes are those that were issued, whatever became of the document.</summary>
public sealed record ReadPublicFile(Guid Id) : IRequest<PublicFile?>;

/// <summary>Bytes for everybody.</summary>
public sealed record PublicFile(string FileName, byte[] Content, DateTimeOffset ChangedAt);

internal sealed class ReadPublicDocumentHandler(WorkflowDbContext db, TimeProvider clock) : IRequestHandler<ReadPublicDocument, PublicDocument?>, IRequestHandler<ReadPublicFile, PublicFile?>
{
    public async Task<PublicDocument?> Handle(ReadPublicDocument request, CancellationToken cancellationToken)
    {
        var open = (await PortalState.Open(db, cancellationToken)).Keys.ToList();
        if (await PublicShelf.Documents(db, open).SingleOrDefaultAsync(one => one.Id == request.Id, cancellationToken) is not { } issued)
        {
            return null;
        }

        var row = (await PublicShelf.Rows(db, [issued], clock.GetUtcNow(), cancellationToken))[0];
        var home = await db.Set<Organization>().AsNoTracking().SingleAsync(one => one.Id == issued.OrganizationId, cancellationToken);
        var canonical = await db.Set<DraftVersion>().IgnoreQueryFilters().Where(version => version.Id == issued.VersionId).Select(version => version.Canonical).SingleAsync(cancellationToken);
        var file = await db.Set<IssuedFile>().IgnoreQueryFilters().Where(one => one.IssuedDocumentId == issued.Id && one.Kind == IssuedFileKind.Sealed).Select(one => new { one.Sha256, one.Content.Length }).SingleAsync(cancellationToken);
        var named = row.Standing.Facts.Concat(row.Standing.Coming).Select(fact => fact.ById).OfType<Guid>().ToList();
        var next = await PublicShelf.Documents(db, open).Where(one => named.Contains(one.Id)).Select(one => one.Id).ToListAsync(cancellationToken);
        return new(row, home.SuperiorHeaderName, home.HeaderName, issued.Place, CanonicalText.Read(canonical), issued.Authority, issued.Position, issued.SignerName, file.Sha256, file.Length, next.ToHashSet());
    }

    public async Task<PublicFile?> Handle(ReadPublicFile request, CancellationToken cancellationToken)
    {
        var open = (await PortalState.Open(db, cancellationToken)).Keys.ToList();
        return await PublicShelf.Documents(db, open).Where(one => one.Id == request.Id)
            .Join(db.Set<IssuedFile>().IgnoreQueryFilters().Where(file => file.Kind == IssuedFileKind.Sealed), one => one.Id, file => file.IssuedDocumentId, (one, file) => new { one.NumberAndSymbol, file.Content, file.At }).SingleOrDefaultAsync(cancellationToken) is { } found
            ? new(found.NumberAndSymbol.Replace('/', '-') + ".pdf", found.Content, found.At) : null;
    }
}

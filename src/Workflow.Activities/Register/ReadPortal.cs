using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Issuing;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Register;

/// <summary>A released document, for everyone.</summary>
public sealed record PortalRow(Guid Id, string Number, DateOnly Date, string Type, string Subject);

/// <summary>What was released to the public page; asked without an account.</summary>
public sealed record ReadPortal(int Page) : IRequest<Paged<PortalRow>>;

/// <summary>The original of a released document; asked without an account.</summary>
public sealed record ReadPortalFile(Guid Id) : IRequest<PaperFile?>;

internal sealed class ReadPortalHandler(WorkflowDbContext db) : IRequestHandler<ReadPortal, Paged<PortalRow>>, IRequestHandler<ReadPortalFile, PaperFile?>
{
    // Released documents are public: the organization filter gives way to the release itself.
    private IQueryable<IssuedDocument> Released => db.Set<IssuedDocument>().IgnoreQueryFilters().AsNoTracking().Where(document => document.ReleasedAt != null);

    public Task<Paged<PortalRow>> Handle(ReadPortal request, CancellationToken cancellationToken) =>
        Released.OrderByDescending(document => document.ReleasedAt).ThenBy(document => document.Id)
            .Select(document => new PortalRow(document.Id, document.NumberAndSymbol, document.Date, DocumentType.Of(document.TypeKey).Name, document.Subject)).ToPage(request.Page, cancellationToken);

    public async Task<PaperFile?> Handle(ReadPortalFile request, CancellationToken cancellationToken)
    {
        if (!await Released.AnyAsync(document => document.Id == request.Id, cancellationToken))
        {
            return null;
        }

        var file = await db.Set<IssuedFile>().IgnoreQueryFilters().AsNoTracking().SingleOrDefaultAsync(one => one.IssuedDocumentId == request.Id && one.Kind == IssuedFileKind.Sealed, cancellationToken);
        return file is null ? null : new("van-ban.pdf", "application/pdf", file.Content);
    }
}

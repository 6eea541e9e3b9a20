using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Register;
using Workflow.Domain.Drafts;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Copying;

/// <summary>A copy as lists show it.</summary>
public sealed record CopyRow(Guid Id, CopyKind Kind, Guid? IssuedDocumentId, string NumberAndSymbol, DateOnly Date, string OriginalNumber, string OriginalIssuer, DateOnly OriginalDate, string OriginalSubject, string Parts, string Recipients, string SignerName, string Sha256);

/// <summary>Copies, newest first, and whether the reader may sign one.</summary>
public sealed record CopiesView(Paged<CopyRow> Copies, bool MaySign);

/// <summary>All copies of the organization, or those of one document.</summary>
[Allow(Office.ChiefOfOffice, Office.DeputyChiefOfOffice, Office.OfficeStaff, Office.RegistryClerk, Office.Secretary, Office.StandingDeputySecretary, Office.DeputySecretary)]
public sealed record ReadCopies(Guid? IssuedDocumentId, int Page = 1) : IQuery<CopiesView>;

/// <summary>What of a document can be copied: its name, its parts.</summary>
public sealed record CopyableView(Guid Id, string NumberAndSymbol, string Subject, bool IsSealed, IReadOnlyList<CopyPart> Parts);

/// <summary>A document before it is copied.</summary>
[Allow(Office.ChiefOfOffice, Office.DeputyChiefOfOffice, Office.OfficeStaff, Office.RegistryClerk, Office.Secretary, Office.StandingDeputySecretary, Office.DeputySecretary)]
public sealed record ReadCopyable(Guid IssuedDocumentId) : IQuery<CopyableView?>;

/// <summary>The file of a copy.</summary>
[Allow(Office.ChiefOfOffice, Office.DeputyChiefOfOffice, Office.OfficeStaff, Office.RegistryClerk, Office.Secretary, Office.StandingDeputySecretary, Office.DeputySecretary)]
public sealed record ReadCopyFile(Guid Id) : IQuery<PaperFile?>;

internal sealed class ReadCopiesHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<ReadCopies, CopiesView>, IRequestHandler<ReadCopyable, CopyableView?>, IRequestHandler<ReadCopyFile, PaperFile?>
{
    public async Task<CopiesView> Handle(ReadCopies request, CancellationToken cancellationToken) => new(
        await db.Set<DocumentCopy>().AsNoTracking().Where(copy => request.IssuedDocumentId == null || copy.IssuedDocumentId == request.IssuedDocumentId).OrderByDescending(copy => copy.At).ThenBy(copy => copy.Id)
            .Select(copy => new CopyRow(copy.Id, copy.Kind, copy.IssuedDocumentId, copy.NumberAndSymbol, copy.Date, copy.OriginalNumber, copy.OriginalIssuer, copy.OriginalDate, copy.OriginalSubject, copy.Parts, copy.Recipients, copy.SignerName, copy.Sha256))
            .ToPage(request.Page, cancellationToken),
        await actor.May<CopyIssued>(cancellationToken));

    public async Task<CopyableView?> Handle(ReadCopyable request, CancellationToken cancellationToken)
    {
        var found = await db.Set<IssuedDocument>().AsNoTracking().Where(row => row.Id == request.IssuedDocumentId)
            .Join(db.Set<DraftVersion>(), issued => issued.VersionId, version => version.Id, (issued, version) => new { issued.Id, issued.NumberAndSymbol, issued.Subject, version.Canonical }).SingleOrDefaultAsync(cancellationToken);
        return found is null ? null : new(found.Id, found.NumberAndSymbol, found.Subject, await db.Set<IssuedFile>().AnyAsync(file => file.IssuedDocumentId == found.Id && file.Kind == IssuedFileKind.Sealed, cancellationToken), CopyParts.Of(CanonicalText.Read(found.Canonical).Clauses));
    }

    public async Task<PaperFile?> Handle(ReadCopyFile request, CancellationToken cancellationToken) =>
        await db.Set<DocumentCopy>().AsNoTracking().Where(copy => copy.Id == request.Id).Select(copy => new { copy.NumberAndSymbol, copy.Content }).SingleOrDefaultAsync(cancellationToken) is { } copy
            ? new($"ban-sao-{Folding.Fold(copy.NumberAndSymbol).Replace(' ', '-')}.pdf", "application/pdf", copy.Content)
            : null;
}

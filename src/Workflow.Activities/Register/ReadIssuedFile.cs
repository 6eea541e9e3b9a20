using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Distribution;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Register;

/// <summary>Bytes of an issued document, for those of the house and for units that got a copy.</summary>
[Allow(Everyone = true)]
public sealed record ReadIssuedFile(Guid Id, IssuedFileKind Kind) : IQuery<PaperFile?>;

internal sealed class ReadIssuedFileHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<ReadIssuedFile, PaperFile?>
{
    public async Task<PaperFile?> Handle(ReadIssuedFile request, CancellationToken cancellationToken)
    {
        var offices = await actor.OfficesHeld(cancellationToken);
        var bodies = await actor.Bodies(cancellationToken);
        var ofTheHouse = bodies.Count > 0 || Offices.OfPartyOffice.Any(offices.Contains) || offices.Contains(Office.Drafter);
        var unit = await db.Set<Person>().Where(person => person.Id == actor.PersonId).Select(person => person.UnitId).SingleOrDefaultAsync(cancellationToken);
        var sentToMe = unit is not null && await db.Set<Dispatch>().AnyAsync(dispatch => dispatch.IssuedDocumentId == request.Id && dispatch.UnitId == unit, cancellationToken);
        var draft = await db.Set<IssuedDocument>().Where(document => document.Id == request.Id).Select(document => document.DraftId).SingleOrDefaultAsync(cancellationToken);
        return ofTheHouse || sentToMe || await actor.May<ReadIssued>(cancellationToken, draft) ? await File(request.Id, request.Kind, cancellationToken) : null;
    }

    private async Task<PaperFile?> File(Guid id, IssuedFileKind kind, CancellationToken ct)
    {
        var file = await db.Set<IssuedFile>().AsNoTracking().Where(one => one.IssuedDocumentId == id && one.Kind == kind).Join(db.Set<IssuedDocument>(), one => one.IssuedDocumentId, document => document.Id, (one, document) => new { one.Content, document.NumberAndSymbol }).SingleOrDefaultAsync(ct);
        var name = file?.NumberAndSymbol.Replace('/', '-');
        return file is null ? null : kind == IssuedFileKind.Word
            ? new($"{name}.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", file.Content)
            : new($"{name}.pdf", "application/pdf", file.Content);
    }
}

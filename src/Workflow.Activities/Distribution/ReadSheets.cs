using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Distribution;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Runtime.Mail;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Distribution;

/// <summary>A cover sheet (phiếu gửi): what goes with a printed copy.</summary>
/// <param name="Address">Where the code leads.</param>
public sealed record Sheet(Guid DispatchId, string Unit, string Purpose, string Address, string Pin);

public sealed record SheetsView(Guid IssuedId, string Organization, string Type, string Number, DateOnly Date, string Subject, IReadOnlyList<Sheet> Sheets);

/// <summary>The cover sheets of a document's copies, or of one: for units without an account, or that asked for a code.</summary>
[Allow(Office.RegistryClerk, Office.OfficeStaff, Office.ChiefOfOffice)]
public sealed record ReadSheets(Guid IssuedId, Guid? DispatchId = null) : IQuery<SheetsView?>;

internal sealed class ReadSheetsHandler(WorkflowDbContext db, CopyLinks links, MailSettings settings) : IRequestHandler<ReadSheets, SheetsView?>
{
    public async Task<SheetsView?> Handle(ReadSheets request, CancellationToken cancellationToken)
    {
        if (await db.Set<IssuedDocument>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.IssuedId, cancellationToken) is not { } issued)
        {
            return null;
        }

        var rows = await db.Set<Dispatch>().AsNoTracking().Where(copy => copy.IssuedDocumentId == issued.Id && (request.DispatchId == null || copy.Id == request.DispatchId) && copy.Recall != RecallState.Agreed)
            .Join(db.Set<DispatchPass>().Where(pass => pass.RevokedAt == null), copy => copy.Id, pass => pass.DispatchId, (copy, pass) => new { copy.Id, copy.UnitId, copy.Purpose, Pass = pass.Id })
            .Join(db.Set<Domain.Organizations.Unit>(), one => one.UnitId, unit => unit.Id, (one, unit) => new { one, unit.Name }).ToListAsync(cancellationToken);
        var organization = await db.Set<Organization>().Where(one => one.Id == issued.OrganizationId).Select(one => one.Name).SingleAsync(cancellationToken);
        return new(issued.Id, organization, DocumentType.Of(issued.TypeKey).Name, issued.NumberAndSymbol, issued.Date, issued.Subject, [.. rows.OrderBy(row => row.Name, StringComparer.Ordinal).Select(row => new Sheet(row.one.Id, row.Name, row.one.Purpose, settings.Link(links.Path(row.one.Pass)), links.Pin(row.one.Pass)))]);
    }
}

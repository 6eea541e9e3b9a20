using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Distribution;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Distribution;

/// <summary>The office makes a new code and PIN for a copy; the sheet before opens nothing any more.</summary>
[Allow(Office.RegistryClerk, Office.OfficeStaff, Office.ChiefOfOffice)]
public sealed record RenewSheet(Guid CommandId, Guid DispatchId) : ICommand;

internal sealed class RenewSheetHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<RenewSheet, Answer>
{
    public async Task<Answer> Handle(RenewSheet command, CancellationToken cancellationToken)
    {
        if (await db.Set<Dispatch>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == command.DispatchId, cancellationToken) is not { } copy)
        {
            return Answer.No("dispatch.not-found", "Không thấy lượt gửi này.");
        }

        var now = (DateTimeOffset?)actor.Now;
        var old = await db.Set<DispatchPass>().Where(pass => pass.DispatchId == copy.Id && pass.RevokedAt == null).ToListAsync(cancellationToken);
        old.ForEach(pass => pass.RevokedAt = now);
        await CommitSave.Ahead(db, cancellationToken);
        db.Add(Sending.Pass(copy, actor.PersonId, actor.Now));
        var issued = await db.Set<IssuedDocument>().Where(row => row.Id == copy.IssuedDocumentId).Select(row => row.DraftId).SingleAsync(cancellationToken);
        var unit = await db.Set<Domain.Organizations.Unit>().Where(row => row.Id == copy.UnitId).Select(row => row.Name).SingleAsync(cancellationToken);
        return Answer.Done(issued, $"Đã cấp mã và PIN cho phiếu gửi {unit}{(old.Count > 0 ? "; phiếu in trước không dùng được nữa" : "")}.");
    }
}

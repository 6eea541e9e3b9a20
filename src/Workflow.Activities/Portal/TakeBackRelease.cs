using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Portal;

/// <summary>The office takes a document from the public page, with a reason; that it stood there stays on record.</summary>
[Allow(Office.ChiefOfOffice, Office.RegistryClerk)]
public sealed record TakeBackRelease(Guid CommandId, Guid IssuedDocumentId, string Reason) : ICommand;

internal sealed class TakeBackReleaseHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<TakeBackRelease, Answer>
{
    public async Task<Answer> Handle(TakeBackRelease command, CancellationToken cancellationToken)
    {
        await CommitSave.LockRow(db, db.Set<IssuedDocument>().Where(row => row.Id == command.IssuedDocumentId), row => row.ReleasedAt, cancellationToken);
        var issued = await db.Set<IssuedDocument>().SingleOrDefaultAsync(row => row.Id == command.IssuedDocumentId, cancellationToken);
        var release = await db.Set<PortalRelease>().Where(row => row.IssuedDocumentId == command.IssuedDocumentId && row.TakenBackAt == null).OrderByDescending(row => row.At).FirstOrDefaultAsync(cancellationToken);
        if (issued is null || release is null)
        {
            return Answer.No("portal.not-released", "Văn bản này không có trên cổng thông tin. Đồng chí tải lại trang.");
        }

        var reason = command.Reason.Normalize().Trim();
        if (release.TakeBack(actor.PersonId, actor.Now, reason) is { } refusal)
        {
            return Answer.No(refusal);
        }

        issued.ReleasedAt = null;
        return Answer.Done(issued.DraftId, $"Đã gỡ văn bản số {issued.NumberAndSymbol} khỏi cổng thông tin điện tử; lý do: {reason}. Ai đã tải về trước đó vẫn còn bản đã tải.");
    }
}

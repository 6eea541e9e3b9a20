using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Distribution;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Distribution;

/// <summary>A unit opens its copy.</summary>
[Allow(Office.UnitReader)]
public sealed record OpenDispatch(Guid CommandId, Guid DispatchId) : ICommand;

/// <summary>A unit confirms receipt.</summary>
[Allow(Office.UnitReader)]
public sealed record AcknowledgeDispatch(Guid CommandId, Guid DispatchId) : ICommand;

/// <summary>The office confirms for a unit without an account, by phone or paper; the log says who did.</summary>
[Allow(Office.RegistryClerk, Office.OfficeStaff, Office.ChiefOfOffice)]
public sealed record AcknowledgeForUnit(Guid CommandId, Guid DispatchId, string How) : ICommand;

/// <summary>The office puts a document on the public page.</summary>
[Allow(Office.ChiefOfOffice, Office.RegistryClerk)]
public sealed record ReleaseToPortal(Guid CommandId, Guid IssuedDocumentId) : ICommand;

internal sealed class DistributionHandler(WorkflowDbContext db, ProcessRunner runner, Actor actor) :
    IRequestHandler<OpenDispatch, Answer>, IRequestHandler<AcknowledgeDispatch, Answer>, IRequestHandler<AcknowledgeForUnit, Answer>, IRequestHandler<ReleaseToPortal, Answer>
{
    public async Task<Answer> Handle(OpenDispatch command, CancellationToken cancellationToken)
    {
        var dispatch = await Mine(command.DispatchId, cancellationToken);
        if (dispatch is null)
        {
            return Answer.No("dispatch.not-found", "Không thấy văn bản gửi cho đơn vị của đồng chí.");
        }

        dispatch.Open(actor.PersonId, actor.Now);
        return Answer.Done(dispatch.IssuedDocumentId, "Đơn vị đã mở văn bản.");
    }

    public async Task<Answer> Handle(AcknowledgeDispatch command, CancellationToken cancellationToken)
    {
        var dispatch = await Mine(command.DispatchId, cancellationToken);
        return dispatch is null
            ? Answer.No("dispatch.not-found", "Không thấy văn bản gửi cho đơn vị của đồng chí.")
            : await Acknowledge(dispatch, "Đơn vị đã xác nhận nhận văn bản.", cancellationToken);
    }

    public async Task<Answer> Handle(AcknowledgeForUnit command, CancellationToken cancellationToken)
    {
        var dispatch = await db.Set<Dispatch>().SingleOrDefaultAsync(row => row.Id == command.DispatchId, cancellationToken);
        return dispatch is null ? Answer.No("dispatch.not-found", "Không thấy lượt gửi này.")
            : string.IsNullOrWhiteSpace(command.How) ? Answer.No("dispatch.how", "Đồng chí ghi cách đơn vị đã xác nhận (điện thoại, ký nhận trên giấy…).")
            : await Acknowledge(dispatch, $"Văn phòng ghi nhận thay đơn vị: {command.How.Trim()}.", cancellationToken);
    }

    public async Task<Answer> Handle(ReleaseToPortal command, CancellationToken cancellationToken)
    {
        var issued = await db.Set<IssuedDocument>().SingleOrDefaultAsync(row => row.Id == command.IssuedDocumentId, cancellationToken);
        if (issued is null || !await db.Set<IssuedFile>().AnyAsync(file => file.IssuedDocumentId == command.IssuedDocumentId && file.Kind == IssuedFileKind.Sealed, cancellationToken))
        {
            return Answer.No("portal.not-sealed", "Văn bản chưa có chữ ký số cơ quan nên chưa đăng được.");
        }

        issued.ReleasedAt ??= actor.Now;
        return Answer.Done(issued.DraftId, $"Đã đăng văn bản số {issued.NumberAndSymbol} lên cổng thông tin điện tử.");
    }

    private async Task<Dispatch?> Mine(Guid id, CancellationToken ct)
    {
        var unit = await db.Set<Person>().Where(person => person.Id == actor.PersonId).Select(person => person.UnitId).SingleOrDefaultAsync(ct);
        return unit is null ? null : await db.Set<Dispatch>().SingleOrDefaultAsync(row => row.Id == id && row.UnitId == unit, ct);
    }

    private async Task<Answer> Acknowledge(Dispatch dispatch, string text, CancellationToken ct)
    {
        await CommitSave.LockRow(db, db.Set<IssuedDocument>().Where(row => row.Id == dispatch.IssuedDocumentId), row => row.ReleasedAt, ct);
        dispatch.Acknowledge(actor.PersonId, actor.Now);
        var issued = await db.Set<IssuedDocument>().SingleAsync(row => row.Id == dispatch.IssuedDocumentId, ct);
        var waiting = await db.Set<Dispatch>().CountAsync(row => row.IssuedDocumentId == issued.Id && row.Id != dispatch.Id && row.Status != DispatchStatus.Acknowledged, ct);
        if (waiting == 0)
        {
            await runner.Complete(issued.DraftId, TaskKeys.Receipts, "all-received", actor.PersonId, actor.Now, ct);
        }

        return Answer.Done(issued.DraftId, text);
    }
}

using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain;
using Workflow.Domain.Distribution;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Distribution;

/// <summary>The office reminds the units that have not received: of one document, or of all.</summary>
[Allow(Office.RegistryClerk, Office.OfficeStaff, Office.ChiefOfOffice)]
public sealed record RemindCopies(Guid CommandId, Guid? IssuedId) : ICommand;

internal sealed class RemindCopiesHandler(WorkflowDbContext db, Reminding reminding, Actor actor) : IRequestHandler<RemindCopies, Answer>
{
    private const int MostNamed = 10;

    public async Task<Answer> Handle(RemindCopies command, CancellationToken cancellationToken)
    {
        var document = command.IssuedId is { } id ? await db.Set<IssuedDocument>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken) : null;
        if (command.IssuedId is not null && document is null)
        {
            return Answer.No("dispatch.no-document", "Không thấy văn bản này.");
        }

        var of = db.Set<Dispatch>().Where(copy => command.IssuedId == null || copy.IssuedDocumentId == command.IssuedId);
        var reminded = await reminding.Remind(of, new(DispatchEventKind.Reminded, actor.Now, DispatchWay.Office) { ById = actor.PersonId, ByName = actor.Name }, cancellationToken);
        if (reminded.Copies > 0)
        {
            return Answer.Done(document?.DraftId ?? Guid.Empty, Says(reminded, document));
        }

        var last = await of.Where(Dispatch.IsWaiting).MaxAsync(copy => copy.RemindedAt, cancellationToken);
        return last is { } at
            ? Answer.No("dispatch.reminded", $"Các đơn vị chưa nhận đã được nhắc lúc {Moment(at)}. Mỗi giờ chỉ nhắc một lần; đồng chí nhắc lại được từ {Moment(at + Dispatch.BetweenReminders)}.")
            : Answer.No("dispatch.nobody-waits", "Không còn đơn vị nào chưa nhận nên không phải nhắc ai.");
    }

    private static string Says(Reminded reminded, IssuedDocument? document)
    {
        var calls = reminded.ByPhone.Count == 0 ? "" : $" {reminded.ByPhone.Count} đơn vị không có tài khoản, không có địa chỉ thư, đồng chí gọi điện: {string.Join(", ", reminded.ByPhone.Take(MostNamed))}{(reminded.ByPhone.Count > MostNamed ? "…" : "")}.";
        return $"Đã nhắc {reminded.Copies} lượt chưa nhận{(document is null ? "" : $" của văn bản số {document.NumberAndSymbol}")}, {reminded.Letters} thư điện tử được gửi.{calls}";
    }

    private static string Moment(DateTimeOffset at) => VietnamTime.Local(at).ToString("HH:mm dd/MM/yyyy", CultureInfo.InvariantCulture);
}

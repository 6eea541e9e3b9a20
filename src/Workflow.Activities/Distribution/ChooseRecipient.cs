using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Distribution;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Distribution;

/// <summary>
/// The office says which unit a line under Nơi nhận means, or by which way and for what a unit gets its copy. Before the document goes out it is kept for that; afterwards a unit without a copy gets it now.
/// </summary>
/// <param name="Line">The line that named no unit; empty for a unit that follows from the text.</param>
[Allow(Office.RegistryClerk, Office.OfficeStaff, Office.ChiefOfOffice)]
public sealed record ChooseRecipient(Guid CommandId, Guid IssuedId, Guid UnitId, string Line, string Purpose, DispatchChannel Channel) : ICommand;

internal sealed class ChooseRecipientHandler(WorkflowDbContext db, Copies copies, RecipientPlan plan, Sending sending, Actor actor) : IRequestHandler<ChooseRecipient, Answer>
{
    public async Task<Answer> Handle(ChooseRecipient command, CancellationToken cancellationToken)
    {
        await copies.Hold(command.IssuedId, cancellationToken);
        var issued = await db.Set<IssuedDocument>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == command.IssuedId, cancellationToken);
        var unit = await db.Set<Domain.Organizations.Unit>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == command.UnitId, cancellationToken);
        if (issued is null || unit is null)
        {
            return Answer.No("dispatch.no-unit", issued is null ? "Không thấy văn bản này." : "Đồng chí chọn đơn vị trong danh sách.");
        }

        var (line, purpose) = (UnitDesk.Plain(command.Line), UnitDesk.Plain(command.Purpose));
        if (!Enum.IsDefined(command.Channel) || purpose.Length > RecipientChoice.LongestPurpose || line.Length > 500)
        {
            return Answer.No("dispatch.way", "Đồng chí chọn một cách gửi trong danh sách, mục đích viết gọn trong 100 chữ cái.");
        }

        var hasAccount = (await plan.WithAccount(cancellationToken)).Contains(unit.Id);
        if (RecipientPlan.Way(command.Channel, unit, hasAccount) != command.Channel)
        {
            return Answer.No("dispatch.way-closed", command.Channel == DispatchChannel.Mail ? $"{unit.Name} chưa có địa chỉ thư. Đồng chí ghi địa chỉ ở trang Cách gửi của đơn vị, hoặc chọn cách khác." : $"{unit.Name} chưa có tài khoản nên không xem được trên trang. Đồng chí chọn cách khác.");
        }

        var choice = await db.Set<RecipientChoice>().SingleOrDefaultAsync(row => row.IssuedDocumentId == issued.Id && row.UnitId == unit.Id, cancellationToken);
        if (choice is null)
        {
            db.Add(choice = new RecipientChoice { Id = Guid.CreateVersion7(actor.Now), OrganizationId = actor.OrganizationId, IssuedDocumentId = issued.Id, UnitId = unit.Id, ById = actor.PersonId, At = actor.Now });
        }

        (choice.Line, choice.Purpose, choice.Channel, choice.ById, choice.At) = (line.Length > 0 ? line : choice.Line, purpose, command.Channel, actor.PersonId, actor.Now);
        var issue = await db.Set<Dispatch>().Where(copy => copy.IssuedDocumentId == issued.Id).MaxAsync(copy => (int?)copy.Issue, cancellationToken);
        if (issue is null)
        {
            return Answer.Done(issued.DraftId, $"Văn bản số {issued.NumberAndSymbol} sẽ gửi {unit.Name}: {DispatchWords.Of(command.Channel).ToLowerInvariant()}{(line.Length > 0 ? $", theo dòng “{line}”" : "")}.");
        }

        if (await db.Set<Dispatch>().AnyAsync(copy => copy.IssuedDocumentId == issued.Id && copy.UnitId == unit.Id, cancellationToken))
        {
            return Answer.No("dispatch.has-copy", $"{unit.Name} đã được gửi văn bản này.");
        }

        sending.Send(issued, new(unit, line, purpose, command.Channel, hasAccount), issue.Value + 1, new(DispatchEventKind.Sent, actor.Now, DispatchWay.Office) { ById = actor.PersonId, ByName = actor.Name, Note = $"Văn phòng chọn đơn vị cho dòng “{line}”" });
        return Answer.Done(issued.DraftId, $"Đã gửi văn bản số {issued.NumberAndSymbol} tới {unit.Name}, theo dòng “{line}”.");
    }
}

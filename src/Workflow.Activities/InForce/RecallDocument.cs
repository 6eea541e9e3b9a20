using MediatR;
using Workflow.Activities.Distribution;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.InForce;

/// <summary>Recalls a document from today on, with a reason, and the document that orders it where there is one. Every unit is asked for its copy; whoever opens it sees so; the text stays.</summary>
/// <param name="By">The document that orders it; with an empty number the issuer recalls by itself.</param>
[Allow(Office.ChiefOfOffice, Office.RegistryClerk)]
public sealed record RecallDocument(Guid CommandId, Guid IssuedDocumentId, AmendingForm By, string Reason) : ICommand;

internal sealed class RecallDocumentHandler(WorkflowDbContext db, StandingDesk desk, Copies copies, Actor actor) : IRequestHandler<RecallDocument, Answer>
{
    public async Task<Answer> Handle(RecallDocument command, CancellationToken cancellationToken)
    {
        var (issued, notes) = await desk.Take(command.IssuedDocumentId, cancellationToken);
        if (issued is null)
        {
            return Answer.No(StandingDesk.NotFound);
        }

        if (DocumentStanding.On([.. notes], null, DateOnly.MaxValue).Facts.FirstOrDefault(fact => fact.Kind == StandingKind.Recalled) is { } before)
        {
            return Answer.No("standing.over", $"Văn bản này đã được ghi: {StandingWords.Of(before)}.");
        }

        var reason = StandingDesk.Plain(command.Reason);
        if (StandingDesk.WrongReason(reason) is { } wrong)
        {
            return Answer.No(wrong);
        }

        AmendingPaper? by = null;
        if (command.By.Symbol.Trim().Length > 0)
        {
            (by, var refusal) = await AmendingPaper.Find(db, issued, command.By, actor.Today, cancellationToken);
            if (refusal is not null)
            {
                return Answer.No(refusal);
            }
        }
        else if (command.By.By is AmendingBody.Superior or AmendingBody.Other)
        {
            return Answer.No("standing.symbol", "Cấp trên yêu cầu thu hồi thì cần số, ngày của văn bản yêu cầu. Đồng chí ghi số và ký hiệu, ví dụ 12-QĐ/TU.");
        }

        desk.Write(issued, StandingKind.Recalled, actor.Today, by, reason: reason);
        var asked = await copies.AskBack(issued, reason, actor.PersonId, actor.Name, actor.Now, cancellationToken);
        return StandingDesk.Done(issued, by, $"Đã thu hồi văn bản số {issued.NumberAndSymbol} từ hôm nay{(by is null ? "" : $" theo {by.Name}")}; lý do: {reason}. Đã yêu cầu {asked} đơn vị trả lại bản giấy, thôi dùng bản điện tử. Văn bản giữ nguyên để tra cứu; nơi nào mở cũng thấy đã bị thu hồi.");
    }
}

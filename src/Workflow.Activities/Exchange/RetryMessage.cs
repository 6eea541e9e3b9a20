using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Exchange;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Exchange;

/// <summary>A message that could not be made or was not taken is made or sent again.</summary>
[Allow(Office.RegistryClerk, Office.ChiefOfOffice)]
public sealed record RetryMessage(Guid CommandId, Guid MessageId) : ICommand;

internal sealed class RetryMessageHandler(WorkflowDbContext db, ExchangeDesk desk, Actor actor) : IRequestHandler<RetryMessage, Answer>
{
    public async Task<Answer> Handle(RetryMessage command, CancellationToken cancellationToken)
    {
        var message = await db.Set<ExchangeMessage>().SingleOrDefaultAsync(row => row.Id == command.MessageId, cancellationToken);
        if (message is not { MayRetry: true })
        {
            return Answer.No("exchange.not-failed", "Gói này không ở trạng thái lỗi nên không cần gửi lại. Đồng chí tải lại trang.");
        }

        if (await PartnerWords.Find(db, message.PartnerId, cancellationToken) is not { } partner)
        {
            return Answer.No(PartnerWords.Gone);
        }

        if (await desk.Own(cancellationToken) is not { } own)
        {
            return Answer.No("exchange.no-own-id", ExchangeDesk.NoOwnId);
        }

        try
        {
            if (message.Content.Length == 0)
            {
                message.Content = await desk.Remake(message, partner, own, actor.Now, cancellationToken);
                message.Sha256 = ExchangeDesk.Hash(message.Content);
            }
        }
        catch (Documents.Signatures.SignatureException problem)
        {
            return Answer.No(problem.Code, problem.Message);
        }

        (message.State, message.NotBefore, message.Attempts, message.LastError, message.SettledAt) = (partner.Address.Length > 0 ? ExchangeState.Waiting : ExchangeState.ByHand, actor.Now, 0, "", null);
        return Answer.Done(message.Id, $"Gửi lại {(message.Kind == ExchangeKind.Package ? "gói" : "trạng thái")} “{message.DocumentId}” tới “{partner.Name}”.");
    }
}

using MediatR;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Exchange;

/// <summary>Nothing is exchanged with this body any more; its key and ours are forgotten, what was exchanged stays.</summary>
[Allow(Office.Administrator)]
public sealed record EndPartner(Guid CommandId, Guid PartnerId, string Reason) : ICommand;

internal sealed class EndPartnerHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<EndPartner, Answer>
{
    public async Task<Answer> Handle(EndPartner command, CancellationToken cancellationToken)
    {
        if (await PartnerWords.Find(db, command.PartnerId, cancellationToken) is not { } partner)
        {
            return Answer.No(PartnerWords.Gone);
        }

        var reason = PartnerWords.Plain(command.Reason);
        if (reason.Length is < 5 or > PartnerWords.LongestWords)
        {
            return Answer.No("partner.reason", "Đồng chí ghi lý do thôi trao đổi (từ 5 đến 300 chữ).");
        }

        partner.End(reason, actor.Now);
        return Answer.Done(partner.Id, $"Thôi trao đổi văn bản với “{partner.Name}”: {reason}");
    }
}

using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Exchange;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Exchange;

/// <summary>The administrator writes down by which code others know this organization.</summary>
[Allow(Office.Administrator)]
public sealed record NameOurselves(Guid CommandId, string OrganId, string InCharge, string Address, string Email, string Telephone) : ICommand;

internal sealed class NameOurselvesHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<NameOurselves, Answer>
{
    public async Task<Answer> Handle(NameOurselves command, CancellationToken cancellationToken)
    {
        var id = PartnerWords.Plain(command.OrganId);
        if (PartnerWords.WrongOrganId(id) is { } wrong)
        {
            return Answer.No(wrong);
        }

        var words = new[] { command.InCharge, command.Address, command.Email, command.Telephone }.Select(PartnerWords.Plain).ToList();
        if (words.Exists(one => one.Length > PartnerWords.LongestWords))
        {
            return Answer.No(PartnerWords.TooLong);
        }

        var own = await db.Set<OwnExchange>().SingleOrDefaultAsync(cancellationToken);
        if (own is not null && own.OrganId != id && await db.Set<ExchangeMessage>().AnyAsync(cancellationToken))
        {
            return Answer.No("exchange.own-id-used", $"Mã định danh {own.OrganId} đã dùng trong các gói đã trao đổi nên không đổi được: mã văn bản cũ sẽ không còn nhận ra.");
        }

        if (own is null)
        {
            own = new OwnExchange { OrganizationId = actor.OrganizationId, OrganId = id };
            db.Add(own);
        }

        (own.OrganId, own.InCharge, own.Address, own.Email, own.Telephone, own.ChangedAt) = (id, words[0], words[1], words[2], words[3], actor.Now);
        return Answer.Done(actor.OrganizationId, $"Đã ghi mã định danh trao đổi văn bản của tổ chức: {id}.");
    }
}

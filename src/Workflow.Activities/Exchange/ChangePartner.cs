using MediatR;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Exchange;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Exchange;

/// <summary>The administrator changes name, unit or address of a partner.</summary>
[Allow(Office.Administrator)]
public sealed record ChangePartner(Guid CommandId, Guid PartnerId, string Name, Guid? UnitId, string Address) : ICommand;

internal sealed class ChangePartnerHandler(WorkflowDbContext db, ExchangeSettings settings) : IRequestHandler<ChangePartner, Answer>
{
    public async Task<Answer> Handle(ChangePartner command, CancellationToken cancellationToken)
    {
        // One after the other: a unit belongs to one partner.
        await CommitSave.LockRow(db, db.Set<ExchangePartner>(), row => row.KeyMadeAt, cancellationToken);
        var (name, address) = (PartnerWords.Plain(command.Name), command.Address.Trim());
        if (await PartnerWords.Find(db, command.PartnerId, cancellationToken) is not { } partner)
        {
            return Answer.No(PartnerWords.Gone);
        }

        if (await PartnerWords.Wrong(db, settings, partner.Id, name, command.UnitId, address, cancellationToken) is { } wrong)
        {
            return Answer.No(wrong);
        }

        (partner.Name, partner.UnitId, partner.Address) = (name, command.UnitId, address);
        return Answer.Done(partner.Id, $"Đã ghi lại nơi trao đổi “{name}”{(address.Length > 0 ? $", nhận gói tại {address}" : ", gửi nhận bằng tệp")}.");
    }
}

using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Exchange;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Exchange;

/// <summary>The administrator adds a body with which documents are exchanged.</summary>
/// <param name="Address">Empty: packages go as files.</param>
[Allow(Office.Administrator)]
public sealed record AddPartner(Guid CommandId, string OrganId, string Name, Guid? UnitId, string Address) : ICommand;

internal sealed class AddPartnerHandler(WorkflowDbContext db, ExchangeSettings settings, Actor actor) : IRequestHandler<AddPartner, Answer>
{
    public async Task<Answer> Handle(AddPartner command, CancellationToken cancellationToken)
    {
        // One after the other: a unit belongs to one partner.
        await CommitSave.LockRow(db, db.Set<ExchangePartner>(), row => row.KeyMadeAt, cancellationToken);
        var (id, name, address) = (PartnerWords.Plain(command.OrganId), PartnerWords.Plain(command.Name), command.Address.Trim());
        if ((PartnerWords.WrongOrganId(id) ?? await PartnerWords.Wrong(db, settings, null, name, command.UnitId, address, cancellationToken)) is { } wrong)
        {
            return Answer.No(wrong);
        }

        if (await db.Set<OwnExchange>().AnyAsync(row => row.OrganId == id, cancellationToken))
        {
            return Answer.No("partner.ourselves", "Đây là mã định danh của chính tổ chức của đồng chí.");
        }

        if (await db.Set<ExchangePartner>().AnyAsync(row => row.OrganId == id && row.EndedAt == null, cancellationToken))
        {
            return Answer.No("partner.known", $"Mã định danh {id} đã có trong danh sách.");
        }

        var partner = new ExchangePartner { Id = Guid.CreateVersion7(actor.Now), OrganizationId = actor.OrganizationId, OrganId = id, Name = name, UnitId = command.UnitId, Address = address, MadeAt = actor.Now };
        db.Add(partner);
        return Answer.Done(partner.Id, $"Đã thêm nơi trao đổi văn bản “{name}” (mã {id}).");
    }
}

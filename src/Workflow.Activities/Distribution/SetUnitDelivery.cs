using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Distribution;
using Workflow.Domain.Messages;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Distribution;

/// <summary>The office writes down how a unit's copies go out, and its mail address.</summary>
[Allow(Office.RegistryClerk, Office.OfficeStaff, Office.ChiefOfOffice)]
public sealed record SetUnitDelivery(Guid CommandId, Guid UnitId, DispatchChannel Channel, string MailAddress) : ICommand;

internal sealed class SetUnitDeliveryHandler(WorkflowDbContext db) : IRequestHandler<SetUnitDelivery, Answer>
{
    public async Task<Answer> Handle(SetUnitDelivery command, CancellationToken cancellationToken)
    {
        var address = command.MailAddress.Trim();
        if (await db.Set<Domain.Organizations.Unit>().SingleOrDefaultAsync(row => row.Id == command.UnitId, cancellationToken) is not { } unit || !Enum.IsDefined(command.Channel))
        {
            return Answer.No("dispatch.no-unit", "Không thấy đơn vị hoặc cách gửi này.");
        }

        if ((address.Length > 0 || command.Channel == DispatchChannel.Mail) && MessagePreference.Refused(MessageMode.AtOnce, address) is { } refusal)
        {
            return Answer.No(refusal);
        }

        (unit.Channel, unit.MailAddress) = (command.Channel, address);
        return Answer.Done(unit.Id, $"{unit.Name}: gửi {DispatchWords.Of(unit.Channel).ToLowerInvariant()}{(address.Length > 0 ? $", địa chỉ thư {address}" : "")}. Áp dụng từ văn bản gửi sau.");
    }
}

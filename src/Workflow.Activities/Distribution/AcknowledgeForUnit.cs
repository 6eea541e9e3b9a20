using MediatR;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Distribution;
using Workflow.Domain.Organizations;

namespace Workflow.Activities.Distribution;

/// <summary>The office writes down that a unit has its copy, by phone or on paper; the row says how and who wrote it.</summary>
/// <param name="Number">The unit's own number, where it told one.</param>
/// <param name="Day">Day of that number.</param>
[Allow(Office.RegistryClerk, Office.OfficeStaff, Office.ChiefOfOffice)]
public sealed record AcknowledgeForUnit(Guid CommandId, Guid DispatchId, string How, string Number = "", DateOnly? Day = null) : ICommand;

internal sealed class AcknowledgeForUnitHandler(UnitDesk desk) : IRequestHandler<AcknowledgeForUnit, Answer>
{
    public async Task<Answer> Handle(AcknowledgeForUnit command, CancellationToken cancellationToken)
    {
        var (how, number) = (UnitDesk.Plain(command.How), UnitDesk.Plain(command.Number));
        return how.Length == 0 ? Answer.No("dispatch.how", "Đồng chí ghi cách đơn vị đã xác nhận (điện thoại, ký nhận trên giấy…).")
            : await desk.TellFor(command.DispatchId, number.Length > 0 ? DispatchEventKind.Booked : DispatchEventKind.Arrived, cancellationToken, news => news with { Note = how, ArrivalNumber = number, Day = number.Length > 0 ? command.Day : null });
    }
}

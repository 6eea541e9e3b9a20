using MediatR;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Distribution;
using Workflow.Domain.Organizations;

namespace Workflow.Activities.Distribution;

/// <summary>The office writes down that a unit reported, on paper or by phone, that it carries a document out; the row says how it was told.</summary>
/// <param name="How">How the unit told it, and what.</param>
[Allow(Office.RegistryClerk, Office.OfficeStaff, Office.ChiefOfOffice)]
public sealed record ReportForUnit(Guid CommandId, Guid DispatchId, DateOnly? Day, int? Present, int? OfHowMany, string How) : ICommand;

internal sealed class ReportForUnitHandler(UnitDesk desk) : IRequestHandler<ReportForUnit, Answer>
{
    public async Task<Answer> Handle(ReportForUnit command, CancellationToken cancellationToken)
    {
        var how = UnitDesk.Plain(command.How);
        return command.Day is not { } day ? Answer.No("dispatch.day", "Đồng chí ghi ngày tổ chức quán triệt, triển khai.")
            : how.Length == 0 ? Answer.No("dispatch.how", "Đồng chí ghi đơn vị đã báo bằng cách nào (báo cáo giấy số…, điện thoại…).")
            : await desk.TellFor(command.DispatchId, DispatchEventKind.CarriedOut, cancellationToken, news => news with { Id = command.CommandId, Day = day, Present = command.Present, OfHowMany = command.OfHowMany, Note = how });
    }
}

using MediatR;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Portal;

/// <summary>Opens the organization's public pages, or closes them at once; with a reason that stays.</summary>
[Allow(Office.Administrator, Office.ChiefOfOffice)]
public sealed record SwitchPortal(Guid CommandId, bool On, string Reason) : ICommand;

internal sealed class SwitchPortalHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<SwitchPortal, Answer>
{
    public async Task<Answer> Handle(SwitchPortal command, CancellationToken cancellationToken)
    {
        if (await PortalState.IsOn(db, cancellationToken) == command.On)
        {
            return Answer.No("portal.same", $"Cổng thông tin đang {(command.On ? "bật" : "tắt")} rồi. Đồng chí tải lại trang.");
        }

        var reason = command.Reason.Normalize().Trim();
        if (reason.Length is < PortalSwitch.ShortestReason or > PortalSwitch.LongestReason)
        {
            return Answer.No("portal.switch-reason", $"Đồng chí ghi lý do (từ {PortalSwitch.ShortestReason} đến {PortalSwitch.LongestReason} chữ): ai quyết định, theo văn bản nào.");
        }

        db.Add(new PortalSwitch { Id = Guid.CreateVersion7(actor.Now), OrganizationId = actor.OrganizationId, IsOn = command.On, From = actor.Now, ById = actor.PersonId, Reason = reason });
        return Answer.Done(actor.OrganizationId, command.On
            ? $"Đã bật cổng thông tin từ bây giờ: ai cũng xem được các văn bản đã đăng, không cần tài khoản; lý do: {reason}"
            : $"Đã tắt cổng thông tin từ bây giờ: người ngoài không xem được văn bản nào nữa; lý do: {reason}");
    }
}

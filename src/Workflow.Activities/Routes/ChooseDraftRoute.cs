using MediatR;
using Workflow.Activities.Administration;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Organizations;
using Workflow.Domain.Profiles;
using Workflow.Domain.Reviews;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Routes;

/// <summary>New drafts of a body go by this process from now on; drafts on their way stay on theirs.</summary>
[Allow(Office.Administrator)]
public sealed record ChooseDraftRoute(Guid CommandId, BodyKind Body, string ProcessId, string Reason) : ICommand;

internal sealed class ChooseDraftRouteHandler(WorkflowDbContext db, DraftRoutes routes, Actor actor) : IRequestHandler<ChooseDraftRoute, Answer>
{
    public async Task<Answer> Handle(ChooseDraftRoute command, CancellationToken cancellationToken)
    {
        if (Reason.Refused(command.Reason, "lý do chọn quy trình này") is { } refused)
        {
            return refused;
        }

        if (!DraftRoutes.Bodies.Contains(command.Body) || (await routes.Choices(cancellationToken)).FirstOrDefault(one => one.ProcessId == command.ProcessId) is not { } process)
        {
            return Answer.No("route.not-found", "Không thấy quy trình này, hoặc quy trình không còn dùng. Đồng chí tải lại trang rồi chọn lại.");
        }

        if (DraftRoutes.Against(process, command.Body) is { } refusal)
        {
            return Answer.No(refusal);
        }

        db.Add(new DraftRoute { Id = Guid.CreateVersion7(actor.Now), OrganizationId = actor.OrganizationId, Body = command.Body, ProcessId = process.ProcessId, From = actor.Now, ById = actor.PersonId, Reason = command.Reason.Trim() });
        return Answer.Done(actor.OrganizationId, $"Dự thảo của {ReviewWords.Of(command.Body)} lập từ bây giờ đi theo quy trình “{process.Name}”; dự thảo đang chạy đi hết quy trình cũ. Lý do: {command.Reason.Trim()}");
    }
}

using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Administration;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Routes;
using Workflow.Domain.Organizations;
using Workflow.Domain.Reviews;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Definitions;

/// <summary>No new case of a process begins; running ones go on.</summary>
/// <param name="Hash">A version of the process.</param>
[Allow(Office.Administrator)]
public sealed record RetireProcess(Guid CommandId, string Hash, string Reason) : ICommand;

internal sealed class RetireProcessHandler(WorkflowDbContext db, Retirement retirement, VisibleDefinitions visible, DraftRoutes routes, Actor actor) : IRequestHandler<RetireProcess, Answer>
{
    public async Task<Answer> Handle(RetireProcess command, CancellationToken cancellationToken)
    {
        if (Reason.Refused(command.Reason, "lý do ngừng dùng") is { } refused)
        {
            return refused;
        }

        if (await visible.Find(command.Hash, cancellationToken) is not { } definition)
        {
            return Answer.No("definition.not-found", "Không thấy bản quy trình này.");
        }

        if (await routes.Using(definition.ProcessId, actor.Now, cancellationToken) is { Count: > 0 } bodies)
        {
            return Answer.No("route.in-use", $"Dự thảo mới của {string.Join(", ", bodies.Select(ReviewWords.Of))} đang đi theo quy trình này. Đồng chí chọn quy trình khác ở mục Đường đi của dự thảo rồi mới ngừng dùng.");
        }

        var running = await db.Set<ProcessInstance>().CountAsync(one => one.EndedAt == null && db.Set<StoredDefinition>().Any(stored => stored.Hash == one.DefinitionHash && stored.ProcessId == definition.ProcessId), cancellationToken);
        return await retirement.Retire(definition.ProcessId, actor.PersonId, actor.Now, cancellationToken) is { } refusal ? Answer.No(refusal)
            : Answer.Done(Guid.Empty, $"Đã ngừng dùng quy trình “{definition.Name}” (mã {definition.ProcessId}): không lập hồ sơ mới; {running} hồ sơ đang chạy đi tiếp. Lý do: {command.Reason.Trim()}");
    }
}

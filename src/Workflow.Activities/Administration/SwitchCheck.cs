using MediatR;
using Workflow.Activities.Pipeline;
using Workflow.Documents.Checks;
using Workflow.Domain.Organizations;
using Workflow.Domain.Profiles;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Administration;

/// <summary>Switches a rule of the checks off or on for the whole organization, from now on, with a reason.</summary>
[Allow(Office.Administrator)]
public sealed record SwitchCheck(Guid CommandId, string Key, bool Off, string Reason) : ICommand;

internal sealed class SwitchCheckHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<SwitchCheck, Answer>
{
    private const int LongestReason = 500;

    public Task<Answer> Handle(SwitchCheck command, CancellationToken cancellationToken)
    {
        if (!DocumentChecks.Keys.Contains(command.Key))
        {
            return Task.FromResult(Answer.No("checks.no-rule", "Không có quy tắc kiểm tra này. Đồng chí tải lại trang."));
        }

        var reason = command.Reason.Trim();
        if (reason.Length is < 5 or > LongestReason)
        {
            return Task.FromResult(Answer.No("checks.reason", "Đồng chí ghi lý do (từ 5 đến 500 chữ): người sau cần biết vì sao quy tắc này được tắt hoặc bật lại."));
        }

        db.Add(new CheckSwitch { Id = Guid.CreateVersion7(actor.Now), OrganizationId = actor.OrganizationId, Key = command.Key, IsOff = command.Off, From = actor.Now, ById = actor.PersonId, Reason = reason });
        return Task.FromResult(Answer.Done(actor.OrganizationId, $"Đã {(command.Off ? "tắt" : "bật lại")} quy tắc “{CheckNames.Of(command.Key)}” từ bây giờ; lý do: {reason}"));
    }
}

using MediatR;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Tasks;
using Workflow.Domain.CaseFiles;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.CaseFiles;

/// <summary>Someone begins a matter by a process that the office drew.</summary>
[Allow(Everyone = true)]
public sealed record BeginProcess(Guid CommandId, string ProcessId, string Title) : ICommand;

internal sealed class BeginProcessHandler(WorkflowDbContext db, TaskSheets sheets, TaskRights rights, ProcessRunner runner, Actor actor) : IRequestHandler<BeginProcess, Answer>
{
    public async Task<Answer> Handle(BeginProcess command, CancellationToken cancellationToken)
    {
        var process = (await sheets.Startable(CandidateWords.Desk, cancellationToken)).FirstOrDefault(one => one.ProcessId == command.ProcessId);
        if (process is null)
        {
            return Answer.No("process.not-found", "Đồng chí chọn một quy trình trong danh sách; quy trình này không có hoặc không bắt đầu bằng tay được.");
        }

        if (!process.Starters.Any((await rights.Me(cancellationToken)).Words.Contains))
        {
            return Answer.No("process.not-yours", $"Quy trình “{process.Name}” do {CandidateWords.Of(string.Join(", ", process.Starters))} bắt đầu. Đồng chí liên hệ để được lập hồ sơ.");
        }

        var title = command.Title.Trim().Normalize();
        if (title.Length is 0 or > CaseFile.LongestTitle)
        {
            return Answer.No("case.title", $"Đồng chí ghi hồ sơ về việc gì (không quá {CaseFile.LongestTitle} ký tự).");
        }

        var file = new CaseFile { Id = Guid.CreateVersion7(actor.Now), OrganizationId = actor.OrganizationId, Title = title, StartedById = actor.PersonId, StartedAt = actor.Now };
        db.Add(file);
        var known = CaseVariables.From(new Dictionary<string, string> { ["title"] = title });
        var instance = await runner.Start(process.ProcessId, actor.OrganizationId, file.Id, actor.PersonId, actor.Now, cancellationToken, known, by: actor.PersonId.ToString());
        file.ProcessInstanceId = instance.Id;
        return Answer.Done(file.Id, $"{actor.Name} bắt đầu quy trình “{process.Name}”: {title}.");
    }
}

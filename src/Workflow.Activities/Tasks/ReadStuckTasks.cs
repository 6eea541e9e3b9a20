using MediatR;
using Workflow.Activities.CaseFiles;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Tasks;

/// <summary>A task that nobody can do today.</summary>
public sealed record StuckRow(Guid Id, string Name, string Subject, string Whom, DateTimeOffset Since, DateTimeOffset? Due, string Why, bool HasPage);

/// <summary>Tasks that nobody can do today, for those who can help.</summary>
[Allow(Office.ChiefOfOffice, Office.OfficeStaff, Office.Administrator)]
public sealed record ReadStuckTasks : IQuery<IReadOnlyList<StuckRow>>;

internal sealed class ReadStuckTasksHandler(WorkflowDbContext db, StuckTasks stuck) : IRequestHandler<ReadStuckTasks, IReadOnlyList<StuckRow>>
{
    public async Task<IReadOnlyList<StuckRow>> Handle(ReadStuckTasks request, CancellationToken cancellationToken)
    {
        var found = await stuck.Find(cancellationToken);
        var titles = await Subjects.Titles(db, [.. found.Select(one => one.Task.SubjectId)], cancellationToken);
        return [.. found.Select(one => new StuckRow(
            one.Task.Id, one.Task.Name, titles.GetValueOrDefault(one.Task.SubjectId, ""), CandidateWords.Of(one.Task.Candidates), one.Task.OpenedAt, one.Task.DueAt, one.Why, StageWork.Passes(one.Task.TaskKey)))];
    }
}

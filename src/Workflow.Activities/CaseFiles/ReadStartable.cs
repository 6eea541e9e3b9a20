using MediatR;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Tasks;
using Workflow.Runtime.Processes;

namespace Workflow.Activities.CaseFiles;

/// <summary>A process that I may begin.</summary>
public sealed record StartableRow(string ProcessId, string Name);

/// <summary>The processes that I may begin.</summary>
[Allow(Everyone = true)]
public sealed record ReadStartable : IQuery<IReadOnlyList<StartableRow>>;

internal sealed class ReadStartableHandler(TaskSheets sheets, TaskRights rights) : IRequestHandler<ReadStartable, IReadOnlyList<StartableRow>>
{
    public async Task<IReadOnlyList<StartableRow>> Handle(ReadStartable request, CancellationToken cancellationToken)
    {
        var words = (await rights.Me(cancellationToken)).Words;
        return [.. (await sheets.Startable(CandidateWords.Desk, cancellationToken)).Where(one => one.Starters.Any(words.Contains)).Select(one => new StartableRow(one.ProcessId, one.Name))];
    }
}

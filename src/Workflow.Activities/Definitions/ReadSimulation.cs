using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Definitions;

/// <summary>Something that may happen next: a button for each answer.</summary>
public sealed record SimulationChoice(string ElementId, string Name, string What, string Whom, DateTimeOffset? Due, IReadOnlyList<(string Answer, string Words)> Answers);

/// <summary>A line of what has happened.</summary>
public sealed record SimulationLine(DateTimeOffset At, string Sentence);

/// <summary>How far the walk is. <paramref name="Passed"/> are elements and flows, <paramref name="Begins"/> the ways to begin, while it has not begun.</summary>
public sealed record SimulationView(
    string Name, string Xml, DateTimeOffset Clock, IReadOnlyList<string> Answers, IReadOnlyList<SimulationChoice> Open, IReadOnlyList<string> Present, IReadOnlyList<string> Passed, IReadOnlyList<SimulationLine> Story,
    IReadOnlyList<(string Name, string Value)> Variables, IReadOnlyList<(string Answer, string Words)> Begins, string Ended, bool IsStuck, string Problem);

/// <summary>A case walked through a drawing or a stored version by these answers; nothing is stored.</summary>
/// <param name="DrawingId">The drawing; empty when it is a stored version.</param>
/// <param name="Hash">The stored version; empty when it is a drawing.</param>
[Allow(Office.Administrator)]
public sealed record ReadSimulation(Guid DrawingId, string Hash, IReadOnlyList<string> Answers, DateTimeOffset From) : IQuery<SimulationView?>;

internal sealed class ReadSimulationHandler(WorkflowDbContext db, Simulation simulation, VisibleDefinitions visible) : IRequestHandler<ReadSimulation, SimulationView?>
{
    public async Task<SimulationView?> Handle(ReadSimulation request, CancellationToken cancellationToken)
    {
        if (request.DrawingId != Guid.Empty)
        {
            return await db.Set<DefinitionDraft>().AsNoTracking().Where(row => row.Id == request.DrawingId).Select(row => row.Xml).SingleOrDefaultAsync(cancellationToken) is { } xml
                ? View(simulation.OfFile(xml, "", request.Answers, request.From))
                : null;
        }

        return await visible.Find(request.Hash, cancellationToken) is null ? null : View(await simulation.OfVersion(request.Hash, request.Answers, request.From, cancellationToken));
    }

    private static SimulationView? View(SimulatedCase? one) => one is null ? null : new(
        one.Name, one.Xml, one.Clock, one.Answers,
        [.. one.Open.Select(open => new SimulationChoice(open.ElementId, open.Name, SimulationWords.What(open), string.Join(", ", open.Whom.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(CandidateWords.Of)), open.Due, [.. open.Answers.Select(answer => (answer.Answer, SimulationWords.Button(open.Wait, answer.Outcome)))]))],
        one.Present, [.. one.Passed, .. one.Taken], [.. one.Story.Select(line => new SimulationLine(line.At, SimulationWords.Sentence(line)))], one.Variables,
        [.. one.Begins.Select(begin => ($":start:{begin.ElementId}", begin.Name))],
        one.End switch { null => "", CaseEnd.Completed => "Hồ sơ thử đã đi đến cuối quy trình.", CaseEnd.Terminated => "Hồ sơ thử kết thúc bằng sự kiện dừng ngay.", CaseEnd.UncaughtError => "Hồ sơ thử kết thúc vì một lỗi không nơi nào xử lý.", _ => "Hồ sơ thử đã bị dừng." },
        one.IsStuck, one.Problem);
}

using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Organizations;
using Workflow.Domain.Profiles;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Routes;

/// <summary>A process to choose; <paramref name="Against"/> says why drafts of the body cannot go by it, empty when they can.</summary>
public sealed record RouteChoice(string ProcessId, string Name, string Against);

/// <summary>What was chosen, when, by whom and why.</summary>
public sealed record RouteChosen(string Process, DateTimeOffset From, string By, string Reason);

/// <summary>The way of a body's drafts.</summary>
public sealed record RouteRow(BodyKind Body, string ProcessId, string Process, IReadOnlyList<RouteChoice> Choices, IReadOnlyList<RouteChosen> History);

/// <summary>By which process new drafts go, for each body.</summary>
[Allow(Office.Administrator)]
public sealed record ReadDraftRoutes : IQuery<IReadOnlyList<RouteRow>>;

internal sealed class ReadDraftRoutesHandler(WorkflowDbContext db, DraftRoutes routes, Actor actor) : IRequestHandler<ReadDraftRoutes, IReadOnlyList<RouteRow>>
{
    public async Task<IReadOnlyList<RouteRow>> Handle(ReadDraftRoutes request, CancellationToken cancellationToken)
    {
        var choices = await routes.Choices(cancellationToken);
        var chosen = await db.Set<DraftRoute>().AsNoTracking().ToListAsync(cancellationToken);
        var people = chosen.Select(one => one.ById).Distinct().ToList();
        var names = await db.Set<Person>().AsNoTracking().Where(person => people.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.FullName, cancellationToken);
        string Name(string process) => choices.FirstOrDefault(one => one.ProcessId == process)?.Name ?? process;
        return [.. DraftRoutes.Bodies.Select(body =>
        {
            var current = DraftRoute.ProcessOf(chosen, body, actor.Now);
            return new RouteRow(
                body, current, Name(current), [.. choices.Select(one => new RouteChoice(one.ProcessId, one.Name, DraftRoutes.Against(one, body)?.Text ?? ""))],
                [.. chosen.Where(one => one.Body == body).OrderByDescending(one => one.From).ThenByDescending(one => one.Id).Select(one => new RouteChosen(Name(one.ProcessId), one.From, names.GetValueOrDefault(one.ById, ""), one.Reason))]);
        })];
    }
}

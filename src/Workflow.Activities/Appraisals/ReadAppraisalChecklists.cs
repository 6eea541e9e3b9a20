using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Organizations;
using Workflow.Domain.Profiles;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Appraisals;

/// <summary>A list: by whom, since when, and whether it is the one of today.</summary>
public sealed record ChecklistRow(Guid Id, DateOnly ValidFrom, string Source, string By, bool IsInForce, IReadOnlyList<ItemSet> Items);

/// <summary>All lists of the organization, the latest day first.</summary>
[Allow(Office.Administrator, Office.ChiefOfOffice)]
public sealed record ReadAppraisalChecklists : IQuery<IReadOnlyList<ChecklistRow>>;

internal sealed class ReadAppraisalChecklistsHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<ReadAppraisalChecklists, IReadOnlyList<ChecklistRow>>
{
    public async Task<IReadOnlyList<ChecklistRow>> Handle(ReadAppraisalChecklists request, CancellationToken cancellationToken)
    {
        var lists = await db.Set<AppraisalChecklist>().AsNoTracking().ToListAsync(cancellationToken);
        var items = (await db.Set<AppraisalItem>().AsNoTracking().OrderBy(item => item.Ordinal).ToListAsync(cancellationToken)).ToLookup(item => item.ChecklistId);
        var people = lists.Select(list => list.ById).ToList();
        var names = await db.Set<Person>().AsNoTracking().Where(person => people.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.FullName, cancellationToken);
        var now = AppraisalChecklist.InForce(lists, actor.Today);
        return [.. lists.OrderByDescending(list => list.ValidFrom).ThenByDescending(list => list.At).ThenByDescending(list => list.Id).Select(list => new ChecklistRow(
            list.Id, list.ValidFrom, list.Source, names.GetValueOrDefault(list.ById, "Phần mềm"), list.Id == now?.Id, [.. items[list.Id].Select(item => new ItemSet(item.Words, item.Part, item.Topic))]))];
    }
}

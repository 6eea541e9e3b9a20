using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Documents.Checks;
using Workflow.Domain.Organizations;
using Workflow.Domain.Profiles;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Administration;

/// <summary>A rule of the checks: what it looks at, whether it is on, and who changed that last.</summary>
public sealed record CheckRow(string Key, string Group, string Name, bool IsOff, DateTimeOffset? Since, string By, string Reason);

/// <summary>All rules in the order in which findings are shown.</summary>
[Allow(Office.Administrator)]
public sealed record ReadChecks : IQuery<IReadOnlyList<CheckRow>>;

internal sealed class ReadChecksHandler(WorkflowDbContext db) : IRequestHandler<ReadChecks, IReadOnlyList<CheckRow>>
{
    public async Task<IReadOnlyList<CheckRow>> Handle(ReadChecks request, CancellationToken cancellationToken)
    {
        var last = (await db.Set<CheckSwitch>().AsNoTracking().ToListAsync(cancellationToken)).GroupBy(one => one.Key, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.MaxBy(one => (one.From, one.Id))!, StringComparer.Ordinal);
        var people = last.Values.Select(one => one.ById).Distinct().ToList();
        var names = await db.Set<Person>().AsNoTracking().Where(person => people.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.FullName, cancellationToken);
        return [.. DocumentChecks.Keys.Select(key => last.GetValueOrDefault(key) is { } set
            ? new CheckRow(key, CheckNames.Group(key), CheckNames.Of(key), set.IsOff, set.From, names.GetValueOrDefault(set.ById, ""), set.Reason)
            : new CheckRow(key, CheckNames.Group(key), CheckNames.Of(key), false, null, "", ""))];
    }
}

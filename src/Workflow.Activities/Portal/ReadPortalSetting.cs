using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Portal;

/// <summary>A time at which the public pages were opened or closed.</summary>
public sealed record PortalSwitchRow(bool IsOn, DateTimeOffset From, string By, string Reason);

/// <summary>Whether the public pages are open, since when and why, and how much stands there.</summary>
public sealed record PortalSettingView(bool IsOn, IReadOnlyList<PortalSwitchRow> History, int Released);

/// <summary>The setting of the public pages, newest first.</summary>
[Allow(Office.Administrator, Office.ChiefOfOffice)]
public sealed record ReadPortalSetting : IQuery<PortalSettingView>;

internal sealed class ReadPortalSettingHandler(WorkflowDbContext db) : IRequestHandler<ReadPortalSetting, PortalSettingView>
{
    private const int MostShown = 50;

    public async Task<PortalSettingView> Handle(ReadPortalSetting request, CancellationToken cancellationToken)
    {
        var rows = await db.Set<PortalSwitch>().AsNoTracking().OrderByDescending(row => row.From).ThenByDescending(row => row.Id).Take(MostShown).ToListAsync(cancellationToken);
        var people = rows.Select(row => row.ById).Distinct().ToList();
        var names = await db.Set<Person>().AsNoTracking().Where(person => people.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.FullName, cancellationToken);
        return new(rows is [{ IsOn: true }, ..], [.. rows.Select(row => new PortalSwitchRow(row.IsOn, row.From, names.GetValueOrDefault(row.ById, ""), row.Reason))], await db.Set<IssuedDocument>().CountAsync(document => document.ReleasedAt != null, cancellationToken));
    }
}

using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Definitions;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Administration;

/// <summary>A stored version of a definition and how many cases are on it.</summary>
public sealed record DefinitionRow(string Hash, string ProcessId, string Name, int Number, DateTimeOffset DeployedAt, string DeployedBy, string Note, VersionState State, int Running, int Ended);

/// <summary>Versions: those that ship, and a page of those that the organization deployed.</summary>
/// <param name="Next">Where the next page begins; null on the last one.</param>
public sealed record DefinitionList(IReadOnlyList<DefinitionRow> Shipped, IReadOnlyList<DefinitionRow> Own, Guid? Next);

/// <summary>Stored versions, the newest first, from behind <paramref name="After"/> on.</summary>
[Allow(Office.Administrator)]
public sealed record ReadDefinitions(Guid? After = null) : IQuery<DefinitionList>;

/// <summary>The file of one definition, as it was deployed.</summary>
[Allow(Office.Administrator)]
public sealed record ReadDefinitionFile(string Hash) : IQuery<Register.PaperFile?>;

internal sealed class ReadDefinitionsHandler(WorkflowDbContext db, DefinitionCatalog catalog, VisibleDefinitions visible) : IRequestHandler<ReadDefinitions, DefinitionList>, IRequestHandler<ReadDefinitionFile, Register.PaperFile?>
{
    public async Task<DefinitionList> Handle(ReadDefinitions request, CancellationToken cancellationToken)
    {
        var own = await Own(request.After, cancellationToken);
        var shipped = request.After is not null ? [] : await Shipped(cancellationToken);
        return new(shipped, [.. own.Take(Paging.Size).Select(one => one.Row)], own.Count > Paging.Size ? own[Paging.Size - 1].Id : null);
    }

    public async Task<Register.PaperFile?> Handle(ReadDefinitionFile request, CancellationToken cancellationToken) =>
        await visible.Find(request.Hash, cancellationToken) is { } definition
            ? new($"{definition.ProcessId}-{definition.Hash[..8]}.bpmn", "application/xml", System.Text.Encoding.UTF8.GetBytes(definition.Xml))
            : null;

    private async Task<IReadOnlyList<DefinitionRow>> Shipped(CancellationToken ct)
    {
        var ids = catalog.Shipped;
        var inUse = ids.Select(catalog.ShippedHash).ToHashSet();
        var rows = await db.Set<StoredDefinition>().AsNoTracking().Where(row => ids.Contains(row.ProcessId)).OrderBy(row => row.ProcessId).ThenByDescending(row => row.DeployedAt).Take(50)
            .Select(row => new { row.Hash, row.ProcessId, row.Name, row.DeployedAt, Running = db.Set<ProcessInstance>().Count(one => one.DefinitionHash == row.Hash && one.EndedAt == null), Ended = db.Set<ProcessInstance>().Count(one => one.DefinitionHash == row.Hash && one.EndedAt != null) }).ToListAsync(ct);
        return [.. rows.Select(row => new DefinitionRow(row.Hash, row.ProcessId, row.Name, 0, row.DeployedAt, "", "", inUse.Contains(row.Hash) ? VersionState.InUse : VersionState.Older, row.Running, row.Ended))];
    }

    // By key, not by number of rows: the tenth page costs what the first does.
    private async Task<IReadOnlyList<(Guid Id, DefinitionRow Row)>> Own(Guid? after, CancellationToken ct)
    {
        var versions = db.Set<DefinitionVersion>().AsNoTracking();
        if (after is { } last && await versions.Where(row => row.Id == last).Select(row => (DateTimeOffset?)row.DeployedAt).SingleOrDefaultAsync(ct) is { } from)
        {
            versions = versions.Where(row => row.DeployedAt < from || (row.DeployedAt == from && row.Id.CompareTo(last) < 0));
        }

        var rows = await versions.OrderByDescending(row => row.DeployedAt).ThenByDescending(row => row.Id).Take(Paging.Size + 1).Select(row => new
        {
            row.Id,
            row.DefinitionHash,
            row.ProcessId,
            row.Name,
            row.Number,
            row.DeployedAt,
            row.Note,
            By = db.Set<Person>().Where(person => person.Id == row.DeployedById).Select(person => person.FullName).FirstOrDefault(),
            Latest = db.Set<LatestDefinition>().Where(latest => latest.ProcessId == row.ProcessId).Select(latest => latest.DefinitionHash).FirstOrDefault(),
            Running = db.Set<ProcessInstance>().Count(one => one.DefinitionHash == row.DefinitionHash && one.EndedAt == null),
            Ended = db.Set<ProcessInstance>().Count(one => one.DefinitionHash == row.DefinitionHash && one.EndedAt != null),
        }).ToListAsync(ct);
        return [.. rows.Select(row => (row.Id, new DefinitionRow(row.DefinitionHash, row.ProcessId, row.Name, row.Number, row.DeployedAt, row.By ?? "Hệ thống", row.Note,
            row.Latest == row.DefinitionHash ? VersionState.InUse : row.Latest is null ? VersionState.Retired : VersionState.Older, row.Running, row.Ended)))];
    }
}

using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Definitions;

/// <summary>Where a version stands.</summary>
public enum VersionState
{
    InUse, Older, Retired,
}

/// <summary>One version: its file, who brought it in, what it hands out, and the cases on it.</summary>
/// <param name="Ships">It came with the program.</param>
/// <param name="Number">Counts the organization's versions of the process; 0 for one that ships.</param>
public sealed record DefinitionView(
    string Hash, string ProcessId, string Name, string Xml, bool Ships, int Number, VersionState State, DateTimeOffset DeployedAt, string DeployedBy, string Note, DateTimeOffset? RetiredAt, string RetiredBy, int Running, int Ended,
    IReadOnlyList<FindingRow> Findings, IReadOnlyList<WorkRow> Work, IReadOnlyList<string> Starts);

/// <summary>One stored version; null when the organization has none such.</summary>
[Allow(Office.Administrator)]
public sealed record ReadDefinition(string Hash) : IQuery<DefinitionView?>;

internal sealed class ReadDefinitionHandler(WorkflowDbContext db, DefinitionCatalog catalog, VisibleDefinitions visible) : IRequestHandler<ReadDefinition, DefinitionView?>
{
    public async Task<DefinitionView?> Handle(ReadDefinition request, CancellationToken cancellationToken)
    {
        if (await visible.Find(request.Hash, cancellationToken) is not { } stored)
        {
            return null;
        }

        var version = await db.Set<DefinitionVersion>().AsNoTracking().SingleOrDefaultAsync(row => row.DefinitionHash == stored.Hash, cancellationToken);
        var ships = catalog.Ships(stored.ProcessId);
        var latest = ships ? catalog.ShippedHash(stored.ProcessId) : await db.Set<LatestDefinition>().Where(row => row.ProcessId == stored.ProcessId).Select(row => row.DefinitionHash).SingleOrDefaultAsync(cancellationToken);
        var people = new[] { version?.DeployedById, version?.RetiredById }.OfType<Guid>().ToList();
        var names = await db.Set<Person>().AsNoTracking().Where(person => people.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.FullName, cancellationToken);
        var cases = await db.Set<ProcessInstance>().AsNoTracking().Where(one => one.DefinitionHash == stored.Hash).GroupBy(one => one.EndedAt == null).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, cancellationToken);
        var process = await catalog.Describe(db, stored.Hash, cancellationToken);
        // That its id ships is no fault of one that shipped; activities bound at its deployment are not in the file.
        var report = ships || stored.Bindings.Length > 0 ? new DeploymentReport([], []) : catalog.Check(stored.Xml);
        string Name(Guid? id) => id is { } one ? names.GetValueOrDefault(one, "Hệ thống") : "";
        return new(
            stored.Hash, stored.ProcessId, stored.Name, stored.Xml, ships, version?.Number ?? 0, latest == stored.Hash ? VersionState.InUse : latest is null ? VersionState.Retired : VersionState.Older,
            version?.DeployedAt ?? stored.DeployedAt, version is null ? "" : Name(version.DeployedById), version?.Note ?? "", version?.RetiredAt, Name(version?.RetiredById),
            cases.GetValueOrDefault(true), cases.GetValueOrDefault(false), DefinitionReport.Rows(report, stored.Xml), DefinitionReport.Rows(process), [.. process.Starts.Select(DefinitionReport.Start)]);
    }
}

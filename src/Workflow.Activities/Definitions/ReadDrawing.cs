using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Definitions;

/// <summary>What deploying a process of a drawing would do.</summary>
/// <param name="InUse">Hash of the version in use; empty for none.</param>
/// <param name="IsSame">The version in use is this very file.</param>
/// <param name="Staying">Running cases that stay on older versions.</param>
public sealed record ComingProcess(
    string ProcessId, string Name, string Hash, string InUse, bool IsSame, int Staying, IReadOnlyList<ChangeRow> Changes, IReadOnlyList<WorkRow> Work, IReadOnlyList<string> Starts);

/// <summary>An element that is new, changed or removed, in words.</summary>
public sealed record ChangeRow(string What, string ElementId, string Name, string Kind);

/// <summary>A drawing, what its reader finds, and what its deployment would do. Looking changes nothing.</summary>
public sealed record DrawingView(Guid Id, string Name, string Xml, int Revision, DateTimeOffset SavedAt, string SavedBy, IReadOnlyList<FindingRow> Findings, bool IsAccepted, IReadOnlyList<ComingProcess> Processes);

/// <summary>One drawing with its dry run.</summary>
[Allow(Office.Administrator)]
public sealed record ReadDrawing(Guid Id) : IQuery<DrawingView?>;

internal sealed class ReadDrawingHandler(WorkflowDbContext db, DefinitionCatalog catalog) : IRequestHandler<ReadDrawing, DrawingView?>
{
    public async Task<DrawingView?> Handle(ReadDrawing request, CancellationToken cancellationToken)
    {
        if (await db.Set<DefinitionDraft>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.Id, cancellationToken) is not { } drawing)
        {
            return null;
        }

        var report = catalog.Check(drawing.Xml);
        var coming = new List<ComingProcess>();
        foreach (var process in report.IsAccepted ? catalog.Describe(drawing.Xml) : [])
        {
            coming.Add(await Coming(drawing.Xml, process, cancellationToken));
        }

        var by = await db.Set<Person>().AsNoTracking().Where(person => person.Id == drawing.SavedById).Select(person => person.FullName).SingleOrDefaultAsync(cancellationToken);
        return new(drawing.Id, drawing.Name, drawing.Xml, drawing.Revision, drawing.SavedAt, by ?? "", DefinitionReport.Rows(report, drawing.Xml), report.IsAccepted, coming);
    }

    private async Task<ComingProcess> Coming(string xml, DescribedProcess process, CancellationToken ct)
    {
        var inUse = await db.Set<LatestDefinition>().AsNoTracking().Where(row => row.ProcessId == process.ProcessId).Select(row => row.DefinitionHash).SingleOrDefaultAsync(ct) ?? "";
        var before = inUse.Length == 0 ? null : await db.Set<StoredDefinition>().AsNoTracking().Where(row => row.Hash == inUse).Select(row => row.Xml).SingleAsync(ct);
        var staying = await db.Set<ProcessInstance>().CountAsync(one => one.EndedAt == null && one.DefinitionHash != process.Hash && db.Set<StoredDefinition>().Any(stored => stored.Hash == one.DefinitionHash && stored.ProcessId == process.ProcessId), ct);
        return new(process.ProcessId, process.Name, process.Hash, inUse, inUse == process.Hash, staying, [.. DefinitionChanges.Between(before, xml, process.ProcessId).Select(DefinitionReport.Change)], DefinitionReport.Rows(process), [.. process.Starts.Select(DefinitionReport.Start)]);
    }
}

using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Administration;

/// <summary>A stored version of a definition and how many cases are on it.</summary>
public sealed record DefinitionRow(string Hash, string ProcessId, string Name, DateTimeOffset DeployedAt, bool IsNewest, int Running, int Ended);

/// <summary>All stored definitions, newest first.</summary>
[Allow(Office.Administrator)]
public sealed record ReadDefinitions : IQuery<IReadOnlyList<DefinitionRow>>;

/// <summary>The file of one definition, as it was deployed.</summary>
[Allow(Office.Administrator)]
public sealed record ReadDefinitionFile(string Hash) : IQuery<Register.PaperFile?>;

internal sealed class ReadDefinitionsHandler(WorkflowDbContext db) : IRequestHandler<ReadDefinitions, IReadOnlyList<DefinitionRow>>, IRequestHandler<ReadDefinitionFile, Register.PaperFile?>
{
    public async Task<IReadOnlyList<DefinitionRow>> Handle(ReadDefinitions request, CancellationToken cancellationToken)
    {
        var rows = await db.Set<StoredDefinition>().AsNoTracking().OrderByDescending(row => row.DeployedAt).ThenBy(row => row.ProcessId).Take(200)
            .Select(row => new { row.Hash, row.ProcessId, row.Name, row.DeployedAt, Running = db.Set<ProcessInstance>().Count(one => one.DefinitionHash == row.Hash && one.EndedAt == null), Ended = db.Set<ProcessInstance>().Count(one => one.DefinitionHash == row.Hash && one.EndedAt != null) }).ToListAsync(cancellationToken);
        var newest = rows.GroupBy(row => row.ProcessId).Select(group => group.First().Hash).ToHashSet();
        return [.. rows.Select(row => new DefinitionRow(row.Hash, row.ProcessId, row.Name, row.DeployedAt, newest.Contains(row.Hash), row.Running, row.Ended))];
    }

    public async Task<Register.PaperFile?> Handle(ReadDefinitionFile request, CancellationToken cancellationToken) =>
        await db.Set<StoredDefinition>().AsNoTracking().SingleOrDefaultAsync(row => row.Hash == request.Hash, cancellationToken) is { } definition
            ? new($"{definition.ProcessId}-{definition.Hash[..8]}.bpmn", "application/xml", System.Text.Encoding.UTF8.GetBytes(definition.Xml))
            : null;
}

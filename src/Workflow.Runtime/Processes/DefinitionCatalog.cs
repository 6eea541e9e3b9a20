using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Workflow.Engine;
using Workflow.Runtime.Storage;

namespace Workflow.Runtime.Processes;

/// <summary>A user-task key that the code knows, with the outcomes it may answer.</summary>
public sealed record DeclaredTask(string Key, params IReadOnlyList<string> Outcomes);

/// <summary>A definition that ships with the program.</summary>
public sealed record ShippedDefinition(string ProcessId, string Xml);

/// <summary>A definition was refused at deployment; the message names element, line and reason.</summary>
public sealed class DeploymentRefusedException(string message) : Exception(message);

/// <summary>Deploys definitions, and keeps parsed ones by hash: they never change.</summary>
public sealed class DefinitionCatalog(IEnumerable<DeclaredTask> tasks, IEnumerable<IActivityDeclaration> activities, IEnumerable<ShippedDefinition> shipped)
{
    private readonly Vocabulary vocabulary = new(
        tasks.ToDictionary(task => task.Key, task => task.Outcomes),
        activities.ToDictionary(activity => activity.Key, activity => activity.Outcomes));

    private readonly Dictionary<string, string> xmlByProcess = shipped.ToDictionary(one => one.ProcessId, one => one.Xml);
    private readonly ConcurrentDictionary<string, ProcessDefinition> newest = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ProcessDefinition> byHash = new(StringComparer.Ordinal);

    /// <summary>Stores the shipped definitions that this database does not hold yet.</summary>
    public async Task Deploy(WorkflowDbContext db, DateTimeOffset at, CancellationToken ct)
    {
        foreach (var xml in xmlByProcess.Values)
        {
            var definition = Parse(xml);
            if (!await db.Set<StoredDefinition>().AnyAsync(row => row.Hash == definition.Hash, ct))
            {
                db.Add(new StoredDefinition { Hash = definition.Hash, ProcessId = definition.ProcessId, Name = definition.Name, Xml = xml, DeployedAt = at });
            }
        }

        await db.SaveChangesAsync(ct);
    }

    /// <summary>The shipped definition of a process, on which new cases start.</summary>
    internal ProcessDefinition Newest(string processId) => newest.GetOrAdd(processId, id => Parse(xmlByProcess[id]));

    internal async ValueTask<ProcessDefinition> Of(WorkflowDbContext db, string hash, CancellationToken ct)
    {
        if (byHash.TryGetValue(hash, out var known))
        {
            return known;
        }

        var xml = await db.Set<StoredDefinition>().Where(row => row.Hash == hash).Select(row => row.Xml).SingleAsync(ct);
        return Parse(xml);
    }

    private ProcessDefinition Parse(string xml)
    {
        var deployment = BpmnReader.Read(xml, vocabulary);
        return deployment.Definition is { } definition
            ? byHash.GetOrAdd(definition.Hash, definition)
            : throw new DeploymentRefusedException(string.Join('\n', deployment.Findings.Select(finding => $"{finding.ElementId} (dòng {finding.Line}): {finding.Message} [{finding.Code}]")));
    }
}

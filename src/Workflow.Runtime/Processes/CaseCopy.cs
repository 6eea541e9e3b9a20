using Microsoft.EntityFrameworkCore;
using Workflow.Engine;
using Workflow.Engine.Scenarios;
using Workflow.Runtime.Storage;

namespace Workflow.Runtime.Processes;

/// <summary>A case as a conformance scenario: file name to text.</summary>
public sealed record CaseScenario(string Name, IReadOnlyDictionary<string, string> Files);

/// <summary>Writes running or ended cases down as tests, without what they say of people.</summary>
public sealed class CaseCopy(WorkflowDbContext db, DefinitionCatalog catalog)
{
    /// <summary>The scenario; null when there is no such case, or when it cannot be told without what was taken out.</summary>
    public async Task<CaseScenario?> Of(Guid instanceId, CancellationToken ct)
    {
        var instance = await db.Set<ProcessInstance>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == instanceId, ct);
        if (instance is null)
        {
            return null;
        }

        var stored = await db.Set<StoredDefinition>().AsNoTracking().SingleAsync(row => row.Hash == instance.DefinitionHash, ct);
        var definition = await catalog.Of(db, instance.DefinitionHash, ct);
        var journal = await db.Set<JournalEntry>().AsNoTracking().Where(row => row.InstanceId == instanceId).OrderBy(row => row.Position).Select(row => row.Trigger).ToListAsync(ct);
        if (ScenarioCopy.Of(definition, stored.Xml, journal.ConvertAll(Trigger.FromJson)) is not { } script)
        {
            return null;
        }

        var words = catalog.WordsOf(stored);
        return new($"{stored.ProcessId}-{stored.Hash[..8]}", new Dictionary<string, string>
        {
            ["model.bpmn"] = stored.Xml,
            ["words.json"] = words.ToJson(),
            ["script.txt"] = script,
            ["transcript.txt"] = new Scenario(words.Definition(stored.Xml)).Play(script),
        });
    }
}

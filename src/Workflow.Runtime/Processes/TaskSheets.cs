using Microsoft.EntityFrameworkCore;
using Workflow.Domain.Forms;
using Workflow.Engine;
using Workflow.Runtime.Storage;

namespace Workflow.Runtime.Processes;

/// <summary>Reads how a task is answered, and what its case knows.</summary>
public sealed class TaskSheets(WorkflowDbContext db, DefinitionCatalog catalog)
{
    /// <summary>The sheet of a task and what the case knows there, its own number and element included.</summary>
    public async Task<(TaskSheet Sheet, CaseVariables Known)> Read(OpenTask task, CancellationToken ct)
    {
        var instance = await db.Set<ProcessInstance>().AsNoTracking().Where(row => row.Id == task.InstanceId).Select(row => new { row.DefinitionHash, row.State }).SingleAsync(ct);
        var form = (await catalog.Of(db, instance.DefinitionHash, ct)).FormOf(task.ElementId) ?? throw new InvalidOperationException($"no task {task.ElementId}");
        var known = InstanceState.FromJson(instance.State).Variables.ToDictionary();
        foreach (var (name, value) in CaseVariables.FromJson(task.Locals).Values)
        {
            known[name] = value;
        }

        return (Sheet(form), new CaseVariables(known));
    }

    /// <summary>Processes that the office deployed and that a person may begin, with the words of who may; none named: <paramref name="otherwise"/>.</summary>
    public async Task<IReadOnlyList<StartableProcess>> Startable(string otherwise, CancellationToken ct)
    {
        var hashes = await db.Set<LatestDefinition>().AsNoTracking().OrderBy(row => row.ProcessId).Select(row => row.DefinitionHash).ToListAsync(ct);
        var found = new List<StartableProcess>();
        foreach (var hash in hashes)
        {
            var definition = await catalog.Of(db, hash, ct);
            if (definition.Starts.Any(start => start.Kind == StartKind.Plain))
            {
                found.Add(new(definition.ProcessId, definition.Name, definition.Starters.Count > 0 ? definition.Starters : [otherwise]));
            }
        }

        return found;
    }

    private static TaskSheet Sheet(TaskForm form) => new(
        [.. form.Outcomes.Select(outcome => new Option(outcome.Key, outcome.Label))],
        [.. form.Fields.Select(field => new Field(field.Name, field.Label, Enum.Parse<Domain.Forms.FieldKind>(field.Kind.ToString()), field.IsRequired, field.IsShown)
        {
            Min = field.Min,
            Max = field.Max,
            Hint = field.Hint,
            Options = [.. field.Options.Select(option => new Option(option.Key, option.Label))],
        })],
        form.IsDelegable);
}

/// <summary>A process that a person may begin.</summary>
public sealed record StartableProcess(string ProcessId, string Name, IReadOnlyList<string> Starters);

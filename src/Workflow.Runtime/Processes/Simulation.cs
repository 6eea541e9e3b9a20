using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Workflow.Engine;
using Workflow.Runtime.Storage;

namespace Workflow.Runtime.Processes;

/// <summary>
/// Walks a case through a definition in memory alone: the list of answers is all there is of it, and each look runs the engine over it
/// again. Nothing is stored, nobody is told, no activity runs.
/// </summary>
public sealed class Simulation(WorkflowDbContext db, DefinitionCatalog catalog)
{
    /// <summary>Most answers of one walk.</summary>
    public const int MaxAnswers = 200;

    /// <summary>Most characters of all answers together: they travel in an address.</summary>
    public const int MaxLength = 5_000;

    /// <summary>Walks through a stored version; null when there is none.</summary>
    public async Task<SimulatedCase?> OfVersion(string hash, IReadOnlyList<string> answers, DateTimeOffset from, CancellationToken ct) =>
        await db.Set<StoredDefinition>().AsNoTracking().SingleOrDefaultAsync(row => row.Hash == hash, ct) is { } stored ? Walk(await catalog.Of(db, hash, ct), stored.Xml, answers, from) : null;

    /// <summary>Walks through a process of a file that is not deployed (the first one unless another is named); null when the file is refused.</summary>
    public SimulatedCase? OfFile(string xml, string processId, IReadOnlyList<string> answers, DateTimeOffset from)
    {
        var definitions = catalog.Definitions(xml);
        return (definitions.FirstOrDefault(one => one.ProcessId == processId) ?? (definitions.Count > 0 ? definitions[0] : null)) is { } definition ? Walk(definition, xml, answers, from) : null;
    }

    internal static SimulatedCase Walk(ProcessDefinition definition, string xml, IReadOnlyList<string> answers, DateTimeOffset from)
    {
        var walk = new SimulatedWalk(definition, from);
        var done = new List<string>();
        var problem = answers.Count > MaxAnswers || answers.Sum(answer => answer.Length) > MaxLength ? $"Lần chạy thử này đã quá dài (tối đa {MaxAnswers} bước). Đồng chí lùi lại hoặc bắt đầu lại." : "";
        foreach (var answer in problem.Length > 0 ? [] : answers)
        {
            problem = Try(walk, answer);
            if (problem.Length > 0)
            {
                break;
            }

            done.Add(answer);
        }

        return walk.Show(xml, done, problem);
    }

    private static string Try(SimulatedWalk walk, string answer)
    {
        try
        {
            return walk.Take(answer);
        }
        catch (ExecutionException error)
        {
            return error.Message;
        }
        catch (JsonException)
        {
            return "Biến không đúng dạng. Mỗi dòng là tên = giá trị, ví dụ: so_tien = 1500";
        }
    }
}

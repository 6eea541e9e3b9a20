using System.Text.Json;

namespace Workflow.Engine.Scenarios;

/// <summary>With which words a scenario's file is read, and which of its processes is meant: a file beside it.</summary>
/// <param name="Process">Id of the process.</param>
/// <param name="Words">Tasks, activities and bindings.</param>
public sealed record ScenarioWords(string Process, Vocabulary Words)
{
    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads the scenario's file. Throws <see cref="InvalidOperationException"/> when it is refused.</summary>
    public ProcessDefinition Definition(string xml)
    {
        var deployment = BpmnReader.Read(xml, Words);
        return deployment.Definitions.FirstOrDefault(one => one.ProcessId == Process) ?? throw new InvalidOperationException(string.Join('\n', deployment.Findings));
    }

    /// <summary>As JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(new Form(Process, Sorted(Words.Tasks), Sorted(Words.Activities), Sorted(Words.Bindings), Words.PlainTasks, Words.Zone), Written) + "\n";

    /// <summary>Reads the file. Throws <see cref="JsonException"/> for anything else.</summary>
    public static ScenarioWords FromJson(string json)
    {
        var form = JsonSerializer.Deserialize<Form>(json, Written) ?? throw new JsonException("no words");
        return new(form.Process, new Vocabulary(form.Tasks, form.Activities) { Bindings = form.Bindings, PlainTasks = form.PlainTasks, Zone = form.Zone });
    }

    private static SortedDictionary<string, T> Sorted<T>(IReadOnlyDictionary<string, T> words) => new(words.ToDictionary(), StringComparer.Ordinal);

    private sealed record Form(string Process, SortedDictionary<string, IReadOnlyList<string>> Tasks, SortedDictionary<string, IReadOnlyList<string>> Activities, SortedDictionary<string, string> Bindings, bool PlainTasks, TimeSpan Zone);
}

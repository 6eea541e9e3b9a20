using System.Text.Json;

namespace Workflow.Integration.Tests.Deaths;

/// <summary>What a process has to tell: stories, each on a database of its own, and at which writes each of them dies.</summary>
/// <param name="Document">Path of the draft that the stories are about.</param>
/// <param name="Folder">Where the stories keep their certificates and write down how they died and ended.</param>
/// <param name="Stories">The stories.</param>
internal sealed record TellingPlan(string Document, string Folder, IReadOnlyList<PlannedStory> Stories)
{
    /// <summary>The draft goes from body to body.</summary>
    public bool ByRounds { get; init; }

    public static TellingPlan Read(string path) => JsonSerializer.Deserialize<TellingPlan>(File.ReadAllText(path))!;

    public void Save(string path) => File.WriteAllText(path, JsonSerializer.Serialize(this));
}

/// <summary>One story.</summary>
/// <param name="Name">Its name, and that of its files.</param>
/// <param name="Connection">Its database.</param>
/// <param name="AfterCommit">Whether it dies when the write is on disk and nobody knows yet; otherwise when all is said and nothing is on disk.</param>
/// <param name="Deaths">The writes at which it dies, once each.</param>
internal sealed record PlannedStory(string Name, string Connection, bool AfterCommit, IReadOnlyList<string> Deaths)
{
    /// <summary>Every write that was seen, a line each.</summary>
    public string WritesFile(TellingPlan plan) => Path.Combine(plan.Folder, Name + ".writes");

    /// <summary>Every death that was died, a line each.</summary>
    public string DeathsFile(TellingPlan plan) => Path.Combine(plan.Folder, Name + ".deaths");

    /// <summary>Every answer that was given, a line each.</summary>
    public string AnswersFile(TellingPlan plan) => Path.Combine(plan.Folder, Name + ".answers");

    /// <summary>How it ended.</summary>
    public string EndFile(TellingPlan plan) => Path.Combine(plan.Folder, Name + ".end");
}

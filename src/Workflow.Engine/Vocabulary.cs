using Workflow.Engine.Conditions;

namespace Workflow.Engine;

/// <summary>What the code knows by key, with the outcomes that each may answer. Anything else is refused at deployment.</summary>
/// <param name="Tasks">User-task key (<c>wf:task</c>) to its outcomes.</param>
/// <param name="Activities">Service-task key (<c>wf:activity</c>) to its outcomes.</param>
public sealed record Vocabulary(
    IReadOnlyDictionary<string, IReadOnlyList<string>> Tasks,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Activities)
{
    /// <summary>
    /// Whether a user task may do without <c>wf:task</c> (it is then answered on a general page, with the outcomes its <c>wf:outcomes</c>
    /// names) and without candidates (whoever may see the case may do it).
    /// </summary>
    public bool PlainTasks { get; init; }

    /// <summary>Whom a task may name as candidates; null: anyone, unchecked, and a plain task may do without.</summary>
    public CandidateVocabulary? Candidates { get; init; }

    /// <summary>Activities that whoever deploys binds to elements by id; they go before what the file says.</summary>
    public IReadOnlyDictionary<string, string> Bindings { get; init; } = new Dictionary<string, string>();

    /// <summary>Offset of the zone in which dates without one and calendar days are meant. Vietnam's unless said otherwise.</summary>
    public TimeSpan Zone { get; init; } = TimerExpression.Vietnam;
}

/// <summary>Whom a task may name as candidates.</summary>
/// <param name="Words">Whole words: <c>role:secretary</c>, <c>drafter</c>.</param>
/// <param name="Kinds">Beginnings after which anything may come: <c>user:</c>.</param>
public sealed record CandidateVocabulary(IReadOnlyList<string> Words, IReadOnlyList<string> Kinds)
{
    /// <summary>Whether a word names someone, as far as one can tell from the word.</summary>
    public bool Knows(string word) => Words.Contains(word) || Kinds.Any(kind => word.StartsWith(kind, StringComparison.Ordinal) && word.Length > kind.Length);
}

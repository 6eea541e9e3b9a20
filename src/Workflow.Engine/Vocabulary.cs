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

    /// <summary>Activities that whoever deploys binds to elements by id; they go before what the file says.</summary>
    public IReadOnlyDictionary<string, string> Bindings { get; init; } = new Dictionary<string, string>();

    /// <summary>Offset of the zone in which dates without one and calendar days are meant. Vietnam's unless said otherwise.</summary>
    public TimeSpan Zone { get; init; } = TimerExpression.Vietnam;
}

namespace Workflow.Engine;

/// <summary>
/// A case cannot go on as things stand: an unknown variable, no flow to take, a limit. The whole act is undone, so the state stays as it
/// was; for a person it is a refusal with a reason, for a timer or an activity an incident that an operator sees.
/// </summary>
/// <param name="code">Stable code, "engine.no-flow".</param>
/// <param name="elementId">Where it happened.</param>
/// <param name="message">Plain Vietnamese sentence that names the element.</param>
public class ExecutionException(string code, string elementId, string message) : InvalidOperationException(message)
{
    /// <summary>Stable code.</summary>
    public string Code => code;

    /// <summary>The element that cannot go on.</summary>
    public string ElementId => elementId;
}

/// <summary>A definition that never comes to rest: a loop without a wait state.</summary>
public sealed class EndlessLoopException(string elementId)
    : ExecutionException("engine.endless-loop", elementId, $"Quy trình lặp mãi không dừng tại “{elementId}”: vòng lặp không có bước chờ nào, hoặc một lần xử lý có quá {StepBuilder.MaxMoves} bước.");

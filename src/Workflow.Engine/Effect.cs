namespace Workflow.Engine;

/// <summary>Something the engine wants done; the runtime turns each into a row.</summary>
public abstract record Effect
{
    /// <summary>A person must work.</summary>
    public sealed record OpenTask(string Token, string ElementId, string TaskKey, string Name, string Candidates) : Effect;

    /// <summary>The machine must work.</summary>
    public sealed record RunActivity(string Token, string ElementId, string ActivityKey, string Name) : Effect;

    /// <summary>Fire me at <paramref name="Due"/> (UTC).</summary>
    public sealed record SetTimer(string Token, string ElementId, DateTimeOffset Due) : Effect;

    /// <summary>The work of this token is withdrawn.</summary>
    public sealed record CloseWork(string Token) : Effect;

    /// <summary>The timer of this token is withdrawn.</summary>
    public sealed record CloseTimer(string Token) : Effect;

    /// <summary>The case has ended.</summary>
    public sealed record Finish(string ElementId, EndKind Kind) : Effect;
}

/// <summary>How a case ended.</summary>
public enum EndKind
{
    /// <summary>Every token reached an end.</summary>
    Completed,

    /// <summary>A terminate end event.</summary>
    Terminated,

    /// <summary>An error that nobody caught: visible, never silent.</summary>
    UncaughtError,

    /// <summary>Taken back by a person.</summary>
    Cancelled,
}

/// <summary>What a step made of a trigger.</summary>
public abstract record StepVerdict
{
    /// <summary>The trigger moved the case.</summary>
    public sealed record Taken : StepVerdict;

    /// <summary>Nothing waits for it any longer; the state is unchanged.</summary>
    public sealed record Ignored : StepVerdict;

    /// <summary>The trigger is wrong (an outcome that nobody declared); the state is unchanged.</summary>
    public sealed record Refused(string Code, string Text) : StepVerdict;
}

/// <summary>New state, what is to be done, and what was made of the trigger.</summary>
public sealed record StepResult(InstanceState State, IReadOnlyList<Effect> Effects, StepVerdict Verdict);

/// <summary>A definition that never comes to rest: a loop without a wait state.</summary>
public sealed class EndlessLoopException(string elementId)
    : InvalidOperationException($"Quy trình lặp mãi không dừng tại “{elementId}”: vòng lặp không có bước chờ nào.");

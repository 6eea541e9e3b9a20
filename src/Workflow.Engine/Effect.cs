namespace Workflow.Engine;

/// <summary>Something the engine wants done; the runtime turns each into a row.</summary>
public abstract record Effect
{
    /// <summary>A person must work.</summary>
    public sealed record OpenTask(string Token, string ElementId, string TaskKey, string Name, string Candidates) : Effect
    {
        /// <summary>The one person it is for; empty when any candidate may take it.</summary>
        public string Assignee { get; init; } = "";

        /// <summary>When it should be done, UTC.</summary>
        public DateTimeOffset? Due { get; init; }

        /// <summary>As the definition says; 50 when it says nothing.</summary>
        public int Priority { get; init; } = 50;

        /// <summary>Key of the page; empty for the general one.</summary>
        public string Form { get; init; } = "";

        /// <summary>Element whose doer must not do this one (four eyes); empty without such a rule.</summary>
        public string NotSameAs { get; init; } = "";

        /// <summary>What only this instance of a multi-instance task knows: its number and its element.</summary>
        public IReadOnlyDictionary<string, Value>? Locals { get; init; }
    }

    /// <summary>The machine must work.</summary>
    public sealed record RunActivity(string Token, string ElementId, string ActivityKey, string Name) : Effect
    {
        /// <summary>What only this instance of a multi-instance activity knows.</summary>
        public IReadOnlyDictionary<string, Value>? Locals { get; init; }
    }

    /// <summary>Fire me at <paramref name="Due"/> (UTC). A token whose timer has fired may ask again: a cycle.</summary>
    public sealed record SetTimer(string Token, string ElementId, DateTimeOffset Due) : Effect;

    /// <summary>The work of this token is withdrawn.</summary>
    public sealed record CloseWork(string Token) : Effect;

    /// <summary>The timer of this token is withdrawn.</summary>
    public sealed record CloseTimer(string Token) : Effect;

    /// <summary>This token waits for a message or a signal of this name; a message must also bear the key, when one is given.</summary>
    public sealed record Subscribe(string Token, string ElementId, Subscription Kind, string Name, string Key) : Effect;

    /// <summary>This token waits for it no longer: it came, or the token was withdrawn.</summary>
    public sealed record Unsubscribe(string Token) : Effect;

    /// <summary>Start a case of the latest version of a process; when it has ended, answer this token.</summary>
    /// <param name="Depth">How many calls stand above the called case.</param>
    public sealed record StartCall(string Token, string ElementId, string ProcessId, IReadOnlyDictionary<string, Value> Variables, int Depth) : Effect;

    /// <summary>The case that this token called is taken back.</summary>
    public sealed record CancelCall(string Token) : Effect;

    /// <summary>Tell every other case that waits for this signal, and start the processes that begin with it. The own case has heard it already.</summary>
    public sealed record BroadcastSignal(string ElementId, string Name) : Effect;

    /// <summary>Give this message to the one case that waits for it, or start a process with it, or keep it a while.</summary>
    public sealed record PublishMessage(string ElementId, string Name, string Key, IReadOnlyDictionary<string, Value> Variables) : Effect;

    /// <summary>An escalation that nobody in this case catches; the case that called it may.</summary>
    public sealed record Escalate(string ElementId, string EscalationCode) : Effect;

    /// <summary>The case has ended.</summary>
    public sealed record Finish(string ElementId, EndKind Kind) : Effect
    {
        /// <summary>The code of the error that nobody caught; the case that called this one may.</summary>
        public string ErrorCode { get; init; } = "";
    }
}

/// <summary>What a token subscribes to.</summary>
public enum Subscription
{
    /// <summary>Point to point.</summary>
    Message,

    /// <summary>To all.</summary>
    Signal,
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
public sealed record StepResult(InstanceState State, IReadOnlyList<Effect> Effects, StepVerdict Verdict)
{
    /// <summary>Elements completed in this step, in order, each as often as it was; one for each instance of a multi-instance activity. Not part of the state.</summary>
    public IReadOnlyList<string> Passed { get; init; } = [];

    /// <summary>Flows taken in this step, in order.</summary>
    public IReadOnlyList<string> Taken { get; init; } = [];
}

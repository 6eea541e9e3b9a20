namespace Workflow.Runtime.Processes;

/// <summary>A service-task key that the code knows, with the outcomes it may answer.</summary>
public interface IActivityDeclaration
{
    /// <summary>The key in <c>wf:activity</c>.</summary>
    string Key { get; }

    /// <summary>The outcomes it may answer.</summary>
    IReadOnlyList<string> Outcomes { get; }
}

/// <summary>
/// Work that the machine does. It changes tracked rows and never saves: its rows, its outcome and "done" are one save.
/// It may be run twice and must come to the same end.
/// </summary>
public interface IActivity : IActivityDeclaration
{
    /// <summary>Does the work.</summary>
    Task<ActivityResult> Run(ActivityRun run, CancellationToken ct);
}

/// <summary>What an activity works on.</summary>
/// <param name="MessageId">Key under which an outside system can recognise a repetition.</param>
/// <param name="OrganizationId">The organization.</param>
/// <param name="SubjectId">The draft.</param>
/// <param name="Now">The instant of this run.</param>
public sealed record ActivityRun(Guid MessageId, Guid OrganizationId, Guid SubjectId, DateTimeOffset Now)
{
    /// <summary>The element of the definition at which it runs.</summary>
    public string ElementId { get; init; } = "";

    /// <summary>Reads what the case knows at this element. Asked for only by those who need it: it is a trip to the database.</summary>
    public Func<CancellationToken, Task<CaseVariables>> ReadVariables { get; init; } = _ => Task.FromResult(CaseVariables.FromJson(""));
}

/// <summary>How an activity ended: an outcome and a sentence for the log, or an error code for the error boundary event.</summary>
public sealed record ActivityResult(string? Outcome, string? ErrorCode, string Text)
{
    /// <summary>What it found out; becomes variables of the case.</summary>
    public CaseVariables? Variables { get; init; }

    /// <summary>It is done.</summary>
    public static ActivityResult Done(string text, string outcome = "done") => new(outcome, null, text);

    /// <summary>It cannot be done as things stand; people must act.</summary>
    public static ActivityResult Failed(string errorCode, string text) => new(null, errorCode, text);
}

using Workflow.Domain;

namespace Workflow.Runtime.Processes;

/// <summary>A definition as deployed; found by hash and never changed.</summary>
public sealed class StoredDefinition
{
    public required string Hash { get; init; }
    public required string ProcessId { get; init; }
    public required string Name { get; init; }
    public required string Xml { get; init; }
    public required DateTimeOffset DeployedAt { get; init; }

    /// <summary>Activities that whoever deployed it bound to elements: JSON object, empty for none.</summary>
    public string Bindings { get; init; } = "";
}

/// <summary>A running or ended case: one row of state, which stays on the definition it began with.</summary>
public sealed class ProcessInstance : IOfOrganization
{
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required string DefinitionHash { get; init; }

    /// <summary>What the case is about: the draft.</summary>
    public required Guid SubjectId { get; init; }
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Under which people outside know the case; may be empty.</summary>
    public string BusinessKey { get; init; } = "";

    /// <summary>The case that called this one and its token that waits for it; empty when nobody did.</summary>
    public Guid? CallerInstanceId { get; init; }
    public string CallerToken { get; init; } = "";

    /// <summary>How many calls stand above it.</summary>
    public int Depth { get; init; }
    public string State { get; set; } = "";

    /// <summary>Number of journalled triggers; the concurrency token.</summary>
    public int Position { get; set; }
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>How it ended; null while it runs.</summary>
    public CaseEnd? End { get; set; }

    /// <summary>Since when an operator holds it: nobody's answer moves it, no timer fires, the machine does nothing for it.</summary>
    public DateTimeOffset? SuspendedAt { get; set; }
}

/// <summary>How a case ended.</summary>
public enum CaseEnd
{
    Completed, Terminated, UncaughtError, Cancelled,
}

/// <summary>One trigger that moved an instance; append-only, keyed by instance and position.</summary>
public sealed class JournalEntry : IOfOrganization
{
    public required Guid OrganizationId { get; init; }
    public required Guid InstanceId { get; init; }
    public required int Position { get; init; }
    public required string Trigger { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Who caused it; empty for the machine.</summary>
    public required Guid ActorId { get; init; }
}

/// <summary>Work that waits for a person.</summary>
public sealed class OpenTask : IOfOrganization
{
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid InstanceId { get; init; }
    public required Guid SubjectId { get; init; }
    public required string Token { get; init; }
    public required string ElementId { get; init; }
    public required string TaskKey { get; init; }
    public required string Name { get; init; }
    public required string Candidates { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>Who moved the case here; empty for the machine.</summary>
    public required Guid OpenedById { get; init; }
    public DateTimeOffset? DueAt { get; set; }

    /// <summary>The one person it is for; empty when any candidate may take it.</summary>
    public string Assignee { get; init; } = "";
    public int Priority { get; init; } = 50;

    /// <summary>Its place among the tasks of who does it, most urgent first; see <see cref="Urgency"/>.</summary>
    public DateTimeOffset UrgentAt { get; init; }

    /// <summary>Key of the page; empty for the general one.</summary>
    public string Form { get; init; } = "";

    /// <summary>Element whose doer must not do this one; empty without such a rule.</summary>
    public string NotSameAs { get; init; } = "";

    /// <summary>What only this one of several knows, its number and its element: JSON object, empty for none.</summary>
    public string Locals { get; init; } = "";
    public DateTimeOffset? ClosedAt { get; private set; }
    public Guid? ClosedById { get; set; }

    /// <summary>Who has taken it, or was given it: nobody else completes it. Empty while any candidate may take it.</summary>
    public Guid? HolderId { get; private set; }
    public DateTimeOffset? HeldAt { get; private set; }

    /// <summary>Who passed it to the holder, and may call it back.</summary>
    public Guid? GivenById { get; private set; }

    /// <summary>In whose place the holder does it, or who completed it did: who is absent, or who passed it on.</summary>
    public Guid? ForId { get; set; }

    /// <summary>What the one who passed it on or completed it wrote.</summary>
    public string Note { get; set; } = "";

    /// <summary>The outcome; empty when the work was withdrawn, by a timer for instance.</summary>
    public string Outcome { get; set; } = "";

    /// <summary>How often it was taken, given, given back or closed: of two such acts at once the second finds another number and begins again.</summary>
    public int Turns { get; private set; }

    /// <summary>Nobody does it any more.</summary>
    public void Close(DateTimeOffset at)
    {
        ClosedAt = at;
        Turns++;
    }

    /// <summary>Who does it from now on; null: any candidate may take it.</summary>
    public void Hold(Guid? holder, DateTimeOffset now, Guid? givenBy = null, Guid? inPlaceOf = null, string note = "")
    {
        (HolderId, HeldAt, GivenById, ForId, Note) = (holder, holder is null ? null : now, givenBy, inPlaceOf, note);
        Turns++;
    }
}

/// <summary>One of several candidates of an open task; a task with a single one has no such row, and a closed task has none.</summary>
public sealed class TaskCandidate : IOfOrganization
{
    public required Guid TaskId { get; init; }
    public required Guid OrganizationId { get; init; }
    public required string Word { get; init; }
    public required DateTimeOffset UrgentAt { get; init; }
}

/// <summary>
/// Who stands in for whom on a task: resolved when the task opened, or by the act that recorded the absence while it was open. What becomes of the
/// absence later moves the row only by an act of its own that says so in the story.
/// </summary>
public sealed class TaskSubstitute : IOfOrganization
{
    public required Guid TaskId { get; init; }
    public required Guid AbsenceId { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid AbsentId { get; init; }
    public required Guid SubstituteId { get; init; }

    /// <summary>From then on the substitute may do it too.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>From then on no more, unless the substitute has taken it before.</summary>
    public required DateTimeOffset Until { get; set; }
}

/// <summary>Where a timer stands.</summary>
public enum TimerState
{
    Waiting, Held, Fired, Withdrawn,
}

/// <summary>A timer of a case.</summary>
public sealed class ProcessTimer : IOfOrganization
{
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid InstanceId { get; init; }
    public required string Token { get; init; }
    public required string ElementId { get; init; }
    public required DateTimeOffset DueAt { get; set; }
    public TimerState State { get; set; } = TimerState.Waiting;

    /// <summary>A host is firing it until then.</summary>
    public DateTimeOffset? LeasedUntil { get; set; }
}

/// <summary>Work that waits for the machine.</summary>
public sealed class OutboxMessage : IOfOrganization
{
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid InstanceId { get; init; }
    public required Guid SubjectId { get; init; }
    public required string Token { get; init; }
    public required string ElementId { get; init; }
    public required string ActivityKey { get; init; }
    public required string Name { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>What only this one of several knows: JSON object, empty for none.</summary>
    public string Locals { get; init; } = "";
    public DateTimeOffset NotBefore { get; set; }
    public int Attempts { get; set; }
    public DateTimeOffset? LeasedUntil { get; set; }
    public Guid? LeasedBy { get; set; }
    public DateTimeOffset? DoneAt { get; set; }

    /// <summary>Set when the machine gave up: an incident that an operator must look at.</summary>
    public DateTimeOffset? FailedAt { get; set; }
    public string LastError { get; set; } = "";
}

/// <summary>An act that was carried out, by the key its form carried: a second sending gets the first answer.</summary>
public sealed class CommandRecord : IOfOrganization
{
    public required Guid CommandId { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid ActorId { get; init; }
    public required string Command { get; init; }
    public required string Answer { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>The act's place in the log; written with it.</summary>
    public long Receipt { get; init; }
}

namespace Workflow.Runtime.Outbox;

/// <summary>Work that recurs: looked at every second, by every host; what is done once is decided by rows.</summary>
public interface IDueWork
{
    /// <summary>Does what is due; answers how much that was.</summary>
    Task<int> RunDue(CancellationToken ct);
}

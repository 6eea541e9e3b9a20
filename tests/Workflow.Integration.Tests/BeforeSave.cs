using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Workflow.Integration.Tests;

/// <summary>Lets a test do something between the moment when a host has read and the moment when it writes.</summary>
internal sealed class BeforeSave : SaveChangesInterceptor
{
    private Func<Task>? next;

    /// <summary>Saves begun so far.</summary>
    public int Saves { get; private set; }

    /// <summary>What the next save finds done.</summary>
    public void Once(Func<Task> meanwhile) => next = meanwhile;

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Saves++;
        if (Interlocked.Exchange(ref next, null) is { } meanwhile)
        {
            await meanwhile();
        }

        cancellationToken.ThrowIfCancellationRequested();
        return result;
    }
}

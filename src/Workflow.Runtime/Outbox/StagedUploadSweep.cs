using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Domain.Drafts;
using Workflow.Domain.Exchange;
using Workflow.Domain.Issuing;
using Workflow.Runtime.Storage;

namespace Workflow.Runtime.Outbox;

/// <summary>Deletes files that waited too long for their sender to store them.</summary>
public sealed class StagedUploadSweep(IServiceScopeFactory scopes, TimeProvider clock)
{
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(10);

    private DateTimeOffset next;

    /// <summary>Looks when it is time to; answers how many went.</summary>
    public async Task<int> RunDue(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (now < next)
        {
            return 0;
        }

        next = now + Between;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkflowDbContext>();
        var limit = now - StagedUpload.Kept;
        var registers = now - StagedRegister.Kept;
        var packages = now - StagedPackage.Kept;
        return await db.Set<StagedUpload>().IgnoreQueryFilters().Where(upload => upload.At < limit).ExecuteDeleteAsync(ct)
            + await db.Set<StagedRegister>().IgnoreQueryFilters().Where(upload => upload.At < registers).ExecuteDeleteAsync(ct)
            + await db.Set<StagedPackage>().IgnoreQueryFilters().Where(upload => upload.At < packages).ExecuteDeleteAsync(ct);
    }
}

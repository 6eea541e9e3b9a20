using Microsoft.Extensions.Diagnostics.HealthChecks;
using Workflow.Runtime.Storage;

namespace Workflow.Host;

/// <summary>Ready means that the database answers.</summary>
internal sealed class DatabaseCheck(WorkflowDbContext db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await db.Database.CanConnectAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy();
}

using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;

namespace Workflow.Runtime.Storage.SqlServer;

/// <summary>The model on SQL Server.</summary>
public sealed class SqlServerContext(DbContextOptions<SqlServerContext> options, CurrentOrganization current)
    : WorkflowDbContext(options, current)
{
    internal override FormattableString ClaimOutbox(DateTimeOffset now, DateTimeOffset leaseUntil, Guid worker, int limit) =>
        FormattableStringFactory.Create(
            """
            UPDATE due SET [LeasedUntil] = {1}, [LeasedBy] = {2}
            FROM (
              SELECT TOP ({3}) * FROM [OutboxMessage] WITH (UPDLOCK, READPAST, ROWLOCK)
              WHERE [DoneAt] IS NULL AND [FailedAt] IS NULL AND [NotBefore] <= {0} AND ([LeasedUntil] IS NULL OR [LeasedUntil] <= {0})
              ORDER BY [NotBefore], [Id]) AS due
            """,
            now, leaseUntil, worker, limit);
}

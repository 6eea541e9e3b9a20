using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;

namespace Workflow.Runtime.Storage.PostgreSql;

/// <summary>The model on PostgreSQL.</summary>
public sealed class PostgreSqlContext(DbContextOptions<PostgreSqlContext> options, CurrentOrganization current)
    : WorkflowDbContext(options, current)
{
    internal override FormattableString ClaimOutbox(DateTimeOffset now, DateTimeOffset leaseUntil, Guid worker, int limit) =>
        FormattableStringFactory.Create(
            """
            UPDATE "OutboxMessage" SET "LeasedUntil" = {1}, "LeasedBy" = {2}
            WHERE "Id" IN (
              SELECT "Id" FROM "OutboxMessage"
              WHERE "DoneAt" IS NULL AND "FailedAt" IS NULL AND "NotBefore" <= {0} AND ("LeasedUntil" IS NULL OR "LeasedUntil" <= {0})
              ORDER BY "NotBefore", "Id" LIMIT {3} FOR UPDATE SKIP LOCKED)
            """,
            now, leaseUntil, worker, limit);
}

using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;

namespace Workflow.Runtime.Storage.PostgreSql;

/// <summary>The model on PostgreSQL.</summary>
public sealed class PostgreSqlContext(DbContextOptions<PostgreSqlContext> options) : WorkflowDbContext(options)
{
    internal override string CommitInSameTrip => "COMMIT";

    internal override string OneClaimAtATime => "SELECT pg_advisory_xact_lock(7412002)";

    internal override FormattableString ClaimOutbox(DateTimeOffset now, DateTimeOffset leaseUntil, Guid worker, int limit) =>
        FormattableStringFactory.Create(
            """
            UPDATE "OutboxMessage" SET "LeasedUntil" = {1}, "LeasedBy" = {2}
            WHERE "Id" IN (
              SELECT "Id" FROM "OutboxMessage" AS due
              WHERE "DoneAt" IS NULL AND "FailedAt" IS NULL AND "NotBefore" <= {0} AND ("LeasedUntil" IS NULL OR "LeasedUntil" <= {0})
                AND NOT EXISTS (
                  SELECT 1 FROM "OutboxMessage" AS other
                  WHERE other."InstanceId" = due."InstanceId" AND other."DoneAt" IS NULL AND other."LeasedUntil" > {0})
              ORDER BY "NotBefore", "Id" LIMIT {3} FOR UPDATE SKIP LOCKED)
            RETURNING "Id", "InstanceId"
            """,
            now, leaseUntil, worker, limit);

    internal override FormattableString ClaimTimers(DateTimeOffset now, DateTimeOffset leaseUntil, int limit) =>
        FormattableStringFactory.Create(
            """
            UPDATE "ProcessTimer" SET "LeasedUntil" = {1}
            WHERE "Id" IN (
              SELECT "Id" FROM "ProcessTimer"
              WHERE "State" = 'Waiting' AND "DueAt" <= {0} AND ("LeasedUntil" IS NULL OR "LeasedUntil" <= {0})
              ORDER BY "DueAt" LIMIT {2} FOR UPDATE SKIP LOCKED)
            RETURNING "Id" AS "Value"
            """,
            now, leaseUntil, limit);

    internal override string AppendEntry(int n, bool withRecord, bool flushedLater) =>
        $"""
        WITH head AS (
          UPDATE "AuditHead" SET "Position" = "Position" + 1, "PreviousHash" = "Hash", "Hash" = encode(sha256(
            @before{n} || convert_to(length(("Position" + 1)::text) || ':' || ("Position" + 1) || ';', 'UTF8')
            || @middle{n} || convert_to(length("Hash") || ':' || "Hash" || ';', 'UTF8')), 'hex')
          WHERE "OrganizationId" = @organization{n}
          RETURNING "Position", "PreviousHash", "Hash"
        ), entry AS (
          INSERT INTO "AuditEntry" ("OrganizationId", "Position", "At", "ActorId", "ActorName", "Act", "SubjectId", "Text", "PreviousHash", "Hash")
          SELECT @organization{n}, head."Position", @at{n}, @actor{n}, @name{n}, @act{n}, @subject{n}, @text{n}, head."PreviousHash", head."Hash"
          FROM (VALUES (1)) AS always LEFT JOIN head ON true
          RETURNING "Position"
        ){(withRecord ? Record(n) : "")}
        SELECT "Position"{(flushedLater ? ", set_config('synchronous_commit', 'off', true)" : "")} FROM entry
        """;

    private static string Record(int n) =>
        $"""
        , record AS (
          INSERT INTO "CommandRecord" ("CommandId", "OrganizationId", "ActorId", "Command", "Answer", "At", "Receipt")
          SELECT @command{n}, @organization{n}, @actor{n}, @act{n}, @answer{n}, @at{n}, "Position" FROM entry)
        """;
}

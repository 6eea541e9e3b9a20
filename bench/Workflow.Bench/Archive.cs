using Npgsql;

namespace Workflow.Bench;

/// <summary>Makes an archive: copies of a case that ended, with its journal, its tasks and its log entries, under new ids.</summary>
internal static class Archive
{
    public static async Task Fill(NpgsqlDataSource source, Guid organization, int cases)
    {
        // The copied log entries hang under an organization of their own: a chain cannot be copied, only its size matters here.
        // Ids begin with the time, as the program makes them: they fill an index from left to right.
        const string id = "(lpad(to_hex((extract(epoch FROM clock_timestamp()) * 1000)::bigint), 12, '0') || '7' || substr(md5(random()::text), 1, 3) || 'a' || substr(md5(random()::text), 1, 15))::uuid";
        const string copy =
            $"""
            WITH model AS MATERIALIZED (
              SELECT * FROM "ProcessInstance" WHERE "OrganizationId" = $1 AND "EndedAt" IS NOT NULL ORDER BY "StartedAt" LIMIT 1
            ), made AS MATERIALIZED (
              SELECT {id} AS id, {id} AS subject, n FROM generate_series($2::bigint, $3::bigint) AS n
            ), instances AS (
              INSERT INTO "ProcessInstance" ("Id", "OrganizationId", "DefinitionHash", "SubjectId", "StartedAt", "BusinessKey", "CallerToken", "Depth", "State", "Position", "EndedAt")
              SELECT made.id, "OrganizationId", "DefinitionHash", made.subject, "StartedAt", "BusinessKey", "CallerToken", "Depth", "State", "Position", "EndedAt" FROM model, made
            ), journal AS (
              INSERT INTO "JournalEntry" ("InstanceId", "Position", "OrganizationId", "Trigger", "At", "ActorId")
              SELECT made.id, entry."Position", entry."OrganizationId", entry."Trigger", entry."At", entry."ActorId"
              FROM made, model JOIN "JournalEntry" AS entry ON entry."InstanceId" = model."Id"
            ), tasks AS (
              INSERT INTO "OpenTask" ("Id", "OrganizationId", "InstanceId", "SubjectId", "Token", "ElementId", "TaskKey", "Name", "Candidates", "Assignee", "Priority", "Form", "NotSameAs", "Locals", "OpenedAt", "OpenedById", "DueAt", "ClosedAt", "ClosedById", "Outcome", "UrgentAt", "Note", "Turns")
              SELECT {id}, task."OrganizationId", made.id, made.subject, "Token", "ElementId", "TaskKey", "Name", "Candidates", "Assignee", "Priority", "Form", "NotSameAs", "Locals", "OpenedAt", "OpenedById", "DueAt", "ClosedAt", "ClosedById", "Outcome", "UrgentAt", "Note", "Turns"
              FROM made, model JOIN "OpenTask" AS task ON task."InstanceId" = model."Id"
            )
            INSERT INTO "AuditEntry" ("OrganizationId", "Position", "At", "ActorId", "ActorName", "Act", "SubjectId", "Text", "PreviousHash", "Hash")
            SELECT $4, made.n * 4 + step, "StartedAt", made.id, 'Nguyễn Văn A', 'CompleteTask', made.subject, 'Đã hoàn thành công việc.', repeat('a', 64), repeat('b', 64)
            FROM made, model, generate_series(0, 3) AS step
            """;
        var other = Guid.CreateVersion7();
        const int batch = 20_000;
        for (var from = 0; from < cases; from += batch)
        {
            await using var command = source.CreateCommand(copy);
            command.CommandTimeout = 600;
            object[] values = [organization, (long)from, (long)Math.Min(from + batch, cases) - 1, other];
            foreach (var value in values)
            {
                command.Parameters.Add(new NpgsqlParameter { Value = value });
            }

            await command.ExecuteNonQueryAsync();
        }

        // What the filling left to be written must not be written while an act is measured.
        foreach (var settle in new[] { "VACUUM ANALYZE", "CHECKPOINT" })
        {
            await using var command = source.CreateCommand(settle);
            command.CommandTimeout = 600;
            await command.ExecuteNonQueryAsync();
        }
    }
}

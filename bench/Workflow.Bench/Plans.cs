using Npgsql;

namespace Workflow.Bench;

/// <summary>How PostgreSQL finds the rows of the hot queries; with an archive in the tables none may read a whole one.</summary>
internal static class Plans
{
    private static readonly (string What, string Sql)[] Hot =
    [
        ("a task and its case, by task", """SELECT * FROM "OpenTask" t JOIN "ProcessInstance" i ON t."InstanceId" = i."Id" AND i."OrganizationId" = t."OrganizationId" WHERE t."Id" = @id AND t."OrganizationId" = @organization"""),
        ("a task and its case, by subject", """SELECT * FROM "OpenTask" t JOIN "ProcessInstance" i ON t."InstanceId" = i."Id" AND i."OrganizationId" = t."OrganizationId" WHERE t."SubjectId" = @id AND t."TaskKey" = 'work' AND t."ClosedAt" IS NULL AND t."OrganizationId" = @organization"""),
        ("open tasks of a group on a subject", """SELECT * FROM "OpenTask" WHERE "SubjectId" = @id AND "ClosedAt" IS NULL AND "Candidates" = 'group-0' AND "OrganizationId" = @organization ORDER BY "Id" """),
        ("what waits for a group, most urgent", """SELECT "Id" FROM "OpenTask" WHERE "ClosedAt" IS NULL AND "Candidates" = 'group-0' AND "OrganizationId" = @organization ORDER BY "UrgentAt", "Id" LIMIT 21"""),
        ("due timers", """SELECT "Id" FROM "ProcessTimer" WHERE "State" = 'Waiting' AND "DueAt" <= now() AND ("LeasedUntil" IS NULL OR "LeasedUntil" <= now()) ORDER BY "DueAt" LIMIT 100 FOR UPDATE SKIP LOCKED"""),
        ("due messages", """SELECT "Id" FROM "OutboxMessage" d WHERE "DoneAt" IS NULL AND "FailedAt" IS NULL AND "NotBefore" <= now() ORDER BY "NotBefore", "Id" LIMIT 16 FOR UPDATE SKIP LOCKED"""),
        ("history of a subject, newest first", """SELECT * FROM "AuditEntry" WHERE "SubjectId" = @id AND "OrganizationId" = @organization ORDER BY "Position" DESC LIMIT 200"""),
    ];

    public static async Task Print(NpgsqlDataSource source, Guid organization)
    {
        Console.WriteLine("How the hot queries find their rows:");
        foreach (var (what, sql) in Hot)
        {
            await using var command = source.CreateCommand("EXPLAIN (COSTS OFF) " + sql);
            if (sql.Contains("@id", StringComparison.Ordinal))
            {
                command.Parameters.AddWithValue("id", Guid.CreateVersion7());
            }

            if (sql.Contains("@organization", StringComparison.Ordinal))
            {
                command.Parameters.AddWithValue("organization", organization);
            }

            var scans = new List<string>();
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                var line = reader.GetString(0).Trim().TrimStart('-', '>', ' ');
                if (line.Contains("Scan", StringComparison.Ordinal))
                {
                    scans.Add(line);
                }
            }

            Console.WriteLine($"  {what,-36} {string.Join("; ", scans)}");
        }
    }
}

using Microsoft.EntityFrameworkCore;
using Workflow.Runtime.Audit;
using Xunit;

namespace Workflow.Integration.Tests;

/// <summary>Whoever changes the log in the database itself is found, and the first bad entry is named.</summary>
[Collection("cluster")]
public sealed class AuditChainTests(TestCluster cluster)
{
    [Theory]
    [InlineData("""UPDATE "AuditEntry" SET "Text" = 'khác' WHERE "Position" = 4""", 4)]
    [InlineData("""UPDATE "AuditEntry" SET "ActorName" = 'Trần Văn B' WHERE "Position" = 1""", 1)]
    [InlineData("""UPDATE "AuditEntry" SET "At" = "At" + interval '1 microsecond' WHERE "Position" = 8""", 8)]
    [InlineData("""DELETE FROM "AuditEntry" WHERE "Position" = 1""", 1)]
    [InlineData("""DELETE FROM "AuditEntry" WHERE "Position" = 5""", 5)]
    [InlineData("""DELETE FROM "AuditEntry" WHERE "Position" = 8""", 8)]
    [InlineData("""DELETE FROM "AuditEntry" WHERE "Position" > 6""", 7)]
    [InlineData("""UPDATE "AuditEntry" SET "Position" = -3 WHERE "Position" = 3; UPDATE "AuditEntry" SET "Position" = 3 WHERE "Position" = 4; UPDATE "AuditEntry" SET "Position" = 4 WHERE "Position" = -3""", 3)]
    [InlineData("""INSERT INTO "AuditEntry" SELECT "OrganizationId", 9, "At", "ActorId", "ActorName", "Act", "SubjectId", 'thêm', "Hash", repeat('a', 64) FROM "AuditEntry" WHERE "Position" = 8""", 9)]
    [InlineData("""UPDATE "AuditHead" SET "Hash" = repeat('a', 64)""", 9)]
    public async Task A_change_of_the_log_itself_names_the_first_bad_entry(string change, long bad)
    {
        await using var world = await RuntimeWorld.Open(cluster, await cluster.Copy());
        for (var act = 0; act < 8; act++)
        {
            await world.Start("task");
        }

        Assert.Equal(8, await world.Look(db => db.Set<AuditEntry>().CountAsync()));
        Assert.Null(await world.FirstBadEntry());
        await world.Look(db => db.Database.ExecuteSqlRawAsync(change));
        Assert.Equal(bad, await world.FirstBadEntry());
    }
}

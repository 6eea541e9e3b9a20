using Microsoft.EntityFrameworkCore;
using Workflow.Domain.Distribution;
using Workflow.Domain.Issuing;
using Workflow.Host.Commands;
using Workflow.Runtime.Audit;
using Workflow.Runtime.Processes;
using Xunit;
using Xunit.Abstractions;

namespace Workflow.Integration.Tests.Processes;

[Collection("another cluster")]
public sealed class TwoHostsTests(TestCluster cluster, ITestOutputHelper output)
{
    private const int Stories = 4;

    [Fact]
    public async Task Two_hosts_share_the_work_of_one_database_and_every_story_ends_once()
    {
        var database = await cluster.Copy();
        var folder = Directory.CreateTempSubdirectory("workflow-two-").FullName;
        await using (await HostProcess.Start(Path.Combine(folder, "a"), cluster.Cluster.ConnectionString(database)))
        await using (await HostProcess.Start(Path.Combine(folder, "b"), cluster.Cluster.ConnectionString(database)))
        await using (var world = await DemoWorld.Create(cluster.Sample, cluster.Cluster, database))
        {
            world.HasMachine = false;
            await Task.WhenAll(Enumerable.Range(0, Stories).Select(_ => new DemoStory(world, cluster.Sample, "nghi-quyet-mau.txt", cluster.SampleBytes, "") { Quiet = true, Settle = () => Idle(world) }.Tell()));
            await Idle(world);
            await world.Look(async db =>
            {
                var work = await db.Set<OutboxMessage>().ToListAsync();
                output.WriteLine(string.Join(", ", work.CountBy(row => $"{row.LeasedBy}"[..8]).Select(host => $"host {host.Key}: {host.Value}")));
                // Claimed by one host only, and carried out at the first try.
                Assert.All(work, row => Assert.Equal((1, "", null), (row.Attempts, row.LastError, row.FailedAt)));
                Assert.All(work.CountBy(row => row.ActivityKey), activity => Assert.Equal(Stories, activity.Value));
                Assert.Equal(Enumerable.Range(1, Stories), await db.Set<IssuedDocument>().OrderBy(row => row.Number).Select(row => row.Number).ToListAsync());
                Assert.Equal(Stories * 3, await db.Set<IssuedFile>().CountAsync());
                Assert.Single((await db.Set<Dispatch>().GroupBy(row => row.IssuedDocumentId).Select(group => group.Count()).ToListAsync()).Distinct());
                var acts = await db.Set<AuditEntry>().Where(entry => entry.ActorId == Guid.Empty).GroupBy(entry => entry.Act).Select(group => new { group.Key, Count = group.Count() }).ToListAsync();
                Assert.All(acts, act => Assert.Equal(Stories, act.Count));
                Assert.Contains("render-and-sign", acts.Select(act => act.Key));
                Assert.Null(await AuditTrail.FirstBadEntry(db, world.OrganizationId, default));
                return true;
            });
        }

        Directory.Delete(folder, recursive: true);
    }

    private static async Task Idle(DemoWorld world)
    {
        for (var tries = 0; await world.Look(db => db.Set<OutboxMessage>().AnyAsync(row => row.DoneAt == null)); tries++)
        {
            Assert.True(tries < 600, "the machine's work was not done in a minute");
            await Task.Delay(100);
        }
    }
}

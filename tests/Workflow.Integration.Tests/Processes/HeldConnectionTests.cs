using Microsoft.EntityFrameworkCore;
using Npgsql;
using Workflow.Runtime.Processes;
using Xunit;

namespace Workflow.Integration.Tests.Processes;

/// <summary>An act keeps its connection from the case's first read to the save, and gives it back however it ends.</summary>
[Collection("cluster")]
public sealed class HeldConnectionTests(TestCluster cluster)
{
    [Fact]
    public async Task An_act_gives_its_connection_back_when_it_is_saved_refused_broken_or_left()
    {
        await using var world = await RuntimeWorld.Open(cluster, await cluster.Copy() + ";Maximum Pool Size=1;Timeout=5");
        var subject = await world.Start("task");
        Assert.Equal(1, await Open(world, subject));

        // Left without a save: what was begun is not there, and the only connection is free again.
        await using (var work = world.Begin())
        {
            Assert.Null(await work.Complete(subject));
        }

        Assert.Equal(1, await Open(world, subject));

        // Broken on the way.
        await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            await using var work = world.Begin();
            await work.Runner.Complete(subject, "work", "no such outcome", RuntimeWorld.Actor, world.Time.GetUtcNow(), default);
        });
        Assert.Equal(1, await Open(world, subject));

        // Saved: free at once, though the scope lives on.
        await using var saved = world.Begin();
        Assert.Null(await saved.Complete(subject));
        await saved.Save();
        Assert.Equal(0, await Open(world, subject));

        // Refused, and given back by whoever asked.
        await using var refused = world.Begin();
        Assert.NotNull(await refused.Complete(subject));
        var none = await Assert.ThrowsAnyAsync<Exception>(() => Open(world, subject));
        Assert.Contains("pool", (none.InnerException as NpgsqlException ?? Assert.IsType<NpgsqlException>(none)).Message, StringComparison.Ordinal);
        await refused.Db.ReleaseConnection();
        Assert.Equal(0, await Open(world, subject));
    }

    private static Task<int> Open(RuntimeWorld world, Guid subject) => world.Look(db => db.Set<OpenTask>().CountAsync(task => task.SubjectId == subject && task.ClosedAt == null));
}

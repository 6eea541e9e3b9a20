using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Domain.Drafts;
using Workflow.Host.Commands;
using Workflow.Runtime.Audit;
using Workflow.Runtime.Outbox;
using Workflow.Runtime.Processes;
using Xunit;

namespace Workflow.Integration.Tests;

[Collection("cluster")]
public sealed class PipelineTests(TestCluster cluster)
{
    [Fact]
    public async Task A_long_subject_is_recorded_and_the_same_form_gets_the_same_answer()
    {
        await using var world = await DemoWorld.Create(cluster.Sample, cluster.Cluster, await cluster.Copy());
        // A careless JSON writer makes six characters of each letter with a mark; the importer takes lines up to a length.
        var line = "ướễ ẩậề đếệ ờợử ẵẫễ ướễ ẩậề đếệ ờợử ẵẫễ ướễ ẩậề đếệ ờợử ẵẫễ ướễ ẩậề đếệ ờợử ẵẫễ ướễ ẩậề đếệ ờợử,\n";
        var text = System.Text.Encoding.UTF8.GetString(cluster.SampleBytes).Replace("năm 2027\n", "năm 2027,\n" + string.Concat(Enumerable.Repeat(line, 12)), StringComparison.Ordinal);
        var (key, file) = (Guid.CreateVersion7(), System.Text.Encoding.UTF8.GetBytes(text));
        Task<Activities.Pipeline.Answer> Send() => world.Draft(world.People["soanthao"], key, "Ủy ban nhân dân xã", "", "mau.txt", file);
        var first = await Send();
        Assert.Null(first.Refusal);
        Assert.True(await world.Look(db => db.Set<Draft>().Select(draft => draft.Subject.Length).SingleAsync()) > 1_000);
        Assert.Equal(first, await Send());
    }

    [Fact]
    public async Task A_text_longer_than_its_column_is_refused_in_words()
    {
        await using var world = await DemoWorld.Create(cluster.Sample, cluster.Cluster, await cluster.Copy());
        var answer = await world.Draft(world.People["soanthao"], Guid.CreateVersion7(), "Ủy ban nhân dân xã", new string('ế', 5_000), "mau.txt", cluster.SampleBytes);
        Assert.Equal("form.too-long", answer.Refusal?.Code);
        Assert.Equal(0, await world.Look(async db => await db.Set<Draft>().CountAsync() + await db.Set<AuditEntry>().CountAsync() + await db.Set<CommandRecord>().CountAsync()));
    }

    [Fact]
    public async Task Keys_of_acts_are_forgotten_after_ninety_days_a_thousand_at_a_time_and_the_log_stays()
    {
        await using var world = await DemoWorld.Create(cluster.Sample, cluster.Cluster, await cluster.Copy());
        var kept = Guid.CreateVersion7();
        await world.Draft(world.People["soanthao"], kept, "Ủy ban nhân dân xã", "", "mau.txt", cluster.SampleBytes);
        await world.Look(db => db.Database.ExecuteSqlAsync($"""
            INSERT INTO "CommandRecord" ("CommandId", "OrganizationId", "ActorId", "Command", "Answer", "Receipt", "At") SELECT gen_random_uuid(), {world.OrganizationId}, gen_random_uuid(), 'Old', '', 0, now() - interval '91 days' FROM generate_series(1, 2500);
            INSERT INTO "CommandRecord" ("CommandId", "OrganizationId", "ActorId", "Command", "Answer", "Receipt", "At") SELECT gen_random_uuid(), {world.OrganizationId}, gen_random_uuid(), 'Young', '', 0, now() - interval '89 days' FROM generate_series(1, 10)
            """));
        var clock = new LaterClock();
        var purge = new CommandRecordPurge(world.Services.GetRequiredService<IServiceScopeFactory>(), clock);
        foreach (var batch in new[] { 1_000, 1_000, 500, 0 })
        {
            Assert.Equal(batch, await purge.RunDue(default));
        }

        Assert.Equal(12, await world.Look(db => db.Set<CommandRecord>().CountAsync()));
        Assert.Equal(1, await world.Look(db => db.Set<CommandRecord>().CountAsync(record => record.CommandId == kept)));
        Assert.Equal(2, await world.Look(db => db.Set<AuditEntry>().CountAsync()));
        clock.Ahead = TimeSpan.FromDays(2);
        Assert.Equal(10, await purge.RunDue(default));
    }

    private sealed class LaterClock : TimeProvider
    {
        public TimeSpan Ahead { get; set; }

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Ahead;
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Activities.Signing;
using Workflow.Domain.Drafts;
using Workflow.Domain.Issuing;
using Workflow.Domain.Reviews;
using Workflow.Engine;
using Workflow.Host.Commands;
using Workflow.Runtime.Audit;
using Workflow.Runtime.Processes;
using Xunit;

namespace Workflow.Integration.Tests;

[Collection("another cluster")]
public sealed class WholeWayTests(TestCluster cluster)
{
    [Fact]
    public async Task The_k_th_save_fails_and_the_end_is_the_same_with_nothing_doubled()
    {
        var counter = new SaveFault(int.MaxValue);
        var wanted = await Tell(counter);
        Assert.True(counter.Saves > 40, $"only {counter.Saves} saves");
        for (var k = 1; k <= counter.Saves; k++)
        {
            // Every other time the save is on disk when the answer is lost.
            var fault = new SaveFault(k) { AfterCommit = k % 2 == 0 };
            var end = await Tell(fault);
            Assert.True(fault.AfterCommit ? fault.StruckAfterCommit : fault.Struck, $"save {k} was never reached");
            Assert.True(wanted == end, $"after save {k} failed:\n{end}\ninstead of\n{wanted}");
        }
    }

    [Fact]
    public async Task Sixteen_clicks_on_sign_sign_once()
    {
        await using var world = await DemoWorld.Create(cluster.Sample, cluster.Cluster, await cluster.Copy());
        var draftId = Guid.Empty;
        var hash = "";
        var story = new DemoStory(world, cluster.Sample, "nghi-quyet-mau.txt", cluster.SampleBytes, "") { Quiet = true, BeforeSigning = (id, version) => { (draftId, hash) = (id, version); return false; } };
        await story.Tell();
        var secretary = world.People["bithu"];
        var same = Guid.CreateVersion7();
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(click => world.Send(secretary, new SignResolution(click % 2 == 0 ? same : Guid.CreateVersion7(), draftId, hash))));
        Assert.Single(answers.Where(answer => answer.Refusal is null).Select(answer => answer.Receipt).Distinct());
        Assert.All(answers.Where(answer => answer.Refusal is not null), answer => Assert.Contains(answer.Refusal!.Code, new[] { "process.not-waiting", "conflict.try-again" }));
        Assert.Equal(1, await world.Look(db => db.Set<IssuedDocument>().CountAsync()));
        Assert.Equal(1, await world.Look(db => db.Set<NumberSeries>().Select(series => series.Last).SingleAsync()));
    }

    [Fact]
    public async Task The_journal_gives_the_stored_state_and_the_log_shows_any_change()
    {
        await using var world = await DemoWorld.Create(cluster.Sample, cluster.Cluster, await cluster.Copy());
        await new DemoStory(world, cluster.Sample, "nghi-quyet-mau.txt", cluster.SampleBytes, "") { Quiet = true }.Tell();
        await world.Look(async db =>
        {
            var instance = await db.Set<ProcessInstance>().AsNoTracking().SingleAsync();
            var xml = await db.Set<StoredDefinition>().Where(row => row.Hash == instance.DefinitionHash).Select(row => row.Xml).SingleAsync();
            var journal = await db.Set<JournalEntry>().AsNoTracking().OrderBy(row => row.Position).Select(row => row.Trigger).ToListAsync();
            var vocabulary = new Vocabulary(Activities.TaskKeys.All.ToDictionary(task => task.Key, task => task.Outcomes), Activities.ActivityKeys.All.ToDictionary(task => task.Key, task => task.Outcomes));
            Assert.Equal(instance.State, Interpreter.Replay(BpmnReader.Read(xml, vocabulary).Definition!, journal.Select(Trigger.FromJson)).ToJson());
            Assert.Equal(instance.Position, journal.Count);
            Assert.Null(await AuditTrail.FirstBadEntry(db, world.OrganizationId, default));
            await db.Database.ExecuteSqlRawAsync("""UPDATE "AuditEntry" SET "Text" = 'khác' WHERE "Position" = 7""");
            Assert.Equal(7, await AuditTrail.FirstBadEntry(db, world.OrganizationId, default));
            await db.Database.ExecuteSqlRawAsync("""DELETE FROM "AuditEntry" WHERE "Position" = 5""");
            Assert.Equal(5, await AuditTrail.FirstBadEntry(db, world.OrganizationId, default));
            return true;
        });
    }

    [Fact]
    public async Task Another_organization_sees_nothing()
    {
        await using var world = await DemoWorld.Create(cluster.Sample, cluster.Cluster, await cluster.Copy());
        await new DemoStory(world, cluster.Sample, "nghi-quyet-mau.txt", cluster.SampleBytes, "") { Quiet = true }.Tell();
        Assert.Equal(1, await world.Look(db => db.Set<Draft>().CountAsync()));
        Assert.Equal(0, await world.Look(async db => await db.Set<Draft>().CountAsync() + await db.Set<Comment>().CountAsync() + await db.Set<IssuedDocument>().CountAsync() + await db.Set<AuditEntry>().CountAsync(), Guid.NewGuid()));
    }

    private async Task<string> Tell(SaveFault fault)
    {
        await using var world = await DemoWorld.Create(cluster.Sample, cluster.Cluster, await cluster.Copy(), services => services.AddSingleton<IInterceptor>(fault).AddSingleton<IDbCommandInterceptor>(fault));
        world.Around = async send =>
        {
            await Later(world);
            try
            {
                return await send();
            }
            catch (SimulatedCrashException)
            {
                // The host died; after the restart the person sends the same form again.
                return await send();
            }
        };
        fault.Armed = true;
        await new DemoStory(world, cluster.Sample, "nghi-quyet-mau.txt", cluster.SampleBytes, "") { Quiet = true, Settle = () => Later(world) }.Tell();
        fault.Armed = false;
        return await Ending.Of(world);
    }

    // What failed is tried again when its time comes; here the time comes at once.
    private static async Task Later(DemoWorld world)
    {
        await world.Look(db => db.Set<OutboxMessage>().IgnoreQueryFilters().Where(row => row.DoneAt == null).ExecuteUpdateAsync(set => set.SetProperty(row => row.NotBefore, DateTimeOffset.UnixEpoch).SetProperty(row => row.LeasedUntil, (DateTimeOffset?)null)));
        await world.RunMachine();
    }

    private sealed class SimulatedCrashException : Exception;

    private sealed class SaveFault(int at) : DbCommandInterceptor, ISaveChangesInterceptor
    {
        private bool strike;

        public bool Armed { get; set; }

        public bool AfterCommit { get; init; }

        public bool Struck { get; private set; }

        public bool StruckAfterCommit { get; private set; }

        public int Saves { get; private set; }

        public ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            if (Armed && ++Saves == at)
            {
                Struck = true;
                strike = AfterCommit;
                if (!AfterCommit)
                {
                    throw new SimulatedCrashException();
                }
            }

            return ValueTask.FromResult(result);
        }

        // What leaves no line in the log commits by itself.
        public ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
        {
            if (strike && eventData.Context?.Database.CurrentTransaction is null)
            {
                strike = false;
                StruckAfterCommit = true;
                throw new SimulatedCrashException();
            }

            return ValueTask.FromResult(result);
        }

        // The log entry's statement bears the commit: when its reader is put away, all is on disk.
        public override InterceptionResult DataReaderDisposing(System.Data.Common.DbCommand command, DataReaderDisposingEventData eventData, InterceptionResult result)
        {
            if (strike && command.CommandText.EndsWith("COMMIT", StringComparison.Ordinal))
            {
                strike = false;
                StruckAfterCommit = true;
                throw new SimulatedCrashException();
            }

            return result;
        }
    }
}

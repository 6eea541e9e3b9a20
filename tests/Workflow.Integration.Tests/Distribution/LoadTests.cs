using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Activities.Distribution;
using Workflow.Domain.Distribution;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Integration.Tests.Engine;
using Workflow.Integration.Tests.Processes;
using Workflow.Runtime.Audit;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;
using Xunit;
using Xunit.Abstractions;

namespace Workflow.Integration.Tests.Distribution;

/// <summary>Twenty documents go to five hundred units from two hosts as users run them, while units answer; one host is killed with SIGKILL in the midst of it.</summary>
[Collection("another cluster")]
public sealed class LoadTests(TestCluster cluster, ITestOutputHelper output)
{
    private const int Documents = 20;
    private const int Units = 500;

    private static readonly string OnlySend = Drawn.File(
        """
        <process id="only-send" isExecutable="true"><startEvent id="s"/><sequenceFlow id="f0" sourceRef="s" targetRef="send"/><serviceTask id="send" wf:activity="dispatch"/><sequenceFlow id="f1" sourceRef="send" targetRef="e"/><endEvent id="e"/></process>
        """);

    [Fact]
    public async Task Twenty_documents_to_five_hundred_units_while_units_answer_and_a_host_is_killed_every_row_exactly_once()
    {
        var database = await cluster.Copy();
        await using var world = await CopiesWorld.Create(cluster, database: database);
        world.Office.Clock.Now = TimeProvider.System.GetUtcNow();
        await Fill(world);
        var issued = new List<IssuedDocument>();
        for (var number = 0; number < Documents; number++)
        {
            issued.Add(await world.Issue(cluster));
        }

        await Started(world, issued);
        var folder = Directory.CreateTempSubdirectory("workflow-copies-").FullName;
        var settings = new Dictionary<string, string> { ["Leases__Messages"] = "00:00:04" };
        var answers = new ConcurrentBag<Guid>();
        await using var dying = await HostProcess.Start(Path.Combine(folder, "a"), cluster.Cluster.ConnectionString(database), settings);
        await using (await HostProcess.Start(Path.Combine(folder, "b"), cluster.Cluster.ConnectionString(database), settings))
        {
            using var stop = new CancellationTokenSource();
            var answering = Task.WhenAll(Enumerable.Range(1, 3).Select(unit => Task.Run(() => Answer(world, world.Unit(unit), answers, stop.Token))));
            await Release(world);
            var watch = Stopwatch.StartNew();
            var before = await Until(world, sent => sent >= 3);
            await dying.Kill();
            output.WriteLine($"killed when {before} documents were out; {await world.World.Look(db => db.Set<OutboxMessage>().CountAsync(row => row.DoneAt == null && row.LeasedUntil != null))} were being sent");
            Assert.InRange(before, 3, Documents - 1);
            await Until(world, sent => sent == Documents);
            output.WriteLine($"{Documents * Units} copies after {watch.Elapsed.TotalSeconds:0.0} s, {answers.Count} receipts meanwhile");
            await stop.CancelAsync();
            await answering;
            Assert.NotEmpty(answers);
        }

        await world.World.Look(async db =>
        {
            Assert.Equal(Enumerable.Repeat(Units, Documents), await db.Set<Dispatch>().GroupBy(copy => copy.IssuedDocumentId).Select(group => group.Count()).ToListAsync());
            Assert.Equal(Documents * Units, await db.Set<DispatchEvent>().CountAsync(row => row.Kind == DispatchEventKind.Sent));
            Assert.Equal(Documents * Units, await db.Set<Dispatch>().Select(copy => new { copy.IssuedDocumentId, copy.UnitId }).Distinct().CountAsync());
            Assert.Equal(await db.Set<Dispatch>().CountAsync(copy => !db.Set<Person>().Any(person => person.UnitId == copy.UnitId)), await db.Set<DispatchPass>().CountAsync());

            // Whoever was told that it is recorded has one receipt, no more.
            Assert.Equal(answers.Distinct().Order(), (await db.Set<DispatchEvent>().Where(row => row.Kind == DispatchEventKind.Arrived).Select(row => row.DispatchId).ToListAsync()).Order());
            Assert.Equal(Documents, await db.Set<AuditEntry>().CountAsync(entry => entry.Act == "dispatch"));
            return true;
        });
        await world.Whole();
        Directory.Delete(folder, recursive: true);
    }

    // As many units as make 500 recipients: the group of cells is filled up.
    private static async Task Fill(CopiesWorld world)
    {
        var issued = await world.World.Look(db => db.Set<RecipientGroup>().Where(group => group.Name == "Các chi bộ, đảng bộ trực thuộc").Select(group => group.Id).SingleAsync());
        await world.World.Look(async db =>
        {
            for (var cell = 0; cell < Units; cell++)
            {
                var unit = new Unit { Id = Guid.CreateVersion7(), OrganizationId = world.World.OrganizationId, Name = $"Chi bộ số {cell:000}", From = new(2025, 1, 1) };
                db.Add(unit);
                db.Add(new RecipientGroupUnit { Id = Guid.CreateVersion7(), OrganizationId = world.World.OrganizationId, GroupId = issued, UnitId = unit.Id });
            }

            return await db.SaveChangesAsync();
        });
    }

    // The cases are there and their work is put off until both hosts run; those units that are too many leave the group first.
    private static async Task Started(CopiesWorld world, List<IssuedDocument> issued)
    {
        var planned = (await world.World.Ask(world.Clerk, new ReadRecipients(issued[0].Id)))!.Rows.Count;
        await world.World.Look(async db =>
        {
            var group = await db.Set<RecipientGroup>().Where(row => row.Name == "Các chi bộ, đảng bộ trực thuộc").Select(row => row.Id).SingleAsync();
            var over = await db.Set<RecipientGroupUnit>().Where(row => row.GroupId == group && db.Set<Unit>().Any(unit => unit.Id == row.UnitId && unit.Name.StartsWith("Chi bộ số"))).OrderByDescending(row => row.Id).Take(planned - Units).ToListAsync();
            db.RemoveRange(over);
            return await db.SaveChangesAsync();
        });
        await using var scope = world.World.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentOrganization>().Id = world.World.OrganizationId;
        var (db, now) = (scope.ServiceProvider.GetRequiredService<WorkflowDbContext>(), TimeProvider.System.GetUtcNow());
        var report = await world.World.Services.GetRequiredService<DefinitionCatalog>().Deploy(db, world.World.OrganizationId, OnlySend, now, default);
        Assert.True(report.IsAccepted, string.Join('\n', report.Findings));
        await CommitSave.Run(db, world.World.OrganizationId, new AuditNote(world.Clerk.Id, world.Clerk.FullName, "Deploy", Guid.Empty, "thử"), now, default);
        foreach (var document in issued)
        {
            await scope.ServiceProvider.GetRequiredService<ProcessRunner>().Start("only-send", world.World.OrganizationId, document.DraftId, world.Clerk.Id, now, default);
        }

        await CommitSave.Run(db, world.World.OrganizationId, new AuditNote(world.Clerk.Id, world.Clerk.FullName, "Start", Guid.Empty, "thử"), now, default);
        await world.World.Look(all => all.Set<OutboxMessage>().ExecuteUpdateAsync(set => set.SetProperty(row => row.NotBefore, now.AddDays(1))));
    }

    private static Task Release(CopiesWorld world) => world.World.Look(db => db.Set<OutboxMessage>().ExecuteUpdateAsync(set => set.SetProperty(row => row.NotBefore, DateTimeOffset.UnixEpoch)));

    private static async Task Answer(CopiesWorld world, Person reader, ConcurrentBag<Guid> answers, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            foreach (var copy in await world.World.Look(db => db.Set<Dispatch>().Where(Dispatch.IsWaiting).Where(row => row.UnitId == reader.UnitId).Select(row => row.Id).Take(3).ToListAsync()))
            {
                var key = Guid.CreateVersion7();
                foreach (var answer in await Task.WhenAll(world.World.Act(reader, new AcknowledgeDispatch(key, copy)), world.World.Act(reader, new AcknowledgeDispatch(key, copy))))
                {
                    if (answer.Refusal is null)
                    {
                        answers.Add(copy);
                    }
                }
            }

            await Task.Delay(20, CancellationToken.None);
        }
    }

    private static async Task<int> Until(CopiesWorld world, Func<int, bool> enough)
    {
        for (var patience = Stopwatch.StartNew(); ;)
        {
            var sent = await world.World.Look(db => db.Set<Dispatch>().Select(copy => copy.IssuedDocumentId).Distinct().CountAsync());
            if (enough(sent))
            {
                return sent;
            }

            Assert.True(patience.Elapsed < TimeSpan.FromMinutes(2), $"only {sent} documents went out in two minutes");
            await Task.Delay(10);
        }
    }
}

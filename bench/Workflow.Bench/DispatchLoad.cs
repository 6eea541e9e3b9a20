using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Workflow.Activities;
using Workflow.Activities.Distribution;
using Workflow.Documents.Import;
using Workflow.Domain;
using Workflow.Domain.Distribution;
using Workflow.Domain.Drafts;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Host.Commands;
using Workflow.Host.EmbeddedPostgres;
using Workflow.Runtime.Audit;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Bench;

/// <summary>
/// Documents go out to 500 units, as the outbox does it: recipients resolved, a copy, its first row and the code of its sheet for each, the entry in the log, one commit a document. By turns with it the same number of rows of the
/// same width written by plain prepared inserts in batches, one commit for as many. Then the matrix of 500 units and six documents, and receipts.
/// </summary>
internal static class DispatchLoad
{
    private const int Units = 500;
    private const int Documents = 12;
    private const int Batch = 100;

    public static async Task Run(string name, byte[] file, PrivateCluster cluster)
    {
        var import = DraftImporter.Read(name, file, TrackedChanges.Accept).Draft!;
        await using var world = await DemoWorld.Create(import, cluster, "copies");
        await using var source = NpgsqlDataSource.Create(cluster.ConnectionString("copies") + ";Max Auto Prepare=50;Auto Prepare Min Usages=2;No Reset On Close=true");
        await Fill(world);
        await using (var make = source.CreateCommand("CREATE TABLE bench_copy AS SELECT * FROM \"Dispatch\" LIMIT 0; ALTER TABLE bench_copy ADD PRIMARY KEY (\"Id\"); CREATE UNIQUE INDEX ON bench_copy (\"IssuedDocumentId\", \"UnitId\"); CREATE TABLE bench_row (id uuid PRIMARY KEY, copy uuid, number int, kind text, at timestamptz, note text); CREATE UNIQUE INDEX ON bench_row (copy, number)"))
        {
            await make.ExecuteNonQueryAsync();
        }

        Console.WriteLine();
        Console.WriteLine($"{Documents} documents to {Units} units and more, by turns with bare inserts of as many rows");
        var (ours, bare, ratios) = (new List<double>(), new List<double>(), new List<double>());
        for (var number = 0; number <= Documents; number++)
        {
            var issued = await Issue(world, name, file, number + 1);
            var rows = 0;
            var sent = await Timed(async () => rows = await Dispatch(world, issued));
            var plain = await Timed(() => Bare(source, rows));

            // The first is not measured: what is compiled while it is first used is no part of it.
            if (number > 0)
            {
                ours.Add(rows / sent);
                bare.Add(rows / plain);
                ratios.Add(ours[^1] / bare[^1]);
            }
        }

        Console.WriteLine($"  ours {Median(ours):#,0} rows a second, bare {Median(bare):#,0}; ratio {Median(ratios):0.00} ({ratios.Min():0.00} to {ratios.Max():0.00})");
        await Matrix(world);
        await Receipts(world);
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static async Task<double> Timed(Func<Task> work)
    {
        var watch = Stopwatch.StartNew();
        await work();
        return watch.Elapsed.TotalSeconds;
    }

    private static Task Fill(DemoWorld world) => world.Look(async db =>
    {
        var group = await db.Set<RecipientGroup>().Where(row => row.Name == "Các chi bộ, đảng bộ trực thuộc").Select(row => row.Id).SingleAsync();
        var from = new DateOnly(2025, 1, 1);
        for (var cell = await db.Set<Unit>().CountAsync(); cell < Units; cell++)
        {
            var unit = new Unit { Id = Guid.CreateVersion7(), OrganizationId = world.OrganizationId, Name = $"Chi bộ số {cell:000}", From = from };
            db.Add(unit);
            db.Add(new RecipientGroupUnit { Id = Guid.CreateVersion7(), OrganizationId = world.OrganizationId, GroupId = group, UnitId = unit.Id });
        }

        return await db.SaveChangesAsync();
    });

    private static async Task<IssuedDocument> Issue(DemoWorld world, string name, byte[] file, int number)
    {
        var draft = (await world.Draft(world.People["soanthao"], Guid.CreateVersion7(), "Ủy ban nhân dân xã", "", Path.GetFileName(name), file)).Id;
        return await world.Look(async db =>
        {
            var row = await db.Set<Draft>().AsNoTracking().SingleAsync(one => one.Id == draft);
            var (now, signer) = (TimeProvider.System.GetUtcNow(), world.People["bithu"]);
            var issued = new IssuedDocument
            {
                Id = Guid.CreateVersion7(now),
                OrganizationId = world.OrganizationId,
                DraftId = draft,
                VersionId = row.CurrentVersionId,
                VersionHash = row.CurrentHash,
                AdoptedHash = row.CurrentHash,
                TermId = await db.Set<Term>().Select(term => term.Id).SingleAsync(),
                TypeKey = row.TypeKey,
                IssuingBody = BodyKind.ExecutiveCommittee,
                Number = number,
                NumberAndSymbol = $"{number:00}-NQ/ĐU",
                Subject = row.Subject,
                Place = "Thanh Sơn",
                Date = VietnamTime.DayOf(now),
                SignerId = signer.Id,
                SignerName = signer.FullName,
                Authority = "T/M ĐẢNG ỦY",
                Position = "BÍ THƯ",
                SignedAt = now,
                ProfileId = Guid.Empty,
            };
            db.Add(issued);
            await db.SaveChangesAsync();
            return issued;
        });
    }

    private static async Task<int> Dispatch(DemoWorld world, IssuedDocument issued)
    {
        await using var scope = world.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentOrganization>().Id = world.OrganizationId;
        var db = scope.ServiceProvider.GetRequiredService<WorkflowDbContext>();
        var now = TimeProvider.System.GetUtcNow();
        var result = await scope.ServiceProvider.GetServices<IActivity>().Single(one => one.Key == ActivityKeys.Dispatch).Run(new(Guid.CreateVersion7(), world.OrganizationId, issued.DraftId, now), default);
        var rows = db.ChangeTracker.Entries().Count();
        await CommitSave.Run(db, world.OrganizationId, new AuditNote(Guid.Empty, "Hệ thống", "dispatch", issued.DraftId, result.Text), now, default);
        return rows;
    }

    // A third of them copies, the rest small rows, in batches and one commit.
    private static async Task Bare(NpgsqlDataSource source, int rows)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var (document, at) = (Guid.CreateVersion7(), TimeProvider.System.GetUtcNow());
        for (var done = 0; done < rows;)
        {
            await using var batch = new NpgsqlBatch(connection, transaction);
            for (; batch.BatchCommands.Count < Batch && done < rows; done++)
            {
                batch.BatchCommands.Add(done % 3 == 0
                    ? Command("INSERT INTO bench_copy (\"Id\", \"OrganizationId\", \"IssuedDocumentId\", \"UnitId\", \"Purpose\", \"RecipientLine\", \"SentAt\", \"Channel\", \"Issue\", \"Events\", \"Status\", \"Recall\", \"ArrivalNumber\", \"Reminders\") VALUES ($1, $2, $3, $4, '', $5, $6, 'Paper', 1, 1, 'Sent', 'None', '', 0)", Guid.CreateVersion7(), document, document, Guid.CreateVersion7(), "Các chi bộ, đảng bộ trực thuộc", at)
                    : Command("INSERT INTO bench_row VALUES ($1, $2, 1, 'Sent', $3, '')", Guid.CreateVersion7(), Guid.CreateVersion7(), at));
            }

            await batch.ExecuteNonQueryAsync();
        }

        await transaction.CommitAsync();
    }

    private static NpgsqlBatchCommand Command(string text, params object[] values)
    {
        var command = new NpgsqlBatchCommand(text);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        return command;
    }

    private static async Task Matrix(DemoWorld world)
    {
        foreach (var (whole, what) in new[] { (false, "a page of 25 units and 6 documents"), (true, "all units and 6 documents, to print") })
        {
            var times = new List<double>();
            var cells = 0;
            for (var look = 0; look < 20; look++)
            {
                times.Add(1_000 * await Timed(async () => cells = (await world.Ask(world.People["vanthu"], new ReadReceipts(null, ReceiptFilter.All, "", Whole: whole))).Cells.Count));
            }

            Console.WriteLine($"  matrix, {what}: {cells:#,0} cells, median {Median(times):0.0} ms");
        }
    }

    private static async Task Receipts(DemoWorld world)
    {
        var reader = world.People["donvi1"];
        var copies = await world.Look(db => db.Set<Dispatch>().Where(copy => copy.UnitId == reader.UnitId).Select(copy => copy.Id).ToListAsync());
        var times = new List<double>();
        foreach (var copy in copies)
        {
            times.Add(1_000 * await Timed(() => world.Act(reader, new BookDispatch(Guid.CreateVersion7(), copy, $"{times.Count + 1}", null))));
        }

        Console.WriteLine($"  a receipt with an arrival number: median {Median(times):0.0} ms");
    }
}

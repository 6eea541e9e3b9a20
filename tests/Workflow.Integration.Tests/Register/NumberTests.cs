using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Register;
using Workflow.Activities.Signing;
using Workflow.Documents.Papers;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Host.Commands;
using Xunit;

namespace Workflow.Integration.Tests.Register;

[Collection("cluster")]
public sealed class NumberTests(TestCluster cluster)
{
    private const int Signers = 8;
    private const int Takers = 64;

    private static Guid New => Guid.CreateVersion7();

    [Fact]
    public async Task Sixty_four_take_numbers_on_two_hosts_while_acts_abort_and_connections_die()
    {
        var database = await cluster.Copy();
        var aborts = new Aborts();
        await using var one = await DemoWorld.Create(cluster.Sample, cluster.Cluster, database, services => services.AddSingleton<IInterceptor>(aborts));
        await using var two = await DemoWorld.Create(cluster.Sample, cluster.Cluster, database, services => services.AddSingleton<IInterceptor>(aborts));
        var drafts = new List<(Guid Id, string Hash)>();
        for (var n = 0; n < Signers; n++)
        {
            await new DemoStory(one, cluster.Sample, "nghi-quyet-mau.txt", cluster.SampleBytes, "") { Quiet = true, BeforeSigning = (id, hash) => { drafts.Add((id, hash)); return false; } }.Tell();
        }

        using var stop = new CancellationTokenSource();
        var killing = Kill(cluster.Cluster.ConnectionString(database), database, stop.Token);
        aborts.Armed = true;
        await Task.WhenAll(Enumerable.Range(0, Takers).Select(n => Task.Run(() => Persist(n % 2 == 0 ? one : two, n, drafts))));
        aborts.Armed = false;
        await stop.CancelAsync();
        Assert.True(await killing > 0 && aborts.Count > 0);
        await one.Look(async db =>
        {
            var series = await db.Set<NumberSeries>().SingleAsync(row => row.Symbol == "NQ/ĐU");
            var entries = await db.Set<RegisterEntry>().Where(row => row.SeriesId == series.Id).OrderBy(row => row.Number).ToListAsync();
            Assert.Equal(Enumerable.Range(1, Takers), entries.Select(entry => entry.Number));
            Assert.Equal(Takers, series.Last);
            Assert.Equal(Signers, entries.Count(entry => entry.Kind == EntryKind.Issued));
            Assert.Equal(
                (await db.Set<IssuedDocument>().ToListAsync()).Select(document => (document.Id, document.NumberAndSymbol)).Order(),
                entries.Where(entry => entry.Kind == EntryKind.Issued).Select(entry => (entry.IssuedDocumentId!.Value, entry.NumberAndSymbol)).Order());
            return true;
        });
    }

    [Fact]
    public async Task A_book_of_two_kinds_void_reserved_and_secret_numbers_and_a_new_term()
    {
        await using var world = await DemoWorld.Create(cluster.Sample, cluster.Cluster, await cluster.Copy());
        var (clerk, chief) = (world.People["vanthu"], world.People["chanhvanphong"]);
        async Task<Answer> Done(ICommand command, Person? who = null)
        {
            var answer = await world.Send(who ?? clerk, command);
            Assert.True(answer.Refusal is null, answer.Refusal?.Text);
            return answer;
        }

        async Task Refused(string code, ICommand command) => Assert.Equal(code, (await world.Send(clerk, command)).Refusal?.Code);
        Task<RegisterEntry> Entry(Guid id) => world.Look(db => db.Set<RegisterEntry>().AsNoTracking().SingleAsync(row => row.Id == id));
        var today = Domain.VietnamTime.DayOf(TimeProvider.System.GetUtcNow());

        // Quyết định and Quy định bear the same symbol, so they share a book.
        var first = (await Done(new ReserveNumber(New, "quyet-dinh", "Quyết định khen thưởng"))).Id;
        var second = (await Done(new RegisterOutside(New, "quy-dinh", today, "Mật"))).Id;
        Assert.Equal(["01-QĐ/ĐU", "02-QĐ/ĐU"], new[] { (await Entry(first)).NumberAndSymbol, (await Entry(second)).NumberAndSymbol });
        Assert.Equal("", (await Entry(second)).Subject);
        await Refused("register.level", new RegisterOutside(New, "quy-dinh", today, "Thường"));
        await Refused("register.day", new RegisterOutside(New, "quy-dinh", today.AddDays(1), "Mật"));
        await Refused("register.purpose", new ReserveNumber(New, "quyet-dinh", " "));
        await Refused("register.type", new ReserveNumber(New, "x", "y"));
        await Refused("register.day", new RegisterPaper(New, first, null, "Về khen thưởng", "Nguyễn Văn An", ""));
        await Done(new RegisterPaper(New, first, today, "Về việc khen thưởng năm 2026", "Nguyễn Văn An", "Các chi bộ"));
        await Refused("register.not-held", new RegisterPaper(New, first, today, "Về khen thưởng", "Nguyễn Văn An", ""));
        await Done(new VoidNumber(New, first, "Ký nhầm mẫu"));
        await Refused("register.not-to-void", new VoidNumber(New, second, "Thử"));
        Assert.Equal("03-QĐ/ĐU", (await Entry((await Done(new ReserveNumber(New, "quyet-dinh", "Quyết định khác"))).Id)).NumberAndSymbol);

        var books = await world.Ask(clerk, new ReadBooks());
        var book = Assert.Single(books.Terms[0].Books);
        Assert.Equal(("QĐ/ĐU", 3, true, 1), (book.Symbol, book.Last, book.Check.IsWhole, books.HeldCount));
        var rows = (await world.Ask(clerk, new ReadRegister("khen thuong", 1))).Rows;
        Assert.Equal(EntryKind.Void, Assert.Single(rows).Kind);
        Assert.Contains("Ký nhầm mẫu", rows[0].Title, StringComparison.Ordinal);

        // A congress: old books close, new ones begin with 01.
        await Refused("auth.not-allowed", new OpenTerm(New, "II", "2030-2035", today.AddDays(1)));
        Assert.Equal("term.numbers-given", (await world.Send(chief, new OpenTerm(New, "II", "2030-2035", today))).Refusal?.Code);
        Assert.Equal("term.years", (await world.Send(chief, new OpenTerm(New, "II", "2035-2030", today.AddDays(1)))).Refusal?.Code);
        Assert.Contains("3-QĐ/ĐU", (await Done(new OpenTerm(New, "II", "2030-2035", today.AddDays(1)), chief)).Text, StringComparison.Ordinal);
        books = await world.Ask(clerk, new ReadBooks());
        Assert.Equal(["2030-2035", "2025-2030"], books.Terms.Select(term => term.Term.Years));
        Assert.Equal(today, books.Terms[1].ClosedOn);
        Assert.NotEmpty((await world.Ask(clerk, new ReadBookPaper(book.Id, Domain.PaperFormat.Pdf)))!.Content);
    }

    [Fact]
    public async Task An_older_book_is_taken_over_as_shown_and_a_second_time_changes_nothing()
    {
        await using var world = await DemoWorld.Create(cluster.Sample, cluster.Cluster, await cluster.Copy());
        var clerk = world.People["vanthu"];
        async Task<StagedRegisterView> Stage(params (string Number, DateOnly Date, string Subject)[] lines)
        {
            var file = Spreadsheet.Render("Sổ", [new("Số, ký hiệu", 10), new("Ngày", 10), new("Trích yếu", 40), new("Người ký", 20)], lines.Select(line => (IReadOnlyList<object>)[line.Number, line.Date, line.Subject, "Nguyễn Văn An"]));
            var answer = await world.Send(clerk, new StageRegister(New, "so.xlsx", file));
            return (await world.Ask(clerk, new ReadStagedRegister(answer.Id)))!;
        }

        Task<int> Count() => world.Look(db => db.Set<RegisterEntry>().CountAsync());
        (string, DateOnly, string)[] old = [("02-NQ/ĐU", new(2025, 9, 1), "Về công tác cán bộ"), ("04-NQ/ĐU", new(2025, 10, 1), "Về chuyển đổi số"), ("11-CV/ĐU", new(2025, 10, 2), "V/v họp")];
        var wrong = await Stage([.. old, ("05-NQ/UB", new(2025, 10, 3), "Của cơ quan khác"), ("04-NQ/ĐU", new(2025, 10, 4), "Trùng số"), ("06-NQ/ĐU", new(1990, 1, 1), "Trước nhiệm kỳ")]);
        Assert.Equal((3, 3), (wrong.New, wrong.WrongCount));
        Assert.Equal("register.plan", (await world.Send(clerk, new ImportRegister(New, wrong.Id, wrong.FileHash))).Refusal?.Code);
        Assert.Equal(0, await Count());

        var good = await Stage(old);
        Assert.Null(good.Problem);
        Assert.Equal([3], good.Series.Single(one => one.Symbol == "NQ/ĐU").Holes);
        Assert.Equal("upload.gone", (await world.Send(clerk, new ImportRegister(New, wrong.Id, wrong.FileHash))).Refusal?.Code);
        Assert.Equal("upload.gone", (await world.Send(clerk, new ImportRegister(New, good.Id, new string('0', 64)))).Refusal?.Code);
        Assert.Null((await world.Send(clerk, new ImportRegister(New, good.Id, good.FileHash))).Refusal);
        Assert.Equal(4, await Count());
        var again = await Stage(old);
        Assert.Equal((0, 3, 0), (again.New, again.Known, again.WrongCount));
        Assert.Null((await world.Send(clerk, new ImportRegister(New, again.Id, again.FileHash))).Refusal);
        Assert.Equal(4, await Count());

        // The next number follows the older book; the books are whole; a document signed now goes on in it.
        var next = await world.Send(clerk, new ReserveNumber(New, "nghi-quyet", "Nghị quyết ký giấy"));
        Assert.Contains("05-NQ/ĐU", next.Text, StringComparison.Ordinal);
        var books = (await world.Ask(clerk, new ReadBooks())).Terms[0].Books;
        Assert.Equal(["CV/ĐU 10-11", "NQ/ĐU 1-5"], books.Select(book => $"{book.Symbol} {book.Before}-{book.Last}"));
        Assert.All(books, book => Assert.True(book.Check.IsWhole));

        // What was there before the first of them can still be brought in.
        var earlier = await Stage(("01-NQ/ĐU", new(2025, 8, 20), "Về quy chế làm việc"));
        Assert.Null((await world.Send(clerk, new ImportRegister(New, earlier.Id, earlier.FileHash))).Refusal);
        Assert.True((await world.Ask(clerk, new ReadBooks())).Terms[0].Books.All(book => book.Check.IsWhole));
        var conflict = await Stage(("02-NQ/ĐU", new(2025, 9, 1), "Về việc khác"));
        Assert.Contains("đã có trong sổ", Assert.Single(conflict.Wrong).Problem, StringComparison.Ordinal);
    }

    // As a person who presses again until there is an answer: the same form, the same key.
    private static async Task Persist(DemoWorld world, int n, List<(Guid Id, string Hash)> drafts)
    {
        var key = New;
        ICommand command = n < Signers ? new SignResolution(key, drafts[n].Id, drafts[n].Hash)
            : n % 3 == 0 ? new RegisterOutside(key, "nghi-quyet", Domain.VietnamTime.DayOf(TimeProvider.System.GetUtcNow()), "Mật")
            : new ReserveNumber(key, "nghi-quyet", $"Nghị quyết ký giấy {n}");
        for (var tries = 0; ; tries++)
        {
            try
            {
                var answer = await world.Act(world.People[n < Signers ? "bithu" : "vanthu"], command);
                if (answer.Refusal is null)
                {
                    return;
                }

                Assert.Equal("conflict.try-again", answer.Refusal.Code);
            }
            catch (Exception error) when (error is not Xunit.Sdk.XunitException && tries < 200)
            {
                // The act aborted or its connection died.
            }

            Assert.True(tries < 200, $"taker {n} got no answer");
            await Task.Delay(5);
        }
    }

    private static async Task<int> Kill(string connection, string database, CancellationToken stop)
    {
        var killed = 0;
        await using var source = NpgsqlDataSource.Create(connection + ";Pooling=false");
        while (!stop.IsCancellationRequested)
        {
            await using var command = source.CreateCommand("SELECT count(*) FROM (SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND pid <> pg_backend_pid() AND state <> 'idle' ORDER BY random() LIMIT 1) one");
            command.Parameters.Add(new() { Value = database });
            killed += (int)(long)(await command.ExecuteScalarAsync(CancellationToken.None))!;
            await Task.Delay(50, CancellationToken.None);
        }

        return killed;
    }

    // Every seventh save never happens.
    private sealed class Aborts : SaveChangesInterceptor
    {
        private int saves;

        public bool Armed { get; set; }

        public int Count { get; private set; }

        public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            if (!Armed || Interlocked.Increment(ref saves) % 7 != 0)
            {
                return ValueTask.FromResult(result);
            }

            Count++;
            throw new OperationCanceledException("the line broke");
        }
    }
}

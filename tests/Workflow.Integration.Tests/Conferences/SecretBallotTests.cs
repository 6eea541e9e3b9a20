using Microsoft.EntityFrameworkCore;
using Npgsql;
using Workflow.Activities.Conferences;
using Workflow.Domain.Conferences;
using Xunit;

namespace Workflow.Integration.Tests.Conferences;

/// <summary>PROMISES 13: who holds the database, the log and the answers to every form cannot tell who voted what.</summary>
[Collection("cluster")]
public sealed class SecretBallotTests(TestCluster cluster)
{
    [Fact]
    public async Task Nothing_in_the_database_ties_a_secret_ballot_to_a_person()
    {
        await using var session = await SessionWorld.Create(cluster);
        await session.Done(session.Office, new AddAgendaItem(Guid.CreateVersion7(), session.Conference, AgendaKind.Personnel, "Bầu bổ sung ủy viên Ban Thường vụ"));
        await session.Open(present: 21);
        var item = await session.World.First.Look(db => db.Set<AgendaItem>().SingleAsync(row => row.Kind == AgendaKind.Personnel));
        await session.Refused("vote.must-be-secret", session.Office, new OpenVote(Guid.CreateVersion7(), item.Id, VoteMode.Devices, VoteSubject.Election, "Bầu bổ sung", Options: ["Lò Thị A", "Vàng Văn B", "Giàng C"], Seats: 2));
        var vote = (await session.Done(session.Office, new OpenVote(Guid.CreateVersion7(), item.Id, VoteMode.SecretDevices, VoteSubject.Election, "Bầu bổ sung", Options: ["Lò Thị A", "Vàng Văn B", "Giàng C"], Seats: 2))).Id;
        var voters = await session.Voters(vote);
        Assert.Equal(21, voters.Count);
        await session.Refused("vote.too-many", voters[0], new CastBallot(Guid.CreateVersion7(), vote, "+++"));

        // Each answers differently from the one before, so that any order that is left would show.
        string Of(int index) => (index % 3) switch { 0 => "++-", 1 => "+-+", _ => "+--" };
        foreach (var (person, index) in voters.Select((person, index) => (person, index)))
        {
            var answer = await session.Done(person, new CastBallot(Guid.CreateVersion7(), vote, Of(index)));
            Assert.DoesNotContain("+", answer.Text, StringComparison.Ordinal);
        }

        await session.Refused("vote.already", voters[3], new CastBallot(Guid.CreateVersion7(), vote, "---"));

        // While it runs: no ballot is readable, equal ones differ, all are equally long, and no row says which is whose.
        var kept = await session.World.First.Look(db => db.Set<SealedBallot>().AsNoTracking().ToListAsync());
        Assert.Equal(21, kept.Select(one => one.Sealed).Distinct().Count());
        Assert.Single(kept.Select(one => one.Sealed.Length).Distinct());
        await using (var database = await Open(session))
        {
            Assert.Empty(await Columns(database, "SealedBallot", ["Id", "OrganizationId", "VoteId", "Sealed"]));
            Assert.Empty(await Columns(database, "SecretBallot", ["Id", "OrganizationId", "VoteId", "Marks"]));
            Assert.Equal(0, await Holding(database, ["++-", "+-+", "+--"]));
        }

        await session.Done(session.Office, new CloseVote(Guid.CreateVersion7(), vote));
        var closed = await session.Vote(vote);
        Assert.Equal("21/0/0;7/14/0;7/14/0", closed.Counts);
        Assert.Contains("TRÚNG CỬ: đồng chí Lò Thị A", closed.ResultSentence(), StringComparison.Ordinal);
        await using (var database = await Open(session))
        {
            // One transaction wrote all of them, another one for each who voted; the order is the order of what they say.
            Assert.Equal(1L, await Scalar(database, $"SELECT count(DISTINCT xmin::text) FROM \"SecretBallot\" WHERE \"VoteId\" = '{vote}'"));
            Assert.Equal(0L, await Scalar(database, $"SELECT count(*) FROM \"SecretBallot\" b JOIN \"VoteMember\" m ON m.xmin::text = b.xmin::text WHERE b.\"VoteId\" = '{vote}'"));
            Assert.Equal(0L, await Scalar(database, "SELECT count(*) FROM \"SealedBallot\""));
            Assert.Equal(21L, await Scalar(database, $"SELECT count(*) FROM \"SecretBallot\" WHERE \"VoteId\" = '{vote}'"));
            Assert.Equal(21L, await Scalar(database, $"SELECT count(*) FROM \"VoteMember\" WHERE \"VoteId\" = '{vote}' AND \"HasVoted\""));
            Assert.Equal(0L, await Scalar(database, "SELECT count(*) FROM \"Ballot\""));

            // Ids of version 7 hold the time at which they were made; these do not.
            Assert.Equal(0L, await Scalar(database, $"SELECT count(*) FROM \"SecretBallot\" WHERE substring(\"Id\"::text, 15, 1) <> '4' AND \"VoteId\" = '{vote}'"));
        }

        // Nobody can open what somebody may have copied before: the key goes with the vote.
        var seal = (BallotSeal)session.World.First.Services.GetService(typeof(BallotSeal))!;
        var sweep = (BallotKeySweep)session.World.First.Services.GetService(typeof(BallotKeySweep))!;
        Assert.NotNull(seal.Open(vote, kept[0].Sealed));
        Assert.Equal(1, await sweep.Run(CancellationToken.None));
        Assert.Null(seal.Open(vote, kept[0].Sealed));
        Assert.Empty(ProofCheck.Disagreements((await session.World.First.Ask(session.Office, new ReadProof(vote)))!));
    }

    [Fact]
    public async Task Papers_are_counted_by_three_of_whom_two_agree()
    {
        await using var session = await SessionWorld.Create(cluster);
        await session.Done(session.Office, new AddAgendaItem(Guid.CreateVersion7(), session.Conference, AgendaKind.Personnel, "Lấy phiếu tín nhiệm"));
        await session.Open(present: 20);
        var item = await session.World.First.Look(db => db.Set<AgendaItem>().SingleAsync(row => row.Kind == AgendaKind.Personnel));
        var counters = (await session.World.First.Look(db => db.Set<Attendance>().Where(row => row.Presence == Presence.Present).OrderBy(row => row.Id).Select(row => row.PersonId!.Value).ToListAsync())).Take(3).ToList();
        OpenVote Paper(params Guid[] people) => new(Guid.CreateVersion7(), item.Id, VoteMode.SecretPaper, VoteSubject.Confidence, "Tín nhiệm đồng chí Lò Thị A", CounterIds: people);
        await session.Refused("vote.counters", session.Chair, Paper(counters[0], counters[1]));
        await session.Refused("vote.counters", session.Chair, Paper(counters[0], counters[1], counters[1]));
        var vote = (await session.Done(session.Chair, Paper([.. counters]))).Id;
        var three = counters.ConvertAll(id => session.Members.Single(person => person.Id == id));
        EnterCount Entry(int inFavour, int spoilt) => new(Guid.CreateVersion7(), vote, [new(inFavour, 18 - inFavour, 0)], 20, 18 + spoilt, spoilt);
        await session.Refused("count.not-a-counter", session.Office, Entry(14, 1));
        await session.Refused("vote.not-open", three[0], new CastBallot(Guid.CreateVersion7(), vote, "+"));
        await session.Done(three[0], Entry(14, 1));
        await session.Done(three[1], Entry(15, 1));
        await session.Refused("count.not-agreed", session.Chair, new CloseVote(Guid.CreateVersion7(), vote));
        await session.Done(three[2], Entry(14, 1));
        await session.Done(session.Chair, new CloseVote(Guid.CreateVersion7(), vote));
        var closed = await session.Vote(vote);
        Assert.Equal((true, 20, 19, 1), (closed.Adopted, closed.Issued, closed.Collected, closed.Spoilt));
        Assert.Empty(ProofCheck.Disagreements((await session.World.First.Ask(session.Office, new ReadProof(vote)))!));
    }

    private async Task<NpgsqlConnection> Open(SessionWorld session)
    {
        var database = await session.World.First.Look(db => Task.FromResult(db.Database.GetDbConnection().Database));
        var connection = new NpgsqlConnection(cluster.Cluster.ConnectionString(database) + ";Pooling=false");
        await connection.OpenAsync();
        return connection;
    }

    private static async Task<object?> Scalar(NpgsqlConnection database, string sql)
    {
        await using var command = new NpgsqlCommand(sql, database);
        return await command.ExecuteScalarAsync();
    }

    // Columns besides those that are allowed.
    private static async Task<List<string>> Columns(NpgsqlConnection database, string table, string[] allowed)
    {
        await using var command = new NpgsqlCommand($"SELECT column_name FROM information_schema.columns WHERE table_name = '{table}'", database);
        await using var reader = await command.ExecuteReaderAsync();
        var more = new List<string>();
        while (await reader.ReadAsync())
        {
            more.Add(reader.GetString(0));
        }

        return [.. more.Except(allowed, StringComparer.Ordinal)];
    }

    // Rows of all tables in which one of the ballots stands as it was sent.
    private static async Task<long> Holding(NpgsqlConnection database, string[] ballots)
    {
        var tables = new List<string>();
        await using (var list = new NpgsqlCommand("SELECT tablename FROM pg_tables WHERE schemaname = 'public'", database))
        await using (var reader = await list.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                tables.Add(reader.GetString(0));
            }
        }

        var found = 0L;
        foreach (var (table, ballot) in tables.SelectMany(table => ballots.Select(ballot => (table, ballot))))
        {
            found += (long)(await Scalar(database, $"SELECT count(*) FROM \"{table}\" t WHERE strpos(t::text, '{ballot}') > 0"))!;
        }

        return found;
    }
}

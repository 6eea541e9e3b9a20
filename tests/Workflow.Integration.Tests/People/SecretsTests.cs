using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Workflow.Host.Seeding;
using Workflow.Integration.Tests.Http;
using Xunit;

namespace Workflow.Integration.Tests.People;

[Collection("cluster")]
public sealed class SecretsTests(TestCluster cluster)
{
    [Fact]
    public async Task Neither_the_talkative_log_nor_a_row_holds_what_only_its_owner_may_know()
    {
        var log = new Everything();
        var database = await cluster.Copy();
        await using var site = await Site.Start(cluster, database, builder => builder.ConfigureServices(services => services.AddLogging(logging => logging.AddProvider(log).AddFilter<Everything>(null, LogLevel.Trace))));
        var visitor = await site.SignIn("bithu");
        var (wrong, next, once) = ("sai mat khau 77", "mat khau moi 2027", "dung mot lan 88");
        await site.Stranger().TrySignIn("bithu", wrong);
        var key = Regex.Match(await visitor.Page("/tai-khoan"), "<code>([A-Z2-7]{32})</code>").Groups[1].Value;
        var codes = Regex.Matches(await (await visitor.Post("/tai-khoan/hai-lop", ("code", Totp.Now(key)))).Content.ReadAsStringAsync(), "<li><code>([^<]+)</code>").Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(10, codes.Count);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.Post("/tai-khoan/doi-mat-khau", ("current", DemoOrganization.Password), ("next", next))).StatusCode);
        var id = (await site.Look(db => SignInTests.Find(db, "vanthu"))).Id.ToString();
        Assert.Equal(HttpStatusCode.Redirect, (await (await site.SignIn("quantri")).Act("/quan-tri/dat-lai", ("id", id), ("password", once))).StatusCode);
        await site.SignIn("bithu", next, codes[0]);

        var connection = Regex.Match(cluster.Cluster.ConnectionString(database), "Password=([^;]+)").Groups[1].Value;
        var written = log.Text();
        Assert.True(written.Contains("INSERT INTO", StringComparison.Ordinal) && written.Contains("/tai-khoan/doi-mat-khau", StringComparison.Ordinal), "the log was not listened to");
        foreach (var secret in new[] { DemoOrganization.Password, wrong, next, once, key, connection }.Concat(codes))
        {
            Assert.False(written.Contains(secret, StringComparison.Ordinal), $"the log holds “{secret}”: {Around(written, secret)}");
        }

        var rows = await Rows(cluster.Cluster.ConnectionString(database));
        Assert.Contains("bithu", rows, StringComparison.Ordinal);
        foreach (var secret in new[] { DemoOrganization.Password, wrong, next, once })
        {
            Assert.False(rows.Contains(secret, StringComparison.Ordinal), $"a row holds “{secret}”: {Around(rows, secret)}");
        }
    }

    private static string Around(string text, string word) => text.IndexOf(word, StringComparison.Ordinal) is >= 0 and var at ? text[Math.Max(0, at - 200)..Math.Min(text.Length, at + 100)] : "";

    private static async Task<string> Rows(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT string_agg(query_to_xml(format('SELECT * FROM %I', tablename), true, true, '')::text, '') FROM pg_tables WHERE schemaname = 'public'", connection);
        return (string)(await command.ExecuteScalarAsync())!;
    }

    private sealed class Everything : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> lines = new();

        public string Text() => string.Join('\n', lines);

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{formatter(state, exception)} {exception} {(state is IEnumerable<KeyValuePair<string, object?>> parts ? string.Join(' ', parts.Select(part => part.Value)) : "")}");

        public void Dispose()
        {
        }
    }
}

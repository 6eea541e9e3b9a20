using System.Net;
using System.Text.RegularExpressions;
using Npgsql;
using Workflow.Host.EmbeddedPostgres;
using Xunit;
using Xunit.Abstractions;

namespace Workflow.Integration.Tests.Processes;

/// <summary>The host as a user runs it, with its private database in a folder, killed right after it said "recorded".</summary>
[Collection("another cluster")]
public sealed class ProcessDeathTests(TestCluster cluster, ITestOutputHelper output) : IDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("workflow-death-").FullName;

    public void Dispose() => Directory.Delete(data, recursive: true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_was_acknowledged_is_there_after_the_next_start_and_nothing_is_doubled(bool withDatabase)
    {
        await using var host = await HostProcess.Start(data);
        output.WriteLine($"first start {host.StartTook.TotalSeconds:0.0} s");
        async Task DieAndRise()
        {
            await (withDatabase ? host.KillWithDatabase() : host.Kill());
            await host.StartAgain();
            output.WriteLine($"start after {(withDatabase ? "loss of power" : "kill -9")} {host.StartTook.TotalSeconds:0.0} s");
        }

        static (string, string) Form(Guid id) => ("commandId", id.ToString());
        var (upload, store, comment) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var (drafter, office, member) = (await host.SignIn("soanthao"), await host.SignIn("vanphong"), await host.SignIn("uyvien03"));
        Task<HttpResponseMessage> Upload() => drafter.NewDraft("mau.txt", cluster.SampleBytes, upload, store);
        var here = await Recorded(Upload());
        await DieAndRise();
        Assert.Equal(here, await Recorded(Upload()));

        await Recorded(drafter.Act(here + "/trinh"));
        var hash = Regex.Match(await office.Page(here + "/tham-dinh"), "name=\"hash\" value=\"([0-9a-f]{64})\"").Groups[1].Value;
        await Recorded(office.Act(here + "/tham-dinh/xong-tham-dinh", [.. await office.Points(here), ("hash", hash), ("passed", "true"), ("note", "Đủ thể thức."), ("closesOn", Domain.VietnamTime.DayOf(DateTimeOffset.UtcNow).AddDays(5).ToString("yyyy-MM-dd"))]));
        await DieAndRise();
        // The session outlives the host: nobody has to sign in again.
        var clause = Regex.Match(await member.Page(here), "\\?doan=([^#\"]+)#").Groups[1].Value;
        Task<HttpResponseMessage> Remark(Guid id, string text) => member.Post(here + "/gop-y", Form(id), ("hash", hash), ("clauseId", clause), ("text", text));
        await Recorded(Remark(Guid.CreateVersion7(), "Đề nghị nêu rõ thời hạn."));
        await DieAndRise();

        // Killed while it works: nobody knows whether it was recorded, so the form is sent again.
        var underWay = Remark(comment, "Đề nghị nêu rõ cơ quan chủ trì.");
        await Task.Delay(8);
        await DieAndRise();
        await underWay.ContinueWith(_ => { }, TaskScheduler.Default);
        await Recorded(Remark(comment, "Đề nghị nêu rõ cơ quan chủ trì."));

        // The remarks go with the answer, which is sent once more after a death as well.
        var round = Regex.Match(await member.Page(here), "href=\"(/lay-y-kien/[0-9a-f-]{36})\"").Groups[1].Value;
        var opinion = Guid.CreateVersion7();
        Task<HttpResponseMessage> Answer() => member.Post(round + "/gui", Form(opinion), ("hash", hash), ("draftId", here.Split('/')[^1]), ("answer", "AgreeWithComments"));
        await Recorded(Answer());
        await DieAndRise();
        await Recorded(Answer());
        Assert.Equal(["AppraiseDraft 1", "SendOpinion 1", "StageUpload 1", "StartDraft 1", "SubmitDraft 1"], await Ask("""SELECT "Act" || ' ' || count(*) FROM "AuditEntry" WHERE "Act" <> 'SignIn' GROUP BY "Act" ORDER BY 1"""));
        Assert.Equal(["1 1 2 0 11 1 5"], await Ask("""
            SELECT concat_ws(' ', (SELECT count(*) FROM "Draft"), (SELECT count(*) FROM "DraftVersion"), (SELECT count(*) FROM "Comment"), (SELECT count(*) FROM "CommentDraft"), (SELECT count(*) FROM "OpinionSheet"), (SELECT count(*) FROM "GivenOpinion"),
            (SELECT count(*) FROM "CommandRecord"))
            """));
        Assert.Equal(["true"], await Ask("""SELECT (count(*) = max("Position") AND bool_and("Hash" ~ '^[0-9a-f]{64}$'))::text FROM "AuditEntry" """));
    }

    private static async Task<string> Recorded(Task<HttpResponseMessage> act)
    {
        var answer = await act;
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{answer.RequestMessage!.RequestUri!.AbsolutePath}: {(int)answer.StatusCode}");
        return string.Join('/', answer.Headers.Location!.OriginalString.Split('/').Take(3));
    }

    private async Task<List<string>> Ask(string sql)
    {
        var settings = ClusterSettings.Read(Path.Combine(data, "embedded.json"));
        await using var connection = new NpgsqlConnection($"Host=127.0.0.1;Port={settings.Port};Username=workflow;Password={settings.Password};Database=workflow;Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }
}

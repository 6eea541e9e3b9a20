using System.Net;
using Microsoft.EntityFrameworkCore;
using Workflow.Domain.Drafts;
using Workflow.Host.Commands;
using Workflow.Integration.Tests.People;
using Workflow.Runtime.Processes;
using Xunit;

namespace Workflow.Integration.Tests.Processes;

/// <summary>Limits live in the real web server, so a real one is asked.</summary>
[Collection("cluster")]
public sealed class UploadLimitTests(TestCluster cluster)
{
    [Fact]
    public async Task What_is_too_large_or_no_document_is_refused_in_words_and_nothing_is_stored()
    {
        var database = await cluster.Copy();
        var data = Directory.CreateTempSubdirectory("workflow-upload-").FullName;
        await using (var host = await HostProcess.Start(data, cluster.Cluster.ConnectionString(database)))
        {
            var drafter = await host.SignIn("soanthao");
            Task<HttpResponseMessage> Send(string name, byte[] file) => drafter.Upload("/du-thao/moi", name, file, ("commandId", Guid.CreateVersion7().ToString()), ("body", "Ủy ban nhân dân xã"), ("tracked", "Accept"));
            foreach (var size in new[] { 33_000_000, 90_000_000 })
            {
                var answer = await Send("lon.docx", new byte[size]);
                Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
                Assert.Contains("vượt giới hạn 30 MB", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
                Assert.Contains("default-src 'none'", string.Join(' ', answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
            }

            foreach (var (name, file, sentence) in new (string, byte[], string)[] { ("lon.docx", new byte[31_000_000], "30 MB"), ("rong.docx", [], "0 byte"), ("anh.docx", [0x89, 0x50, 0x4E, 0x47, 1, 2, 3], "Word") })
            {
                var answer = await Send(name, file);
                Assert.True(answer.StatusCode == HttpStatusCode.UnprocessableEntity, $"{name}: {(int)answer.StatusCode}");
                Assert.Contains(sentence, SignInTests.Problem(answer), StringComparison.Ordinal);
            }

            var wordy = await drafter.Act($"/du-thao/{Guid.NewGuid()}/gop-y", ("text", new string('x', 33_000_000)));
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, wordy.StatusCode);
            var long1 = await drafter.Post("/hoi-nghi", ("place", new string('x', 1_500_000)));
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, long1.StatusCode);
            Assert.Equal(HttpStatusCode.Redirect, (await drafter.NewDraft("mau.txt", cluster.SampleBytes)).StatusCode);
        }

        await using var world = await DemoWorld.Create(cluster.Sample, cluster.Cluster, database);
        Assert.Equal((1, 2), await world.Look(async db => (await db.Set<Draft>().CountAsync(), await db.Set<CommandRecord>().CountAsync())));
        Directory.Delete(data, recursive: true);
    }
}

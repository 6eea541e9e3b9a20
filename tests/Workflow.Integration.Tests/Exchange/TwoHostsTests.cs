using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Exchange;
using Workflow.Domain.Distribution;
using Workflow.Domain.Exchange;
using Workflow.Integration.Tests.Processes;
using Xunit;

namespace Workflow.Integration.Tests.Exchange;

/// <summary>Two installations as processes of their own, which speak over HTTP and are killed in between.</summary>
[Collection("another cluster")]
public sealed class TwoHostsTests(TestCluster cluster) : IDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("workflow-exchange-").FullName;

    public void Dispose() => Directory.Delete(data, recursive: true);

    [Fact]
    public async Task A_document_goes_and_its_receipts_come_back_though_both_hosts_are_killed()
    {
        var (communeDatabase, provinceDatabase) = (await cluster.Copy(), await cluster.Copy());
        await using var world = await ExchangeWorld.Create(cluster, communeDatabase: communeDatabase, provinceDatabase: provinceDatabase);
        await using var commune = await Start("commune", communeDatabase, world.Commune);
        await using var province = await Start("province", provinceDatabase, world.Province);
        await ExchangeWorld.Done(world.Commune, "quantri", new ChangePartner(ExchangeWorld.New, world.ProvincePartner, "Tỉnh ủy Sơn Hà", (await world.Copy()).UnitId, province.Address + "trao-doi/goi"));
        await ExchangeWorld.Done(world.Province, "quantri", new ChangePartner(ExchangeWorld.New, world.CommunePartner, "Đảng ủy xã Thanh Sơn", null, commune.Address + "trao-doi/goi"));

        // Keys are sealed by the installation that uses them.
        await Done(await (await commune.SignIn("quantri")).Act($"/quan-tri/trao-doi/{world.ProvincePartner}/giu-khoa", ("key", world.KeyOfCommune)));
        await Done(await (await province.SignIn("quantri")).Act($"/quan-tri/trao-doi/{world.CommunePartner}/giu-khoa", ("key", world.KeyOfProvince)));

        // The receiver is away when the package is made; the sender dies as soon as it has said "recorded".
        await province.Kill();
        await Done(await (await commune.SignIn("vanthu")).Act($"/van-ban/{world.Issued.Id}/lien-thong/lap-goi", ("partnerId", world.ProvincePartner.ToString())));
        await commune.Kill();
        await province.StartAgain();
        await commune.StartAgain();
        await Until(async () =>
        {
            // A pause after a failed attempt, and the lease of a host that died, are over.
            await world.Commune.Look(db => db.Set<ExchangeMessage>().Where(row => row.State == ExchangeState.Waiting && row.Attempts > 0 && row.LeasedUntil != null).ExecuteUpdateAsync(set => set.SetProperty(row => row.LeasedUntil, row => row.CreatedAt)));
            await world.Commune.Look(db => db.Set<ExchangeMessage>().Where(row => row.State == ExchangeState.Waiting).ExecuteUpdateAsync(set => set.SetProperty(row => row.NotBefore, row => row.CreatedAt)));
            return await world.Province.Look(db => db.Set<IncomingPaper>().AnyAsync());
        });

        // Registered, and the host dies right after it said so.
        var paper = await ExchangeWorld.Paper(world.Province);
        await Done(await (await province.SignIn("vanthu")).Act($"/van-ban/den/{paper.Id}/vao-so"));
        await province.Kill();
        await province.StartAgain();
        await Until(async () =>
        {
            await world.Province.Look(db => db.Set<ExchangeMessage>().Where(row => row.State == ExchangeState.Waiting && row.Attempts > 0).ExecuteUpdateAsync(set => set.SetProperty(row => row.LeasedUntil, row => row.CreatedAt).SetProperty(row => row.NotBefore, row => row.CreatedAt)));
            return (await world.Copy()).Status == DispatchStatus.Booked && (await ExchangeWorld.Statuses(world.Province)).TrueForAll(row => row.State == ExchangeState.Delivered);
        });
        Assert.Equal((1, IncomingState.Registered), (await world.Province.Look(db => db.Set<IncomingPaper>().CountAsync()), (await ExchangeWorld.Paper(world.Province)).State));
        Assert.Equal(["01", "03"], (await ExchangeWorld.Statuses(world.Province)).Select(row => row.Code));
        Assert.Equal((await ExchangeWorld.Paper(world.Province)).ArrivalName, (await world.Copy()).ArrivalNumber);
        await Endpoint(province, world);
    }

    private static async Task Endpoint(HostProcess province, ExchangeWorld world)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = province.Address };
        var package = await world.Commune.Look(db => db.Set<ExchangeMessage>().Where(row => row.Direction == ExchangeDirection.Out).Select(row => row.Content).FirstAsync());
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await client.GetAsync("/trao-doi/goi")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Post(client, "", package)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Post(client, PartnerKeys.Make(), package)).Status);
        var again = await Post(client, world.KeyOfCommune, package);
        Assert.Equal((HttpStatusCode.OK, true), (again.Status, again.Answer.GetProperty("ok").GetBoolean()));
        var rubbish = await Post(client, world.KeyOfCommune, [1, 2, 3]);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "edxml.not-xml"), (rubbish.Status, rubbish.Answer.GetProperty("code").GetString()));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await TooLarge(client, world.KeyOfCommune));
        Assert.Equal(1, await world.Province.Look(db => db.Set<IncomingPaper>().CountAsync()));
    }

    private static async Task<(HttpStatusCode Status, JsonElement Answer)> Post(HttpClient client, string key, byte[] body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/trao-doi/goi") { Content = new ByteArrayContent(body) };
        request.Headers.Authorization = key.Length == 0 ? null : new("Bearer", key);
        using var response = await client.SendAsync(request);
        return (response.StatusCode, JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.Clone());
    }

    private static async Task<HttpStatusCode> TooLarge(HttpClient client, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/trao-doi/goi") { Content = new ByteArrayContent(new byte[IncomingWords.LargestPackage + 1]) };
        request.Headers.Authorization = new("Bearer", key);
        request.Headers.ExpectContinue = true;
        using var response = await client.SendAsync(request);
        return response.StatusCode;
    }

    private Task<HostProcess> Start(string name, string database, Host.Commands.DemoWorld world) => HostProcess.Start(Path.Combine(data, name), cluster.Cluster.ConnectionString(database), new Dictionary<string, string>
    {
        ["Signing__Agency__Path"] = Directory.GetFiles(world.CertificateFolder, "*.p12").Single(file => Path.GetFileName(file).StartsWith("dang-uy", StringComparison.Ordinal)),
        ["Signing__Agency__Password"] = "chi-de-trinh-dien",
        ["Signing__TrustedRoots__0"] = Path.Combine(world.CertificateFolder, "demo-ca.pem"),
        ["Exchange__PlainLoopback"] = "true",
        ["Exchange__TimeoutSeconds"] = "10",
    });

    private static async Task Done(HttpResponseMessage answer) => Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");

    private static async Task Until(Func<Task<bool>> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        while (!await holds())
        {
            await Task.Delay(200, patience.Token);
        }
    }
}

using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Activities.Signing;
using Workflow.Documents.Signatures;
using Workflow.Domain.Issuing;
using Workflow.Runtime.Processes;
using Xunit;

namespace Workflow.Integration.Tests.Signing;

/// <summary>Lists of certificates that were taken back, fetched beside the process: a document is issued whatever becomes of them.</summary>
[Collection("cluster")]
public sealed class LongTermTests(TestCluster cluster) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("workflow-long-").FullName;
    private readonly RSA key = RSA.Create(2048);
    private readonly CertificateRevocationListBuilder revoked = new();
    private X509Certificate2? authority;

    [Fact]
    public async Task A_list_is_fetched_from_the_address_in_the_certificates_and_added_once()
    {
        using var server = new ListServer(() => List());
        await using var world = await Create(server.Address.ToString(), []);
        var work = world.World.Services.GetRequiredService<LongTermWork>();
        Assert.Equal(0, await work.Run(default));
        await Seal(world);
        Assert.Equal(1, (await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => work.Run(default)))).Sum());
        Assert.Equal(0, await work.Run(default));
        Assert.Equal(LongTermState.Done, (await Row(world)).State);
        var (original, whole) = (await File(world, IssuedFileKind.Sealed), await File(world, IssuedFileKind.LongTerm));
        Assert.True(whole.AsSpan().StartsWith(original));
        var report = PdfVerifier.Verify(whole, [authority!], TimeProvider.System.GetUtcNow());
        Assert.Equal((Verdict.Intact, 1), (report.Verdict, report.Notes.Count));
        Assert.Equal(1, server.Asked);
    }

    [Theory]
    [InlineData("error")]
    [InlineData("rubbish")]
    [InlineData("slow")]
    [InlineData("huge")]
    [InlineData("elsewhere")]
    [InlineData("other authority")]
    public async Task What_cannot_be_had_is_tried_again_later_and_the_document_goes_its_way(string kind)
    {
        using var server = new ListServer(() => List()) { Kind = kind };
        await using var world = await Create(null, [server.Address]);
        await Seal(world);
        var work = world.World.Services.GetRequiredService<LongTermWork>();
        Assert.Equal(0, await work.Run(default));
        var row = await Row(world);
        Assert.Equal((LongTermState.Waiting, 1), (row.State, row.Attempts));
        Assert.NotEmpty(row.LastError);
        Assert.True(row.NotBefore > TimeProvider.System.GetUtcNow().AddMinutes(4));
        Assert.Equal(0, await work.Run(default));

        // Sent, and waiting for receipts: nothing of the process knows of it.
        Assert.Contains("receipts", await world.World.Look(db => db.Set<OpenTask>().Where(task => task.ClosedAt == null).Select(task => task.TaskKey).ToListAsync()));
        server.Kind = "";
        await world.World.Look(db => db.Set<LongTermData>().ExecuteUpdateAsync(set => set.SetProperty(one => one.NotBefore, TimeProvider.System.GetUtcNow().AddMinutes(-1))));
        Assert.Equal(1, await work.Run(default));
    }

    [Fact]
    public async Task A_certificate_that_was_taken_back_is_told_and_nothing_is_added()
    {
        using var server = new ListServer(() => List());
        await using var world = await Create(server.Address.ToString(), []);
        await Seal(world);
        using var signer = X509CertificateLoader.LoadPkcs12FromFile(Path.Combine(folder, "a.p12"), "x");
        revoked.AddEntry(signer, TimeProvider.System.GetUtcNow().AddDays(-1));
        Assert.Equal(0, await world.World.Services.GetRequiredService<LongTermWork>().Run(default));
        Assert.Contains("đã bị thu hồi", (await Row(world)).LastError, StringComparison.Ordinal);
        Assert.False(await world.World.Look(db => db.Set<IssuedFile>().AnyAsync(file => file.Kind == IssuedFileKind.LongTerm)));
    }

    [Fact]
    public async Task Where_nobody_names_an_address_there_is_nothing_to_fetch()
    {
        await using var world = await Create(null, []);
        await Seal(world);
        Assert.Equal(0, await world.World.Services.GetRequiredService<LongTermWork>().Run(default));
        Assert.Equal(LongTermState.Nothing, (await Row(world)).State);
    }

    public void Dispose()
    {
        authority?.Dispose();
        key.Dispose();
        Directory.Delete(folder, true);
    }

    private static async Task Seal(SigningWorld world)
    {
        await world.Done(world.Secretary, new SignResolution(SigningWorld.New, world.Draft, world.Hash));
        var issued = await world.World.Look(db => db.Set<IssuedDocument>().AsNoTracking().SingleAsync());
        await world.Done(world.Clerk, new SealDocument(SigningWorld.New, issued.Id));
    }

    private static Task<LongTermData> Row(SigningWorld world) => world.World.Look(db => db.Set<LongTermData>().AsNoTracking().SingleAsync());

    private static Task<byte[]> File(SigningWorld world, IssuedFileKind kind) => world.World.Look(db => db.Set<IssuedFile>().Where(file => file.Kind == kind).Select(file => file.Content).SingleAsync());

    private Task<SigningWorld> Create(string? address, IReadOnlyList<Uri> configured)
    {
        var now = TimeProvider.System.GetUtcNow();
        var request = new CertificateRequest("CN=CA thử dài hạn", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        authority = request.CreateSelfSigned(now.AddDays(-40), now.AddYears(5));
        System.IO.File.WriteAllText(Path.Combine(folder, "ca.pem"), authority.ExportCertificatePem());
        Issue("a.p12", cluster.Sample.Text.Signature.Name, address, now);
        Issue("b.p12", "ĐẢNG ỦY", address, now);
        var settings = new SigningSettings(new Dictionary<string, CertificateFile> { [cluster.Sample.Text.Signature.Name] = new(Path.Combine(folder, "a.p12"), "x") }, new(Path.Combine(folder, "b.p12"), "x"), [Path.Combine(folder, "ca.pem")]) { LongTerm = new(TimeSpan.FromSeconds(2), configured) };
        return SigningWorld.Create(cluster, configure: services => services.AddSingleton(settings));
    }

    private void Issue(string file, string name, string? address, DateTimeOffset now)
    {
        using var own = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}", own, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, true));
        if (address is not null)
        {
            request.CertificateExtensions.Add(CertificateRevocationListBuilder.BuildCrlDistributionPointExtension([address]));
        }

        using var bare = request.Create(authority!, now.AddDays(-30), now.AddYears(3), RandomNumberGenerator.GetBytes(12));
        using var whole = bare.CopyWithPrivateKey(own);
        System.IO.File.WriteAllBytes(Path.Combine(folder, file), whole.Export(X509ContentType.Pkcs12, "x")!);
    }

    private byte[] List() => revoked.Build(authority!, 1, TimeProvider.System.GetUtcNow().AddDays(7), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1, TimeProvider.System.GetUtcNow().AddHours(-1));
}

/// <summary>Serves one list over http, well or badly.</summary>
internal sealed class ListServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Func<byte[]> list;
    private readonly CancellationTokenSource stop = new();
    private int asked;

    public ListServer(Func<byte[]> list)
    {
        this.list = list;
        listener.Start();
        _ = Serve();
    }

    public string Kind { get; set; } = "";

    public int Asked => asked;

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/ca.crl");

    public void Dispose()
    {
        stop.Cancel();
        listener.Dispose();
        stop.Dispose();
    }

    private async Task Serve()
    {
        try
        {
            while (!stop.IsCancellationRequested)
            {
                using var client = await listener.AcceptTcpClientAsync(stop.Token);
                Interlocked.Increment(ref asked);
                await Answer(client.GetStream());
            }
        }
        catch (Exception error) when (error is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The test is over.
        }
    }

    private async Task Answer(NetworkStream stream)
    {
        try
        {
            _ = await stream.ReadAsync(new byte[4_096], stop.Token);
            if (Kind == "slow")
            {
                await Task.Delay(TimeSpan.FromSeconds(3), stop.Token);
                return;
            }

            var body = Kind switch { "rubbish" => "rác"u8.ToArray(), "huge" => new byte[RevocationLists.Largest + 1], "other authority" => Other(), "error" or "elsewhere" => [], _ => list() };
            var head = Kind switch { "error" => "500 Error", "elsewhere" => $"302 Found\r\nLocation: {Address}?x", _ => "200 OK" };
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {head}\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n"), stop.Token);
            await stream.WriteAsync(body, stop.Token);
        }
        catch (IOException)
        {
            // Whoever asked has gone.
        }
    }

    private static byte[] Other()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=CA thử dài hạn", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.CrlSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        var now = TimeProvider.System.GetUtcNow();
        using var other = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(9));
        return new CertificateRevocationListBuilder().Build(other, 1, now.AddDays(7), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1, now.AddHours(-1));
    }
}

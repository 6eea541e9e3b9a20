using System.Net;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Activities.Signing;
using Workflow.Documents.Signatures;
using Workflow.Domain.Issuing;
using Workflow.Runtime.Processes;
using Xunit;

namespace Workflow.Integration.Tests.Signing;

/// <summary>A time stamp that the configuration asks for: had, or not had, and what then.</summary>
[Collection("cluster")]
public sealed class TimestampSettingTests(TestCluster cluster)
{
    [Fact]
    public async Task A_signature_is_stamped_by_the_server_that_the_configuration_names()
    {
        using var server = new StampServer();
        var (report, _) = await Sign(new(server.Address, TimeSpan.FromSeconds(20), false), server.Certificate);
        Assert.NotNull(report?.Signatures[0].StampedAt);
        Assert.Equal(Verdict.Intact, report!.Verdict);
    }

    [Theory]
    [InlineData("none", "timestamp.unreachable")]
    [InlineData("slow", "timestamp.slow")]
    [InlineData("error", "timestamp.refused")]
    [InlineData("rubbish", "timestamp.bad-answer")]
    public async Task Without_a_stamp_nothing_is_signed_unless_the_setting_says_so(string kind, string code)
    {
        using var server = new StampServer { Kind = kind };
        var settings = new TimestampSettings(kind == "none" ? Closed() : server.Address, TimeSpan.FromSeconds(2), false);
        var (report, waits) = await Sign(settings, null);
        Assert.Null(report);
        Assert.Equal("signing-problem", waits);
        var (file, _) = await Sign(settings with { SignWithout = true }, null);
        Assert.Null(file!.Signatures[0].StampedAt);
        Assert.True(file.Signatures[0].Valid);
        Assert.NotEmpty(code);
    }

    private static Uri Closed()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/tsa");
    }

    // The machine signs as the secretary; the signed file, or what waits instead.
    private async Task<(VerificationReport? Report, string Waits)> Sign(TimestampSettings settings, System.Security.Cryptography.X509Certificates.X509Certificate2? stamper)
    {
        await using var world = await SigningWorld.Create(cluster, configure: services => services.AddSingleton<SigningSettings>(_ => ((SigningSettings)services.Last(service => service.ServiceType == typeof(SigningSettings) && service.ImplementationInstance is not null).ImplementationInstance!) with { Timestamps = settings }));
        await world.Done(world.Secretary, new SignResolution(SigningWorld.New, world.Draft, world.Hash));
        var file = await world.World.Look(db => db.Set<IssuedFile>().Where(row => row.Kind == IssuedFileKind.Signed).Select(row => row.Content).SingleOrDefaultAsync());
        var waits = await world.World.Look(db => db.Set<OpenTask>().Where(task => task.ClosedAt == null).Select(task => task.TaskKey).FirstOrDefaultAsync());
        return (file is null ? null : PdfVerifier.Verify(file, [.. world.Roots, .. stamper is null ? [] : new[] { stamper }], TimeProvider.System.GetUtcNow()), waits ?? "");
    }
}

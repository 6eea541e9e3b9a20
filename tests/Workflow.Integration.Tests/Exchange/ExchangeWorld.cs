using System.Net;
using System.Net.Sockets;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Activities.Exchange;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Signing;
using Workflow.Documents.Signatures;
using Workflow.Domain.Distribution;
using Workflow.Domain.Exchange;
using Workflow.Domain.Issuing;
using Workflow.Host.Commands;
using Workflow.Integration.Tests.Signing;

namespace Workflow.Integration.Tests.Exchange;

/// <summary>Two installations, each with its own database, certificates and keys: a commune that issued a document, and the province to which one copy goes.</summary>
internal sealed class ExchangeWorld : IAsyncDisposable
{
    public const string CommuneId = "A32.65";
    public const string ProvinceId = "A32";

    private readonly SigningWorld signing;

    private ExchangeWorld(SigningWorld signing, DemoWorld province)
    {
        this.signing = signing;
        Province = province;
    }

    public DemoWorld Commune => signing.World;

    public DemoWorld Province { get; }

    public IssuedDocument Issued { get; private set; } = null!;

    /// <summary>The copy that goes to the province.</summary>
    public Guid CopyId { get; private set; }

    /// <summary>The province as the commune's partner.</summary>
    public Guid ProvincePartner { get; private set; }

    /// <summary>The commune as the province's partner.</summary>
    public Guid CommunePartner { get; private set; }

    /// <summary>The key that the province gave to the commune, and the other way round.</summary>
    public string KeyOfCommune { get; } = PartnerKeys.Make();

    public string KeyOfProvince { get; } = PartnerKeys.Make();

    public static Guid New => Guid.CreateVersion7();

    public static async Task<ExchangeWorld> Create(TestCluster cluster, string provinceAddress = "", string communeAddress = "", string? communeDatabase = null, string? provinceDatabase = null)
    {
        static void Settings(IServiceCollection services) => services.AddSingleton(new ExchangeSettings(true, TimeSpan.FromSeconds(2)));
        var signing = await SigningWorld.Create(cluster, communeDatabase, Settings);
        var world = new ExchangeWorld(signing, await DemoWorld.Create(cluster.Sample, cluster.Cluster, provinceDatabase ?? await cluster.Copy(), Settings));
        await Done(world.Commune, "bithu", new SignResolution(New, signing.Draft, signing.Hash));
        world.Issued = await world.Commune.Look(db => db.Set<IssuedDocument>().SingleAsync());
        await Done(world.Commune, "vanthu", new SealDocument(New, world.Issued.Id));
        world.Issued = await world.Commune.Look(db => db.Set<IssuedDocument>().AsNoTracking().SingleAsync());
        var copy = await world.Commune.Look(db => db.Set<Dispatch>().OrderBy(row => row.Id).FirstAsync());
        world.CopyId = copy.Id;

        // Each trusts the authority of the other, as all do that of the state.
        File.AppendAllText(Path.Combine(world.Province.CertificateFolder, "demo-ca.pem"), File.ReadAllText(Path.Combine(world.Commune.CertificateFolder, "demo-ca.pem")));
        await Done(world.Commune, "quantri", new NameOurselves(New, CommuneId, "Tỉnh ủy Sơn Hà", "", "", ""));
        await Done(world.Province, "quantri", new NameOurselves(New, ProvinceId, "", "", "", ""));
        world.ProvincePartner = (await Done(world.Commune, "quantri", new AddPartner(New, ProvinceId, "Tỉnh ủy Sơn Hà", copy.UnitId, provinceAddress))).Id;
        world.CommunePartner = (await Done(world.Province, "quantri", new AddPartner(New, CommuneId, "Đảng ủy xã Thanh Sơn", null, communeAddress))).Id;
        await Done(world.Commune, "quantri", new BindPartnerCertificate(New, world.ProvincePartner, Agency(world.Province), null));
        await Done(world.Province, "quantri", new BindPartnerCertificate(New, world.CommunePartner, Agency(world.Commune), null));
        await Done(world.Commune, "quantri", new MakePartnerKey(New, world.ProvincePartner, world.KeyOfProvince));
        await Done(world.Province, "quantri", new MakePartnerKey(New, world.CommunePartner, world.KeyOfCommune));
        await Done(world.Commune, "quantri", new KeepPartnerKey(New, world.ProvincePartner, world.KeyOfCommune));
        await Done(world.Province, "quantri", new KeepPartnerKey(New, world.CommunePartner, world.KeyOfProvince));
        return world;
    }

    /// <summary>The agency's certificate without its key.</summary>
    public static byte[] Agency(DemoWorld world)
    {
        using var signer = AgencyKey(world);
        return signer.Certificate.RawData;
    }

    public static P12Signer AgencyKey(DemoWorld world) => P12Signer.Load(Directory.GetFiles(world.CertificateFolder, "*.p12").Single(file => Path.GetFileName(file).StartsWith("dang-uy", StringComparison.Ordinal)), "chi-de-trinh-dien", TimeProvider.System.GetUtcNow());

    public static async Task<Answer> Done(DemoWorld world, string account, ICommand command)
    {
        var answer = await world.Send(world.People[account], command);
        return answer.Refusal is null ? answer : throw new InvalidOperationException($"{command.GetType().Name}: {answer.Refusal}");
    }

    public static async Task<string?> Refused(DemoWorld world, string account, ICommand command) => (await world.Send(world.People[account], command)).Refusal?.Code;

    /// <summary>The commune's office makes the package; answers its bytes.</summary>
    public async Task<byte[]> Package()
    {
        await Done(Commune, "vanthu", new SendByExchange(New, Issued.Id, ProvincePartner));
        return await Commune.Look(db => db.Set<ExchangeMessage>().Where(row => row.DispatchId == CopyId && row.Code == "0").Select(row => row.Content).SingleAsync());
    }

    /// <summary>A person looks a file through and takes it; answers the refusal of the second step.</summary>
    public static async Task<Answer> Bring(DemoWorld world, byte[] file)
    {
        var clerk = world.People["vanthu"];
        var staged = await world.Send(clerk, new StagePackage(New, "goi.edxml", file));
        return staged.Refusal is null ? await world.Send(clerk, new TakePackage(New, staged.Id, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(file)))) : staged;
    }

    /// <summary>A program brings a file with a key, as at the address for programs.</summary>
    public static async Task<Answer> Call(DemoWorld world, string key, byte[] file)
    {
        await using var scope = world.Services.CreateAsyncScope();
        var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
        if (await mediator.Send(new ReadExchangeCaller(key)) is not { } caller)
        {
            return Answer.No("exchange.key", "");
        }

        scope.ServiceProvider.GetRequiredService<Actor>().Become(caller.OrganizationId, caller.PersonId, caller.Name);
        return await mediator.Send(new ReceivePackage(New, key, file));
    }

    public static Task<IncomingPaper> Paper(DemoWorld world) => world.Look(db => db.Set<IncomingPaper>().AsNoTracking().OrderByDescending(row => row.ArrivedAt).FirstAsync());

    /// <summary>What lies at the province for the commune, in order.</summary>
    public static Task<List<ExchangeMessage>> Statuses(DemoWorld world) => world.Look(db => db.Set<ExchangeMessage>().AsNoTracking().Where(row => row.Direction == ExchangeDirection.Out && row.Kind == ExchangeKind.Status).OrderBy(row => row.CreatedAt).ThenBy(row => row.Id).ToListAsync());

    public Task<Dispatch> Copy() => Commune.Look(db => db.Set<Dispatch>().AsNoTracking().SingleAsync(row => row.Id == CopyId));

    /// <summary>One look of one host at what is to be made and sent.</summary>
    public static Task<int> Run(DemoWorld world) => ActivatorUtilities.CreateInstance<ExchangeWork>(world.Services).RunDue(default);

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        await signing.DisposeAsync();
        await Province.DisposeAsync();
    }
}

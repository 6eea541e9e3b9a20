using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Signing;
using Workflow.Documents.Layout;
using Workflow.Documents.Signatures;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Host.Commands;

namespace Workflow.Integration.Tests.Signing;

/// <summary>A text that waits for its signature, and the certificates of the demonstration as they lie on the signers' own machines.</summary>
internal sealed class SigningWorld : IAsyncDisposable
{
    public const string Password = "chi-de-trinh-dien";

    private SigningWorld(DemoWorld world) => World = world;

    public DemoWorld World { get; }

    public Guid Draft { get; private set; }

    public string Hash { get; private set; } = "";

    public Person Secretary => World.People["bithu"];

    public Person Clerk => World.People["vanthu"];

    public Person Administrator => World.People["quantri"];

    public static async Task<SigningWorld> Create(TestCluster cluster, string? database = null, Action<IServiceCollection>? configure = null)
    {
        var made = new SigningWorld(await DemoWorld.Create(cluster.Sample, cluster.Cluster, database ?? await cluster.Copy(), configure));
        await new DemoStory(made.World, cluster.Sample, "nghi-quyet-mau.txt", cluster.SampleBytes, "") { Quiet = true, BeforeSigning = (id, hash) => { (made.Draft, made.Hash) = (id, hash); return false; } }.Tell();
        return made;
    }

    /// <summary>Binds the signer's and the agency's certificates, as an administrator does.</summary>
    public async Task Bind()
    {
        using var person = Signer(Secretary.FullName);
        using var agency = Agency();
        await Done(Administrator, new BindCertificate(New, Secretary.Id, person.Certificate.RawData));
        await Done(Administrator, new BindCertificate(New, null, Encoding.ASCII.GetBytes(agency.Certificate.ExportCertificatePem())));
    }

    public P12Signer Signer(string name) => P12Signer.Load(Path.Combine(World.CertificateFolder, Domain.Texts.Folding.Fold(name).Replace(' ', '-') + ".p12"), Password, TimeProvider.System.GetUtcNow());

    public P12Signer Agency() => P12Signer.Load(Directory.GetFiles(World.CertificateFolder, "*.p12").Single(file => Path.GetFileName(file).StartsWith("dang-uy", StringComparison.Ordinal)), Password, TimeProvider.System.GetUtcNow());

    public IReadOnlyList<X509Certificate2> Roots => [X509Certificate2.CreateFromPem(File.ReadAllText(Path.Combine(World.CertificateFolder, "demo-ca.pem")))];

    /// <summary>What the secretary's own program makes of the file.</summary>
    public byte[] SignAsSecretary(byte[] pdf)
    {
        using var signer = Signer(Secretary.FullName);
        return PdfSigner.Sign(pdf, new(OfficialPdf.PersonalField, Secretary.FullName, "Ký ban hành", "Thanh Sơn", TimeProvider.System.GetUtcNow(), false), signer);
    }

    public byte[] SignAsAgency(byte[] pdf)
    {
        using var signer = Agency();
        return PdfSigner.Sign(pdf, new(OfficialPdf.AgencyField, "ĐẢNG ỦY XÃ THANH SƠN", "Đóng dấu phát hành", "Thanh Sơn", TimeProvider.System.GetUtcNow(), true), signer);
    }

    public Task<PinnedFile> Pinned(SignaturePurpose purpose = SignaturePurpose.Personal) => World.Look(db => db.Set<PinnedFile>().AsNoTracking().Where(file => file.Purpose == purpose).OrderByDescending(file => file.PinnedAt).FirstAsync());

    public async Task<PinnedFile> Pin()
    {
        await Done(Secretary, new PinForSigning(New, Draft, Hash));
        return await Pinned();
    }

    public async Task<Answer> Done(Person person, ICommand command)
    {
        var answer = await World.Send(person, command);
        return answer.Refusal is null ? answer : throw new InvalidOperationException($"{command.GetType().Name}: {answer.Refusal}");
    }

    public async Task<string?> Refused(Person person, ICommand command) => (await World.Send(person, command)).Refusal?.Code;

    public static Guid New => Guid.CreateVersion7();

    /// <summary>A self-made certificate that no authority knows.</summary>
    public static byte[] Unknown()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=Không ai cấp", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddYears(1));
        return certificate.RawData;
    }

    public ValueTask DisposeAsync() => World.DisposeAsync();
}

using System.Diagnostics;
using System.Security.Cryptography.X509Certificates;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Signing;
using Workflow.Documents.Layout;
using Workflow.Documents.Signatures;
using Workflow.Domain.Issuing;
using Xunit;

namespace Workflow.Integration.Tests.Signing;

/// <summary>The verb <c>sign</c> as a process of its own, with the signers' keys on tokens of SoftHSM: pinned, signed, taken back, sealed.</summary>
[Collection("cluster")]
public sealed class SignCommandTests(TestCluster cluster) : IDisposable
{
    private const string Pin = "602914";
    private static readonly string Module = new[] { "/usr/lib/softhsm/libsofthsm2.so", "/usr/lib64/libsofthsm2.so" }.FirstOrDefault(File.Exists) ?? "/usr/lib/softhsm/libsofthsm2.so";
    private readonly string folder = Directory.CreateTempSubdirectory("workflow-sign-").FullName;

    [Fact]
    public async Task Person_and_agency_sign_with_their_tokens_and_the_document_is_issued()
    {
        await using var world = await SigningWorld.Create(cluster);
        await world.Bind();
        Token(world, "bi-thu", file => !Path.GetFileName(file).StartsWith("dang-uy", StringComparison.Ordinal));
        Token(world, "van-thu", file => Path.GetFileName(file).StartsWith("dang-uy", StringComparison.Ordinal));
        var pinned = await world.Pin();
        var (file, target) = (Path.Combine(folder, "tep.pdf"), Path.Combine(folder, "da-ky.pdf"));
        await File.WriteAllBytesAsync(file, pinned.Content);
        Assert.Contains("token.wrong-pin", Sign(1, "000000", file, "--token", "bi-thu", "--out", target), StringComparison.Ordinal);
        Assert.False(File.Exists(target));
        Assert.Contains("token.missing", Sign(1, Pin, file, "--token", "khong-co", "--out", target), StringComparison.Ordinal);
        var said = Sign(0, Pin, file, "--token", "bi-thu", "--out", target);
        Assert.Contains(target, said, StringComparison.Ordinal);
        Assert.DoesNotContain(Pin, said, StringComparison.Ordinal);
        Assert.Contains("signature.already-signed", Sign(1, Pin, target, "--token", "bi-thu", "--out", file + "2"), StringComparison.Ordinal);
        await world.Done(world.Secretary, new AcceptSignedFile(SigningWorld.New, world.Draft, pinned.Id, await File.ReadAllBytesAsync(target)));

        await world.Done(world.Clerk, new PinForSealing(SigningWorld.New, world.Draft));
        var toSeal = await world.Pinned(SignaturePurpose.Agency);
        await File.WriteAllBytesAsync(file, toSeal.Content);
        Sign(0, Pin, file, "--token", "van-thu", "--field", OfficialPdf.AgencyField, "--out", target);
        await world.Done(world.Clerk, new AcceptSealedFile(SigningWorld.New, world.Draft, toSeal.Id, await File.ReadAllBytesAsync(target)));
        var original = await world.World.Look(db => db.Set<IssuedFile>().Where(one => one.Kind == IssuedFileKind.Sealed).Select(one => one.Content).SingleAsync());
        var report = PdfVerifier.Verify(original, world.Roots, TimeProvider.System.GetUtcNow());
        Assert.Equal((Verdict.Intact, 2), (report.Verdict, report.Signatures.Count));
    }

    public void Dispose() => Directory.Delete(folder, true);

    // The secret on the token is the one whose certificate an administrator has bound.
    private void Token(SigningWorld world, string label, Func<string, bool> whose)
    {
        Directory.CreateDirectory(Path.Combine(folder, "tokens"));
        File.WriteAllText(Path.Combine(folder, "softhsm2.conf"), $"directories.tokendir = {folder}/tokens\nobjectstore.backend = file\nlog.level = ERROR\n");
        using var certificate = X509CertificateLoader.LoadPkcs12FromFile(Directory.GetFiles(world.World.CertificateFolder, "*.p12").Single(whose), SigningWorld.Password, X509KeyStorageFlags.Exportable);
        var (key, der) = (Path.Combine(folder, label + ".pem"), Path.Combine(folder, label + ".der"));
        File.WriteAllText(key, certificate.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem());
        File.WriteAllBytes(der, certificate.RawData);
        Run(0, "", "softhsm2-util", "--init-token", "--free", "--label", label, "--pin", Pin, "--so-pin", "12345678");
        Run(0, "", "softhsm2-util", "--import", key, "--token", label, "--label", label, "--id", "A1", "--pin", Pin);
        Run(0, "", "pkcs11-tool", "--module", Module, "--token-label", label, "--login", "--pin", Pin, "--write-object", der, "--type", "cert", "--id", "A1", "--label", label);
        File.Delete(key);
    }

    private string Sign(int exit, string pin, string file, params string[] more) => Run(exit, pin, "dotnet", [Path.Combine(AppContext.BaseDirectory, "Workflow.Host.dll"), "sign", file, "--module", Module, .. more]);

    private string Run(int exit, string line, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["SOFTHSM2_CONF"] = Path.Combine(folder, "softhsm2.conf");
        using var process = Process.Start(start)!;
        process.StandardInput.WriteLine(line);
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        var told = process.StandardOutput.ReadToEnd() + errors.Result;
        process.WaitForExit();
        Assert.True(process.ExitCode == exit, $"{program} answered {process.ExitCode}: {told}");
        return told;
    }
}

using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Workflow.Documents.Signatures;
using Workflow.Documents.Signatures.Tokens;
using Xunit;
using static Workflow.Documents.Tests.Signatures.TestKeys;

namespace Workflow.Documents.Tests.Signatures;

/// <summary>Three tokens of SoftHSM: an RSA key, an ECDSA key, and one with no certificate.</summary>
public sealed partial class SoftToken : IDisposable
{
    public const string Pin = "48291";
    private readonly string folder = Directory.CreateTempSubdirectory("workflow-token-").FullName;

    public SoftToken()
    {
        var conf = Path.Combine(folder, "softhsm2.conf");
        Directory.CreateDirectory(Path.Combine(folder, "tokens"));
        File.WriteAllText(conf, $"directories.tokendir = {folder}/tokens\nobjectstore.backend = file\nlog.level = ERROR\n");
        // The library reads the environment of C, which .NET does not write to.
        Assert.Equal(0, SetEnvironment("SOFTHSM2_CONF", conf, 1));
        Environment.SetEnvironmentVariable("SOFTHSM2_CONF", conf);
        using var rsa = RSA.Create(2048);
        using var ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Make("rsa", rsa, SelfSigned(rsa));
        Make("ecdsa", ecdsa, SelfSigned(ecdsa));
        Util("--init-token", "--free", "--label", "trong", "--pin", Pin, "--so-pin", "12345678");
    }

    public static string Module { get; } = new[] { "/usr/lib/softhsm/libsofthsm2.so", "/usr/lib64/libsofthsm2.so" }.FirstOrDefault(File.Exists) ?? "/usr/lib/softhsm/libsofthsm2.so";

    public void Dispose() => Directory.Delete(folder, true);

    private void Make(string label, AsymmetricAlgorithm key, byte[] p12)
    {
        var (pem, der) = (Path.Combine(folder, label + ".pem"), Path.Combine(folder, label + ".der"));
        File.WriteAllText(pem, key.ExportPkcs8PrivateKeyPem());
        using var certificate = X509CertificateLoader.LoadPkcs12(p12, Password);
        File.WriteAllBytes(der, certificate.RawData);
        Util("--init-token", "--free", "--label", label, "--pin", Pin, "--so-pin", "12345678");
        Util("--import", pem, "--token", label, "--label", label, "--id", "A1", "--pin", Pin);
        var told = Tools.Run("pkcs11-tool", "--module", Module, "--token-label", label, "--login", "--pin", Pin, "--write-object", der, "--type", "cert", "--id", "A1", "--label", label);
        Assert.EndsWith("exit 0", told, StringComparison.Ordinal);
    }

    private static void Util(params string[] arguments) => Assert.EndsWith("exit 0", Tools.Run("softhsm2-util", arguments), StringComparison.Ordinal);

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetEnvironment(string name, string value, int overwrite);
}

/// <summary>Signing with a key that stays on its token.</summary>
public sealed class TokenTests(SoftToken token) : IClassFixture<SoftToken>
{
    [Theory]
    [InlineData("rsa")]
    [InlineData("ecdsa")]
    public void A_token_signs_and_openssl_agrees(string label) => Tools.InFolder(folder =>
    {
        Assert.NotNull(token);
        using var signer = Open(label);
        var signed = PdfSigner.Sign(TestPdf.Write(), PersonRequest, signer);
        var report = PdfVerifier.Verify(signed, [signer.Certificate], Now);
        Assert.Equal(Verdict.Intact, report.Verdict);
        var (start, end) = Forgery.Contents(signed);
        string Save(string name, byte[] content)
        {
            File.WriteAllBytes(Path.Combine(folder, name), content);
            return Path.Combine(folder, name);
        }

        var cms = Save("a.der", Convert.FromHexString(Encoding.ASCII.GetString(signed[(start + 1)..(end - 1)])));
        var content = Save("a.bin", [.. signed.AsSpan(0, start), .. signed.AsSpan(end)]);
        var root = Save("ca.pem", Encoding.ASCII.GetBytes(signer.Certificate.ExportCertificatePem()));
        var at = Now.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
        Assert.EndsWith("exit 0", Tools.Run("openssl", "cms", "-verify", "-cades", "-binary", "-inform", "DER", "-in", cms, "-content", content, "-CAfile", root, "-partial_chain", "-purpose", "any", "-attime", at, "-out", Path.Combine(folder, "out")), StringComparison.Ordinal);
        return 0;
    });

    [Fact]
    public void A_wrong_pin_is_told_and_the_right_one_still_works()
    {
        var wrong = Assert.Throws<SignatureException>(() => Open("rsa", "00000"));
        Assert.Equal("token.wrong-pin", wrong.Code);
        Assert.DoesNotContain("00000", wrong.ToString(), StringComparison.Ordinal);
        using var signer = Open("rsa");
        Assert.Equal("Trần Thị Khác", signer.Name);
    }

    [Fact]
    public async Task A_wrong_pin_is_not_let_in_by_another_s_login()
    {
        using var inside = Open("rsa");
        var second = Task.Run(() => Assert.Throws<SignatureException>(() => Open("rsa", "99999")).Code);
        // The second waits for the first, then must fail on its own PIN.
        await Task.Delay(50);
        inside.Dispose();
        Assert.Equal("token.wrong-pin", await second);
    }

    [Theory]
    [InlineData("khong-co", "token.missing")]
    [InlineData("trong", "token.no-key")]
    public void A_token_that_is_not_there_or_holds_no_certificate_is_told(string label, string code) =>
        Assert.Equal(code, Assert.Throws<SignatureException>(() => Open(label)).Code);

    [Theory]
    [InlineData("/khong/co/thu-vien.so")]
    [InlineData("/etc/hostname")]
    [InlineData("libc.so.6")]
    public void A_library_that_is_none_is_told(string module) =>
        Assert.Equal("token.no-module", Assert.Throws<SignatureException>(() => TokenSigner.Open(module, "", "1"u8, Now)).Code);

    [Fact]
    public void An_expired_certificate_does_not_sign() =>
        Assert.Equal("signature.expired", Assert.Throws<SignatureException>(() => TokenSigner.Open(SoftToken.Module, "rsa", Encoding.ASCII.GetBytes(SoftToken.Pin), Now.AddYears(3))).Code);

    // SoftHSM never locks: what a real token answers is judged without it.
    [Theory]
    [InlineData(0xA4, 0, "token.pin-locked", "khóa")]
    [InlineData(0xA0, 0x40000, "token.pin-locked", "khóa")]
    [InlineData(0xA0, 0x20000, "token.wrong-pin", "một lần")]
    [InlineData(0xA2, 0, "token.wrong-pin", "không đúng")]
    [InlineData(0xA3, 0, "token.pin-expired", "hết hạn")]
    [InlineData(0x30, 0, "token.failed", "30")]
    public void What_a_token_answers_to_a_pin_is_said_in_words(int answer, int flags, string code, string word)
    {
        var told = TokenSession.Refused((nuint)answer, "VGCA-01", (nuint)flags);
        Assert.Equal(code, told.Code);
        Assert.Contains(word, told.Message, StringComparison.Ordinal);
    }

    private static TokenSigner Open(string label, string pin = SoftToken.Pin) => TokenSigner.Open(SoftToken.Module, label, Encoding.ASCII.GetBytes(pin), Now);
}

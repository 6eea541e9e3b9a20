using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Workflow.Documents.Signatures;

namespace Workflow.Documents.Tests.Signatures;

/// <summary>Keys and certificates of the tests: an authority, a person, an agency; others made as a test needs them.</summary>
internal static class TestKeys
{
    public const string Password = "mật khẩu thử";
    public const string PersonName = "Nguyễn Văn Thành";
    public const string AgencyName = "ĐẢNG ỦY XÃ KẺ SẶT";
    public static readonly DateTimeOffset Now = new(2026, 2, 5, 8, 15, 14, TimeSpan.Zero);
    private static readonly Lazy<DemoCertificates> Made = new(() => DemoCertificates.Create("CA thử", "Thử nghiệm", [PersonName, AgencyName], Password, Now));

    public static DemoCertificates Demo => Made.Value;

    public static X509Certificate2 Authority { get; } = X509Certificate2.CreateFromPem(Demo.AuthorityPem);

    public static P12Signer Person => Load(Demo.Files[PersonName]);

    public static P12Signer Agency => Load(Demo.Files[AgencyName]);

    public static SignatureRequest PersonRequest { get; } = new(TestPdf.Person, PersonName, "Ký ban hành", "Kẻ Sặt", Now, false);

    public static SignatureRequest AgencyRequest { get; } = new(TestPdf.Agency, AgencyName, "Đóng dấu phát hành", "Kẻ Sặt", Now.AddMinutes(5), true);

    public static byte[] SignOnce(byte[] pdf)
    {
        using var person = Person;
        return PdfSigner.Sign(pdf, PersonRequest, person);
    }

    public static byte[] SignTwice(byte[] pdf)
    {
        using var agency = Agency;
        return PdfSigner.Sign(SignOnce(pdf), AgencyRequest, agency);
    }

    public static VerificationReport Verify(byte[] pdf) => PdfVerifier.Verify(pdf, [Authority], Now.AddDays(30));

    public static P12Signer Load(byte[] file, string password = Password, DateTimeOffset? now = null)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, file);
            return P12Signer.Load(path, password, now ?? Now);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>A self-signed certificate with its key, as PKCS#12.</summary>
    public static byte[] SelfSigned(AsymmetricAlgorithm key, X509KeyUsageFlags usage = X509KeyUsageFlags.DigitalSignature)
    {
        const string name = "CN=Trần Thị Khác";
        var request = key is RSA rsa ? new CertificateRequest(name, rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1) : new CertificateRequest(name, (ECDsa)key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509KeyUsageExtension(usage, true));
        using var certificate = request.CreateSelfSigned(Now.AddDays(-1), Now.AddYears(1));
        return certificate.Export(X509ContentType.Pkcs12, Password);
    }
}

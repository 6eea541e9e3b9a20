using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Workflow.Documents.Signatures;

namespace Workflow.Documents.Tests.Signatures;

/// <summary>An authority that keeps its key: it issues certificates that say where its list is, and makes that list.</summary>
internal sealed class TestAuthority : IDisposable
{
    private readonly RSA key = RSA.Create(2048);
    private readonly CertificateRevocationListBuilder revoked = new();
    private readonly DateTimeOffset now;
    private long number;

    public TestAuthority(string name, DateTimeOffset now)
    {
        this.now = now;
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        Certificate = request.CreateSelfSigned(now.AddYears(-1), now.AddYears(9));
    }

    public X509Certificate2 Certificate { get; }

    /// <summary>PKCS#12 of a new certificate; <paramref name="address"/> is where its list is to be had.</summary>
    public byte[] Issue(string name, string? address, string password)
    {
        using var own = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}", own, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, true));
        if (address is not null)
        {
            request.CertificateExtensions.Add(CertificateRevocationListBuilder.BuildCrlDistributionPointExtension([address]));
        }

        using var bare = request.Create(Certificate, now.AddDays(-30), now.AddYears(3), RandomNumberGenerator.GetBytes(12));
        using var whole = bare.CopyWithPrivateKey(own);
        return whole.Export(X509ContentType.Pkcs12, password)!;
    }

    public void Revoke(X509Certificate2 certificate, DateTimeOffset at) => revoked.AddEntry(certificate, at);

    public byte[] List(TimeSpan? life = null) => revoked.Build(Certificate, ++number, now + (life ?? TimeSpan.FromDays(7)), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1, now.AddHours(-1) < now + (life ?? TimeSpan.FromDays(7)) ? now.AddHours(-1) : now.AddDays(-9));

    public P12Signer Signer(string name, string? address = null) => TestKeys.Load(Issue(name, address, TestKeys.Password), TestKeys.Password, now);

    public void Dispose()
    {
        Certificate.Dispose();
        key.Dispose();
    }
}

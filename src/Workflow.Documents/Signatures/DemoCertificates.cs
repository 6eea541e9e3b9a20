using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Workflow.Documents.Signatures;

/// <summary>Certificates for the demonstration: an authority of its own and one file for each signer. Never for real documents.</summary>
/// <param name="AuthorityPem">The authority's certificate.</param>
/// <param name="Files">PKCS#12 by the name of the signer.</param>
public sealed record DemoCertificates(string AuthorityPem, IReadOnlyDictionary<string, byte[]> Files)
{
    /// <summary>Makes an authority and a certificate for each name, valid five years. The authority's key is thrown away.</summary>
    public static DemoCertificates Create(string authorityName, string organization, IEnumerable<string> signers, string password, DateTimeOffset now)
    {
        using var authorityKey = RSA.Create(2048);
        var request = new CertificateRequest(Name(authorityName, organization), authorityKey, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        using var authority = request.CreateSelfSigned(now.AddDays(-1), now.AddYears(10));
        var files = signers.Distinct(StringComparer.Ordinal).ToDictionary(signer => signer, signer => File(authority, Name(signer, organization), password, now), StringComparer.Ordinal);
        return new DemoCertificates(authority.ExportCertificatePem() + "\n", files);
    }

    private static byte[] File(X509Certificate2 authority, X500DistinguishedName subject, string password, DateTimeOffset now)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(authority, true, false));
        using var bare = request.Create(authority, now.AddDays(-1), now.AddYears(5), RandomNumberGenerator.GetBytes(16));
        using var whole = bare.CopyWithPrivateKey(key);
        return new X509Certificate2Collection { whole, X509CertificateLoader.LoadCertificate(authority.RawData) }.Export(X509ContentType.Pkcs12, password)!;
    }

    private static X500DistinguishedName Name(string common, string organization)
    {
        var builder = new X500DistinguishedNameBuilder();
        builder.AddCommonName(common.Length <= 64 ? common : common[..64]);
        builder.AddOrganizationName(organization.Length <= 64 ? organization : organization[..64]);
        builder.AddCountryOrRegion("VN");
        return builder.Build();
    }
}

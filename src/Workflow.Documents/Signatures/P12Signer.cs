using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace Workflow.Documents.Signatures;

/// <summary>A certificate with its private key from a PKCS#12 file. The key stays in memory; password and key are never stored or logged.</summary>
public sealed class P12Signer : IDisposable
{
    // id-aa-signingCertificateV2 (RFC 5035): binds the signature to this one certificate.
    private const string SigningCertificateV2 = "1.2.840.113549.1.9.16.2.47";

    private readonly X509Certificate2Collection collection;

    private P12Signer(X509Certificate2Collection collection, X509Certificate2 certificate)
    {
        this.collection = collection;
        Certificate = certificate;
    }

    /// <summary>The signer's certificate.</summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>Name in the certificate.</summary>
    public string Name => Certificate.GetNameInfo(X509NameType.SimpleName, false);

    /// <summary>Loads a file. Throws <see cref="SignatureException"/> when it is missing, the password is wrong, it holds no key, or it is out of date.</summary>
    public static P12Signer Load(string path, string password, DateTimeOffset now)
    {
        if (!File.Exists(path))
        {
            throw new SignatureException("signature.no-file", $"Không tìm thấy chứng thư số “{Path.GetFileName(path)}”. Người quản trị kiểm tra mục Signing trong cấu hình.");
        }

        X509Certificate2Collection collection;
        try
        {
            collection = X509CertificateLoader.LoadPkcs12CollectionFromFile(path, password, X509KeyStorageFlags.EphemeralKeySet);
        }
        catch (CryptographicException error)
        {
            throw new SignatureException("signature.wrong-password", $"Không mở được chứng thư số “{Path.GetFileName(path)}”: sai mật khẩu hoặc tệp hỏng.", error);
        }

        var certificate = collection.FirstOrDefault(one => one.HasPrivateKey)
            ?? throw new SignatureException("signature.no-key", $"Tệp “{Path.GetFileName(path)}” không chứa khóa bí mật nên không ký được.");
        return now < certificate.NotBefore || now > certificate.NotAfter
            ? throw new SignatureException("signature.expired", $"Chứng thư số của {certificate.GetNameInfo(X509NameType.SimpleName, false)} không còn hiệu lực (đến {certificate.NotAfter:dd/MM/yyyy}).")
            : new P12Signer(collection, certificate);
    }

    /// <summary>
    /// A detached CMS over the content, as PAdES asks (ETSI EN 319 142-1): contentType, messageDigest and signing-certificate-v2;
    /// no signingTime, the PDF's /M holds it.
    /// </summary>
    internal byte[] Cms(byte[] content)
    {
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, Certificate)
        {
            DigestAlgorithm = new Oid("2.16.840.1.101.3.4.2.1"),
            IncludeOption = X509IncludeOption.EndCertOnly,
        };
        foreach (var other in collection.Where(other => !other.Equals(Certificate)))
        {
            signer.Certificates.Add(other);
        }

        signer.SignedAttributes.Add(new AsnEncodedData(new Oid(SigningCertificateV2), EssAttribute(Certificate)));
        var cms = new SignedCms(new ContentInfo(content), detached: true);
        cms.ComputeSignature(signer);
        return cms.Encode();
    }

    /// <summary>The attribute for a certificate: SHA-256 is the default algorithm and therefore left out (DER).</summary>
    internal static byte[] EssAttribute(X509Certificate2 certificate)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            writer.WriteOctetString(SHA256.HashData(certificate.RawData));
        }

        return writer.Encode();
    }

    internal static bool Binds(CryptographicAttributeObjectCollection attributes, X509Certificate2 certificate)
    {
        foreach (var attribute in attributes)
        {
            if (attribute.Oid.Value == SigningCertificateV2)
            {
                return attribute.Values.Count == 1 && attribute.Values[0].RawData.AsSpan().IndexOf(SHA256.HashData(certificate.RawData)) >= 0;
            }
        }

        return false;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var certificate in collection)
        {
            certificate.Dispose();
        }
    }
}

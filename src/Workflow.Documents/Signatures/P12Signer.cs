using System.Formats.Asn1;
using System.Globalization;
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

    /// <summary>Loads a file. Throws <see cref="SignatureException"/> when it is missing, the password is wrong, it holds no key,
    /// or the certificate is out of date, too weak (under RSA 2048, ECDSA 256) or not for signing.</summary>
    public static P12Signer Load(string path, string password, DateTimeOffset now)
    {
        if (!File.Exists(path))
        {
            throw new SignatureException("signature.no-file", $"Không tìm thấy chứng thư số “{Path.GetFileName(path)}”. Người quản trị kiểm tra mục Signing trong cấu hình.");
        }

        var file = Path.GetFileName(path);
        X509Certificate2Collection collection;
        try
        {
            collection = X509CertificateLoader.LoadPkcs12CollectionFromFile(path, password, X509KeyStorageFlags.EphemeralKeySet);
        }
        catch (CryptographicException error)
        {
            throw new SignatureException("signature.wrong-password", $"Không mở được chứng thư số “{file}”: sai mật khẩu hoặc tệp hỏng.", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new SignatureException("signature.unreadable", $"Chương trình không được phép đọc chứng thư số “{file}”. Người quản trị kiểm tra quyền của tệp.", error);
        }

        var certificate = collection.FirstOrDefault(one => one.HasPrivateKey);
        var problem = certificate is null ? new SignatureException("signature.no-key", $"Tệp “{file}” không chứa khóa bí mật nên không ký được.") : Problem(certificate, now);
        if (problem is null)
        {
            return new P12Signer(collection, certificate!);
        }

        foreach (var one in collection)
        {
            one.Dispose();
        }

        throw problem;
    }

    private static SignatureException? Problem(X509Certificate2 certificate, DateTimeOffset now)
    {
        var owner = certificate.GetNameInfo(X509NameType.SimpleName, false);
        if (now < certificate.NotBefore || now > certificate.NotAfter)
        {
            var (from, to) = (Domain.VietnamTime.DayOf(certificate.NotBefore), Domain.VietnamTime.DayOf(certificate.NotAfter));
            return new("signature.expired", string.Create(CultureInfo.InvariantCulture, $"Chứng thư số của {owner} không còn hiệu lực hoặc chưa đến hạn dùng (từ {from:dd/MM/yyyy} đến {to:dd/MM/yyyy})."));
        }

        using var rsa = certificate.GetRSAPublicKey();
        using var ecdsa = certificate.GetECDsaPublicKey();
        return rsa is not { KeySize: >= 2048 } && ecdsa is not { KeySize: >= 256 }
            ? new("signature.weak-key", $"Khóa của chứng thư số của {owner} không đủ mạnh hoặc không được hỗ trợ (cần RSA từ 2048 bit hoặc ECDSA từ 256 bit).")
            : MaySign(certificate) ? null : new("signature.wrong-use", $"Chứng thư số của {owner} không dùng để ký văn bản.");
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

    /// <summary>Whether the signed attributes name this certificate as the signer's; null when they name none.</summary>
    internal static bool? Binds(CryptographicAttributeObjectCollection attributes, X509Certificate2 certificate)
    {
        foreach (var attribute in attributes)
        {
            if (attribute.Oid.Value == SigningCertificateV2)
            {
                return attribute.Values.Count == 1 && NamesFirst(attribute.Values[0].RawData, certificate);
            }
        }

        return null;
    }

    /// <summary>A certificate that says what it is for must say that it signs.</summary>
    internal static bool MaySign(X509Certificate2 certificate) =>
        certificate.Extensions.OfType<X509KeyUsageExtension>().All(usage => (usage.KeyUsages & (X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation)) != 0);

    // The first of the certificates named is the signer's (RFC 5035, 3).
    private static bool NamesFirst(byte[] attribute, X509Certificate2 certificate)
    {
        var first = new AsnReader(attribute, AsnEncodingRules.BER).ReadSequence().ReadSequence().ReadSequence();
        var algorithm = HashAlgorithmName.SHA256;
        if (first.PeekTag().HasSameClassAndValue(Asn1Tag.Sequence))
        {
            algorithm = HashAlgorithmName.FromOid(first.ReadSequence().ReadObjectIdentifier());
        }

        return CryptographicOperations.HashData(algorithm, certificate.RawData).AsSpan().SequenceEqual(first.ReadOctetString());
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

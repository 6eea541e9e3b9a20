using System.Formats.Asn1;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace Workflow.Documents.Signatures;

/// <summary>A certificate whose key signs: from a file (<see cref="P12Signer"/>) or on a token (<see cref="TokenSigner"/>).</summary>
public abstract class CertificateSigner : IDisposable
{
    // id-aa-signingCertificateV2 (RFC 5035): binds the signature to this one certificate.
    private const string SigningCertificateV2 = "1.2.840.113549.1.9.16.2.47";

    private readonly X509Certificate2Collection certificates;
    private readonly AsymmetricAlgorithm? key;

    /// <summary>Takes over the certificates and the key; the key is null where the certificate holds it itself.</summary>
    protected CertificateSigner(X509Certificate2 certificate, X509Certificate2Collection certificates, AsymmetricAlgorithm? key)
    {
        this.certificates = certificates;
        this.key = key;
        Certificate = certificate;
    }

    /// <summary>The signer's certificate.</summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>Name in the certificate.</summary>
    public string Name => Certificate.GetNameInfo(X509NameType.SimpleName, false);

    /// <summary>Why nobody should sign with it now: out of date, too weak (under RSA 2048, ECDSA 256), not for signing. Null: nothing.</summary>
    internal static SignatureException? Problem(X509Certificate2 certificate, DateTimeOffset now)
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
    internal byte[] Cms(byte[] content, TimestampSource? stamp = null)
    {
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, Certificate, key)
        {
            DigestAlgorithm = new Oid("2.16.840.1.101.3.4.2.1"),
            IncludeOption = X509IncludeOption.EndCertOnly,
        };
        foreach (var other in certificates.Where(other => !other.Equals(Certificate)))
        {
            signer.Certificates.Add(other);
        }

        signer.SignedAttributes.Add(new AsnEncodedData(new Oid(SigningCertificateV2), EssAttribute(Certificate)));
        var cms = new SignedCms(new ContentInfo(content), detached: true);
        cms.ComputeSignature(signer);
        if (stamp is not null)
        {
            Timestamps.Add(cms.SignerInfos[0], stamp);
        }

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
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Gives back certificates and key.</summary>
    protected virtual void Dispose(bool disposing)
    {
        key?.Dispose();
        foreach (var certificate in certificates)
        {
            certificate.Dispose();
        }
    }
}

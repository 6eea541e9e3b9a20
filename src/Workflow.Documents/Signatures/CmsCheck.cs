using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace Workflow.Documents.Signatures;

/// <summary>What one CMS says.</summary>
/// <param name="Certificate">The signer's, DER; empty when there is none.</param>
/// <param name="StampedAt">Time of a stamp that leads to a root.</param>
internal sealed record CmsFindings(bool Valid, bool Trusted, string Signer, byte[] Certificate, DateTimeOffset? StampedAt);

/// <summary>Checks one CMS: one signer, a digest that is still good, the signature, its certificate's binding, use and chain.</summary>
internal static class CmsCheck
{
    // SHA-256, SHA-384, SHA-512.
    private static readonly string[] Digests = ["2.16.840.1.101.3.4.2.1", "2.16.840.1.101.3.4.2.2", "2.16.840.1.101.3.4.2.3"];

    /// <summary>Adds a finding for everything that is wrong, but for the chain: that is an answer of its own.</summary>
    /// <param name="contents">Hexadecimal string of the PDF, padded with zeros.</param>
    /// <param name="mustBind">PAdES: the certificate must be named among the signed attributes.</param>
    public static CmsFindings Run(
        string contents, byte[] signed, bool mustBind, IReadOnlyList<X509Certificate2> roots, DateTimeOffset now, string field, List<string> findings)
    {
        var found = new CmsFindings(false, false, "", [], null);
        try
        {
            var padded = Convert.FromHexString(contents.AsSpan().Trim("<>"));
            AsnDecoder.ReadEncodedValue(padded, AsnEncodingRules.BER, out _, out _, out var length);
            if (padded.AsSpan(length).IndexOfAnyExcept((byte)0) >= 0)
            {
                findings.Add($"Phần đệm của chữ ký “{field}” bị sửa.");
            }

            var cms = new SignedCms(new ContentInfo(signed), detached: true);
            cms.Decode(padded.AsSpan(0, length));
            if (cms.SignerInfos.Count != 1 || cms.SignerInfos[0] is not { Certificate: { } certificate } info)
            {
                findings.Add($"Chữ ký “{field}” không có đúng một người ký.");
                return found;
            }

            var signer = certificate.GetNameInfo(X509NameType.SimpleName, false);
            found = found with { Signer = signer, Certificate = certificate.RawData };
            if (!Digests.Contains(info.DigestAlgorithm.Value))
            {
                findings.Add($"Chữ ký “{field}” dùng thuật toán băm không còn an toàn.");
                return found;
            }

            info.CheckSignature(verifySignatureOnly: true);
            if (info.SignedAttributes.Count == 0 || CertificateSigner.Binds(info.SignedAttributes, certificate) is var binds && (binds == false || (mustBind && binds is null)))
            {
                findings.Add($"Chữ ký “{field}” không gắn với chứng thư số đi kèm.");
                return found;
            }

            if (!CertificateSigner.MaySign(certificate))
            {
                findings.Add($"Chứng thư số của {signer} không dùng để ký văn bản.");
                return found;
            }

            // A certificate that was good when the stamp was made stays good for this signature.
            var (stampedAt, stampTrusted) = Timestamps.Read(info, roots, field, findings);
            return found with { Valid = true, Trusted = IsTrusted(certificate, cms.Certificates, roots, stampTrusted ? stampedAt!.Value : now), StampedAt = stampTrusted ? stampedAt : null };
        }
        catch (Exception error) when (error is CryptographicException or FormatException or AsnContentException or ArgumentException)
        {
            findings.Add($"Chữ ký “{field}” không khớp với nội dung tệp.");
            return found;
        }
    }

    /// <summary>Whether a certificate leads to one of the roots at that time; nothing is fetched.</summary>
    public static bool IsTrusted(X509Certificate2 certificate, X509Certificate2Collection others, IReadOnlyList<X509Certificate2> roots, DateTimeOffset now)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(roots.ToArray());
        chain.ChainPolicy.ExtraStore.AddRange(others);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationTime = now.UtcDateTime;
        return roots.Count > 0 && chain.Build(certificate);
    }
}

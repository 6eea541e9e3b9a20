using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace Workflow.Documents.Signatures;

/// <summary>Sends a time stamp request (RFC 3161, DER) and answers the response (DER); throws <see cref="SignatureException"/> when none comes.</summary>
public delegate byte[] TimestampSource(byte[] request);

/// <summary>The time stamp over a signature: it proves when the signature was there at the latest (PAdES-B-T, ETSI EN 319 142-1).</summary>
internal static class Timestamps
{
    // id-aa-timeStampToken (RFC 3161, appendix A).
    private const string SignatureTimestamp = "1.2.840.113549.1.9.16.2.14";
    private const string TimestampUse = "1.3.6.1.5.5.7.3.8";

    /// <summary>Asks for a stamp over the signature value and puts it among the unsigned attributes.</summary>
    public static void Add(SignerInfo signature, TimestampSource source)
    {
        var request = Rfc3161TimestampRequest.CreateFromSignerInfo(signature, HashAlgorithmName.SHA256, nonce: RandomNumberGenerator.GetBytes(8), requestSignerCertificates: true);
        var answer = source(request.Encode());
        try
        {
            var token = request.ProcessResponse(answer, out _);
            signature.AddUnsignedAttribute(new AsnEncodedData(new Oid(SignatureTimestamp), token.AsSignedCms().Encode()));
        }
        catch (CryptographicException error)
        {
            throw new SignatureException("timestamp.bad-answer", "Máy chủ cấp dấu thời gian từ chối, hoặc trả lời không đúng với chữ ký đã gửi, nên chưa có dấu thời gian.", error);
        }
    }

    /// <summary>The time of the stamp of this signature; null when it bears none. A stamp for other bytes is a finding.</summary>
    /// <returns>When, and whether the stamp leads to one of the roots.</returns>
    public static (DateTimeOffset? At, bool Trusted) Read(SignerInfo signature, IReadOnlyList<X509Certificate2> roots, string field, List<string> findings)
    {
        if (signature.UnsignedAttributes.Cast<CryptographicAttributeObject>().FirstOrDefault(one => one.Oid.Value == SignatureTimestamp) is not { } attribute)
        {
            return (null, false);
        }

        if (attribute.Values.Count != 1 || !Rfc3161TimestampToken.TryDecode(attribute.Values[0].RawData, out var token, out _) || !token.VerifySignatureForSignerInfo(signature, out var stamper) || stamper is null)
        {
            findings.Add($"Dấu thời gian của chữ ký “{field}” không khớp với chữ ký.");
            return (null, false);
        }

        var at = token.TokenInfo.Timestamp;
        var isStamper = stamper.Extensions.OfType<X509EnhancedKeyUsageExtension>().Any(use => use.EnhancedKeyUsages.Cast<Oid>().Any(one => one.Value == TimestampUse));
        return (at, isStamper && CmsCheck.IsTrusted(stamper, token.AsSignedCms().Certificates, roots, at));
    }
}

using System.Formats.Asn1;
using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Workflow.Documents.Signatures;

/// <summary>A list of certificates that an authority has taken back (RFC 5280, 5), as it was fetched; believed only once its signature was checked.</summary>
public sealed class RevocationList
{
    private static readonly Dictionary<string, HashAlgorithmName> Algorithms = new(StringComparer.Ordinal)
    {
        ["1.2.840.113549.1.1.11"] = HashAlgorithmName.SHA256,
        ["1.2.840.113549.1.1.12"] = HashAlgorithmName.SHA384,
        ["1.2.840.113549.1.1.13"] = HashAlgorithmName.SHA512,
        ["1.2.840.10045.4.3.2"] = HashAlgorithmName.SHA256,
        ["1.2.840.10045.4.3.3"] = HashAlgorithmName.SHA384,
        ["1.2.840.10045.4.3.4"] = HashAlgorithmName.SHA512,
    };

    private readonly Dictionary<BigInteger, DateTimeOffset> revoked = [];
    private readonly byte[] signed;
    private readonly byte[] signature;
    private readonly byte[] issuer;
    private readonly string algorithm;

    private RevocationList(byte[] der)
    {
        var whole = new AsnReader(der, AsnEncodingRules.DER).ReadSequence();
        signed = whole.PeekEncodedValue().ToArray();
        var list = whole.ReadSequence();
        algorithm = whole.ReadSequence().ReadObjectIdentifier();
        signature = whole.ReadBitString(out _);
        if (list.PeekTag().HasSameClassAndValue(Asn1Tag.Integer))
        {
            _ = list.ReadInteger();
        }

        _ = list.ReadSequence();
        issuer = list.ReadEncodedValue().ToArray();
        ThisUpdate = Time(list);
        NextUpdate = list.HasData && IsTime(list) ? Time(list) : null;
        if (list.HasData && list.PeekTag().HasSameClassAndValue(Asn1Tag.Sequence))
        {
            for (var entries = list.ReadSequence(); entries.HasData;)
            {
                var entry = entries.ReadSequence();
                var serial = entry.ReadInteger();
                revoked[serial] = Time(entry);
            }
        }

        Der = der;
    }

    /// <summary>The list as it stands in a file.</summary>
    public byte[] Der { get; }

    public DateTimeOffset ThisUpdate { get; }

    /// <summary>When a newer one is due; null when the authority does not say.</summary>
    public DateTimeOffset? NextUpdate { get; }

    /// <summary>Reads DER or PEM; null when it is no list.</summary>
    public static RevocationList? Read(byte[] file)
    {
        try
        {
            if (file.AsSpan().StartsWith("-----"u8) && PemEncoding.TryFind(Encoding.ASCII.GetString(file), out var fields))
            {
                file = Convert.FromBase64String(Encoding.ASCII.GetString(file)[fields.Base64Data]);
            }

            return new(file);
        }
        catch (Exception error) when (error is AsnContentException or CryptographicException or FormatException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Whether this authority made it and it holds now.</summary>
    public bool IsFrom(X509Certificate2 authority, DateTimeOffset now)
    {
        if (!issuer.AsSpan().SequenceEqual(authority.SubjectName.RawData) || now < ThisUpdate.AddMinutes(-5) || now > NextUpdate || !Algorithms.TryGetValue(algorithm, out var hash))
        {
            return false;
        }

        using var rsa = authority.GetRSAPublicKey();
        using var ecdsa = authority.GetECDsaPublicKey();
        try
        {
            return rsa is not null && algorithm.StartsWith("1.2.840.113549", StringComparison.Ordinal) ? rsa.VerifyData(signed, signature, hash, RSASignaturePadding.Pkcs1)
                : ecdsa is not null && ecdsa.VerifyData(signed, signature, hash, DSASignatureFormat.Rfc3279DerSequence);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    /// <summary>When the certificate was taken back; null when it was not.</summary>
    public DateTimeOffset? RevokedAt(X509Certificate2 certificate) => revoked.TryGetValue(new BigInteger(certificate.SerialNumberBytes.Span, isUnsigned: false, isBigEndian: true), out var at) ? at : null;

    /// <summary>Where a certificate says that its list is to be had: http and https alone.</summary>
    public static IReadOnlyList<Uri> Addresses(X509Certificate2 certificate)
    {
        const string points = "2.5.29.31";
        try
        {
            var found = new List<Uri>();
            if (certificate.Extensions[points] is not { } extension)
            {
                return found;
            }

            for (var list = new AsnReader(extension.RawData, AsnEncodingRules.DER).ReadSequence(); list.HasData;)
            {
                var point = list.ReadSequence();
                if (!point.HasData || !point.PeekTag().HasSameClassAndValue(new Asn1Tag(TagClass.ContextSpecific, 0)))
                {
                    continue;
                }

                var name = point.ReadSequence(new Asn1Tag(TagClass.ContextSpecific, 0));
                if (!name.PeekTag().HasSameClassAndValue(new Asn1Tag(TagClass.ContextSpecific, 0)))
                {
                    continue;
                }

                for (var names = name.ReadSequence(new Asn1Tag(TagClass.ContextSpecific, 0)); names.HasData;)
                {
                    var uri = new Asn1Tag(TagClass.ContextSpecific, 6);
                    if (!names.PeekTag().HasSameClassAndValue(uri))
                    {
                        _ = names.ReadEncodedValue();
                    }
                    else if (Uri.TryCreate(names.ReadCharacterString(UniversalTagNumber.IA5String, uri), UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
                    {
                        found.Add(address);
                    }
                }
            }

            return found;
        }
        catch (AsnContentException)
        {
            return [];
        }
    }

    private static bool IsTime(AsnReader reader) => reader.PeekTag().HasSameClassAndValue(Asn1Tag.UtcTime) || reader.PeekTag().HasSameClassAndValue(Asn1Tag.GeneralizedTime);

    private static DateTimeOffset Time(AsnReader reader) => reader.PeekTag().HasSameClassAndValue(Asn1Tag.UtcTime) ? reader.ReadUtcTime() : reader.ReadGeneralizedTime();
}

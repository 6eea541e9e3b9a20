using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using Workflow.Documents.Layout;

namespace Workflow.Documents.Signatures;

/// <summary>A certificate of a signature's chain and the one that issued it.</summary>
/// <param name="SignedAt">By then it must not have been taken back; null when no trusted stamp says when.</param>
public sealed record ChainLink(X509Certificate2 Certificate, X509Certificate2 Issuer, DateTimeOffset? SignedAt);

/// <summary>
/// What a verifier needs in years to come, in the file itself (PAdES, ETSI EN 319 142-1, 5.4: document security store): the certificates of all signatures and stamps, and
/// the lists that say they had not been taken back. Added as a revision behind the last signature; it changes nothing that anybody sees.
/// </summary>
public static class ValidationData
{
    private const string SignatureTimestamp = "1.2.840.113549.1.9.16.2.14";
    private const int MaxChain = 10;

    /// <summary>Every certificate that is to be asked about, each with its issuer; empty when a chain does not lead to a root.</summary>
    public static IReadOnlyList<ChainLink> Links(byte[] pdf, IReadOnlyList<X509Certificate2> roots, DateTimeOffset now)
    {
        var structure = new PdfStructure(pdf);
        var stamped = PdfVerifier.Verify(pdf, roots, now).Signatures.ToDictionary(one => one.Field, one => one.StampedAt);
        var links = new List<ChainLink>();
        foreach (var (_, field) in structure.SignatureFields().Where(one => one.Field.ContainsKey("V")))
        {
            if (structure.Resolve(field["V"])?.GetValueOrDefault("Contents") is not { } contents || Cms(contents) is not { } cms)
            {
                return [];
            }

            var at = field.TryGetValue("T", out var title) ? stamped.GetValueOrDefault(PdfSyntax.Text(title)) : null;
            var signers = cms.SignerInfos.Cast<SignerInfo>().Select(one => (one.Certificate, cms.Certificates, At: at));
            var stamps = cms.SignerInfos.Cast<SignerInfo>().SelectMany(one => one.UnsignedAttributes.Cast<CryptographicAttributeObject>()).Where(one => one.Oid.Value == SignatureTimestamp).SelectMany(one => one.Values.Cast<AsnEncodedData>())
                .Select(value => Rfc3161TimestampToken.TryDecode(value.RawData, out var token, out _) ? token.AsSignedCms() : null).OfType<SignedCms>().Select(token => (token.SignerInfos[0].Certificate, token.Certificates, At: (DateTimeOffset?)null));
            foreach (var (certificate, others, time) in signers.Concat(stamps))
            {
                if (certificate is null || Chain(certificate, others, roots) is not { Count: > 0 } chain)
                {
                    return [];
                }

                links.AddRange(chain.Zip(chain.Skip(1)).Select(pair => new ChainLink(pair.First, pair.Second, time)));
            }
        }

        return [.. links.DistinctBy(link => link.Certificate.Thumbprint)];
    }

    /// <summary>The file with a store of these; the same file and data give the same bytes. Throws <see cref="SignatureException"/> when it has one.</summary>
    public static byte[] Add(byte[] pdf, IReadOnlyList<byte[]> certificates, IReadOnlyList<byte[]> lists)
    {
        var structure = new PdfStructure(pdf);
        var root = new Dictionary<string, string>(structure.Dictionary(structure.CatalogNumber) ?? throw PdfSyntax.Bad("Gốc của tệp PDF bị hỏng."), StringComparer.Ordinal);
        if (root.ContainsKey("DSS"))
        {
            throw new SignatureException("signature.has-validation-data", "Tệp PDF đã có dữ liệu xác thực dài hạn.");
        }

        var update = new PdfFile(PdfSyntax.Int(structure.Trailer.GetValueOrDefault("Size")));
        string Streams(IEnumerable<byte[]> all) => string.Join(' ', all.Select(one => $"{update.AddStream("", one)} 0 R"));
        root["DSS"] = $"{update.Add($"<< /Type /DSS /Certs [{Streams(certificates)}] /CRLs [{Streams(lists)}] >>")} 0 R";
        update.Set(structure.CatalogNumber, PdfSyntax.Write(root));
        return PdfRevision.Append(pdf, structure, update);
    }

    /// <summary>What was added behind the last signature, one sentence, when it is validation data and nothing else; null otherwise.</summary>
    internal static string? Told(byte[] pdf, PdfStructure signed, PdfStructure now)
    {
        var later = now.Sections.Count - signed.Sections.Count;
        var ends = pdf.AsSpan().EndsWith("%%EOF"u8) || pdf.AsSpan().EndsWith("%%EOF\n"u8) || pdf.AsSpan().EndsWith("%%EOF\r\n"u8);
        if (later < 1 || !ends || new LaterChanges(signed, now).Find().Any())
        {
            return null;
        }

        var touched = now.Sections.Take(later).SelectMany(section => section.Objects.Keys).Where(number => number > 0).ToHashSet();
        var (old, root) = (signed.Dictionary(signed.CatalogNumber), now.Dictionary(now.CatalogNumber));
        if (old is null || root is null || old.ContainsKey("DSS") || root.GetValueOrDefault("DSS") is not { } store || old.Keys.Union(root.Keys).Any(key => key != "DSS" && old.GetValueOrDefault(key) != root.GetValueOrDefault(key)))
        {
            return null;
        }

        touched.Remove(now.CatalogNumber);
        Take(touched, store);

        // The table of a file with cross-reference streams lists itself.
        touched.RemoveWhere(number => now.Object(number) is { IsStream: true, Entries: { } stream } && stream.GetValueOrDefault("Type") == "/XRef");
        var (certificates, lists, answers) = (0, 0, 0);
        return Store(pdf, now, now.Resolve(store), touched, ref certificates, ref lists, ref answers) && touched.Count == 0
            ? $"Sau chữ ký cuối cùng chỉ có dữ liệu xác thực dài hạn được thêm: {certificates} chứng thư số, {lists} danh sách thu hồi{(answers > 0 ? $", {answers} trả lời về tình trạng chứng thư" : "")}." : null;
    }

    private static bool Store(byte[] pdf, PdfStructure now, IReadOnlyDictionary<string, string>? store, HashSet<int> touched, ref int certificates, ref int lists, ref int answers)
    {
        if (store is null || store.Keys.Except(["Type", "Certs", "CRLs", "OCSPs", "VRI"]).Any() || store.GetValueOrDefault("Type") is not (null or "/DSS"))
        {
            return false;
        }

        // What VRI names are the same streams once more.
        var all = new List<IReadOnlyDictionary<string, string>> { store };
        Take(touched, store.GetValueOrDefault("VRI"));
        foreach (var (_, raw) in now.Resolve(store.GetValueOrDefault("VRI")) ?? new Dictionary<string, string>())
        {
            Take(touched, raw);
            if (now.Resolve(raw) is not { } one || one.Keys.Except(["Type", "Cert", "CRL", "OCSP", "TU"]).Any())
            {
                return false;
            }

            all.Add(new Dictionary<string, string> { ["Certs"] = one.GetValueOrDefault("Cert", "[]"), ["CRLs"] = one.GetValueOrDefault("CRL", "[]"), ["OCSPs"] = one.GetValueOrDefault("OCSP", "[]") });
        }

        var seen = new HashSet<int>();
        foreach (var entries in all)
        {
            foreach (var key in new[] { "Certs", "CRLs", "OCSPs" })
            {
                Take(touched, entries.GetValueOrDefault(key));
                foreach (var number in now.ResolveItems(entries.GetValueOrDefault(key)).Select(PdfSyntax.Reference))
                {
                    if (number is not { } one || !Holds(pdf, now, one, key))
                    {
                        return false;
                    }

                    touched.Remove(one);
                    (certificates, lists, answers) = !seen.Add(one) ? (certificates, lists, answers) : key switch { "Certs" => (certificates + 1, lists, answers), "CRLs" => (certificates, lists + 1, answers), _ => (certificates, lists, answers + 1) };
                }
            }
        }

        return true;
    }

    // A stream with nothing but a certificate, a list, or an answer in it.
    private static bool Holds(byte[] pdf, PdfStructure now, int number, string key)
    {
        if (now.Object(number) is not { IsStream: true, Entries: { } entries } found || entries.Keys.Except(["Length", "Filter", "DecodeParms"]).Any())
        {
            return false;
        }

        var length = entries.GetValueOrDefault("Length");
        if (PdfSyntax.Reference(length) is not null)
        {
            return false;
        }

        var content = PdfStreams.Unpack(pdf, found.End, PdfSyntax.Int(length), entries);
        try
        {
            return key switch
            {
                "Certs" => IsCertificate(content),
                "CRLs" => RevocationList.Read(content) is not null,
                _ => AsnDecoder.ReadEncodedValue(content, AsnEncodingRules.BER, out _, out _, out var used) == Asn1Tag.Sequence && used == content.Length,
            };
        }
        catch (AsnContentException)
        {
            return false;
        }
    }

    private static bool IsCertificate(byte[] content)
    {
        try
        {
            using var certificate = X509CertificateLoader.LoadCertificate(content);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static void Take(HashSet<int> touched, string? raw)
    {
        if (PdfSyntax.Reference(raw) is { } number)
        {
            touched.Remove(number);
        }
    }

    private static SignedCms? Cms(string contents)
    {
        try
        {
            var padded = Convert.FromHexString(contents.AsSpan().Trim("<>"));
            AsnDecoder.ReadEncodedValue(padded, AsnEncodingRules.BER, out _, out _, out var length);
            var cms = new SignedCms();
            cms.Decode(padded.AsSpan(0, length));
            return cms;
        }
        catch (Exception error) when (error is CryptographicException or FormatException or AsnContentException)
        {
            return null;
        }
    }

    // From the signer up to a root, by names and keys; whether it holds today was asked when it was signed.
    private static List<X509Certificate2> Chain(X509Certificate2 certificate, X509Certificate2Collection others, IReadOnlyList<X509Certificate2> roots)
    {
        var chain = new List<X509Certificate2> { certificate };
        while (chain.Count < MaxChain && !roots.Any(root => root.RawData.AsSpan().SequenceEqual(chain[^1].RawData)))
        {
            if (roots.Concat(others).FirstOrDefault(one => one.SubjectName.RawData.AsSpan().SequenceEqual(chain[^1].IssuerName.RawData) && !chain.Contains(one)) is not { } next)
            {
                return [];
            }

            chain.Add(next);
        }

        return chain.Count < MaxChain ? chain : [];
    }
}

using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;
using System.Xml;
using Workflow.Documents.Signatures;

namespace Workflow.Documents.Exchange;

/// <summary>The signature of a package as found. Whose certificate it is, the receiver must judge: anybody can make a certificate.</summary>
/// <param name="Holds">Whether it is right for these bytes.</param>
/// <param name="Sha256">SHA-256 of the certificate, lower hexadecimal.</param>
public sealed record PackageSignature(bool Holds, string Signer, string Sha256, byte[] Certificate, DateTimeOffset NotBefore, DateTimeOffset NotAfter);

/// <summary>
/// The enveloped signature of a package (XML-DSig, RSA with SHA-256). Only one shape is taken: one signature in the whole file, at its place, with one reference
/// to the whole document. So there is no element beside the signed ones that could be read in their stead.
/// </summary>
internal static class EdXmlSignature
{
    private const string Enveloped = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";
    private const string C14N = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315";
    private const string ExclusiveC14N = "http://www.w3.org/2001/10/xml-exc-c14n#";
    private const int LongestCertificate = 10_000;
    private static readonly string[] SignatureMethods = ["http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", "http://www.w3.org/2001/04/xmldsig-more#rsa-sha384", "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512"];
    private static readonly string[] DigestMethods = [SignedXml.XmlDsigSHA256Url, SignedXml.XmlDsigSHA384Url, SignedXml.XmlDsigSHA512Url];

    /// <summary>Signs the whole document and puts the signature into the element. Throws <see cref="SignatureException"/> when the key is no RSA key.</summary>
    public static void Add(XmlDocument document, XmlElement place, X509Certificate2 certificate)
    {
        using var key = certificate.GetRSAPrivateKey() ?? throw new SignatureException("exchange.not-rsa", "Chứng thư số cơ quan không dùng khóa RSA nên không ký được gói trao đổi. Người quản trị chọn chứng thư số khác.");
        var signed = new SignedXml(document) { SigningKey = key };
        signed.SignedInfo!.CanonicalizationMethod = ExclusiveC14N;
        signed.SignedInfo.SignatureMethod = SignatureMethods[0];
        var whole = new Reference("") { DigestMethod = SignedXml.XmlDsigSHA256Url };
        whole.AddTransform(new XmlDsigEnvelopedSignatureTransform());
        whole.AddTransform(new XmlDsigExcC14NTransform());
        signed.AddReference(whole);
        signed.KeyInfo = new KeyInfo();
        signed.KeyInfo.AddClause(new KeyInfoX509Data(certificate));
        signed.ComputeSignature();
        place.AppendChild(document.ImportNode(signed.GetXml(), true));
    }

    /// <summary>Checks the one signature of the document; null when it bears none.</summary>
    /// <param name="places">The elements below which it may stand.</param>
    public static PackageSignature? Check(LineDocument document, IEnumerable<XmlElement?> places)
    {
        var all = document.GetElementsByTagName("Signature", SignedXml.XmlDsigNamespaceUrl).OfType<XmlElement>().ToList();
        if (all.Count == 0)
        {
            return null;
        }

        var signature = all[0];
        if (all.Count > 1)
        {
            throw Odd(all[1], "Gói có nhiều hơn một chữ ký số");
        }

        if (!places.Any(place => place is not null && signature.ParentNode == place))
        {
            throw Odd(signature, "Chữ ký số không nằm ở phần đầu gói");
        }

        Shape(signature);
        var bytes = Certificate(signature);
        X509Certificate2 certificate;
        try
        {
            certificate = X509CertificateLoader.LoadCertificate(bytes);
        }
        catch (CryptographicException)
        {
            throw Odd(signature, "Chứng thư số trong chữ ký không đọc được");
        }

        using (certificate)
        using (var key = certificate.GetRSAPublicKey())
        {
            if (key is not { KeySize: >= 2048 })
            {
                throw Odd(signature, "Khóa của chứng thư số không phải RSA từ 2048 bit");
            }

            return new(Holds(document, signature, key), certificate.GetNameInfo(X509NameType.SimpleName, false), Convert.ToHexStringLower(SHA256.HashData(certificate.RawData)), certificate.RawData, certificate.NotBefore.ToUniversalTime(), certificate.NotAfter.ToUniversalTime());
        }
    }

    private static bool Holds(XmlDocument document, XmlElement signature, RSA key)
    {
        var signed = new SignedXml(document) { Resolver = null! };
        try
        {
            signed.LoadXml(signature);
            return signed.CheckSignature(key);
        }
        catch (Exception error) when (error is CryptographicException or FormatException or ArgumentException)
        {
            return false;
        }
    }

    // SignedInfo, SignatureValue, KeyInfo; nothing else, and nothing in them that could mean something else than the whole document.
    private static void Shape(XmlElement signature)
    {
        var parts = Elements(signature);
        if (parts is not [{ LocalName: "SignedInfo" } info, { LocalName: "SignatureValue" }, { LocalName: "KeyInfo" }])
        {
            throw Odd(signature, "Chữ ký số có phần thừa hoặc thiếu");
        }

        if (Elements(info) is not [{ LocalName: "CanonicalizationMethod" } canonical, { LocalName: "SignatureMethod" } method, { LocalName: "Reference" } reference])
        {
            throw Odd(info, "Chữ ký số không ký đúng một lần cho cả gói");
        }

        if (canonical.GetAttribute("Algorithm") is not (C14N or ExclusiveC14N) || Elements(canonical).Count > 0 || !SignatureMethods.Contains(method.GetAttribute("Algorithm")) || Elements(method).Count > 0)
        {
            throw Odd(info, "Chữ ký số dùng thuật toán không được nhận (cần RSA với SHA-256 trở lên)");
        }

        if (!reference.HasAttribute("URI") || reference.GetAttribute("URI").Length > 0 || Elements(reference) is not [{ LocalName: "Transforms" } transforms, { LocalName: "DigestMethod" } digest, { LocalName: "DigestValue" }])
        {
            throw Odd(reference, "Chữ ký số chỉ ký một phần của gói");
        }

        if (!DigestMethods.Contains(digest.GetAttribute("Algorithm")) || Elements(digest).Count > 0)
        {
            throw Odd(digest, "Chữ ký số dùng thuật toán băm không được nhận (cần SHA-256 trở lên)");
        }

        var steps = Elements(transforms);
        if (steps is not ([_] or [_, _]) || steps[0].GetAttribute("Algorithm") != Enveloped || steps.Any(one => Elements(one).Count > 0) || (steps.Count == 2 && steps[1].GetAttribute("Algorithm") is not (C14N or ExclusiveC14N)))
        {
            throw Odd(transforms, "Chữ ký số biến đổi nội dung trước khi ký theo cách không được nhận");
        }
    }

    private static byte[] Certificate(XmlElement signature)
    {
        var found = signature.GetElementsByTagName("X509Certificate", SignedXml.XmlDsigNamespaceUrl).OfType<XmlElement>().FirstOrDefault();
        try
        {
            return found is not null && found.InnerText.Length <= LongestCertificate ? Convert.FromBase64String(found.InnerText) : throw Odd(signature, "Chữ ký số không kèm chứng thư số");
        }
        catch (FormatException)
        {
            throw Odd(found!, "Chứng thư số trong chữ ký không đọc được");
        }
    }

    private static List<XmlElement> Elements(XmlElement parent) => [.. parent.ChildNodes.OfType<XmlElement>()];

    private static EdXmlException Odd(XmlElement where, string what) => new("edxml.signature", (where as LineElement)?.Line ?? 0, what + "; gói không được nhận.");
}

using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Workflow.Documents.Tests.Signatures;

/// <summary>Takes the last signature of a file apart and puts another in its place.</summary>
internal static class Forgery
{
    /// <summary>Where the hexadecimal string of the last signature stands, with its brackets.</summary>
    public static (int Start, int End) Contents(byte[] pdf)
    {
        var start = pdf.AsSpan().LastIndexOf("/Contents <"u8) + "/Contents ".Length;
        return (start, start + pdf.AsSpan(start).IndexOf((byte)'>') + 1);
    }

    public static SignedCms Cms(byte[] pdf)
    {
        var (start, end) = Contents(pdf);
        var cms = new SignedCms(new ContentInfo([.. pdf.AsSpan(0, start), .. pdf.AsSpan(end)]), true);
        cms.Decode(Convert.FromHexString(Encoding.ASCII.GetString(pdf[(start + 1)..(end - 1)])));
        return cms;
    }

    /// <summary>Signs the last signature's range anew, as a forger with a key would; the range may be another.</summary>
    public static byte[] Resign(byte[] pdf, Action<SignedCms> sign, Func<(long, long, long, long), (long First, long Length, long Second, long SecondLength)>? range = null)
    {
        var (start, end) = Contents(pdf);
        var copy = (byte[])pdf.Clone();
        var chosen = (range ?? (same => same))((0, start, end, pdf.Length - end));
        var at = copy.AsSpan().LastIndexOf("/ByteRange ["u8);
        var text = string.Create(CultureInfo.InvariantCulture, $"/ByteRange [{chosen.First} {chosen.Length:0000000000} {chosen.Second:0000000000} {chosen.SecondLength:0000000000}]");
        Encoding.ASCII.GetBytes(text).CopyTo(copy, at);
        byte[] signed = [.. copy.AsSpan((int)chosen.First, (int)chosen.Length), .. copy.AsSpan((int)chosen.Second, (int)chosen.SecondLength)];
        var cms = new SignedCms(new ContentInfo(signed), true);
        sign(cms);
        copy.AsSpan(start + 1, end - start - 2).Fill((byte)'0');
        Encoding.ASCII.GetBytes(Convert.ToHexStringLower(cms.Encode())).CopyTo(copy, start + 1);
        return copy;
    }

    public static CmsSigner Signer(X509Certificate2 certificate, X509Certificate2? named, string digest = "2.16.840.1.101.3.4.2.1")
    {
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, certificate) { DigestAlgorithm = new Oid(digest), IncludeOption = X509IncludeOption.EndCertOnly };
        if (named is not null)
        {
            signer.SignedAttributes.Add(new AsnEncodedData(new Oid("1.2.840.113549.1.9.16.2.47"), Workflow.Documents.Signatures.P12Signer.EssAttribute(named)));
        }
        else
        {
            signer.SignedAttributes.Add(new Pkcs9SigningTime(TestKeys.Now.UtcDateTime));
        }

        return signer;
    }
}

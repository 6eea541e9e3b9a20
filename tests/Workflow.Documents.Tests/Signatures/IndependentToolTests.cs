using System.Text;
using Xunit;
using static Workflow.Documents.Tests.Signatures.TestKeys;

namespace Workflow.Documents.Tests.Signatures;

/// <summary>Programs that know nothing of ours agree: poppler with NSS, qpdf, OpenSSL.</summary>
public sealed class IndependentToolTests
{
    [Theory]
    [InlineData(XrefKind.Table)]
    [InlineData(XrefKind.Stream)]
    [InlineData(XrefKind.StreamWithPredictor)]
    [InlineData(XrefKind.Hybrid)]
    public void Pdfsig_and_qpdf_find_nothing_wrong(XrefKind kind) => Tools.InFolder(folder =>
    {
        var (pdf, authority) = (Path.Combine(folder, "a.pdf"), Path.Combine(folder, "ca.pem"));
        File.WriteAllBytes(pdf, SignTwice(TestPdf.Write(kind)));
        File.WriteAllText(authority, Demo.AuthorityPem);
        Tools.Run("certutil", "-N", "-d", "sql:" + folder, "--empty-password");
        Tools.Run("certutil", "-A", "-d", "sql:" + folder, "-n", "ca", "-t", "CT,C,C", "-i", authority);
        var told = Tools.Run("pdfsig", "-nssdir", "sql:" + folder, pdf);
        Assert.Equal(2, told.Split("Signature is Valid").Length - 1);
        Assert.Equal(2, told.Split("Certificate is Trusted").Length - 1);
        Assert.Equal(2, told.Split("ETSI.CAdES.detached").Length - 1);
        Assert.Single(told.Split('\n'), line => line.Trim() == "- Total document signed");
        var checkedFile = Tools.Run("qpdf", "--check", pdf);
        Assert.EndsWith("exit 0", checkedFile, StringComparison.Ordinal);
        Assert.DoesNotContain("WARNING", checkedFile, StringComparison.Ordinal);
        return 0;
    });

    [Fact]
    public void OpenSSL_verifies_the_signature_as_CAdES() => Tools.InFolder(folder =>
    {
        foreach (var signed in new[] { SignOnce(TestPdf.Write()), SignTwice(TestPdf.Write()) })
        {
            var (start, end) = Forgery.Contents(signed);
            string Save(string name, byte[] content)
            {
                File.WriteAllBytes(Path.Combine(folder, name), content);
                return Path.Combine(folder, name);
            }

            var cms = Save("a.der", Convert.FromHexString(Encoding.ASCII.GetString(signed[(start + 1)..(end - 1)])));
            var content = Save("a.bin", [.. signed.AsSpan(0, start), .. signed.AsSpan(end)]);
            var authority = Save("ca.pem", Encoding.ASCII.GetBytes(Demo.AuthorityPem));
            string Verify(string bytes) => Tools.Run("openssl", "cms", "-verify", "-cades", "-binary", "-inform", "DER", "-in", cms, "-content", bytes, "-CAfile", authority, "-purpose", "any", "-attime", Now.AddDays(1).ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture), "-out", Path.Combine(folder, "out"));
            Assert.EndsWith("exit 0", Verify(content), StringComparison.Ordinal);
            Assert.DoesNotContain("exit 0", Verify(Save("b.bin", [.. File.ReadAllBytes(content), 1])), StringComparison.Ordinal);
        }

        return 0;
    });
}

using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Workflow.Documents.Signatures;
using Xunit;
using static Workflow.Documents.Tests.Signatures.TestKeys;

namespace Workflow.Documents.Tests.Signatures;

/// <summary>A time stamping authority: `openssl ts` with a certificate of its own.</summary>
internal sealed class StampAuthority : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("workflow-tsa-").FullName;

    public StampAuthority()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=Cơ quan cấp dấu thời gian thử", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.8")], true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        Certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch.AddYears(50), DateTimeOffset.UnixEpoch.AddYears(100));
        File.WriteAllText(Path.Combine(folder, "tsa.pem"), Certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem() + "\n");
        File.WriteAllText(Path.Combine(folder, "serial"), "01\n");
        File.WriteAllText(Path.Combine(folder, "ts.cnf"), $"""
            [tsa]
            default_tsa = one
            [one]
            serial = {folder}/serial
            crypto_device = builtin
            signer_cert = {folder}/tsa.pem
            signer_key = {folder}/tsa.pem
            signer_digest = sha256
            default_policy = 1.2.3.4.1
            digests = sha256, sha384, sha512
            ess_cert_id_alg = sha256
            """);
    }

    public X509Certificate2 Certificate { get; }

    public byte[] Stamp(byte[] request)
    {
        var (query, reply) = (Path.Combine(folder, "q.tsq"), Path.Combine(folder, "r.tsr"));
        File.WriteAllBytes(query, request);
        var told = Tools.Run("openssl", "ts", "-reply", "-config", Path.Combine(folder, "ts.cnf"), "-section", "one", "-queryfile", query, "-out", reply);
        return told.EndsWith("exit 0", StringComparison.Ordinal) ? File.ReadAllBytes(reply) : throw new InvalidOperationException(told);
    }

    public void Dispose()
    {
        Certificate.Dispose();
        Directory.Delete(folder, true);
    }
}

/// <summary>PAdES-B-T: a stamp over the signature, checked by ours, by pdfsig and by OpenSSL.</summary>
public sealed class TimestampTests : IDisposable
{
    private readonly StampAuthority authority = new();

    [Fact]
    public void A_stamped_signature_is_intact_and_outlives_its_certificate()
    {
        var signed = Sign(authority.Stamp);
        var stamped = PdfVerifier.Verify(signed, [Authority, authority.Certificate], Now.AddDays(1));
        Assert.Equal(Verdict.Intact, stamped.Verdict);
        var at = Assert.Single(stamped.Signatures).StampedAt;
        Assert.NotNull(at);
        // After the certificate's end the stamp says that it was good then; without a trusted stamp nobody knows.
        Assert.Equal(Verdict.Intact, PdfVerifier.Verify(signed, [Authority, authority.Certificate], Now.AddYears(6)).Verdict);
        Assert.Equal(Verdict.Unknown, PdfVerifier.Verify(signed, [Authority], Now.AddYears(6)).Verdict);
        Assert.Null(PdfVerifier.Verify(signed, [Authority], Now).Signatures[0].StampedAt);
    }

    [Fact]
    public void Both_signatures_may_be_stamped_and_pdfsig_agrees() => Tools.InFolder(folder =>
    {
        using var agency = Agency;
        var signed = PdfSigner.Sign(Sign(authority.Stamp), AgencyRequest, agency, authority.Stamp);
        Assert.Equal(Verdict.Intact, PdfVerifier.Verify(signed, [Authority, authority.Certificate], Now).Verdict);
        File.WriteAllBytes(Path.Combine(folder, "a.pdf"), signed);
        File.WriteAllText(Path.Combine(folder, "ca.pem"), Demo.AuthorityPem);
        Tools.Run("certutil", "-N", "-d", "sql:" + folder, "--empty-password");
        Tools.Run("certutil", "-A", "-d", "sql:" + folder, "-n", "ca", "-t", "CT,C,C", "-i", Path.Combine(folder, "ca.pem"));
        var told = Tools.Run("pdfsig", "-nssdir", "sql:" + folder, Path.Combine(folder, "a.pdf"));
        Assert.Equal(2, told.Split("Signature is Valid").Length - 1);
        Assert.Equal(2, told.Split("Certificate is Trusted").Length - 1);
        Assert.EndsWith("exit 0", Tools.Run("qpdf", "--check", Path.Combine(folder, "a.pdf")), StringComparison.Ordinal);
        return 0;
    });

    [Fact]
    public void OpenSSL_verifies_the_token_over_the_signature_value() => Tools.InFolder(folder =>
    {
        var info = Forgery.Cms(Sign(authority.Stamp)).SignerInfos[0];
        var token = info.UnsignedAttributes.Cast<CryptographicAttributeObject>().Single().Values[0].RawData;
        string Save(string name, byte[] content)
        {
            File.WriteAllBytes(Path.Combine(folder, name), content);
            return Path.Combine(folder, name);
        }

        var root = Save("tsa.pem", Encoding.ASCII.GetBytes(authority.Certificate.ExportCertificatePem()));
        string Verify(byte[] value) => Tools.Run("openssl", "ts", "-verify", "-in", Save("t.der", token), "-token_in", "-data", Save("v.bin", value), "-CAfile", root);
        Assert.EndsWith("exit 0", Verify(info.GetSignature()), StringComparison.Ordinal);
        Assert.DoesNotContain("exit 0", Verify([1, .. info.GetSignature()]), StringComparison.Ordinal);
        return 0;
    });

    [Fact]
    public void A_stamp_of_another_signature_is_found()
    {
        using var agency = Agency;
        var other = Forgery.Cms(Sign(authority.Stamp)).SignerInfos[0].UnsignedAttributes.Cast<CryptographicAttributeObject>().Single().Values[0];
        using var person = Person;
        var forged = Forgery.Resign(Sign(authority.Stamp), cms =>
        {
            cms.ComputeSignature(Forgery.Signer(person.Certificate, person.Certificate, "2.16.840.1.101.3.4.2.2"));
            cms.SignerInfos[0].AddUnsignedAttribute(other);
        });
        var report = PdfVerifier.Verify(forged, [Authority, authority.Certificate], Now);
        Assert.Equal(Verdict.Altered, report.Verdict);
        Assert.Contains(report.Findings, finding => finding.Contains("Dấu thời gian", StringComparison.Ordinal));
    }

    [Fact]
    public void An_answer_that_does_not_fit_the_question_is_refused()
    {
        byte[]? first = null;
        byte[] Old(byte[] request) => first ??= authority.Stamp(request);
        Sign(Old);
        Assert.Equal("timestamp.bad-answer", Assert.Throws<SignatureException>(() => Sign(Old)).Code);
        Assert.Equal("timestamp.bad-answer", Assert.Throws<SignatureException>(() => Sign(_ => [1, 2, 3])).Code);
        Assert.Equal("timestamp.bad-answer", Assert.Throws<SignatureException>(() => Sign(_ => [])).Code);
    }

    public void Dispose() => authority.Dispose();

    private static byte[] Sign(TimestampSource stamp)
    {
        using var person = Person;
        return PdfSigner.Sign(TestPdf.Write(), PersonRequest, person, stamp);
    }
}

using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Workflow.Documents.Signatures;
using Xunit;
using static Workflow.Documents.Tests.Signatures.TestKeys;

namespace Workflow.Documents.Tests.Signatures;

/// <summary>A certificate file that cannot sign is refused with a code and a sentence before anything is signed.</summary>
public sealed class SignerFileTests
{
    [Fact]
    public void A_good_file_gives_the_name_in_the_certificate()
    {
        using var person = Person;
        Assert.Equal(PersonName, person.Name);
        Assert.True(person.Certificate.HasPrivateKey);
    }

    [Fact]
    public void A_missing_file_is_said_without_its_folder()
    {
        var problem = Assert.Throws<SignatureException>(() => P12Signer.Load(Path.Combine(Path.GetTempPath(), "khong-co.p12"), "", Now));
        Assert.Equal("signature.no-file", problem.Code);
        Assert.Contains("“khong-co.p12”", problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Path.GetTempPath(), problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_password_and_a_damaged_file_are_said()
    {
        AssertRefused("signature.wrong-password", () => Load(Demo.Files[PersonName], "sai"));
        AssertRefused("signature.wrong-password", () => Load([1, 2, 3]));
        AssertRefused("signature.wrong-password", () => Load([]));
    }

    [Fact]
    public void A_file_without_a_key_is_said() =>
        AssertRefused("signature.no-key", () => Load(new X509Certificate2Collection(Authority).Export(X509ContentType.Pkcs12, Password)!));

    [Fact]
    public void A_certificate_is_good_from_its_first_day_to_its_last()
    {
        var file = Demo.Files[PersonName];
        AssertRefused("signature.expired", () => Load(file, now: Now.AddDays(-2)));
        Load(file, now: Now.AddDays(-1)).Dispose();
        Load(file, now: Now.AddYears(5)).Dispose();
        AssertRefused("signature.expired", () => Load(file, now: Now.AddYears(5).AddSeconds(1)));
    }

    [Fact]
    public void A_weak_key_or_one_for_another_use_is_said()
    {
        using var weak = RSA.Create(1024);
        using var strong = RSA.Create(2048);
        AssertRefused("signature.weak-key", () => Load(SelfSigned(weak)));
        AssertRefused("signature.wrong-use", () => Load(SelfSigned(strong, X509KeyUsageFlags.KeyEncipherment)));
        Load(SelfSigned(strong, X509KeyUsageFlags.NonRepudiation)).Dispose();
    }

    [Fact]
    public void The_demonstration_certificates_are_made_by_the_book()
    {
        using var person = Person;
        var usage = person.Certificate.Extensions.OfType<X509KeyUsageExtension>().Single();
        Assert.Equal(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, usage.KeyUsages);
        Assert.True(usage.Critical);
        Assert.False(person.Certificate.Extensions.OfType<X509BasicConstraintsExtension>().Single().CertificateAuthority);
        var authority = person.Certificate.Extensions.OfType<X509AuthorityKeyIdentifierExtension>().Single();
        var key = Authority.Extensions.OfType<X509SubjectKeyIdentifierExtension>().Single();
        Assert.Equal(key.SubjectKeyIdentifierBytes.ToArray(), authority.KeyIdentifier!.Value.ToArray());
        Assert.Equal(Now.AddYears(5).UtcDateTime, person.Certificate.NotAfter.ToUniversalTime());
        Assert.False(Authority.HasPrivateKey);
    }

    private static void AssertRefused(string code, Func<P12Signer> load) => Assert.Equal(code, Assert.Throws<SignatureException>(() => load().Dispose()).Code);
}

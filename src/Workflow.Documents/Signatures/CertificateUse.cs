using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Workflow.Domain;

namespace Workflow.Documents.Signatures;

/// <summary>Judges a certificate without its key.</summary>
public static class CertificateUse
{
    private const int LargestFile = 50_000;

    /// <summary>Why nobody should sign with it at that time; null: nothing.</summary>
    public static Refusal? Problem(X509Certificate2 certificate, DateTimeOffset now) => CertificateSigner.Problem(certificate, now) is { } problem ? new(problem.Code, problem.Message) : null;

    /// <summary>Whether it leads to one of the roots.</summary>
    public static bool IsTrusted(X509Certificate2 certificate, IReadOnlyList<X509Certificate2> roots, DateTimeOffset now) => CmsCheck.IsTrusted(certificate, [], roots, now);

    /// <summary>Reads a certificate that somebody brings (.cer, .crt, .der, .pem); null when it is none, or comes with a private key.</summary>
    public static X509Certificate2? Read(byte[] file)
    {
        if (file.Length is 0 or > LargestFile || file.AsSpan().IndexOf("PRIVATE KEY"u8) >= 0)
        {
            return null;
        }

        try
        {
            return X509CertificateLoader.LoadCertificate(file);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}

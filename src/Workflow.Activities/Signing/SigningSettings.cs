using System.Security.Cryptography.X509Certificates;

namespace Workflow.Activities.Signing;

/// <summary>A PKCS#12 file named in the configuration; the password may come from the environment.</summary>
public sealed record CertificateFile(string Path, string Password);

/// <summary>Where time stamps (RFC 3161) come from.</summary>
/// <param name="Timeout">How long to wait for the whole answer.</param>
/// <param name="SignWithout">Whether a signature is made without a stamp when none can be had; otherwise nothing is signed until one can.</param>
public sealed record TimestampSettings(Uri Address, TimeSpan Timeout, bool SignWithout);

/// <summary>Certificates by signer: people by full name, the agency by its header name.</summary>
/// <param name="People">Personal certificates.</param>
/// <param name="Agency">The agency's certificate.</param>
/// <param name="TrustedRootPaths">PEM files of authorities that verification trusts, those of time stamps too; a file may hold several.</param>
public sealed record SigningSettings(IReadOnlyDictionary<string, CertificateFile> People, CertificateFile? Agency, IReadOnlyList<string> TrustedRootPaths)
{
    /// <summary>Null: signatures bear no time stamp.</summary>
    public TimestampSettings? Timestamps { get; init; }

    /// <summary>Null: no long-term data is added to what was sealed.</summary>
    public LongTermSettings? LongTerm { get; init; }

    /// <summary>The authorities that are trusted today; a file that is not there is none.</summary>
    public IReadOnlyList<X509Certificate2> TrustedRoots()
    {
        var roots = new X509Certificate2Collection();
        foreach (var path in TrustedRootPaths.Where(File.Exists))
        {
            roots.ImportFromPemFile(path);
        }

        return [.. roots];
    }
}

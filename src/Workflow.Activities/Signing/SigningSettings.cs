namespace Workflow.Activities.Signing;

/// <summary>A PKCS#12 file named in the configuration; the password may come from the environment.</summary>
public sealed record CertificateFile(string Path, string Password);

/// <summary>Certificates by signer: people by full name, the agency by its header name.</summary>
/// <param name="People">Personal certificates.</param>
/// <param name="Agency">The agency's certificate.</param>
/// <param name="TrustedRootPaths">PEM files of authorities that verification trusts.</param>
public sealed record SigningSettings(IReadOnlyDictionary<string, CertificateFile> People, CertificateFile? Agency, IReadOnlyList<string> TrustedRootPaths);

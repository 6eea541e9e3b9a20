using Workflow.Activities.Signing;
using Workflow.Documents.Signatures;
using Workflow.Host.Seeding;

namespace Workflow.Host.Commands;

/// <summary>Certificates by configuration; for the demonstration organization they are made at the first start, in the data folder.</summary>
internal static class SigningFiles
{
    private const string DemoPassword = "chi-de-trinh-dien";

    public static SigningSettings Read(IConfiguration configuration, string data)
    {
        var people = configuration.GetSection("Signing:People").GetChildren()
            .ToDictionary(one => one["Name"] ?? one.Key, one => new CertificateFile(Path.GetFullPath(one["Path"] ?? ""), one["Password"] ?? ""), StringComparer.Ordinal);
        var agency = configuration["Signing:Agency:Path"] is { Length: > 0 } path ? new CertificateFile(Path.GetFullPath(path), configuration["Signing:Agency:Password"] ?? "") : null;
        var roots = configuration.GetSection("Signing:TrustedRoots").GetChildren().Select(one => Path.GetFullPath(one.Value ?? "")).ToList();
        var stamps = Timestamps(configuration.GetSection("Signing:Timestamp"));
        var longTerm = LongTerm(configuration.GetSection("Signing:LongTerm"));
        return people.Count > 0 || agency is not null || roots.Count > 0 ? new(people, agency, roots) { Timestamps = stamps, LongTerm = longTerm } : Demo(Path.Combine(data, "demo-certificates"), DemoOrganization.SignerNames, "ĐẢNG ỦY XÃ THANH SƠN", TimeProvider.System.GetUtcNow()) with { Timestamps = stamps, LongTerm = longTerm };
    }

    // Off unless it is asked for: it goes out to addresses that certificates name.
    private static LongTermSettings? LongTerm(IConfiguration section) => !section.GetValue("On", false) ? null
        : new(TimeSpan.FromSeconds(Math.Clamp(section.GetValue("TimeoutSeconds", 20), 1, 120)), [.. section.GetSection("RevocationLists").GetChildren().Select(one => Uri.TryCreate(one.Value, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri
            : throw new InvalidOperationException($"Signing:LongTerm:RevocationLists “{one.Value}” không phải địa chỉ http hoặc https."))]);

    // A wrong address is found at the start, not at the first signature.
    private static TimestampSettings? Timestamps(IConfiguration section)
    {
        if (section["Address"] is not { Length: > 0 } address)
        {
            return null;
        }

        return Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? new(uri, TimeSpan.FromSeconds(Math.Clamp(section.GetValue("TimeoutSeconds", 10), 1, 60)), section.GetValue("SignWithout", false))
            : throw new InvalidOperationException($"Signing:Timestamp:Address “{address}” không phải địa chỉ http hoặc https.");
    }

    /// <summary>Certificates for these signers in a folder; made once, with rights for the owner alone.</summary>
    public static SigningSettings Demo(string folder, IReadOnlyList<string> people, string agency, DateTimeOffset now)
    {
        var root = Path.Combine(folder, "demo-ca.pem");
        string FileOf(string name) => Path.Combine(folder, Domain.Texts.Folding.Fold(name).Replace(' ', '-') + ".p12");
        if (!File.Exists(root))
        {
            var made = DemoCertificates.Create("Workflow - chứng thư trình diễn", "Không dùng cho văn bản thật", [.. people, agency], DemoPassword, now);
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            foreach (var (name, file) in made.Files)
            {
                File.WriteAllBytes(FileOf(name), file);
                File.SetUnixFileMode(FileOf(name), UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }

            File.WriteAllText(root, made.AuthorityPem);
        }

        return new(people.ToDictionary(name => name, name => new CertificateFile(FileOf(name), DemoPassword), StringComparer.Ordinal), new CertificateFile(FileOf(agency), DemoPassword), [root]);
    }
}

using System.Security.Cryptography.X509Certificates;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Workflow.Documents.Import;
using Workflow.Documents.Reading;
using Workflow.Documents.Signatures;
using Workflow.Domain.Texts;

namespace Workflow.Host.Commands;

/// <summary>JSON as the command line writes it: readable Vietnamese, camel case.</summary>
internal static class Json
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
    };
}

/// <summary>The facts of a document as the demonstration's summary writes them.</summary>
internal static class DocumentView
{
    public static Dictionary<string, object?> Of(ImportedDraft draft) => new()
    {
        ["documentType"] = new { name = draft.Text.Type.Name, code = draft.Text.Type.Abbreviation },
        ["title"] = draft.Text.Title,
        ["subject"] = draft.Text.Subject,
        ["issuingBody"] = Body(draft),
        ["organization"] = draft.Facts.OrganizationName,
        ["superior"] = draft.Facts.SuperiorName,
        ["number"] = draft.Facts.Number,
        ["symbol"] = draft.Facts.Symbol,
        ["place"] = draft.Facts.Place,
        ["date"] = Iso(draft.Facts.Date),
        ["conference"] = draft.Facts.Conference is { } conference ? new { ordinal = conference.Ordinal, term = conference.TermOrdinal, years = conference.TermYears, date = Iso(conference.Date) } : null,
        ["headings"] = Outline.Of(draft.Text).Select(entry => new { level = entry.Level, label = entry.Label, text = entry.Text }).ToList(),
        // A line that orders a publication names no recipient.
        ["recipients"] = draft.Text.Recipients.Zip(draft.Recipients).Where(pair => !pair.Second.IsPublication).Select(pair => new { name = pair.First.Name, purpose = pair.First.Purpose }).ToList(),
        ["publication"] = draft.Text.Recipients.Zip(draft.Recipients).Where(pair => pair.Second.IsPublication).Select(pair => pair.First.Name).FirstOrDefault(),
        ["signature"] = new { authority = draft.Text.Signature.Authority, position = draft.Text.Signature.Position, name = draft.Text.Signature.Name },
        ["targets"] = FollowUpReader.Targets(draft.Text).Select(target => new { clause = target.ClauseId, label = target.Label, comparator = target.Comparator.ToString(), value = target.Value, upperValue = target.UpperValue, unit = target.Unit, quote = target.Quote }).ToList(),
        ["duties"] = FollowUpReader.Duties(draft.Text).Select(duty => new { who = duty.Who, toWhom = duty.ToWhom, what = duty.What, when = duty.When, periodicity = duty.Periodicity, quote = duty.Quote }).ToList(),
        ["notes"] = draft.Notes.Select(note => new { code = note.Code, place = note.Place, text = note.Text }).ToList(),
    };

    public static object Body(ImportedDraft draft) => new
    {
        kind = draft.Text.IssuingBody switch { BodyKind.ExecutiveCommittee => "BanChapHanh", BodyKind.StandingCommittee => "BanThuongVu", _ => "ThuongTruc" },
        name = draft.Facts.BodyName,
    };

    public static string? Iso(DateOnly? date) => date?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary><c>verify FILE.pdf [--ca FILE.pem]</c>: exit 0 only when every signature is intact and trusted.</summary>
internal static class VerifyCommand
{
    public static int Run(string[] args)
    {
        var named = Array.IndexOf(args, "--ca") is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
        var path = args.FirstOrDefault(arg => !arg.StartsWith("--", StringComparison.Ordinal) && arg != named);
        if (path is null || Files.Read(path) is not { } bytes)
        {
            return Files.Missing(path);
        }

        if (bytes.AsSpan(0, Math.Min(1024, bytes.Length)).IndexOf("%PDF-"u8) < 0)
        {
            return Files.Bad(new("NOT_PDF", "Tệp không phải PDF nên không có chữ ký để kiểm tra."));
        }

        // Beside a demonstration's paper lies its authority; an installation names its own in the configuration.
        string[] candidates = named is not null ? [named] : [Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, "demo-ca.pem"), .. Configured()];
        var roots = new X509Certificate2Collection();
        foreach (var file in candidates.Where(File.Exists))
        {
            try
            {
                roots.ImportFromPemFile(file);
            }
            catch (System.Security.Cryptography.CryptographicException)
            {
                return Files.Bad(new("BAD_CA", $"Tệp “{file}” không phải chứng thư của cơ quan cấp (PEM)."));
            }
        }

        var report = PdfVerifier.Verify(bytes, [.. roots], TimeProvider.System.GetUtcNow());
        foreach (var signature in report.Signatures)
        {
            Console.WriteLine($"{signature.Revision}. {signature.Signer}: {(signature.Valid ? "chữ ký đúng" : "CHỮ KÝ SAI")}, {(signature.ChainTrusted ? "chứng thư được tin cậy" : "chứng thư chưa rõ nguồn")}, {(signature.CoversWholeRevision ? "bao trùm toàn bộ bản ký" : "KHÔNG bao trùm toàn bộ bản ký")}; {When(signature)}");
        }

        foreach (var finding in report.Findings)
        {
            Console.WriteLine("! " + finding);
        }

        foreach (var note in report.Notes)
        {
            Console.WriteLine("- " + note);
        }

        Console.WriteLine(report.Verdict switch { Verdict.Intact => "NGUYÊN VẸN", Verdict.Altered => "ĐÃ BỊ SỬA", _ => "KHÔNG XÁC ĐỊNH" });
        return report.Verdict == Verdict.Intact ? 0 : 1;
    }

    private static string When(VerifiedSignature signature) => signature.StampedAt is { } stamped ? $"dấu thời gian {Local(stamped)}" : signature.SignedAt is { } at ? $"máy người ký ghi {Local(at)}, không có dấu thời gian được tin cậy" : "không ghi thời điểm ký";

    private static string Local(DateTimeOffset at) => Domain.VietnamTime.Local(at).ToString("HH:mm:ss dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture);

    private static IEnumerable<string> Configured()
    {
        var configuration = new ConfigurationBuilder().SetBasePath(Directory.GetCurrentDirectory()).AddJsonFile("appsettings.json", optional: true).AddEnvironmentVariables().Build();
        var data = Path.GetFullPath(configuration["Data:Directory"] ?? "data");
        return configuration.GetSection("Signing:TrustedRoots").GetChildren().Select(one => one.Value ?? "").Append(Path.Combine(data, "demo-certificates", "demo-ca.pem"));
    }
}

/// <summary>Reads files that a person names, and says what is wrong with them.</summary>
internal static class Files
{
    private const long Largest = 200_000_000;

    public static byte[]? Read(string path) => File.Exists(path) && new FileInfo(path).Length <= Largest ? File.ReadAllBytes(path) : null;

    public static int Missing(string? path) => Bad(path is null ? new("NO_FILE_NAMED", "Chưa nêu tên tệp.") : new("NO_FILE", $"Không đọc được tệp “{path}”: tệp không có hoặc lớn quá 200 MB."));

    public static int Bad(ImportProblem problem)
    {
        Console.Error.WriteLine($"{problem.Code}: {problem.Text}");
        return 2;
    }
}

using System.Security.Cryptography.X509Certificates;
using Workflow.Documents.Exchange;
using Workflow.Documents.Signatures;
using Workflow.Domain;

namespace Workflow.Host.Commands;

/// <summary><c>exchange inspect FILE.edxml [--ca FILE.pem] [--out DIR]</c>: what a package or a status message is. Exit 0 when it is signed and whole, 1 when not, 2 when it cannot be read.</summary>
internal static class ExchangeCommand
{
    public static int Run(string[] args)
    {
        if (args is not ["inspect", .. var rest])
        {
            return Files.Bad(new("NO_COMMAND", "Chưa nêu lệnh: ./run exchange inspect TỆP.edxml [--ca TỆP.pem] [--out THƯ-MỤC]."));
        }

        var (ca, folder) = (Named(rest, "--ca"), Named(rest, "--out"));
        var path = rest.FirstOrDefault(arg => !arg.StartsWith("--", StringComparison.Ordinal) && arg != ca && arg != folder);
        if (path is null || Files.Read(path) is not { } bytes)
        {
            return Files.Missing(path);
        }

        var read = EdXmlReader.Read(bytes);
        if (read.Problem is { } problem)
        {
            return Files.Bad(new(problem.Code, problem.Sentence));
        }

        if (read.Package is { } package)
        {
            Say(package);
        }
        else
        {
            Say(read.Status!);
        }

        var good = Signature(read.Signature, ca);
        if (read.Package is { } edoc)
        {
            good &= Contents(edoc, ca, folder);
        }

        return good ? 0 : 1;
    }

    private static void Say(Edoc edoc)
    {
        Console.WriteLine($"Gói edXML: {edoc.Business switch { BusinessType.New => "văn bản mới", BusinessType.Recall => "yêu cầu lấy lại", BusinessType.Update => "cập nhật", _ => "thay thế" }}{(edoc.BusinessReason.Length > 0 ? $" ({edoc.BusinessReason})" : "")}");
        Console.WriteLine($"Mã văn bản: {edoc.DocumentId}");
        Console.WriteLine($"Văn bản: {edoc.TypeName} {edoc.CodeNumber} {edoc.CodeNotation} ngày {Day(edoc.Date)}, {edoc.Place}");
        Console.WriteLine($"Trích yếu: {edoc.Subject}");
        Console.WriteLine($"Người ký: {edoc.Signer.Competence} / {edoc.Signer.Position} / {edoc.Signer.FullName}");
        Console.WriteLine($"Nơi gửi: {edoc.From.OrganName} ({edoc.From.OrganId})");
        Console.WriteLine($"Nơi nhận: {string.Join("; ", edoc.To.Select(one => $"{one.OrganName} ({one.OrganId})"))}");
        foreach (var one in edoc.Trace)
        {
            Console.WriteLine($"Qua: {one.OrganId} lúc {Moment(one.At)}");
        }

        foreach (var one in edoc.Replaces)
        {
            Console.WriteLine($"Thay: {one}");
        }
    }

    private static void Say(EdocStatus status)
    {
        Console.WriteLine($"Trạng thái edXML {status.Code}: {EdocStatus.Codes[status.Code]}{(status.Description.Length > 0 ? $" ({status.Description})" : "")}");
        Console.WriteLine($"Về văn bản: {status.ResponseFor.DocumentId}");
        Console.WriteLine($"Nơi báo: {status.From.OrganName} ({status.From.OrganId}) lúc {Moment(status.At)}");
    }

    private static bool Signature(PackageSignature? signature, string? ca)
    {
        if (signature is null)
        {
            Console.WriteLine("Chữ ký của gói: KHÔNG CÓ");
            return false;
        }

        Console.WriteLine($"Chữ ký của gói: {(signature.Holds ? "đúng" : "SAI, gói đã bị sửa sau khi ký")}; {signature.Signer}, SHA-256 của chứng thư số {signature.Sha256}");
        if (ca is null)
        {
            Console.WriteLine("Chứng thư số ấy là của ai: so SHA-256 trên với chứng thư số mà nơi gửi đã cho biết, hoặc nêu cơ quan cấp bằng --ca.");
            return signature.Holds;
        }

        using var certificate = X509CertificateLoader.LoadCertificate(signature.Certificate);
        var trusted = CertificateUse.IsTrusted(certificate, Roots(ca), TimeProvider.System.GetUtcNow());
        Console.WriteLine(trusted ? "Chứng thư số: được tin cậy" : "Chứng thư số: CHƯA RÕ NGUỒN hoặc hết hạn");
        return signature.Holds && trusted;
    }

    private static bool Contents(Edoc edoc, string? ca, string? folder)
    {
        var good = true;
        foreach (var file in edoc.Files)
        {
            Console.WriteLine($"Tệp: {file.Name}, {file.Content.Length} byte{(file.Description.Length > 0 ? $" ({file.Description})" : "")}");
            if (file.Content.AsSpan(0, Math.Min(1_024, file.Content.Length)).IndexOf("%PDF-"u8) >= 0)
            {
                var report = PdfVerifier.Verify(file.Content, Roots(ca), TimeProvider.System.GetUtcNow());
                good &= report.Verdict != Verdict.Altered;
                Console.WriteLine($"  {report.Verdict switch { Verdict.Intact => "NGUYÊN VẸN", Verdict.Altered => "ĐÃ BỊ SỬA", _ => "KHÔNG XÁC ĐỊNH" }}: {string.Join("; ", report.Signatures.Select(one => one.Signer))}");
                report.Findings.ToList().ForEach(finding => Console.WriteLine("  ! " + finding));
            }
        }

        if (folder is not null)
        {
            Directory.CreateDirectory(folder);
            foreach (var file in edoc.Files)
            {
                // Names were refused when they could lead anywhere else.
                File.WriteAllBytes(Path.Combine(folder, file.Name), file.Content);
            }

            Console.WriteLine($"Đã ghi {edoc.Files.Count} tệp vào {folder}");
        }

        return good;
    }

    private static List<X509Certificate2> Roots(string? ca)
    {
        var roots = new X509Certificate2Collection();
        if (ca is not null && File.Exists(ca))
        {
            roots.ImportFromPemFile(ca);
        }

        return [.. roots];
    }

    private static string? Named(string[] args, string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture);

    private static string Moment(DateTimeOffset at) => VietnamTime.Local(at).ToString("HH:mm:ss dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture);
}

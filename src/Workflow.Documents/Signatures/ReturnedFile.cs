using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Workflow.Domain;

namespace Workflow.Documents.Signatures;

/// <summary>What is expected of a file that comes back signed from a program outside.</summary>
/// <param name="Field">The field that was made for this signature.</param>
/// <param name="SignerName">Whose signature it is to be; for the sentences.</param>
/// <param name="Certificates">SHA-256 of the certificates that are bound to that signer today, lower hexadecimal.</param>
public sealed record ExpectedSignature(string Field, string SignerName, IReadOnlyCollection<string> Certificates);

/// <summary>
/// Judges a file that was signed as a whole outside, as the usual Vietnamese client does it: it is taken only when our bytes are its untouched
/// beginning and one valid signature of the expected signer is all that was added.
/// </summary>
public static class ReturnedFile
{
    // Wider or higher than any signature's picture, in points: a field that large could cover text.
    private const double WidestField = 300;
    private const double HighestField = 170;

    /// <summary>SHA-256 of a certificate, lower hexadecimal: how it is bound to a signer.</summary>
    public static string Thumbprint(byte[] certificate) => Convert.ToHexStringLower(SHA256.HashData(certificate));

    /// <summary>Why the file is not taken, in Vietnamese; null when it is.</summary>
    /// <param name="pinned">The bytes that were given out.</param>
    public static Refusal? Judge(byte[] pinned, byte[] returned, ExpectedSignature expected, IReadOnlyList<X509Certificate2> roots, DateTimeOffset now)
    {
        if (returned.Length == 0)
        {
            return new("returned.empty", "Đồng chí chưa chọn tệp, hoặc tệp rỗng. Đồng chí chọn tệp PDF đã ký rồi gửi lại.");
        }

        if (returned.AsSpan(0, Math.Min(1024, returned.Length)).IndexOf("%PDF-"u8) < 0)
        {
            return new("returned.not-pdf", "Tệp nộp lên không phải PDF. Đồng chí chọn đúng tệp PDF mà phần mềm ký đã ghi ra.");
        }

        try
        {
            return !returned.AsSpan().StartsWith(pinned) ? NotOurs(pinned, returned)
                : returned.Length == pinned.Length ? NotSigned
                : Added(pinned, returned, expected, roots, now);
        }
        catch (SignatureException problem)
        {
            return new("returned.unreadable", $"Không đọc được tệp nộp lên: {problem.Message} Đồng chí tải lại tệp gốc và ký lại.");
        }
    }

    private static Refusal NotSigned => new("returned.not-signed", "Tệp nộp lên chưa có chữ ký số nào mới. Đồng chí ký tệp bằng phần mềm ký rồi nộp tệp mà phần mềm ghi ra.");

    private static Refusal NotOurs(byte[] pinned, byte[] returned)
    {
        var common = pinned.AsSpan().CommonPrefixLength(returned);
        var before = pinned.AsSpan(0, Math.Min(common, pinned.Length - 1)).LastIndexOf("%%EOF"u8);
        if (before > 0 && new PdfStructure(returned).Sections.Exists(section => section.Offset >= before))
        {
            return new("returned.earlier-revision", "Tệp nộp lên được ký trên một bản cũ của tệp, không phải bản vừa tải về. Đồng chí tải lại tệp ở trang này và ký đúng tệp đó.");
        }

        return IdOf(pinned) is { } id && id == IdOf(returned)
            ? new("returned.rewritten", "Nội dung tệp đã bị thay đổi so với tệp đã tải về: phần mềm ký hoặc chương trình khác đã ghi lại cả tệp. Đồng chí tải lại tệp và ký bằng phần mềm chỉ ghi thêm chữ ký vào cuối tệp.")
            : new("returned.other-file", "Tệp nộp lên không phải tệp đã tải về ở trang này. Đồng chí chọn đúng tệp vừa ký.");
    }

    private static string? IdOf(byte[] pdf) => new PdfStructure(pdf) is var structure && structure.Trailer.GetValueOrDefault("ID") is { } id ? structure.ResolveItems(id).FirstOrDefault() : null;

    private static Refusal? Added(byte[] pinned, byte[] returned, ExpectedSignature expected, IReadOnlyList<X509Certificate2> roots, DateTimeOffset now)
    {
        var (before, after) = (new PdfStructure(returned, pinned.Length), new PdfStructure(returned));
        var fresh = after.SignatureFields().Where(one => one.Field.ContainsKey("V") && before.Dictionary(one.Number)?.ContainsKey("V") != true).ToList();
        if (fresh.Count == 0)
        {
            return NotSigned;
        }

        if (fresh.Count > 1)
        {
            return new("returned.two-signatures", $"Tệp nộp lên có {fresh.Count} chữ ký mới, trong khi chỉ được có một chữ ký của {expected.SignerName}. Đồng chí tải lại tệp và ký một lần.");
        }

        var report = PdfVerifier.Verify(returned, roots, now);
        if (report.Signatures is not [.., { Valid: true } signature])
        {
            return new("returned.bad-signature", $"Chữ ký trong tệp nộp lên không đúng: {string.Join(' ', report.Findings.Take(1))} Đồng chí tải lại tệp và ký lại.");
        }

        var changes = new LaterChanges(before, after).Find().ToList();
        if (changes.Count > 0 || !signature.CoversWholeFile || !signature.CoversWholeRevision || FillsText(before, after))
        {
            var named = changes.Concat(report.Findings).FirstOrDefault() ?? "một ô trong tệp được điền thêm.";
            return new("returned.changed", $"Ngoài chữ ký, tệp nộp lên còn bị thay đổi: {named} Đồng chí tải lại tệp và chỉ ký, không sửa, không ghi chú.");
        }

        return Place(fresh[0].Number, fresh[0].Field, before, after, expected) ?? Signer(signature, expected, now);
    }

    // The agency's field is not for the person, and a field of the signer's own may not be so large that it covers text.
    private static Refusal? Place(int number, IReadOnlyDictionary<string, string> field, PdfStructure before, PdfStructure after, ExpectedSignature expected)
    {
        if (before.Contains(number))
        {
            return field.TryGetValue("T", out var title) && PdfSyntax.Text(title) == expected.Field ? null
                : new("returned.wrong-field", $"Chữ ký nằm ở ô dành cho người ký khác. Đồng chí tải lại tệp và ký vào ô “{expected.Field}”.");
        }

        var sides = after.ResolveItems(field.GetValueOrDefault("Rect")).ConvertAll(side => double.TryParse(side, NumberStyles.Float, CultureInfo.InvariantCulture, out var points) ? points : double.NaN);
        return sides is [var left, var bottom, var right, var top] && Math.Abs(right - left) <= WidestField && Math.Abs(top - bottom) <= HighestField ? null
            : new("returned.field-too-large", "Khung chữ ký mới quá lớn, có thể che mất chữ của văn bản. Đồng chí tải lại tệp và ký vào ô chữ ký có sẵn.");
    }

    private static Refusal? Signer(VerifiedSignature signature, ExpectedSignature expected, DateTimeOffset now)
    {
        if (!expected.Certificates.Contains(Thumbprint(signature.Certificate)))
        {
            return new("returned.other-signer", $"Chữ ký trong tệp là của {signature.Signer}, không phải chứng thư số đã đăng ký cho {expected.SignerName}. Nếu đồng chí mới đổi chứng thư số, người quản trị đăng ký chứng thư mới trước.");
        }

        using var certificate = X509CertificateLoader.LoadCertificate(signature.Certificate);
        var at = signature.StampedAt ?? now;
        if (at < certificate.NotBefore || at > certificate.NotAfter)
        {
            var (from, to) = (VietnamTime.DayOf(certificate.NotBefore), VietnamTime.DayOf(certificate.NotAfter));
            return new("returned.expired", string.Create(CultureInfo.InvariantCulture, $"Chứng thư số của {signature.Signer} chỉ dùng được từ {from:dd/MM/yyyy} đến {to:dd/MM/yyyy}, nên chữ ký không được nhận. Đồng chí liên hệ người quản trị để gia hạn chứng thư số."));
        }

        return signature.ChainTrusted ? null
            : new("returned.untrusted", $"Chứng thư số của {signature.Signer} không nối được tới cơ quan cấp chứng thư đã khai báo. Người quản trị kiểm tra mục Signing:TrustedRoots trong cấu hình.");
    }

    private static bool FillsText(PdfStructure before, PdfStructure after) => before.ObjectNumbers.Any(number =>
        before.Dictionary(number) is { } old && old.ContainsKey("T") && before.FieldType(old) == "/Tx" && old.GetValueOrDefault("V") != after.Dictionary(number)?.GetValueOrDefault("V"));
}

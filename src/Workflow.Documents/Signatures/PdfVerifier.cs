using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;
using Workflow.Documents.Layout;

namespace Workflow.Documents.Signatures;

/// <summary>What a user is told of a signed file.</summary>
public enum Verdict
{
    /// <summary>Nguyên vẹn.</summary>
    Intact,

    /// <summary>Đã bị sửa.</summary>
    Altered,

    /// <summary>Không xác định: no signature, or its chain is unknown.</summary>
    Unknown,
}

/// <summary>One signature as found.</summary>
/// <param name="Revision">1 for the first signed revision.</param>
/// <param name="CoversWholeRevision">Its byte range is its whole revision but for the signature itself.</param>
/// <param name="CoversWholeFile">Nothing was appended after it.</param>
public sealed record VerifiedSignature(
    string Field, string Signer, DateTimeOffset? SignedAt, bool Valid, bool ChainTrusted, bool CoversWholeRevision, bool CoversWholeFile, int Revision)
{
    /// <summary>The signer's certificate, DER; empty when the signature bears none.</summary>
    public byte[] Certificate { get; init; } = [];

    /// <summary>Time of a trusted time stamp; <see cref="SignedAt"/> is only what the signer's clock said.</summary>
    public DateTimeOffset? StampedAt { get; init; }
}

/// <summary>Everything found in a file.</summary>
/// <param name="Findings">What is wrong.</param>
public sealed record VerificationReport(Verdict Verdict, IReadOnlyList<VerifiedSignature> Signatures, IReadOnlyList<string> Findings)
{
    /// <summary>What was added after a signature and may be: number and date, validation data.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The file holds a signature, though no field may lead to it any more: whoever finds none in it must not take it for one that was never signed.</summary>
    public bool HoldsSignature { get; init; }
}

/// <summary>
/// Checks every signature of a file, and that later revisions changed nothing but the fields made for them. A revision that replaces
/// a page after both signatures leaves the signatures "valid": here it is a finding.
/// </summary>
public static partial class PdfVerifier
{
    /// <summary>Most signatures checked in one file.</summary>
    public const int MaxSignatures = 50;

    /// <summary>
    /// Verifies. Never throws on a bad file: it reports. Intact only when every signature holds, leads to one of the roots at
    /// <paramref name="now"/>, nothing else was changed, and nothing follows the last one but validation data. Revocation is not asked for.
    /// </summary>
    public static VerificationReport Verify(byte[] pdf, IReadOnlyList<X509Certificate2> trustedRoots, DateTimeOffset now)
    {
        var findings = new List<string>();
        try
        {
            var structure = new PdfStructure(pdf);
            var fields = structure.SignatureFields().Where(one => one.Field.ContainsKey("V")).ToList();
            if (fields.Count > MaxSignatures)
            {
                return new(Verdict.Unknown, [], [$"Tệp có quá {MaxSignatures} chữ ký số."]);
            }

            if (fields.DistinctBy(one => one.Field["V"]).Count() < fields.Count)
            {
                findings.Add("Một chữ ký được dùng cho nhiều ô chữ ký.");
            }

            findings.AddRange(structure.Superseded().Where(old => old.Object.Entries is { } field && field.ContainsKey("V") && structure.FieldType(field) == "/Sig" && structure.Dictionary(old.Number)?.GetValueOrDefault("V") != field["V"])
                .Select(old => $"Chữ ký ở đối tượng {old.Number} đã bị gỡ khỏi tệp.").Distinct());
            if (fields.Count == 0)
            {
                return findings.Count == 0 && HoldsSignature(pdf)
                    ? new(Verdict.Altered, [], ["Trong tệp còn phần ghi của một chữ ký số nhưng không còn ô chữ ký nào dẫn tới nó: tệp đã bị sửa hoặc bị hỏng."]) { HoldsSignature = true }
                    : new(findings.Count > 0 ? Verdict.Altered : Verdict.Unknown, [], [.. findings, "Tệp không có chữ ký số nào."]);
            }

            var signatures = fields.Select(one => Check(pdf, structure, one.Field, trustedRoots, now, findings))
                .OrderBy(one => one.End).Select((one, index) => one with { Signature = one.Signature with { Revision = index + 1 } }).ToList();
            var covered = signatures.Where(one => one.Signature.CoversWholeRevision).Select(one => (one.Signature.Field, one.Signature.Signer, Document: one.End == pdf.Length ? structure : new PdfStructure(pdf, (int)one.End), one.End)).ToList();
            findings.AddRange(covered.Where(one => one.End < pdf.Length)
                .SelectMany(one => new LaterChanges(one.Document, structure, [.. covered.Where(other => other.End > one.End).Select(other => (other.Field, other.Document))]).Find()).Distinct());
            var notes = covered.Zip(covered.Skip(1)).SelectMany(pair => OpenLines.Find(pair.Second.Document).Where(line => line.Field.TryGetValue("V", out var words) && words.Length > 0 && pair.First.Document.Dictionary(line.Number) is { } before && !before.ContainsKey("V"))
                .Select(line => $"“{PdfSyntax.Text(line.Field["V"])}” được điền sau chữ ký trước, trong phần mà chữ ký của {pair.Second.Signer} bao trùm."));
            // Behind the last signature nothing may follow but what helps to verify it later.
            var added = covered.Count > 0 && covered[^1].End < pdf.Length && covered[^1].End == signatures[^1].End ? ValidationData.Told(pdf, covered[^1].Document, structure) : null;
            return Report([.. signatures.Select(one => one.Signature)], findings, added is not null) with { Notes = [.. notes, .. added is null ? Array.Empty<string>() : [added]] };
        }
        catch (SignatureException problem)
        {
            findings.Add(problem.Message);
            return new(Verdict.Unknown, [], findings) { HoldsSignature = HoldsSignature(pdf) };
        }
    }

    // The range that a signature covers and the name of its form stand in the file as they are, never in a compressed part: the range names places in the file.
    private static bool HoldsSignature(ReadOnlySpan<byte> pdf) => pdf.IndexOf("/ByteRange"u8) >= 0 || pdf.IndexOf("/ETSI.CAdES."u8) >= 0 || pdf.IndexOf("/adbe.pkcs7."u8) >= 0;

    private static VerificationReport Report(List<VerifiedSignature> signatures, List<string> findings, bool hasDataBehind)
    {
        findings.AddRange(signatures.Where(one => one.Valid && !one.CoversWholeRevision).Select(one => $"Chữ ký “{one.Field}” không bao trùm toàn bộ phần văn bản trước nó."));
        if (!signatures[^1].CoversWholeFile && !hasDataBehind)
        {
            findings.Add("Sau chữ ký cuối cùng, tệp còn được ghi thêm.");
        }

        if (findings.Count > 0 || signatures.Exists(one => !one.Valid))
        {
            return new(Verdict.Altered, signatures, findings);
        }

        findings.AddRange(signatures.Where(one => !one.ChainTrusted).Select(one => $"Chữ ký “{one.Field}” đúng, nhưng chứng thư số của {one.Signer} đã hết hạn hoặc không nối được tới cơ quan cấp đã khai báo."));
        return new(findings.Count == 0 ? Verdict.Intact : Verdict.Unknown, signatures, findings);
    }

    private static (VerifiedSignature Signature, long End) Check(
        byte[] pdf, PdfStructure structure, IReadOnlyDictionary<string, string> field, IReadOnlyList<X509Certificate2> roots, DateTimeOffset now, List<string> findings)
    {
        var name = field.TryGetValue("T", out var title) ? PdfSyntax.Text(title) : "?";
        var value = structure.Resolve(field["V"]);
        var contents = value?.GetValueOrDefault("Contents") ?? "";
        var range = PdfSyntax.Items(value?.GetValueOrDefault("ByteRange"))
            .ConvertAll(part => long.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1);
        if (value is null || range is not [0, var gapAt, var rest and >= 0, var restLength and >= 0] || gapAt < 0 || gapAt >= rest || restLength > pdf.Length - rest)
        {
            findings.Add($"Chữ ký “{name}” có phạm vi ký không hợp lệ.");
            return (new(name, "", null, false, false, false, false, 0), pdf.Length);
        }

        var end = rest + restLength;
        var gapFits = pdf.AsSpan((int)gapAt, (int)(rest - gapAt)).SequenceEqual(Encoding.Latin1.GetBytes(contents));
        var ending = pdf.AsSpan(0, (int)end);
        var atEnd = ending.EndsWith("%%EOF"u8) || ending.EndsWith("%%EOF\n"u8) || ending.EndsWith("%%EOF\r"u8) || ending.EndsWith("%%EOF\r\n"u8);
        byte[] signed = [.. pdf.AsSpan(0, (int)gapAt), .. pdf.AsSpan((int)rest, (int)restLength)];
        var mustBind = value.GetValueOrDefault("SubFilter") != "/adbe.pkcs7.detached";
        var cms = CmsCheck.Run(contents, signed, mustBind, roots, now, name, findings);
        var signature = new VerifiedSignature(name, cms.Signer, SignedAt(value.GetValueOrDefault("M")), cms.Valid, cms.Trusted, gapFits && atEnd, end == pdf.Length, 0) { Certificate = cms.Certificate, StampedAt = cms.StampedAt };
        return (signature, end);
    }

    private static DateTimeOffset? SignedAt(string? raw) => raw is not null && Moment().Match(PdfSyntax.Text(raw)) is { Success: true } match
        && DateTimeOffset.TryParseExact(match.Groups[1].Value + (match.Groups[2].Success ? $"{match.Groups[2].Value}:{match.Groups[3].Value}" : "+00:00"), "yyyyMMddHHmmsszzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? at : null;

    [GeneratedRegex(@"^D:(\d{14})(?:Z|([+-]\d\d)'(\d\d))")]
    private static partial Regex Moment();
}

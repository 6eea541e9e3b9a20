using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;

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
    string Field, string Signer, DateTimeOffset? SignedAt, bool Valid, bool ChainTrusted, bool CoversWholeRevision, bool CoversWholeFile, int Revision);

/// <summary>Everything found in a file.</summary>
public sealed record VerificationReport(Verdict Verdict, IReadOnlyList<VerifiedSignature> Signatures, IReadOnlyList<string> Findings);

/// <summary>
/// Checks every signature of a file, and that later revisions changed nothing but the fields made for them. A revision that replaces
/// a page after both signatures leaves the signatures "valid": here it is a finding.
/// </summary>
public static partial class PdfVerifier
{
    /// <summary>Verifies. Never throws on a bad file: it reports.</summary>
    public static VerificationReport Verify(byte[] pdf, IReadOnlyList<X509Certificate2> trustedRoots, DateTimeOffset now)
    {
        var findings = new List<string>();
        try
        {
            var structure = new PdfStructure(pdf);
            var fields = structure.ObjectNumbers.Select(number => (number, field: structure.Dictionary(number)))
                .Where(one => one.field is { } field && field.GetValueOrDefault("FT") == "/Sig" && field.ContainsKey("V")).ToList();
            var signatures = fields.Select(one => Check(pdf, structure, one.field!, trustedRoots, now, findings))
                .OrderBy(one => one.End).Select((one, index) => (one.Signature with { Revision = index + 1 }, one.End)).ToList();
            if (signatures.Count == 0)
            {
                return new(Verdict.Unknown, [], ["Tệp không có chữ ký số nào."]);
            }

            foreach (var (_, end) in signatures.Take(1))
            {
                Later(structure, end, findings);
            }

            var all = signatures.Select(one => one.Item1).ToList();
            if (!all[^1].CoversWholeFile)
            {
                findings.Add("Sau chữ ký cuối cùng, tệp còn được ghi thêm.");
            }

            var altered = findings.Count > 0 || all.Exists(one => !one.Valid || !one.CoversWholeRevision);
            var verdict = altered ? Verdict.Altered : all.TrueForAll(one => one.ChainTrusted) ? Verdict.Intact : Verdict.Unknown;
            if (verdict == Verdict.Unknown)
            {
                findings.Add("Chữ ký đúng nhưng chứng thư số không nối được tới cơ quan cấp đã khai báo.");
            }

            return new(verdict, all, findings);
        }
        catch (SignatureException problem)
        {
            findings.Add(problem.Message);
            return new(Verdict.Unknown, [], findings);
        }
    }

    private static (VerifiedSignature Signature, long End) Check(
        byte[] pdf, PdfStructure structure, IReadOnlyDictionary<string, string> field, IReadOnlyList<X509Certificate2> roots, DateTimeOffset now, List<string> findings)
    {
        var name = field.TryGetValue("T", out var title) ? PdfStructure.Text(title) : "?";
        var value = structure.Resolve(field["V"]) ?? throw PdfStructure.Bad($"Ô chữ ký “{name}” trỏ tới chỗ không có.");
        var range = value.GetValueOrDefault("ByteRange", "").Trim('[', ']').Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(part => long.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1).ToList();
        var contents = value.GetValueOrDefault("Contents", "");
        if (range.Count != 4 || range[0] != 0 || range.Exists(number => number < 0) || range[2] + range[3] > pdf.Length || range[1] >= range[2])
        {
            findings.Add($"Chữ ký “{name}” có phạm vi ký không hợp lệ.");
            return (new(name, "", null, false, false, false, false, 0), pdf.Length);
        }

        var end = range[2] + range[3];
        var gap = pdf.AsSpan((int)range[1], (int)(range[2] - range[1]));
        var gapFits = gap.Length == contents.Length && gap.SequenceEqual(System.Text.Encoding.Latin1.GetBytes(contents));
        var atEof = pdf.AsSpan(0, (int)end).TrimEnd("\r\n"u8).EndsWith("%%EOF"u8);
        byte[] signed = [.. pdf.AsSpan(0, (int)range[1]), .. pdf.AsSpan((int)range[2], (int)range[3])];
        var (valid, trusted, signer) = CheckCms(contents, signed, roots, now, name, findings);
        var at = SignedAt(value.GetValueOrDefault("M"));
        return (new(name, signer, at, valid, trusted, gapFits && atEof, end == pdf.Length, 0), end);
    }

    private static (bool Valid, bool Trusted, string Signer) CheckCms(
        string contents, byte[] signed, IReadOnlyList<X509Certificate2> roots, DateTimeOffset now, string name, List<string> findings)
    {
        try
        {
            var padded = Convert.FromHexString(contents.Trim('<', '>'));
            System.Formats.Asn1.AsnDecoder.ReadEncodedValue(padded, System.Formats.Asn1.AsnEncodingRules.BER, out _, out _, out var length);
            if (padded.AsSpan(length).IndexOfAnyExcept((byte)0) >= 0)
            {
                findings.Add($"Phần đệm của chữ ký “{name}” bị sửa.");
            }

            var cms = new SignedCms(new ContentInfo(signed), detached: true);
            cms.Decode(padded.AsSpan(0, length));
            if (cms.SignerInfos.Count != 1 || cms.SignerInfos[0].Certificate is not { } certificate)
            {
                findings.Add($"Chữ ký “{name}” không có đúng một người ký.");
                return (false, false, "");
            }

            var signer = certificate.GetNameInfo(X509NameType.SimpleName, false);
            cms.SignerInfos[0].CheckSignature(verifySignatureOnly: true);
            if (!P12Signer.Binds(cms.SignerInfos[0].SignedAttributes, certificate))
            {
                findings.Add($"Chữ ký “{name}” không gắn với chứng thư số đi kèm.");
                return (false, false, signer);
            }

            using var chain = new X509Chain();
            chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            chain.ChainPolicy.CustomTrustStore.AddRange(roots.ToArray());
            chain.ChainPolicy.ExtraStore.AddRange(cms.Certificates);
            chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
            chain.ChainPolicy.DisableCertificateDownloads = true;
            chain.ChainPolicy.VerificationTime = now.UtcDateTime;
            return (true, roots.Count > 0 && chain.Build(certificate), signer);
        }
        catch (Exception error) when (error is CryptographicException or FormatException or System.Formats.Asn1.AsnContentException or ArgumentException)
        {
            findings.Add($"Chữ ký “{name}” không khớp với nội dung tệp.");
            return (false, false, "");
        }
    }

    // Objects of the signed revision that a later one wrote anew: only an empty signature field that gains its value may.
    private static void Later(PdfStructure structure, long signedEnd, List<string> findings)
    {
        var signedSections = structure.Sections.Where(section => section.Offset < signedEnd).ToList();
        if (signedSections.Count == 0)
        {
            findings.Add("Không thấy bản gốc của phần đã ký.");
            return;
        }

        foreach (var section in structure.Sections.Where(section => section.Offset >= signedEnd))
        {
            foreach (var number in section.Objects.Keys.Where(number => signedSections.Exists(signed => signed.Objects.ContainsKey(number))))
            {
                var before = structure.Dictionary(number, signedEnd);
                var after = structure.Dictionary(number, section.Offset + 1);
                if (!IsFilledField(before, after))
                {
                    findings.Add($"Đối tượng {number} của tệp bị thay đổi sau khi ký.");
                }
            }

            if (section.Trailer.GetValueOrDefault("Root") != signedSections[0].Trailer.GetValueOrDefault("Root"))
            {
                findings.Add("Gốc của tệp bị thay sau khi ký.");
            }
        }
    }

    private static bool IsFilledField(IReadOnlyDictionary<string, string>? before, IReadOnlyDictionary<string, string>? after) =>
        before is not null && after is not null && before.GetValueOrDefault("FT") == "/Sig" && !before.ContainsKey("V")
        && after.Where(pair => pair.Key is not ("V" or "AP")).OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .SequenceEqual(before.Where(pair => pair.Key is not "AP").OrderBy(pair => pair.Key, StringComparer.Ordinal));

    private static DateTimeOffset? SignedAt(string? raw) => raw is not null && Moment().Match(raw) is { Success: true } match
        && DateTimeOffset.TryParseExact(match.Groups[1].Value + match.Groups[2].Value + ":" + match.Groups[3].Value, "yyyyMMddHHmmsszzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? at : null;

    [GeneratedRegex(@"D:(\d{14})([+-]\d\d)'(\d\d)")]
    private static partial Regex Moment();
}

using System.Globalization;
using System.Text;
using Workflow.Documents.Layout;

namespace Workflow.Documents.Signatures;

/// <summary>What is signed, by whom, and how it looks.</summary>
/// <param name="FieldName">An empty signature field that stands in the file.</param>
/// <param name="SignerName">Name shown.</param>
/// <param name="At">Time of signing; written to the second.</param>
/// <param name="IsAgency">Agency signature (red seal) or personal one (blue).</param>
public sealed record SignatureRequest(string FieldName, string SignerName, string Reason, string Location, DateTimeOffset At, bool IsAgency)
{
    /// <summary>Lines that stand in the field instead of a picture: those of an electronic copy.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Picture of the signature or of the seal; null shows name and time instead.</summary>
    public SignatureImage? Picture { get; init; }
}

/// <summary>
/// Signs by appending: the bytes before stay an untouched prefix, so that earlier signatures stay valid (PAdES-B-B, ETSI EN 319 142-1).
/// The same file, request and RSA key always give the same bytes; not so with a time stamp (PAdES-B-T).
/// </summary>
public static class PdfSigner
{
    // Room for the CMS in bytes: RSA-2048 with two certificates takes 4,000; a time stamp with its own chain up to 8,000 more.
    private const int Reserved = 12_000;
    private const int ReservedForStamp = 10_000;

    /// <summary>Fills the field and signs. Throws <see cref="SignatureException"/> when the field is missing or already signed.</summary>
    /// <param name="lines">Open lines that are filled in the same revision, words by the name of the field.</param>
    public static byte[] Sign(byte[] pdf, SignatureRequest request, CertificateSigner signer, TimestampSource? stamp = null, IReadOnlyDictionary<string, string>? lines = null)
    {
        var unsigned = $"/ByteRange [0 0000000000 0000000000 0000000000] /Contents <{new string('0', 2 * (Reserved + (stamp is null ? 0 : ReservedForStamp)))}>";
        var structure = new PdfStructure(pdf);
        var (number, field) = structure.SignatureFields().FirstOrDefault(one => one.Field.TryGetValue("T", out var title) && PdfSyntax.Text(title) == request.FieldName);
        if (field is null)
        {
            throw new SignatureException("signature.no-field", $"Tệp PDF không có ô chữ ký “{request.FieldName}”.");
        }

        if (field.ContainsKey("V"))
        {
            throw new SignatureException("signature.already-signed", $"Ô chữ ký “{request.FieldName}” đã được ký.");
        }

        var update = new PdfFile(PdfSyntax.Int(structure.Trailer.GetValueOrDefault("Size")));
        OpenLines.Fill(structure, update, lines ?? new Dictionary<string, string>());
        var filled = new Dictionary<string, string>(field, StringComparer.Ordinal);
        // A field without a box is signed without a picture.
        if (Rectangle(structure, field) is [var left, var bottom, var right, var top] && right - left >= 1 && top - bottom >= 1)
        {
            filled["AP"] = $"<< /N {SignatureAppearance.Add(update, request, [left, bottom, right, top])} 0 R >>";
        }

        var value = update.Reserve();
        filled["V"] = $"{value} 0 R";
        update.Set(number, PdfSyntax.Write(filled));
        var local = Domain.VietnamTime.Local(request.At);
        update.Set(value, $"<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /M (D:{local.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture)}+07'00') /Name {PdfFile.Text(request.SignerName)} /Reason {PdfFile.Text(request.Reason)} /Location {PdfFile.Text(request.Location)} {unsigned} >>");
        return Inject(PdfRevision.Append(pdf, structure, update), pdf.Length, unsigned, signer, stamp);
    }

    private static byte[] Inject(byte[] prepared, int from, string unsigned, CertificateSigner signer, TimestampSource? stamp)
    {
        var room = from + prepared.AsSpan(from).IndexOf(Encoding.ASCII.GetBytes(unsigned));
        var contents = room + unsigned.IndexOf('<', StringComparison.Ordinal);
        var after = room + unsigned.Length;
        var range = string.Create(CultureInfo.InvariantCulture, $"/ByteRange [0 {contents:0000000000} {after:0000000000} {prepared.Length - after:0000000000}]");
        Encoding.ASCII.GetBytes(range).CopyTo(prepared, room);
        byte[] signed = [.. prepared.AsSpan(0, contents), .. prepared.AsSpan(after)];
        var cms = Convert.ToHexStringLower(signer.Cms(signed, stamp));
        if (cms.Length > after - contents - 2)
        {
            throw new SignatureException("signature.too-large", "Chữ ký số lớn hơn chỗ dành sẵn trong tệp PDF.");
        }

        Encoding.ASCII.GetBytes(cms).CopyTo(prepared, contents + 1);
        return prepared;
    }

    private static double[] Rectangle(PdfStructure structure, IReadOnlyDictionary<string, string> field)
    {
        var sides = structure.ResolveItems(field.GetValueOrDefault("Rect"))
            .ConvertAll(side => double.TryParse(side, NumberStyles.Float, CultureInfo.InvariantCulture, out var points) ? points : throw PdfSyntax.Bad("Khung của ô chữ ký không hợp lệ."));
        // Any two opposite corners may be given.
        return sides is [var a, var b, var c, var d] ? [Math.Min(a, c), Math.Min(b, d), Math.Max(a, c), Math.Max(b, d)] : [];
    }
}

using System.Globalization;
using System.Text;
using Workflow.Documents.Layout;

namespace Workflow.Documents.Signatures;

/// <summary>What is signed, by whom, and how it looks.</summary>
/// <param name="FieldName">An empty signature field that stands in the file.</param>
/// <param name="SignerName">Name shown.</param>
/// <param name="At">Time of signing; written to the second.</param>
/// <param name="IsAgency">Agency signature (red seal) or personal one (blue).</param>
public sealed record SignatureRequest(string FieldName, string SignerName, string Reason, string Location, DateTimeOffset At, bool IsAgency);

/// <summary>
/// Signs by appending: the bytes before stay an untouched prefix, so that earlier signatures stay valid (PAdES-B-B, ETSI EN 319 142-1).
/// </summary>
public static class PdfSigner
{
    // Room for the CMS in bytes: RSA-2048 with two certificates takes 4,000; a time stamp would take 6,000 more.
    private const int Reserved = 12_000;
    private static readonly string[] KeptInTrailer = ["Root", "Info", "ID"];

    /// <summary>Fills the field and signs. Throws <see cref="SignatureException"/> when the field is missing or already signed.</summary>
    public static byte[] Sign(byte[] pdf, SignatureRequest request, P12Signer signer)
    {
        var structure = new PdfStructure(pdf);
        var (number, field) = FindField(structure, request.FieldName);
        if (field.ContainsKey("V"))
        {
            throw new SignatureException("signature.already-signed", $"Ô chữ ký “{request.FieldName}” đã được ký.");
        }

        var size = PdfStructure.Int(structure.Trailer["Size"]);
        var update = new PdfFile(size);
        var appearance = SignatureAppearance.Add(update, request, Rectangle(field));
        var value = update.Reserve();
        var entries = field.Select(pair => $"/{pair.Key} {pair.Value}");
        update.Set(number, $"<< {string.Join(' ', entries)} /V {value} 0 R /AP << /N {appearance} 0 R >> >>");
        var local = Domain.VietnamTime.Local(request.At);
        update.Set(value, $"<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /M (D:{local.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture)}+07'00') /Name {PdfFile.Text(request.SignerName)} /Reason {PdfFile.Text(request.Reason)} /Location {PdfFile.Text(request.Location)} /ByteRange [0 0000000000 0000000000 0000000000] /Contents <{new string('0', Reserved * 2)}> >>");
        var kept = KeptInTrailer.Where(structure.Trailer.ContainsKey).Select(key => $"/{key} {structure.Trailer[key]}");
        var prepared = update.Append(pdf, string.Join(' ', kept), structure.Sections[0].Offset, size);
        return Inject(prepared, pdf.Length, signer);
    }

    internal static (int Number, IReadOnlyDictionary<string, string> Field) FindField(PdfStructure structure, string name)
    {
        foreach (var number in structure.ObjectNumbers)
        {
            if (structure.Dictionary(number) is { } dictionary && dictionary.GetValueOrDefault("FT") == "/Sig" && dictionary.TryGetValue("T", out var title) && PdfStructure.Text(title) == name)
            {
                return (number, dictionary);
            }
        }

        throw new SignatureException("signature.no-field", $"Tệp PDF không có ô chữ ký “{name}”.");
    }

    private static byte[] Inject(byte[] prepared, int from, P12Signer signer)
    {
        var tail = prepared.AsSpan(from);
        var contents = from + tail.IndexOf("/Contents <"u8) + "/Contents ".Length;
        var after = contents + (Reserved * 2) + 2;
        var range = string.Create(CultureInfo.InvariantCulture, $"[0 {contents:0000000000} {after:0000000000} {prepared.Length - after:0000000000}]");
        var rangeAt = from + tail.IndexOf("/ByteRange ["u8) + "/ByteRange ".Length;
        Encoding.ASCII.GetBytes(range).CopyTo(prepared, rangeAt);
        byte[] signed = [.. prepared.AsSpan(0, contents), .. prepared.AsSpan(after)];
        var cms = Convert.ToHexStringLower(signer.Cms(signed));
        if (cms.Length > Reserved * 2)
        {
            throw new SignatureException("signature.too-large", "Chữ ký số lớn hơn chỗ dành sẵn trong tệp PDF.");
        }

        Encoding.ASCII.GetBytes(cms).CopyTo(prepared, contents + 1);
        return prepared;
    }

    private static double[] Rectangle(IReadOnlyDictionary<string, string> field) =>
        [.. field.GetValueOrDefault("Rect", "[0 0 0 0]").Trim('[', ']').Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(number => double.Parse(number, CultureInfo.InvariantCulture))];
}

using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Workflow.Documents.Layout;
using Workflow.Domain;

namespace Workflow.Documents.Signatures;

/// <summary>
/// A paper that was signed by hand and scanned: pictures of its pages (JPEG), brought one by one or as the PDF that a scanner writes. They become a PDF of
/// our own with nothing in it but the pictures and an empty field for the agency's signature.
/// </summary>
public static class ScannedPages
{
    /// <summary>Most pages taken.</summary>
    public const int MostPages = 400;

    private const int LargestPage = 10_000_000;
    private const int LeastPixels = 800;
    private const int MostPixels = 12_000;
    private const double A4Width = 595.28;
    private const double A4Height = 841.89;
    private const double FieldSize = 90;
    private const double FieldMargin = 20;

    /// <summary>The pages in the order of the files; refused with a sentence when a file is neither a JPEG nor a PDF of JPEG pages.</summary>
    public static (IReadOnlyList<byte[]> Pages, Refusal? Refusal) Read(IReadOnlyList<byte[]> files)
    {
        var pages = new List<byte[]>();
        foreach (var (index, file) in files.Index())
        {
            try
            {
                pages.AddRange(IsJpeg(file) ? [file] : file.AsSpan(0, Math.Min(1024, file.Length)).IndexOf("%PDF-"u8) >= 0 ? OfPdf(file) : throw new SignatureException("scan.kind", "không phải ảnh JPEG hoặc tệp PDF."));
            }
            catch (SignatureException problem)
            {
                return ([], new("scan.unreadable", $"Tệp thứ {index + 1} không dùng được: {problem.Message} Đồng chí quét lại, chọn lưu ảnh JPEG hoặc PDF ảnh màu, rồi nộp lại."));
            }
        }

        if (pages.Count is 0 or > MostPages)
        {
            return ([], new("scan.count", pages.Count == 0 ? "Đồng chí chưa chọn bản quét nào." : $"Bản quét có quá {MostPages} trang."));
        }

        var bad = pages.FindIndex(page => page.Length > LargestPage || SizeOf(page) is not var (width, height, _) || Math.Min(width, height) < LeastPixels || Math.Max(width, height) > MostPixels);
        return bad < 0 ? (pages, null)
            : ([], new("scan.picture", $"Ảnh trang {bad + 1} quá nhỏ (cạnh ngắn dưới {LeastPixels} điểm ảnh), quá lớn hoặc không phải ảnh JPEG thường. Đồng chí quét lại trang này ở 150 đến 300 dpi."));
    }

    /// <summary>SHA-256 over all pages: what is certified is what was looked at.</summary>
    public static string Hash(IEnumerable<byte[]> pages) => Convert.ToHexStringLower(SHA256.HashData([.. pages.SelectMany(SHA256.HashData)]));

    /// <summary>The pages as a PDF of A4 with an empty field at the top right of the first; the same pages give the same bytes.</summary>
    public static byte[] Pdf(IReadOnlyList<byte[]> pages, string title)
    {
        var file = new PdfFile();
        var (root, list) = (file.Reserve(), file.Reserve());
        var kids = new List<int>();
        foreach (var page in pages)
        {
            var (width, height, colours) = SizeOf(page) ?? throw PdfSyntax.Bad("Ảnh của một trang quét bị hỏng.");
            var picture = file.AddStream($"/Type /XObject /Subtype /Image /Width {width} /Height {height} /BitsPerComponent 8 /ColorSpace /{(colours == 1 ? "DeviceGray" : "DeviceRGB")} /Filter /DCTDecode", page, compress: false);
            var scale = Math.Min(A4Width / width, A4Height / height);
            var (wide, high) = (width * scale, height * scale);
            var content = file.AddStream("", Encoding.ASCII.GetBytes($"q {PdfFile.Num(wide)} 0 0 {PdfFile.Num(high)} {PdfFile.Num((A4Width - wide) / 2)} {PdfFile.Num((A4Height - high) / 2)} cm /P Do Q"));
            kids.Add(file.Add($"<< /Type /Page /Parent {list} 0 R /MediaBox [0 0 {PdfFile.Num(A4Width)} {PdfFile.Num(A4Height)}] /Resources << /XObject << /P {picture} 0 R >> >> /Contents {content} 0 R >>"));
        }

        file.Set(list, $"<< /Type /Pages /Count {kids.Count} /Kids [{string.Join(' ', kids.Select(kid => $"{kid} 0 R"))}] >>");
        file.Set(root, $"<< /Type /Catalog /Pages {list} 0 R /Lang (vi) >>");
        var info = file.Add($"<< /Title {PdfFile.Text(title)} >>");
        var whole = file.Write(root, info, Hash(pages)[..32]);
        return PdfFields.AddSignatureField(whole, new(OfficialPdf.AgencyField, 0, A4Width - FieldMargin - FieldSize, A4Height - FieldMargin - FieldSize, FieldSize, FieldSize));
    }

    private static bool IsJpeg(ReadOnlySpan<byte> file) => file is [0xFF, 0xD8, 0xFF, ..];

    // A scanner's PDF has one picture a page. Other filters (fax, JBIG2) no browser shows: whoever certifies could not look at the page.
    private static IEnumerable<byte[]> OfPdf(byte[] file)
    {
        var structure = new PdfStructure(file);
        foreach (var (index, page) in structure.Pages().Index())
        {
            var pictures = structure.Resolve(structure.Resolve(structure.Dictionary(page)?.GetValueOrDefault("Resources"))?.GetValueOrDefault("XObject"))?.Values
                .Select(PdfSyntax.Reference).OfType<int>().Where(number => structure.Dictionary(number)?.GetValueOrDefault("Subtype") == "/Image").Distinct().ToList() ?? [];
            if (pictures is not [var only] || structure.Dictionary(only) is not { } picture || picture.GetValueOrDefault("Filter") is not ("/DCTDecode" or "[/DCTDecode]" or "[ /DCTDecode ]"))
            {
                throw PdfSyntax.Bad($"trang {index + 1} không phải đúng một ảnh JPEG.");
            }

            var length = picture.GetValueOrDefault("Length");
            if (PdfSyntax.Reference(length) is { } elsewhere)
            {
                length = structure.Object(elsewhere) is { } value ? Encoding.Latin1.GetString(value.Raw) : null;
            }

            yield return Stream(file, structure.Object(only)!.End, PdfSyntax.Int(length));
        }
    }

    private static byte[] Stream(byte[] file, int from, int length)
    {
        var keyword = file.AsSpan(from).IndexOf("stream"u8);
        var start = from + keyword + 6;
        start += start < file.Length && file[start] == '\r' ? 2 : 1;
        return keyword is < 0 or > 20 || length <= 0 || start > file.Length - length ? throw PdfSyntax.Bad("ảnh bị cắt cụt.") : file[start..(start + length)];
    }

    // Start of frame: baseline, extended or progressive; grey or three colours.
    private static (int Width, int Height, int Colours)? SizeOf(byte[] jpeg)
    {
        if (!IsJpeg(jpeg))
        {
            return null;
        }

        for (var at = 2; at + 9 < jpeg.Length && jpeg[at] == 0xFF;)
        {
            var kind = jpeg[at + 1];
            var length = BinaryPrimitives.ReadUInt16BigEndian(jpeg.AsSpan(at + 2));
            if (kind is 0xC0 or 0xC1 or 0xC2)
            {
                return jpeg[at + 4] == 8 && jpeg[at + 9] is 1 or 3 ? (BinaryPrimitives.ReadUInt16BigEndian(jpeg.AsSpan(at + 7)), BinaryPrimitives.ReadUInt16BigEndian(jpeg.AsSpan(at + 5)), jpeg[at + 9]) : null;
            }

            if (length < 2)
            {
                return null;
            }

            at += 2 + length;
        }

        return null;
    }
}

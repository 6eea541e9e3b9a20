using System.Globalization;
using Workflow.Documents.Layout;

namespace Workflow.Documents.Signatures;

/// <summary>
/// The electronic copy of a file that came from another body: its bytes stay as they are, and the agency's signature is added with the form of the copy, its number, who
/// copies and the time at the top right of the first page, upright black letters of 10 points without a picture (ND30 App. I as applied by Party offices; DOMAIN §1.12).
/// </summary>
public static class ElectronicCopy
{
    /// <summary>Name of the field that is added.</summary>
    public const string Field = "ChuKySao";

    // Three lines of 10 points within the top margin of an office paper (20 mm).
    private const double Width = 190;
    private const double Margin = 8;
    private const double Line = 12.5;

    /// <summary>Signs the copy. Throws <see cref="SignatureException"/>: the file is no readable PDF, or bears such a copy already.</summary>
    /// <param name="pdf">Stays an untouched prefix of the answer.</param>
    /// <param name="words">What is written, line by line; the time is added.</param>
    /// <param name="request">Whose signature, and when; its field is set here.</param>
    /// <param name="sign">Makes the signature in the field.</param>
    public static byte[] Make(byte[] pdf, IReadOnlyList<string> words, SignatureRequest request, Func<byte[], SignatureRequest, byte[]> sign)
    {
        var structure = new PdfStructure(pdf);
        if (structure.Trailer.ContainsKey("Encrypt"))
        {
            throw new SignatureException("copy.encrypted", "Tệp PDF được đặt mật khẩu nên không sao được. Đồng chí xin nơi gửi tệp không đặt mật khẩu.");
        }

        var time = Domain.VietnamTime.Local(request.At).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
        var pages = structure.Pages();
        var box = pages.Count == 0 ? throw PdfSyntax.Bad("Tệp PDF không có trang nào.") : Box(structure, pages[0]);
        var height = ((words.Count + 1) * Line) + 4;
        var width = Math.Min(Width, box[2] - box[0] - (2 * Margin));
        var field = new SignatureField(Field, 0, box[2] - Margin - width, box[3] - Margin - height, width, height) { Title = "Chữ ký bản sao" };
        return sign(PdfFields.AddSignatureField(pdf, field), request with { FieldName = Field, IsAgency = true, Words = [.. words, time] });
    }

    private static double[] Box(PdfStructure structure, int page)
    {
        var node = structure.Dictionary(page);
        for (var step = 0; node is not null && step < 20; step++)
        {
            if (structure.ResolveItems(node.GetValueOrDefault("CropBox") ?? node.GetValueOrDefault("MediaBox")) is { Count: 4 } sides)
            {
                var numbers = sides.ConvertAll(side => double.TryParse(side, NumberStyles.Float, CultureInfo.InvariantCulture, out var points) ? points : throw PdfSyntax.Bad("Khổ trang của tệp PDF bị hỏng."));
                return [Math.Min(numbers[0], numbers[2]), Math.Min(numbers[1], numbers[3]), Math.Max(numbers[0], numbers[2]), Math.Max(numbers[1], numbers[3])];
            }

            node = structure.Resolve(node.GetValueOrDefault("Parent"));
        }

        return [0, 0, 595.3, 841.9];
    }
}

using System.Globalization;
using System.Text;
using Workflow.Documents.Layout;
using Workflow.Domain;
using Workflow.Domain.Issuing;

namespace Workflow.Documents.Signatures;

/// <summary>A picture of a signature or a seal, taken apart: colours, and how much of each point is to be seen.</summary>
/// <param name="Colours">Red, green, blue of each point, row by row from the top.</param>
/// <param name="Alpha">0 is nothing to see, 255 all.</param>
/// <param name="WidthMm">How wide it stands on paper, in millimetres.</param>
public sealed record SignatureImage(int Width, int Height, byte[] Colours, byte[] Alpha, double WidthMm)
{
    // Of a seal and of a signature more is paper than ink.
    private const double LeastEmpty = 0.2;
    private const int LeastPixels = 60;
    private const byte Seen = 128;

    /// <summary>Height on paper in millimetres.</summary>
    public double HeightMm => WidthMm * Height / Width;

    /// <summary>
    /// Reads a picture and judges it as the rules want it: PNG, transparent where there is no ink; a signature is blue, a seal is red. A sentence says what is wrong.
    /// </summary>
    /// <param name="isSeal">The agency's seal, or a person's signature.</param>
    public static (SignatureImage? Image, Refusal? Refusal) Read(byte[] file, bool isSeal, decimal widthMm)
    {
        if (widthMm is < SignaturePicture.LeastMm or > SignaturePicture.MostMm)
        {
            return (null, new("picture.size", $"Chiều rộng trên giấy phải từ {SignaturePicture.LeastMm:0} đến {SignaturePicture.MostMm:0} mm, đúng cỡ thật của {(isSeal ? "con dấu" : "chữ ký")}. Đồng chí đo rồi nhập lại."));
        }

        var decoded = Png.Read(file);
        if (decoded.Image is not { } read)
        {
            return (null, new("picture.file", $"Ảnh không dùng được: {decoded.Problem} Đồng chí lưu lại ảnh kiểu PNG nền trong suốt rồi chọn lại."));
        }

        var image = new SignatureImage(read.Width, read.Height, decoded.Colours, decoded.Alpha, (double)widthMm);
        return image.Wrong(isSeal) is { } wrong ? (null, wrong) : (image, null);
    }

    private Refusal? Wrong(bool isSeal)
    {
        if (Math.Min(Width, Height) < LeastPixels || (double)Math.Max(Width, Height) / Math.Min(Width, Height) > (isSeal ? 1.25 : 6))
        {
            return new("picture.shape", isSeal ? $"Ảnh con dấu phải gần vuông và mỗi cạnh từ {LeastPixels} điểm ảnh. Đồng chí cắt sát viền con dấu rồi chọn lại." : $"Ảnh chữ ký quá nhỏ (mỗi cạnh từ {LeastPixels} điểm ảnh) hoặc quá dài. Đồng chí cắt sát chữ ký rồi chọn lại.");
        }

        long empty = 0, ink = 0, red = 0, green = 0, blue = 0;
        for (var point = 0; point < Alpha.Length; point++)
        {
            if (Alpha[point] == 0)
            {
                empty++;
            }
            else if (Alpha[point] >= Seen)
            {
                ink++;
                red += Colours[3 * point];
                green += Colours[(3 * point) + 1];
                blue += Colours[(3 * point) + 2];
            }
        }

        if (empty < LeastEmpty * Alpha.Length)
        {
            return new("picture.opaque", "Nền của ảnh không trong suốt, nên ảnh sẽ che chữ của văn bản. Đồng chí xóa nền, lưu kiểu PNG có nền trong suốt rồi chọn lại.");
        }

        if (ink < Alpha.Length / 500)
        {
            return new("picture.empty", "Ảnh hầu như không có nét mực nào. Đồng chí kiểm tra đã chọn đúng tệp chưa.");
        }

        return isSeal && (red < 1.4 * green || red < 1.4 * blue) ? new("picture.colour", "Con dấu phải màu đỏ tươi. Đồng chí quét màu con dấu mực đỏ, xóa nền rồi chọn lại.")
            : !isSeal && (blue < 1.1 * red || blue <= green) ? new("picture.colour", "Chữ ký phải màu xanh. Đồng chí ký bằng mực xanh, quét màu, xóa nền rồi chọn lại.")
            : null;
    }

    /// <summary>Adds the picture to a file: colours and a soft mask, which PDF/A-2 allows.</summary>
    internal int Add(PdfFile file)
    {
        string Head(string space) => string.Create(CultureInfo.InvariantCulture, $"/Type /XObject /Subtype /Image /Width {Width} /Height {Height} /BitsPerComponent 8 /ColorSpace /{space}");
        var mask = file.AddStream(Head("DeviceGray"), Alpha);
        return file.AddStream($"{Head("DeviceRGB")} /SMask {mask} 0 R", Colours);
    }

    /// <summary>A form that shows it at its real size in the middle of a box, smaller where the box is; in points.</summary>
    internal int AddLook(PdfFile file, double width, double height)
    {
        var (wide, high) = (WordFile.PointsOfMm(WidthMm), WordFile.PointsOfMm(HeightMm));
        var scale = Math.Min(1, Math.Min(width / wide, height / high));
        (wide, high) = (wide * scale, high * scale);
        var content = $"q {PdfFile.Num(wide)} 0 0 {PdfFile.Num(high)} {PdfFile.Num((width - wide) / 2)} {PdfFile.Num((height - high) / 2)} cm /P Do Q";
        return file.AddStream($"/Type /XObject /Subtype /Form /BBox [0 0 {PdfFile.Num(width)} {PdfFile.Num(height)}] /Resources << /XObject << /P {Add(file)} 0 R >> >>", Encoding.ASCII.GetBytes(content));
    }
}

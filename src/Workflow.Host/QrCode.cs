using QRCoder;
using Workflow.Activities.Conferences;

namespace Workflow.Host;

internal sealed class QrCode : IQrCode
{
    private const int PixelsPerModule = 10;

    public string DataUri(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var png = new PngByteQRCode(code);
        return "data:image/png;base64," + Convert.ToBase64String(png.GetGraphic(PixelsPerModule));
    }
}

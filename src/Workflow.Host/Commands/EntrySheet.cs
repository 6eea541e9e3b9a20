using System.Net;
using System.Text;
using Workflow.Activities.Trips;

namespace Workflow.Host.Commands;

/// <summary>The sheet of one-time codes as a page to print, a code on each sheet of paper. It leans on nothing outside the file.</summary>
internal static class EntrySheet
{
    /// <summary>Writes it, readable for its owner alone.</summary>
    public static async Task Write(string path, ImportedSession session, string address)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.Delete(path);
        await using var file = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = OperatingSystem.IsWindows() ? null : UnixFileMode.UserRead | UnixFileMode.UserWrite,
        });
        await file.WriteAsync(Encoding.UTF8.GetBytes(Html(session, address)));
    }

    private static string Html(ImportedSession session, string address)
    {
        var page = new StringBuilder();
        page.Append("<!DOCTYPE html><html lang=\"vi\"><head><meta charset=\"utf-8\"><title>Tờ mã vào hội nghị</title><style>body{font:14pt/1.5 'Times New Roman',serif;margin:2cm}section{break-after:page}img{width:6cm;height:6cm}.code{font:700 22pt/1.4 monospace}</style></head><body>");
        var picture = new QrCode();
        foreach (var ticket in session.Tickets)
        {
            var code = string.Join('-', ticket.Code.Chunk(4).Select(group => new string(group)));
            page.Append(System.Globalization.CultureInfo.InvariantCulture, $"<section><p>{Text(session.Conference)}</p><h1>Đồng chí {Text(ticket.Name)} ({Text(ticket.Duty)})</h1><p><img src=\"{picture.DataUri($"{address}/vao/{ticket.Code}")}\" alt=\"Mã QR\"></p><p>Quét mã bằng điện thoại đã nối Wi-Fi của phòng họp, hoặc mở <strong>{Text(address)}/vao</strong> rồi gõ mã:</p><p class=\"code\">{code}</p><p>Mã của riêng đồng chí, dùng một lần, không đưa cho người khác.</p></section>");
        }

        return page.Append("</body></html>").ToString();
    }

    private static string Text(string words) => WebUtility.HtmlEncode(words);
}

using System.Text;

namespace Workflow.Documents.Import;

/// <summary>How old files are converted.</summary>
public sealed record OfficeSettings
{
    /// <summary>Whether .doc, .odt and .rtf are converted at all.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>The program.</summary>
    public string Program { get; init; } = "soffice";

    /// <summary>Longest time for one file.</summary>
    public int Seconds { get; init; } = 45;

    /// <summary>Most address space, in megabytes.</summary>
    public int MegabytesOfMemory { get; init; } = 3_000;

    /// <summary>Whether to convert also where the machine does not let the network be cut off. A file can make the program fetch addresses, so no is the default.</summary>
    public bool AllowNetwork { get; init; }
}

/// <summary>
/// Turns .doc, .odt and .rtf into .docx by LibreOffice in a box of its own; what comes back is read like any other Word file, by the same sanitizer. Where
/// LibreOffice is missing or switched off, the answer says what to do instead.
/// </summary>
public sealed class OfficeConverter(OfficeSettings settings) : IDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    // One at a time: a conversion takes 200 MB and a whole core.
    private readonly SemaphoreSlim turn = new(1);

    /// <summary>The kind of a file that only LibreOffice reads ("doc", "rtf", "odt"), or null.</summary>
    public static string? KindOf(ReadOnlySpan<byte> file) =>
        file.StartsWith(new byte[] { 0xD0, 0xCF, 0x11, 0xE0 }) ? file.IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0 ? null : "doc"
        : file.StartsWith("{\\rtf"u8) ? "rtf"
        : file.StartsWith("PK"u8) && file[..Math.Min(file.Length, 200)].IndexOf("application/vnd.oasis.opendocument.text"u8) >= 0 ? "odt"
        : null;

    /// <summary>The file as .docx; nothing when it needs no conversion; or why it could not be converted.</summary>
    public async Task<(byte[]? Docx, ImportProblem? Problem)> Convert(string fileName, ReadOnlyMemory<byte> file, CancellationToken ct)
    {
        if (KindOf(file.Span) is not { } kind || file.Length > DraftImporter.MaxFileBytes)
        {
            return (null, null);
        }

        if (!settings.Enabled)
        {
            return (null, SaveAgain("CONVERT_OFF", kind, "Máy chủ không bật chuyển đổi tệp đời cũ"));
        }

        if (!await turn.WaitAsync(LongestWait, ct))
        {
            return (null, SaveAgain("CONVERT_BUSY", kind, "Máy chủ đang chuyển đổi nhiều tệp"));
        }

        try
        {
            return await OfficeBox.Run(settings, kind, file, ct) switch
            {
                { Docx: { } docx } => (docx, null),
                { Failure: OfficeFailure.Missing } => (null, SaveAgain("CONVERT_MISSING", kind, "Máy chủ không có LibreOffice để đọc tệp đời cũ")),
                { Failure: OfficeFailure.NoBox } => (null, SaveAgain("CONVERT_NO_BOX", kind, "Máy chủ không cho cách ly mạng nên không mở tệp đời cũ")),
                { Failure: OfficeFailure.TooLong } => (null, SaveAgain("CONVERT_TOO_LONG", kind, $"Tệp chuyển đổi quá {settings.Seconds} giây nên đã dừng")),
                _ => (null, SaveAgain("CONVERT_FAILED", kind, "Tệp hỏng, có mật khẩu hoặc quá lớn nên không chuyển đổi được")),
            };
        }
        finally
        {
            turn.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => turn.Dispose();

    private static ImportProblem SaveAgain(string code, string kind, string why) => new(code, $"{why} (.{kind}). Đồng chí mở tệp bằng Word, lưu lại thành .docx rồi tải lên.");
}

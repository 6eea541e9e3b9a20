using System.Text;
using System.Text.RegularExpressions;

namespace Workflow.Documents.Import;

/// <summary>Reads UTF-8 and UTF-16 text into lines; anything else is refused, because guessing would change letters silently.</summary>
internal static partial class PlainTextReader
{
    private const int Sample = 8_192;

    public static SourceDocument Read(ReadOnlySpan<byte> bytes, CancellationToken ct)
    {
        RefuseBinary(bytes);
        var text = Decode(bytes);
        Limits.Check(text.Length);
        var markdown = new MarkdownLines();
        foreach (var raw in Letters.Clean(text).ReplaceLineEndings("\n").Replace('\f', '\n').Split('\n'))
        {
            ct.ThrowIfCancellationRequested();
            markdown.Take(WideGap().Replace(Invisible().Replace(raw, ""), "        ").TrimEnd());
        }

        var blocks = markdown.Finish();
        if (blocks.Count == 0)
        {
            throw new ImportException("EMPTY", "Tệp không có chữ nào. Đồng chí kiểm tra lại và chọn đúng tệp dự thảo.");
        }

        Limits.Check(blocks);
        var wrapped = IsWrapped(blocks);
        return new SourceDocument(blocks, wrapped) { Notes = wrapped ? PageNumbers.Find(blocks) : [] };
    }

    private static void RefuseBinary(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length, Sample)];
        var utf16 = sample is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];
        var controls = 0;
        foreach (var one in sample)
        {
            controls += one < 0x20 && one is not (0x09 or 0x0A or 0x0C or 0x0D or 0x1A) ? 1 : 0;
        }

        if (!utf16 && (bytes.Contains((byte)0) || controls > sample.Length / 50))
        {
            throw NotText();
        }
    }

    private static ImportException NotText() =>
        new("NOT_TEXT", "Tệp không phải văn bản: bên trong là dữ liệu nhị phân. Đồng chí chọn tệp .docx hoặc .txt của dự thảo.");

    private static string Decode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var text = bytes switch
            {
                [0xFF, 0xFE, ..] => new UnicodeEncoding(false, true, true).GetString(bytes[2..]),
                [0xFE, 0xFF, ..] => new UnicodeEncoding(true, true, true).GetString(bytes[2..]),
                [0xEF, 0xBB, 0xBF, ..] => new UTF8Encoding(false, true).GetString(bytes[3..]),
                _ => new UTF8Encoding(false, true).GetString(bytes),
            };
            return text.Contains('\0', StringComparison.Ordinal) ? throw NotText() : text;
        }
        catch (DecoderFallbackException)
        {
            throw new ImportException("NOT_UTF8", "Tệp không phải Unicode (UTF-8), có thể soạn bằng bảng mã cũ TCVN3 hay VNI. Đồng chí mở bằng Word, chuyển sang Unicode, lưu thành .docx rồi tải lên.");
        }
    }

    // A file is hard-wrapped when nearly all lines are short and most follow each other without a blank line.
    private static bool IsWrapped(IReadOnlyList<SourceBlock> blocks)
    {
        var lengths = blocks.Select(block => block.Text.Length).Order().ToList();
        var adjacent = blocks.Skip(1).Count(block => !block.AfterBlank);
        return blocks.Count > 10 && lengths[(int)(lengths.Count * 0.95)] <= 100 && adjacent > 0.4 * (blocks.Count - 1);
    }

    [GeneratedRegex(@"[ \t\u00A0]{9,}")]
    private static partial Regex WideGap();

    // Zero-width marks, soft hyphens and the end-of-file mark of old systems.
    [GeneratedRegex(@"[\u200B-\u200F\u2060\uFEFF\u00AD\u001A]")]
    private static partial Regex Invisible();
}

using System.Text;
using System.Text.RegularExpressions;

namespace Workflow.Documents.Import;

/// <summary>Reads UTF-8, UTF-16, TCVN3 and VNI text into lines; anything else is refused, because guessing would change letters silently.</summary>
internal static partial class PlainTextReader
{
    private const int Sample = 8_192;

    public static SourceDocument Read(ReadOnlySpan<byte> bytes, CancellationToken ct)
    {
        var utf16 = WithoutMark(bytes);
        if (utf16 is null)
        {
            RefuseBinary(bytes);
        }

        var (text, code) = Decode(bytes, utf16);
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
        var notes = new List<ImportNote>(wrapped ? PageNumbers.Find(blocks) : []);
        if (code is { } old)
        {
            notes.Insert(0, new("OLD_CODE", "cả tệp", $"Tệp soạn bằng bảng mã cũ {OldCodes.Name(old)}; đã chuyển sang Unicode. Đồng chí đọc lại, nhất là chữ hoa có dấu."));
        }

        return new SourceDocument(blocks, wrapped) { Notes = notes };
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

    // UTF-16 without its mark: in every second byte nearly all letters have 0 or 1E, and the other bytes are never 0.
    private static Encoding? WithoutMark(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length & ~1, Sample)];
        if (sample.Length < 20 || sample is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            return null;
        }

        Span<int> zeros = [0, 0];
        Span<int> highs = [0, 0];
        for (var index = 0; index < sample.Length; index++)
        {
            zeros[index & 1] += sample[index] == 0 ? 1 : 0;
            highs[index & 1] += sample[index] is 0 or 1 or 0x1E or 0x20 ? 1 : 0;
        }

        var half = sample.Length / 2;
        return zeros[0] == 0 && zeros[1] > half / 3 && highs[1] > half * 0.95 ? new UnicodeEncoding(false, false, true)
            : zeros[1] == 0 && zeros[0] > half / 3 && highs[0] > half * 0.95 ? new UnicodeEncoding(true, false, true)
            : null;
    }

    private static (string Text, OldCode? Code) Decode(ReadOnlySpan<byte> bytes, Encoding? utf16)
    {
        string text;
        try
        {
            text = utf16 is not null ? utf16.GetString(bytes) : bytes switch
            {
                [0xFF, 0xFE, ..] => new UnicodeEncoding(false, true, true).GetString(bytes[2..]),
                [0xFE, 0xFF, ..] => new UnicodeEncoding(true, true, true).GetString(bytes[2..]),
                [0xEF, 0xBB, 0xBF, ..] => new UTF8Encoding(false, true).GetString(bytes[3..]),
                _ => new UTF8Encoding(false, true).GetString(bytes),
            };
        }
        catch (DecoderFallbackException)
        {
            var latin = OldCodes.Latin(bytes);
            return OldCodes.Of(latin) is { } old ? (OldCodes.Decode(latin, old), old)
                : throw new ImportException("NOT_UTF8", "Tệp không phải Unicode (UTF-8), có thể soạn bằng bảng mã cũ TCVN3 hay VNI mà phần mềm không nhận chắc được. Đồng chí mở bằng Word, chuyển sang Unicode, lưu thành .docx rồi tải lên.");
        }

        // Old letters that some program saved as Unicode without understanding them ("NghÞ quyÕt").
        return text.Contains('\0', StringComparison.Ordinal) ? throw NotText()
            : OldCodes.Of(text) is { } shown ? (OldCodes.Decode(text, shown), shown)
            : (text, null);
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

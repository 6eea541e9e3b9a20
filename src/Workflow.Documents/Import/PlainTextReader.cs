using System.Text;

namespace Workflow.Documents.Import;

/// <summary>Reads UTF-8 and UTF-16 text into lines; anything else is refused, because guessing would change letters silently.</summary>
internal static class PlainTextReader
{
    public static SourceDocument Read(ReadOnlySpan<byte> bytes)
    {
        var text = Decode(bytes);
        if (text.Contains('\0', StringComparison.Ordinal) || text.Count(letter => letter < ' ' && letter is not ('\n' or '\r' or '\t' or '\f')) > text.Length / 50)
        {
            throw new ImportException("NOT_TEXT", "Tệp không phải văn bản: bên trong là dữ liệu nhị phân. Đồng chí chọn tệp .docx hoặc .txt của dự thảo.");
        }

        var blocks = new List<SourceBlock>();
        var blank = false;
        var number = 0;
        foreach (var raw in text.Normalize(NormalizationForm.FormC).ReplaceLineEndings("\n").Replace('\f', '\n').Split('\n'))
        {
            number++;
            var line = Markdown(raw).TrimEnd();
            if (string.IsNullOrWhiteSpace(line))
            {
                blank = true;
                continue;
            }

            blocks.Add(SourceBlock.Plain(line.Replace('\t', ' '), $"dòng {number}", blank));
            blank = false;
        }

        return blocks.Count == 0
            ? throw new ImportException("EMPTY", "Tệp không có chữ nào. Đồng chí kiểm tra lại và chọn đúng tệp dự thảo.")
            : new SourceDocument(blocks, IsWrapped(blocks));
    }

    private static string Decode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return bytes switch
            {
                [0xFF, 0xFE, ..] => new UnicodeEncoding(false, true, true).GetString(bytes[2..]),
                [0xFE, 0xFF, ..] => new UnicodeEncoding(true, true, true).GetString(bytes[2..]),
                [0xEF, 0xBB, 0xBF, ..] => new UTF8Encoding(false, true).GetString(bytes[3..]),
                _ => new UTF8Encoding(false, true).GetString(bytes),
            };
        }
        catch (DecoderFallbackException)
        {
            throw new ImportException("NOT_UTF8", "Tệp không phải Unicode (UTF-8), có thể soạn bằng bảng mã cũ TCVN3 hay VNI. Đồng chí mở bằng Word, chuyển sang Unicode, lưu thành .docx rồi tải lên.");
        }
    }

    // Leftovers of a conversion: "**đậm**" and "# đề mục".
    private static string Markdown(string line) => line.Replace("**", "", StringComparison.Ordinal) is var plain && plain.StartsWith('#')
        ? plain.TrimStart('#').TrimStart()
        : plain;

    // A file is hard-wrapped when nearly all lines are short and most follow each other without a blank line.
    private static bool IsWrapped(List<SourceBlock> blocks)
    {
        var lengths = blocks.Select(block => block.Text.Length).Order().ToList();
        var adjacent = blocks.Skip(1).Count(block => !block.AfterBlank);
        return blocks.Count > 10 && lengths[(int)(lengths.Count * 0.95)] <= 100 && adjacent > 0.4 * (blocks.Count - 1);
    }
}

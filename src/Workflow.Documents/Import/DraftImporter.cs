using System.Text;
using Workflow.Domain.Texts;

namespace Workflow.Documents.Import;

/// <summary>Reads a draft from Word or plain text. Decides by content; a wrong or hostile file gets a code, never an exception.</summary>
public static class DraftImporter
{
    /// <summary>Largest file, in bytes.</summary>
    public const int MaxFileBytes = 30_000_000;

    /// <summary>Reads a file into a clause tree and what it says about itself.</summary>
    public static ImportResult Read(string fileName, ReadOnlyMemory<byte> file, TrackedChanges trackedChanges, CancellationToken ct = default)
    {
        try
        {
            var source = Open(fileName, file, trackedChanges, ct);
            return new ImportResult(DraftReader.Read(source), null);
        }
        catch (ImportException problem)
        {
            return new ImportResult(null, problem.Problem);
        }
    }

    private static SourceDocument Open(string fileName, ReadOnlyMemory<byte> file, TrackedChanges trackedChanges, CancellationToken ct)
    {
        var bytes = file.Span;
        if (bytes.Length == 0)
        {
            throw new ImportException("EMPTY", "Tệp không có nội dung (0 byte). Đồng chí kiểm tra lại và chọn đúng tệp dự thảo.");
        }

        if (bytes.Length > MaxFileBytes)
        {
            throw new ImportException("TOO_LARGE", $"Tệp nặng {bytes.Length / 1_000_000} MB, vượt giới hạn {MaxFileBytes / 1_000_000} MB. Đồng chí bỏ bớt hình ảnh rồi lưu lại.");
        }

        if (bytes.StartsWith("PK\u0003\u0004"u8) || bytes.StartsWith("PK\u0005\u0006"u8))
        {
            return WordReader.Read(file, trackedChanges, ct);
        }

        if (bytes.StartsWith(new byte[] { 0xD0, 0xCF, 0x11, 0xE0 }))
        {
            var encrypted = bytes.IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0;
            throw encrypted
                ? new ImportException("ENCRYPTED", "Tệp Word được đặt mật khẩu nên không đọc được. Đồng chí mở tệp, bỏ mật khẩu, lưu lại rồi tải lên.")
                : new ImportException("OLD_DOC", "Đây là tệp Word đời cũ (.doc). Đồng chí mở bằng Word, chọn “Lưu thành… .docx” rồi tải lên.");
        }

        if (bytes.StartsWith("{\\rtf"u8))
        {
            throw new ImportException("RTF", "Đây là tệp RTF. Đồng chí mở bằng Word, chọn “Lưu thành… .docx” rồi tải lên.");
        }

        if (bytes.StartsWith("%PDF"u8))
        {
            throw new ImportException("PDF", "Đây là tệp PDF, không sửa được nội dung. Đồng chí tải lên bản Word (.docx) của dự thảo.");
        }

        return fileName.EndsWith(".docx", StringComparison.OrdinalIgnoreCase)
            ? throw new ImportException("NOT_DOCX", "Tệp mang đuôi .docx nhưng không phải tệp Word. Đồng chí mở lại bằng Word và lưu thành .docx.")
            : PlainTextReader.Read(bytes, ct);
    }
}

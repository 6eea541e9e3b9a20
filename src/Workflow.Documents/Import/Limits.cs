using System.Globalization;

namespace Workflow.Documents.Import;

/// <summary>How much text is taken in: far above any resolution, far below what would hold up the server.</summary>
internal static class Limits
{
    /// <summary>Characters of the whole text, about 600 pages: reading and checking as much stays under five seconds.</summary>
    public const int Characters = 2_000_000;

    /// <summary>Characters of one line or paragraph.</summary>
    public const int Paragraph = 100_000;

    /// <summary>Lines or paragraphs.</summary>
    public const int Blocks = 60_000;

    public static void Check(long characters)
    {
        if (characters > Characters)
        {
            throw TooLong("Văn bản", $"dài {Vn(characters)} chữ, vượt giới hạn {Vn(Characters)} chữ.");
        }
    }

    public static void Check(IReadOnlyList<SourceBlock> blocks)
    {
        long all = 0;
        foreach (var block in blocks)
        {
            var length = block.Runs.Sum(run => (long)run.Text.Length);
            if (length > Paragraph)
            {
                throw TooLong($"Một đoạn ({block.Place})", $"dài {Vn(length)} chữ, không phải là một đoạn văn bản bình thường.");
            }

            all += length + (block.Cells?.Sum(row => row.Sum(cell => cell.Sum(line => (long)line.Length))) ?? 0);
        }

        Check(all);
        if (blocks.Count > Blocks)
        {
            throw TooLong("Văn bản", $"có {Vn(blocks.Count)} đoạn, vượt giới hạn {Vn(Blocks)} đoạn.");
        }
    }

    private static string Vn(long number) => number.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', '.');

    private static ImportException TooLong(string what, string why) => new("TOO_LONG", $"{what} {why} Đồng chí kiểm tra lại, tách phụ lục ra tệp riêng rồi tải lên.");
}

using System.Globalization;
using static Workflow.Documents.Papers.PaperBlock;

namespace Workflow.Documents.Papers;

/// <summary>A line of a book as it is printed.</summary>
public sealed record BookPaperLine(int Number, DateOnly Date, string NumberAndSymbol, string Title, string Signer, string Recipients, string Note);

/// <summary>Sổ văn bản đi of one symbol and term, to print and bind (columns as in the office's own book, DOMAIN §1.9).</summary>
public static class BookPaper
{
    /// <summary>The paper, A4 landscape.</summary>
    /// <param name="before">Numbers up to this one stand in an older book; 0 when there is none.</param>
    /// <param name="closedOn">The day on which the book was closed; null while it is open.</param>
    public static OfficePaper Of(PaperHeader header, string symbol, string term, int before, DateOnly? closedOn, IReadOnlyList<BookPaperLine> lines)
    {
        var last = lines.Count == 0 ? before : lines[^1].Number;
        var end = closedOn is { } day
            ? $"Sổ khóa ngày {day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)}, số cuối cùng là {last}; {lines.Count} dòng."
            : $"Đến ngày in, số cuối cùng là {last}; {lines.Count} dòng.";
        return new($"Sổ văn bản đi {symbol}, {term}", header,
        [
            new Title("SỔ VĂN BẢN ĐI", $"Ký hiệu {symbol}, {term}"),
            .. before > 0 ? [Say($"Các số từ 01 đến {before} ghi ở sổ giấy trước khi dùng phần mềm.")] : Array.Empty<PaperBlock>(),
            new Grid([12, 9, 40, 14, 15, 10], ["Số, ký hiệu", "Ngày", "Tên loại và trích yếu", "Người ký", "Nơi nhận", "Ghi chú"],
                lines.Count == 0 ? [["", "", "Chưa có văn bản nào", "", "", ""]]
                : [.. lines.Select(line => (IReadOnlyList<string>)[line.NumberAndSymbol, line.Date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture), line.Title, line.Signer, line.Recipients, line.Note])]),
            Say(end),
            new Signers(("VĂN THƯ", ""), ("CHÁNH VĂN PHÒNG", "")),
        ])
        {
            Landscape = true,
        };
    }
}

using System.Globalization;
using static Workflow.Documents.Papers.PaperBlock;

namespace Workflow.Documents.Papers;

/// <summary>One single point of a conclusion, and whether the new draft does it.</summary>
/// <param name="Point">What was asked, in the words of the conclusion.</param>
/// <param name="Result">Where and how the new draft does it; empty as long as nobody looked.</param>
/// <param name="IsMet">Đạt or Chưa đạt; null as long as nobody looked.</param>
public sealed record ReconciliationRow(string Point, string Result, bool? IsMet);

/// <summary>Bảng đối soát tiếp thu kết luận: each direction of a meeting taken apart and found again in the draft (DOMAIN §1.6).</summary>
public static class ReconciliationTable
{
    /// <summary>The paper, A4 landscape.</summary>
    /// <param name="header">Header of the paper.</param>
    /// <param name="documentTitle">Kind and subject of the draft.</param>
    /// <param name="conclusion">The conclusion: "Kết luận của Ban Thường vụ ngày 05/02/2026".</param>
    /// <param name="draft">"Dự thảo lần 2".</param>
    /// <param name="rows">The points, in their order.</param>
    public static OfficePaper Of(PaperHeader header, string documentTitle, string conclusion, string draft, IReadOnlyList<ReconciliationRow> rows)
    {
        var open = rows.Count(row => row.IsMet != true);
        var verdict = rows.Count == 0 ? "Chưa ghi nội dung phải tiếp thu." : open == 0 ? $"Cả {rows.Count} nội dung đều đạt." : $"{rows.Count - open}/{rows.Count} nội dung đạt; {open} nội dung chưa đạt, dự thảo chưa chuyển bước tiếp theo được.";
        return new("Bảng đối soát tiếp thu kết luận", header,
        [
            new Title("BẢNG ĐỐI SOÁT TIẾP THU KẾT LUẬN", "Dự thảo: " + documentTitle, $"{conclusion} – {draft}"),
            Say(verdict),
            new Grid(
                [6, 38, 38, 18],
                ["STT", "Nội dung chỉ đạo tại Thông báo kết luận", "Kết quả tiếp thu trong dự thảo mới", "Đánh giá"],
                [.. rows.Select((row, index) => (IReadOnlyList<string>)[(index + 1).ToString(CultureInfo.InvariantCulture), row.Point, row.Result, row.IsMet switch { true => "Đạt", false => "Chưa đạt", null => "Chưa đối soát" }])]),
            new Signers(("NGƯỜI ĐỐI SOÁT", ""), ("CHÁNH VĂN PHÒNG", "")),
        ])
        {
            Landscape = true,
        };
    }
}

using System.Globalization;
using static Workflow.Documents.Papers.PaperBlock;

namespace Workflow.Documents.Papers;

/// <summary>A comment and what became of it; several members who made the same point are all named.</summary>
public sealed record SynthesisRow(string Clause, string Member, string Comment, string Disposition, string Reason);

/// <summary>Bảng tổng hợp, tiếp thu, giải trình ý kiến: the usual four columns after a running number (DOMAIN §1.6).</summary>
public static class SynthesisTable
{
    /// <summary>The paper, A4 landscape. Answers are counted by their words; reasons given on a sheet stand below the counts.</summary>
    public static OfficePaper Of(PaperHeader header, string documentTitle, IReadOnlyList<(string Member, string Answer, string Reason)> opinions, IReadOnlyList<SynthesisRow> rows)
    {
        var answers = opinions.GroupBy(opinion => opinion.Answer, StringComparer.Ordinal).Select(group => $"{group.Count()} {group.Key.ToLowerInvariant()}");
        var result = opinions.Count == 0 ? "" : $" Kết quả: {string.Join("; ", answers)}.";
        var lines = rows.Count == 0
            ? [["", "Không có ý kiến góp ý", "", "", ""]]
            : rows.Select((row, index) => (IReadOnlyList<string>)[(index + 1).ToString(CultureInfo.InvariantCulture), row.Clause, row.Member, row.Comment, row.Reason.Length > 0 ? $"{row.Disposition}: {row.Reason}" : row.Disposition]).ToList();
        return new("Bảng tổng hợp, tiếp thu, giải trình ý kiến", header,
        [
            new Title("BẢNG TỔNG HỢP, TIẾP THU, GIẢI TRÌNH Ý KIẾN", "Dự thảo: " + documentTitle),
            Say($"Số đồng chí được lấy ý kiến: {opinions.Count}.{result} Số ý kiến góp ý: {rows.Count}."),
            .. opinions.Where(opinion => opinion.Reason.Length > 0).Select(opinion => Say($"- {opinion.Member} ({opinion.Answer.ToLowerInvariant()}): {opinion.Reason}")),
            new Grid([6, 21, 15, 29, 29], ["STT", "Nhóm vấn đề hoặc điều, khoản", "Chủ thể góp ý", "Nội dung góp ý", "Nội dung tiếp thu, giải trình"], lines),
            new Signers(("NGƯỜI TỔNG HỢP", ""), ("CHÁNH VĂN PHÒNG", "")),
        ])
        {
            Landscape = true,
        };
    }
}

using System.Globalization;
using Workflow.Documents.Layout;
using static Workflow.Documents.Layout.WordFile;

namespace Workflow.Documents.Papers;

/// <summary>A comment and what became of it.</summary>
public sealed record SynthesisRow(string Clause, string Member, string Comment, string Disposition, string Reason);

/// <summary>Bảng tổng hợp, tiếp thu, giải trình ý kiến: the usual four columns after a running number (DOMAIN §1.6).</summary>
public static class SynthesisTable
{
    private const double CellPt = 12;
    private const int NumberTwips = 700;
    private static readonly int[] Shares = [22, 16, 31, 31];

    /// <summary>Writes the .docx, A4 landscape. Answers are counted by their words; reasons given on a sheet stand below the counts.</summary>
    public static byte[] Render(
        PaperHeader header, string documentTitle, IReadOnlyList<(string Member, string Answer, string Reason)> opinions, IReadOnlyList<SynthesisRow> rows, LayoutProfile profile)
    {
        var file = new WordFile(profile, landscape: true);
        file.Add(PaperParts.Header(header, null, profile, file.Width));
        file.Add(Paragraph(Run("BẢNG TỔNG HỢP, TIẾP THU, GIẢI TRÌNH Ý KIẾN", profile.TypePt, true), "center", line: profile.LinePt + 3));
        file.Add(Paragraph(Run("Dự thảo: " + documentTitle, profile.SubjectPt, true), "center", line: profile.LinePt) + Paragraph(Run("-----", profile.SubjectPt, true), "center", line: profile.LinePt));
        var answers = opinions.GroupBy(opinion => opinion.Answer, StringComparer.Ordinal).Select(group => $"{group.Count()} {group.Key.ToLowerInvariant()}");
        var result = opinions.Count == 0 ? "" : $" Kết quả: {string.Join("; ", answers)}.";
        file.Add(Paragraph(Run($"Số đồng chí được lấy ý kiến: {opinions.Count}.{result} Số ý kiến góp ý: {rows.Count}.", CellPt + 1), "both", profile.BeforePt, profile.LinePt));
        foreach (var (member, answer, reason) in opinions.Where(opinion => opinion.Reason.Length > 0))
        {
            file.Add(Paragraph(Run($"- {member} ({answer.ToLowerInvariant()}): {reason}", CellPt + 1), "both", profile.BeforePt, profile.LinePt));
        }

        int[] widths = [NumberTwips, .. Shares.Select(share => (file.Width - NumberTwips) * share / Shares.Sum())];
        widths[^1] += file.Width - widths.Sum();
        var lines = rows.Select((row, index) => Cells(false, (index + 1).ToString(CultureInfo.InvariantCulture), row.Clause, row.Member, row.Comment, row.Reason.Length > 0 ? $"{row.Disposition}: {row.Reason}" : row.Disposition));
        IReadOnlyList<string> head = Cells(true, "STT", "Nhóm vấn đề hoặc điều, khoản", "Chủ thể góp ý", "Nội dung góp ý", "Nội dung tiếp thu, giải trình");
        var body = rows.Count == 0 ? [Cells(false, "", "Không có ý kiến góp ý", "", "", "")] : lines;
        file.Add(Paragraph("", line: profile.BeforePt) + Table(widths, body.Prepend(head), borders: true, headerRow: true));
        file.Add(PaperParts.Pair(file.Width, profile, ("NGƯỜI TỔNG HỢP", ""), ("CHÁNH VĂN PHÒNG", "")));
        return file.Save("Bảng tổng hợp, tiếp thu, giải trình ý kiến");
    }

    private static string[] Cells(bool bold, params string[] cells) => [.. cells.Select((cell, column) => string.Concat(cell.ReplaceLineEndings("\n").Split('\n')
        .Select(line => Paragraph(Run(line, CellPt, bold), bold || column == 0 ? "center" : "left", line: CellPt + 3, exact: false))))];
}

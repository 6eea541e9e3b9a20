using System.Globalization;
using Workflow.Domain.Reviews;
using static Workflow.Documents.Papers.PaperBlock;

namespace Workflow.Documents.Papers;

/// <summary>A comment and what became of it; several members who made the same point are all named.</summary>
public sealed record SynthesisRow(string Clause, string Member, string Comment, string Disposition, string Reason);

/// <summary>A round as the table tells it.</summary>
/// <param name="Title">"Đợt 1, hạn 17:00 27/11/2026, về bản 2".</param>
/// <param name="Opinions">Everyone who was asked, with the answer that counts; silence in words, too.</param>
/// <param name="Late">What came after the close: told, not counted.</param>
public sealed record SynthesisRound(string Title, IReadOnlyList<SynthesisOpinion> Opinions, IReadOnlyList<SynthesisOpinion> Late);

/// <summary>What one member answered, in words.</summary>
public sealed record SynthesisOpinion(string Member, string Answer, string Reason);

/// <summary>Bảng tổng hợp, tiếp thu, giải trình ý kiến: the usual four columns after a running number (DOMAIN §1.6).</summary>
public static class SynthesisTable
{
    // The order in which answers are counted; silence comes last.
    private static readonly string[] Words = [.. Enum.GetValues<OpinionAnswer>().Select(ReviewWords.Of)];

    /// <summary>The paper, A4 landscape. Each round's answers are counted by their words; reasons given on a sheet stand below the counts.</summary>
    public static OfficePaper Of(PaperHeader header, string documentTitle, IReadOnlyList<SynthesisRound> rounds, IReadOnlyList<SynthesisRow> rows)
    {
        var lines = rows.Count == 0
            ? [["", "Không có ý kiến góp ý", "", "", ""]]
            : rows.Select((row, index) => (IReadOnlyList<string>)[(index + 1).ToString(CultureInfo.InvariantCulture), row.Clause, row.Member, row.Comment, row.Reason.Length > 0 ? $"{row.Disposition}: {row.Reason}" : row.Disposition]).ToList();
        return new("Bảng tổng hợp, tiếp thu, giải trình ý kiến", header,
        [
            new Title("BẢNG TỔNG HỢP, TIẾP THU, GIẢI TRÌNH Ý KIẾN", "Dự thảo: " + documentTitle),
            .. rounds.SelectMany(Told),
            Say($"Số ý kiến góp ý: {rows.Count}."),
            new Grid([6, 21, 15, 29, 29], ["STT", "Nhóm vấn đề hoặc điều, khoản", "Chủ thể góp ý", "Nội dung góp ý", "Nội dung tiếp thu, giải trình"], lines),
            new Signers(("NGƯỜI TỔNG HỢP", ""), ("CHÁNH VĂN PHÒNG", "")),
        ])
        {
            Landscape = true,
        };
    }

    private static IEnumerable<PaperBlock> Told(SynthesisRound round)
    {
        var answers = round.Opinions.GroupBy(opinion => opinion.Answer, StringComparer.Ordinal).OrderBy(group => Array.IndexOf(Words, group.Key) is >= 0 and var place ? place : Words.Length).Select(group => $"{group.Count()} {group.Key.ToLowerInvariant()}");
        return
        [
            Say($"{round.Title}: {round.Opinions.Count} đồng chí được lấy ý kiến. Kết quả: {string.Join("; ", answers)}."),
            .. round.Opinions.Where(opinion => opinion.Reason.Length > 0).Select(opinion => Say($"- {opinion.Member} ({opinion.Answer.ToLowerInvariant()}): {opinion.Reason}")),
            .. round.Late.Select(opinion => Say($"- {opinion.Member} (ý kiến muộn, không tính vào kết quả: {opinion.Answer.ToLowerInvariant()}){(opinion.Reason.Length > 0 ? ": " + opinion.Reason : "")}")),
        ];
    }
}

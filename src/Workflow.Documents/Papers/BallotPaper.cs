using System.Globalization;
using static Workflow.Documents.Papers.PaperBlock;

namespace Workflow.Documents.Papers;

/// <summary>What is asked in a vote on paper.</summary>
/// <param name="Kind">"PHIẾU BIỂU QUYẾT", "PHIẾU BẦU CỬ", "PHIẾU TÍN NHIỆM".</param>
/// <param name="Options">Variants or candidates; empty for a question.</param>
/// <param name="Seats">How many of the options one ballot may favour.</param>
/// <param name="ArePeople">Whether the options are people.</param>
public sealed record PaperVote(string Kind, string ConferenceName, string Question, IReadOnlyList<string> Options, int Seats, bool ArePeople);

/// <summary>Ballots on paper, one a sheet, each with a control number. The number proves that the office made the ballot, and nothing else: no list says who got which.</summary>
public static class BallotPaper
{
    /// <summary>The ballots, in the order of the numbers given; whoever prints them gives a mixed order.</summary>
    public static OfficePaper Of(PaperHeader header, PaperVote vote, IReadOnlyList<string> numbers) => new($"{vote.Kind}: {vote.Question}", header,
        [.. numbers.SelectMany((number, index) => index == 0 ? Sheet(vote, number) : Sheet(vote, number).Prepend(new NewSheet()))]);

    private static IEnumerable<PaperBlock> Sheet(PaperVote vote, string number) =>
    [
        new Title(vote.Kind, vote.ConferenceName),
        Named("Nội dung", vote.Question.TrimEnd('.') + "."),
        .. vote.Options.Count == 0
            ? [Say("Đồng chí đánh dấu X vào một trong ba ô:", italic: true), new Choice("Tán thành", false), new Choice("Không tán thành", false), new Choice("Không có ý kiến", false)]
            : Options(vote),
        Say("Phiếu không hợp lệ: phiếu không do Văn phòng phát hành, phiếu đánh dấu trái hướng dẫn trên, phiếu có tên hoặc chữ ký của người bỏ phiếu.", italic: true),
        Say($"Số kiểm soát: {number}. Số này chỉ chứng tỏ phiếu do Văn phòng phát hành. Phiếu được xáo trộn trước khi phát, không ai ghi lại số của phiếu phát cho từng người.", italic: true),
        new Signers(("", ""), ("DẤU CỦA VĂN PHÒNG", "")),
    ];

    private static IEnumerable<PaperBlock> Options(PaperVote vote) =>
    [
        Say(vote.ArePeople
            ? $"Bầu {vote.Seats} đồng chí trong danh sách {vote.Options.Count} người. Đồng chí đánh dấu X vào một ô ở mỗi hàng; “Đồng ý” nhiều nhất {vote.Seats} người."
            : "Đồng chí đánh dấu X vào ô “Đồng ý” của một phương án.", italic: true),
        new Grid([10, 50, 20, 20], ["STT", vote.ArePeople ? "Họ và tên" : "Phương án", "Đồng ý", "Không đồng ý"], [.. vote.Options.Select((option, index) => (IReadOnlyList<string>)[(index + 1).ToString(CultureInfo.InvariantCulture), option, "", ""])]),
    ];
}

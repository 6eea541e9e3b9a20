using System.Globalization;
using Workflow.Domain.Conferences;
using static Workflow.Documents.Papers.PaperBlock;

namespace Workflow.Documents.Papers;

/// <summary>What one counter counted.</summary>
public sealed record TallyCount(int Issued, int Collected, int Spoilt, IReadOnlyList<OptionCount> Counts);

/// <summary>One of the commission; <paramref name="Count"/> is null on a sheet to fill in by hand.</summary>
public sealed record TallyCounter(string Name, bool IsHead, TallyCount? Count);

/// <summary>Phiếu kiểm: a sheet for each of the three who count; the head's has the numbers of the ballots to tick off.</summary>
public static class TallySheetPaper
{
    // Numbers in a row of the table to tick off.
    private const int Across = 4;

    /// <summary>The sheets, one for each counter.</summary>
    /// <param name="batches">Which numbers were printed, a sentence a batch; none when no ballots were printed here.</param>
    /// <param name="numbers">Every number that was printed, in order.</param>
    public static OfficePaper Of(PaperHeader header, PaperVote vote, IReadOnlyList<TallyCounter> counters, IReadOnlyList<string> batches, IReadOnlyList<string> numbers) => new(
        $"Phiếu kiểm: {vote.Question}", header,
        [.. counters.SelectMany((one, index) => index == 0 ? Sheet(vote, one, batches, numbers) : Sheet(vote, one, batches, numbers).Prepend(new NewSheet()))]);

    private static IEnumerable<PaperBlock> Sheet(PaperVote vote, TallyCounter counter, IReadOnlyList<string> batches, IReadOnlyList<string> numbers) =>
    [
        new Title("PHIẾU KIỂM PHIẾU", vote.ConferenceName),
        Named("Nội dung", vote.Question.TrimEnd('.') + "."),
        Say($"{(counter.IsHead ? "Trưởng ban kiểm phiếu" : "Ủy viên ban kiểm phiếu")}: đồng chí {counter.Name}. Mỗi đồng chí kiểm độc lập; hai đồng chí trùng kết quả thì kết quả được công bố."),
        .. batches.Select(line => Say(line)),
        Heading("1. Số phiếu"),
        new Grid([25, 25, 25, 25], ["Phát ra", "Thu vào", "Không hợp lệ", "Hợp lệ"], [counter.Count is { } count ? [Text(count.Issued), Text(count.Collected), Text(count.Spoilt), Text(count.Collected - count.Spoilt)] : ["\n", "", "", ""]]),
        Heading("2. Kết quả"),
        new Grid(
            [7, 33, 20, 20, 20], ["STT", vote.Options.Count == 0 ? "Nội dung" : vote.ArePeople ? "Họ và tên" : "Phương án", "Tán thành", "Không tán thành", "Không có ý kiến"],
            [.. Options(vote).Select((option, index) => (IReadOnlyList<string>)[Text(index + 1), option, .. Counts(counter.Count, index)])]),
        .. numbers.Count > 0 && counter.IsHead ? Ticks(numbers) : [],
        new Signers(("", ""), ("NGƯỜI KIỂM PHIẾU", counter.Name)),
    ];

    private static IEnumerable<PaperBlock> Ticks(IReadOnlyList<string> numbers) =>
    [
        Heading("3. Đối chiếu số kiểm soát của phiếu thu vào"),
        Say("Đánh dấu X cạnh số của từng phiếu thu vào. Số không có trong bảng, hoặc gặp lần thứ hai, là phiếu không hợp lệ. Bảng này không ghi tên ai.", italic: true),
        new Grid(
            [.. Enumerable.Range(0, Across * 2).Select(column => column % 2 == 0 ? 18 : 7)], [.. Enumerable.Range(0, Across * 2).Select(column => column % 2 == 0 ? "Số" : "X")],
            [.. numbers.Chunk(Across).Select(row => (IReadOnlyList<string>)[.. row.SelectMany(number => new[] { number, "" }), .. Enumerable.Repeat("", (Across - row.Length) * 2)])]),
    ];

    private static IReadOnlyList<string> Options(PaperVote vote) => vote.Options.Count == 0 ? ["Như trên"] : vote.Options;

    // A sheet to fill in has room for the strokes of the hand.
    private static string[] Counts(TallyCount? count, int option) => count is null ? ["\n\n", "", ""] : [Text(count.Counts[option].InFavour), Text(count.Counts[option].Against), Text(count.Counts[option].Abstained)];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

using System.Globalization;
using Workflow.Domain.Conferences;
using static Workflow.Documents.Papers.PaperBlock;

namespace Workflow.Documents.Papers;

/// <summary>What the record of a count says; every number comes from the record.</summary>
/// <param name="Counters">The commission, its head first.</param>
/// <param name="Presence">"có mặt 22/24 đồng chí, được biểu quyết 21".</param>
/// <param name="Batches">Which ballots were printed, a sentence a batch.</param>
/// <param name="Count">The count on which two agreed; null before the vote is closed.</param>
/// <param name="Result">The result with its base, or why the vote is void.</param>
public sealed record CountRecordModel(
    PaperHeader Header, PaperVote Vote, DateTimeOffset OpenedAt, DateTimeOffset? ClosedAt, string Place, IReadOnlyList<string> Counters, string Presence, IReadOnlyList<string> Batches, TallyCount? Count, string Result, string Source, bool IsVoid);

/// <summary>Biên bản kiểm phiếu, signed by the commission of three.</summary>
public static class CountRecordPaper
{
    /// <summary>The paper.</summary>
    public static OfficePaper Of(CountRecordModel model) => new($"Biên bản kiểm phiếu: {model.Vote.Question}", model.Header,
    [
        new Title("BIÊN BẢN KIỂM PHIẾU", model.Vote.ConferenceName),
        Named("Nội dung", model.Vote.Question.TrimEnd('.') + "."),
        Say($"Bỏ phiếu kín bằng giấy từ {PaperParts.Moment(model.OpenedAt)}, tại {model.Place}; {model.Presence}."),
        Say($"Ban kiểm phiếu: {string.Join("; ", model.Counters.Select((name, index) => $"đồng chí {name}, {(index == 0 ? "Trưởng ban" : "ủy viên")}"))}."),
        .. model.Batches.Select(line => Say(line)),
        .. Counted(model),
        .. model.Result.Length > 0 ? [Named(model.IsVoid ? "Biểu quyết này bị hủy. Lý do" : "Kết quả", model.Result.TrimEnd('.') + ".")] : Array.Empty<PaperBlock>(),
        Say($"Căn cứ: {model.Source.TrimEnd('.')}."),
        Say($"Biên bản lập {(model.ClosedAt is { } closed ? "lúc " + PaperParts.Moment(closed) : "ngay sau khi kiểm phiếu")}, được công bố tại hội nghị. Phiếu đã kiểm được niêm phong, giao Văn phòng lưu."),
        new Panel([.. model.Counters.Select((name, index) => (index == 0 ? "TRƯỞNG BAN" : "ỦY VIÊN", name))]),
    ]);

    private static PaperBlock[] Counted(CountRecordModel model)
    {
        string Text(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
        IReadOnlyList<string> options = model.Vote.Options.Count == 0 ? [model.Vote.Question] : model.Vote.Options;
        OptionCount? Of(int option) => model.Count?.Counts[option];
        return
        [
            new Grid([25, 25, 25, 25], ["Phát ra", "Thu vào", "Không hợp lệ", "Hợp lệ"], [[Text(model.Count?.Issued), Text(model.Count?.Collected), Text(model.Count?.Spoilt), Text(model.Count?.Collected - model.Count?.Spoilt)]]),
            new Grid(
                [8, 41, 17, 17, 17], ["STT", model.Vote.ArePeople ? "Họ và tên" : "Nội dung", "Tán thành", "Không tán thành", "Không có ý kiến"],
                [.. options.Select((option, index) => (IReadOnlyList<string>)[Text(index + 1), option, Text(Of(index)?.InFavour), Text(Of(index)?.Against), Text(Of(index)?.Abstained)])]),
        ];
    }
}

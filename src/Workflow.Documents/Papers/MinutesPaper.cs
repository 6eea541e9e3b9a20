using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Workflow.Domain;
using static Workflow.Documents.Papers.PaperBlock;

namespace Workflow.Documents.Papers;

/// <summary>A vote as the minutes state it; every number comes from the record.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="Mode">"giơ tay" …</param>
/// <param name="Presence">"có mặt 22/24 đồng chí, được biểu quyết 21".</param>
/// <param name="Counts">Counts of each option, as sentences.</param>
/// <param name="Result">The count on the incumbents, what was needed, and the result; of a void vote why it is void.</param>
public sealed record MinutesVote(string Question, string Mode, string Presence, IReadOnlyList<string> Counts, string Result, DateTimeOffset At, bool IsVoid);

/// <summary>An item of the agenda as the minutes state it.</summary>
/// <param name="Number">"1", "2.1".</param>
/// <param name="VersionHash">SHA-256 of the text put to the vote, 64 hexadecimal digits; empty without one.</param>
/// <param name="Speeches">Who spoke, of what, and what they said.</param>
/// <param name="Amendments">What was moved, by whom, and what became of it.</param>
/// <param name="Recused">Who did not take part, and why.</param>
/// <param name="Reserved">Reserved opinions with their authors.</param>
/// <param name="Decision">How it ended; empty while it has not.</param>
public sealed record MinutesItem(
    string Number, string Title, string Presenter, string VersionHash, IReadOnlyList<string> Speeches, IReadOnlyList<string> Amendments, IReadOnlyList<string> Recused, IReadOnlyList<MinutesVote> Votes,
    IReadOnlyList<string> Reserved, string Decision);

/// <summary>Everything that the minutes say.</summary>
/// <param name="Header">Header of the paper.</param>
/// <param name="ConferenceName">"Hội nghị lần thứ 6 Ban Chấp hành Đảng bộ xã khóa I, nhiệm kỳ 2025-2030".</param>
/// <param name="Opened">When it was opened (UTC).</param>
/// <param name="Present">Members present at some time, in the order of the roll, with late arrival or early leaving in words.</param>
/// <param name="VotingSource">The rule that quorum and threshold come from.</param>
/// <param name="Discussion">What was said in general; paragraphs are separated by line breaks. May be empty.</param>
public sealed record MinutesModel(
    PaperHeader Header, string ConferenceName, DateTimeOffset Opened, string Place, string Chair, string NoteTaker, int Summoned, IReadOnlyList<string> Present,
    IReadOnlyList<(string Name, string Reason)> AbsentWithReason, IReadOnlyList<string> AbsentWithoutReason, IReadOnlyList<string> Guests, int PresentAtOpening, int QuorumRequired, string VotingSource, string Discussion,
    IReadOnlyList<MinutesItem> Items)
{
    /// <summary>Who asked for an extraordinary session and why; empty for a regular one.</summary>
    public string Extraordinary { get; init; } = "";

    /// <summary>Why it was held without the quorum; empty when there was one.</summary>
    public string WithoutQuorum { get; init; } = "";

    /// <summary>When it was closed (UTC), if it was.</summary>
    public DateTimeOffset? Closed { get; init; }
}

/// <summary>Biên bản hội nghị (36-HD; DOMAIN §1.7): left the note-taker, right the chair.</summary>
public static class MinutesPaper
{
    private const string Symbol = "BB/ĐU";

    /// <summary>The paper.</summary>
    public static OfficePaper Of(MinutesModel model) => new("Biên bản: " + model.ConferenceName, model.Header with { Symbol = model.Header.Symbol ?? Symbol },
    [
        new Title("BIÊN BẢN", model.ConferenceName),
        .. Lines(model).Select(line => line.Heading ? Heading(line.Text) : Say(line.Text)),
        new Signers(("NGƯỜI GHI BIÊN BẢN", model.NoteTaker), ("CHỦ TRÌ HỘI NGHỊ", model.Chair)),
    ]);

    /// <summary>An extract (trích biên bản): one item alone, with time, place and quorum.</summary>
    public static OfficePaper Extract(MinutesModel model, MinutesItem item) => new($"Trích biên bản: {item.Title}", model.Header with { Symbol = model.Header.Symbol ?? Symbol },
    [
        new Title("TRÍCH BIÊN BẢN", model.ConferenceName),
        .. When(model).Concat(Quorum(model)).Select(line => Say(line)),
        .. ItemLines(item).Select(line => line.Heading ? Heading(line.Text) : Say(line.Text)),
        Say("Trích nguyên văn từ biên bản hội nghị."),
        new Signers(("NGƯỜI GHI BIÊN BẢN", model.NoteTaker), ("CHỦ TRÌ HỘI NGHỊ", model.Chair)),
    ]);

    /// <summary>SHA-256 of what the minutes say, whatever form they are printed in: this is what is signed. 64 hexadecimal digits.</summary>
    public static string Hash(MinutesModel model) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Lines(model).Select(line => line.Text).Prepend(model.ConferenceName)).Normalize())));

    private static IEnumerable<(string Text, bool Heading)> Lines(MinutesModel model) =>
    [
        .. When(model).Select(line => (line, false)),
        ("I. THÀNH PHẦN", true),
        .. Attendance(model).Concat(Quorum(model)).Select(line => (line, false)),
        ("II. NỘI DUNG", true),
        .. model.Discussion.Trim() is { Length: > 0 } said ? Paragraphs(said).Select(line => (line, false)) : [],
        .. model.Items.SelectMany(ItemLines),
        .. model.Items.All(item => item.Votes.Count == 0) ? [("Hội nghị không biểu quyết nội dung nào.", false)] : Array.Empty<(string, bool)>(),
        .. model.Closed is { } closed ? [($"Hội nghị kết thúc vào {Moment(closed)}.", false)] : Array.Empty<(string, bool)>(),
        ("Biên bản được lập thành 02 bản và được thông qua tại hội nghị.", false),
    ];

    private static IEnumerable<string> When(MinutesModel model) =>
    [
        $"Thời gian: {Moment(model.Opened)}.",
        $"Địa điểm: {model.Place}.",
        .. model.Extraordinary.Length > 0 ? [$"Hội nghị bất thường, {model.Extraordinary.TrimEnd('.')}."] : Array.Empty<string>(),
        $"Chủ trì: đồng chí {model.Chair}. Người ghi biên bản: đồng chí {model.NoteTaker}.",
    ];

    private static IEnumerable<string> Attendance(MinutesModel model) =>
    [
        $"Triệu tập: {model.Summoned} đồng chí. Có mặt: {model.Present.Count} đồng chí. Vắng có lý do: {model.AbsentWithReason.Count} đồng chí. Vắng không lý do: {model.AbsentWithoutReason.Count} đồng chí.",
        .. model.Present.Count > 0 ? [$"Có mặt: {string.Join(", ", model.Present)}."] : Array.Empty<string>(),
        .. model.AbsentWithReason.Select(absent => $"- Vắng có lý do: {absent.Name} ({absent.Reason})."),
        .. model.AbsentWithoutReason.Select(absent => $"- Vắng không lý do: {absent}."),
        .. model.Guests.Count > 0 ? [$"Khách mời (không biểu quyết): {string.Join(", ", model.Guests)}."] : Array.Empty<string>(),
    ];

    private static IEnumerable<string> Quorum(MinutesModel model) =>
    [
        $"Điều kiện tiến hành: cần ít nhất {model.QuorumRequired} đồng chí; khi khai mạc có mặt {model.PresentAtOpening}/{model.Summoned} đồng chí, {(model.PresentAtOpening >= model.QuorumRequired ? "đủ" : "không đủ")} điều kiện ({model.VotingSource}).",
        .. model.WithoutQuorum.Length > 0 ? [$"Lý do vẫn tiến hành khi chưa đủ điều kiện: {model.WithoutQuorum}"] : Array.Empty<string>(),
    ];

    private static IEnumerable<(string Text, bool Heading)> ItemLines(MinutesItem item) =>
    [
        ($"{item.Number}. {item.Title}", true),
        .. item.Presenter.Length > 0 ? [($"Trình bày: {item.Presenter}.", false)] : Array.Empty<(string, bool)>(),
        .. item.VersionHash.Length > 0 ? [($"Bản trình hội nghị có mã băm SHA-256: {PaperParts.Grouped(item.VersionHash)}.", false)] : Array.Empty<(string, bool)>(),
        .. item.Speeches.SelectMany(Paragraphs).Select(line => (line, false)),
        .. item.Amendments.Select(line => (line, false)),
        .. item.Recused.Select(line => (line, false)),
        .. item.Votes.SelectMany(VoteLines).Select(line => (line, false)),
        .. item.Reserved.Select(line => (line, false)),
        .. item.Decision.Length > 0 ? [($"Kết luận: {item.Decision}.", false)] : Array.Empty<(string, bool)>(),
    ];

    private static IEnumerable<string> VoteLines(MinutesVote vote) =>
    [
        $"Biểu quyết lúc {Hour(vote.At)}: {vote.Question}. Hình thức: {vote.Mode}; {vote.Presence}.",
        .. vote.Counts,
        vote.IsVoid ? $"BIỂU QUYẾT NÀY BỊ HỦY. Lý do: {vote.Result}" : $"Kết quả: {vote.Result}.",
    ];

    private static IEnumerable<string> Paragraphs(string text) =>
        text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string Hour(DateTimeOffset at) => VietnamTime.Local(at).ToString("HH 'giờ' mm", CultureInfo.InvariantCulture);

    private static string Moment(DateTimeOffset at)
    {
        var local = VietnamTime.Local(at);
        return $"{local:HH} giờ {local:mm} phút, ngày {local:dd} tháng {local:MM} năm {local:yyyy}";
    }
}

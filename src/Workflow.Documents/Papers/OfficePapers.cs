using Workflow.Documents.Layout;
using static Workflow.Documents.Layout.WordFile;

namespace Workflow.Documents.Papers;

/// <summary>The header of an office paper.</summary>
public sealed record PaperHeader(string SuperiorName, string OrganizationName, string Place, DateOnly Date);

/// <summary>A comment and what became of it.</summary>
public sealed record SynthesisRow(string Clause, string Member, string Comment, string Disposition, string Reason);

/// <summary>Bảng tổng hợp, tiếp thu, giải trình ý kiến: the usual four columns after a running number (DOMAIN §1.6).</summary>
public static class SynthesisTable
{
    /// <summary>Writes the .docx, A4 landscape.</summary>
    public static byte[] Render(
        PaperHeader header, string documentTitle, IReadOnlyList<(string Member, string Answer, string Reason)> opinions, IReadOnlyList<SynthesisRow> rows, LayoutProfile profile)
    {
        var file = new WordFile(profile, landscape: true);
        file.Add(PaperParts.Header(header, profile, file.Width));
        file.Add(Paragraph(Run("BẢNG TỔNG HỢP, TIẾP THU, GIẢI TRÌNH Ý KIẾN", 15, true), "center", 12));
        file.Add(Paragraph(Run("Dự thảo: " + documentTitle, 14, true), "center", 3, exact: false));
        var answers = opinions.GroupBy(opinion => opinion.Answer, StringComparer.Ordinal).Select(group => $"{group.Count()} {group.Key.ToLowerInvariant()}");
        file.Add(Paragraph(Run($"Số đồng chí được lấy ý kiến: {opinions.Count}. Kết quả: {string.Join("; ", answers)}.", 13), "left", 9));
        int[] widths = [700, .. Shares(file.Width - 700, 22, 16, 31, 31)];
        IReadOnlyList<string> Row(bool bold, params string[] cells) => [.. cells.Select((cell, index) => Paragraph(Run(cell, 12, bold), bold || index == 0 ? "center" : "left", 2, 15, exact: false))];
        var lines = rows.Select((row, index) => Row(false, (index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture), row.Clause, row.Member, row.Comment, $"{row.Disposition}: {row.Reason}"));
        file.Add(Table(widths, lines.Prepend(Row(true, "STT", "Nhóm vấn đề hoặc điều, khoản", "Chủ thể góp ý", "Nội dung góp ý", "Nội dung tiếp thu, giải trình")), borders: true, headerRow: true));
        file.Add(Paragraph("", before: 6) + PaperParts.Pair(file.Width, "NGƯỜI TỔNG HỢP", "", "CHÁNH VĂN PHÒNG", ""));
        return file.Save("Bảng tổng hợp, tiếp thu, giải trình ý kiến");
    }

    private static int[] Shares(int width, params int[] shares) => [.. shares.Select(share => width * share / shares.Sum())];
}

/// <summary>One vote as the minutes state it; every number comes from the record.</summary>
public sealed record MinutesItem(string Title, string VersionHash, string VoteMode, int InFavour, int Against, int Abstained, string ResultSentence);

/// <summary>Everything that the minutes say.</summary>
public sealed record MinutesModel(
    PaperHeader Header, string ConferenceName, DateTimeOffset Opened, string Place, string Chair, string NoteTaker, int Summoned, IReadOnlyList<string> Present,
    IReadOnlyList<(string Name, string Reason)> AbsentWithReason, IReadOnlyList<string> AbsentWithoutReason, int QuorumRequired, string VotingSource, string Discussion, IReadOnlyList<MinutesItem> Items);

/// <summary>Biên bản hội nghị (36-HD; DOMAIN §1.7): left the note-taker, right the chair.</summary>
public static class MinutesPaper
{
    /// <summary>Writes the .docx.</summary>
    public static byte[] Render(MinutesModel model, LayoutProfile profile)
    {
        var file = new WordFile(profile);
        void Say(string text, bool bold = false) => file.Add(Paragraph(Run(text, profile.BodyPt, bold), "both", profile.BeforePt, profile.LinePt, profile.IndentMm));
        file.Add(PaperParts.Header(model.Header, profile, file.Width));
        file.Add(Paragraph(Run("BIÊN BẢN", 16, true), "center", 12) + Paragraph(Run(model.ConferenceName, 14, true), "center", 0, exact: false) + Paragraph(Run("-----", 14, true), "center"));
        var opened = Domain.VietnamTime.Local(model.Opened);
        Say($"Thời gian: {opened:HH} giờ {opened:mm} phút, ngày {opened:dd} tháng {opened:MM} năm {opened:yyyy}.");
        Say($"Địa điểm: {model.Place}.");
        Say($"Chủ trì: đồng chí {model.Chair}. Người ghi biên bản: đồng chí {model.NoteTaker}.");
        Say("I. THÀNH PHẦN", true);
        Say($"Triệu tập: {model.Summoned} đồng chí. Có mặt: {model.Present.Count} đồng chí. Vắng có lý do: {model.AbsentWithReason.Count} đồng chí. Vắng không lý do: {model.AbsentWithoutReason.Count} đồng chí.");
        Say($"Có mặt: {string.Join(", ", model.Present)}.");
        foreach (var (name, reason) in model.AbsentWithReason)
        {
            Say($"- Vắng có lý do: {name} ({reason}).");
        }

        foreach (var name in model.AbsentWithoutReason)
        {
            Say($"- Vắng không lý do: {name}.");
        }

        Say($"Điều kiện tiến hành: cần ít nhất {model.QuorumRequired} đồng chí; có mặt {model.Present.Count}/{model.Summoned} đồng chí, {(model.Present.Count >= model.QuorumRequired ? "đủ" : "không đủ")} điều kiện ({model.VotingSource}).");
        Say("II. NỘI DUNG", true);
        Say(model.Discussion.Length > 0 ? model.Discussion : "Hội nghị nghe trình bày dự thảo và thảo luận.");
        Say("III. BIỂU QUYẾT", true);
        foreach (var item in model.Items)
        {
            Say($"{item.Title}.", true);
            Say($"Bản biểu quyết có mã băm SHA-256: {item.VersionHash}.");
            Say($"Hình thức: {item.VoteMode}. Tán thành: {item.InFavour}; không tán thành: {item.Against}; không có ý kiến: {item.Abstained}.");
            Say($"Kết quả: {item.ResultSentence}.");
        }

        Say("Biên bản được lập thành 02 bản và được thông qua tại hội nghị.");
        file.Add(Paragraph("", before: 6) + PaperParts.Pair(file.Width, "NGƯỜI GHI BIÊN BẢN", model.NoteTaker, "CHỦ TRÌ HỘI NGHỊ", model.Chair));
        return file.Save("Biên bản: " + model.ConferenceName);
    }
}

/// <summary>What office papers share.</summary>
internal static class PaperParts
{
    public static string Header(PaperHeader header, LayoutProfile profile, int width)
    {
        var empty = new Domain.Texts.DraftText("bien-ban", Domain.Texts.BodyKind.ExecutiveCommittee, "", "", [], [], Domain.Texts.SignatureBlock.Empty);
        var paper = new OfficialPaper(empty, header.SuperiorName, header.OrganizationName, null, "BB/ĐU", header.Place, header.Date, null);
        return OfficialDocx.Header(paper, profile, width);
    }

    public static string Pair(int width, string left, string leftName, string right, string rightName)
    {
        string Block(string title, string name) => Paragraph(Run(title, 14, true), "center") + string.Concat(Enumerable.Repeat(Paragraph(""), 4)) + Paragraph(Run(name, 14, true), "center");
        return Table([width / 2, width / 2], [[Block(left, leftName), Block(right, rightName)]], borders: false);
    }
}

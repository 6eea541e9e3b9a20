using System.Globalization;
using static Workflow.Documents.Papers.PaperBlock;

namespace Workflow.Documents.Papers;

/// <summary>One point of the office's check.</summary>
/// <param name="Name">What is checked.</param>
/// <param name="IsGood">The judgement; null where the point does not apply.</param>
/// <param name="Note">What was found; needed where the judgement is bad.</param>
public sealed record AppraisalPoint(string Name, bool? IsGood, string Note);

/// <summary>What an appraisal report says.</summary>
/// <param name="DocumentTitle">Kind and subject of the draft.</param>
/// <param name="Draft">"Dự thảo lần 1".</param>
/// <param name="File">Lines about what was handed in: by whom, when, with which papers.</param>
/// <param name="Points">The points of form and of content, in their order.</param>
/// <param name="Findings">What the checks found, one line each.</param>
/// <param name="Proposal">What the office proposes.</param>
/// <param name="Officer">Who appraised.</param>
public sealed record AppraisalModel(
    PaperHeader Header, string DocumentTitle, string Draft, string VersionHash, IReadOnlyList<string> File, IReadOnlyList<AppraisalPoint> Points, IReadOnlyList<string> Findings, string Proposal, string Officer);

/// <summary>Báo cáo thẩm định (DOMAIN §1.3 step 3, §1.6): the file, form and content by ten points, the proposal.</summary>
public static class AppraisalReport
{
    /// <summary>The report.</summary>
    public static OfficePaper Of(AppraisalModel model) => new("Báo cáo thẩm định", model.Header,
    [
        new Title("BÁO CÁO THẨM ĐỊNH", "Dự thảo: " + model.DocumentTitle),
        Heading("I. TỔNG QUAN HỒ SƠ"),
        .. model.File.Select(line => Say(line)),
        Say($"Bản được thẩm định: {model.Draft}, mã băm SHA-256 {PaperParts.Grouped(model.VersionHash)}."),
        Heading("II. KẾT QUẢ THẨM ĐỊNH"),
        Heading("1. Mười nội dung kiểm tra"),
        new Grid(
            [8, 46, 16, 30],
            ["STT", "Nội dung", "Kết quả", "Ghi chú"],
            [.. model.Points.Select((point, index) => (IReadOnlyList<string>)[(index + 1).ToString(CultureInfo.InvariantCulture), point.Name, point.IsGood switch { true => "Đạt", false => "Chưa đạt", null => "Không áp dụng" }, point.Note])]),
        Heading("2. Kiểm tra thể thức, nội dung và số liệu bằng chương trình"),
        .. model.Findings.Count == 0 ? [Say("Chương trình không phát hiện lỗi.")] : model.Findings.Select(line => Say("- " + line)),
        Heading("III. ĐỀ XUẤT, KIẾN NGHỊ"),
        Say(model.Proposal),
        new Signers(("NGƯỜI THẨM ĐỊNH", model.Officer), ("CHÁNH VĂN PHÒNG", "")),
    ]);
}

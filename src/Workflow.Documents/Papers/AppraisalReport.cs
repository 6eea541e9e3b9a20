using System.Globalization;
using static Workflow.Documents.Papers.PaperBlock;

namespace Workflow.Documents.Papers;

/// <summary>One point of the appraisal.</summary>
/// <param name="Name">What is looked at.</param>
/// <param name="Judgement">"Đạt", "Chưa đạt", "Không áp dụng"; empty on a sheet to fill in by hand.</param>
/// <param name="Note">What was found, and where.</param>
public sealed record AppraisalReportPoint(string Name, string Judgement, string Note);

/// <summary>What the appraisal before asked for, and what became of it.</summary>
/// <param name="Asked">The point and what was asked.</param>
/// <param name="Now">Today's judgement on the same point, and what the text shows.</param>
public sealed record AppraisalReportBefore(string Asked, string Now);

/// <summary>What an appraisal report says.</summary>
/// <param name="DocumentTitle">Kind and subject of the draft.</param>
/// <param name="Draft">"Dự thảo lần 1 (bản 2)".</param>
/// <param name="File">Lines about what was handed in: by whom, when, with which papers.</param>
/// <param name="Source">Where the points come from; empty for none.</param>
/// <param name="Form">Points of form.</param>
/// <param name="Content">Points of content and figures.</param>
/// <param name="Before">What was asked last time; empty at the first appraisal.</param>
/// <param name="Proposal">What the office proposes, a paragraph each; none leaves lines for a pen.</param>
/// <param name="Officer">Who appraised.</param>
public sealed record AppraisalReportModel(
    PaperHeader Header, string DocumentTitle, string Draft, string VersionHash, IReadOnlyList<string> File, string Source, IReadOnlyList<AppraisalReportPoint> Form, IReadOnlyList<AppraisalReportPoint> Content,
    IReadOnlyList<AppraisalReportBefore> Before, IReadOnlyList<string> Proposal, string Officer);

/// <summary>Báo cáo thẩm định (DOMAIN §1.3, step 3): I the file, II the result in form and in content, III what is proposed.</summary>
public static class AppraisalReport
{
    /// <summary>The report, A4.</summary>
    public static OfficePaper Of(AppraisalReportModel model) => new("Báo cáo thẩm định", model.Header,
    [
        new Title("BÁO CÁO THẨM ĐỊNH", "Dự thảo: " + model.DocumentTitle),
        Heading("I. TỔNG QUAN HỒ SƠ"),
        .. model.File.Select(line => Say(line)),
        Say($"Bản được thẩm định: {model.Draft}, mã băm SHA-256 {PaperParts.Grouped(model.VersionHash)}."),
        .. model.Source.Length > 0 ? [Say($"Thẩm định theo: {model.Source.TrimEnd('.')}.")] : Array.Empty<PaperBlock>(),
        Heading("II. KẾT QUẢ THẨM ĐỊNH"),
        .. Part("1. Thể thức", model.Form, 0),
        .. Part("2. Nội dung và số liệu", model.Content, model.Form.Count),
        .. model.Before.Count == 0 ? Array.Empty<PaperBlock>() :
        [
            Heading($"{(model.Form.Count > 0 && model.Content.Count > 0 ? 3 : 2)}. Những nội dung lần thẩm định trước đã yêu cầu"),
            new Grid([8, 50, 42], ["STT", "Đã yêu cầu", "Kết quả lần này"], [.. model.Before.Select((row, index) => (IReadOnlyList<string>)[Number(index), row.Asked, row.Now])]),
        ],
        Heading("III. ĐỀ XUẤT, KIẾN NGHỊ"),
        .. model.Proposal.Count == 0 ? [new Blank(4)] : model.Proposal.Select(line => (PaperBlock)Say(line)),
        new Signers(("NGƯỜI THẨM ĐỊNH", model.Officer), ("CHÁNH VĂN PHÒNG", "")),
    ]);

    private static PaperBlock[] Part(string name, IReadOnlyList<AppraisalReportPoint> points, int before) => points.Count == 0 ? [] :
    [
        Heading(name),
        new Grid([8, 36, 16, 40], ["STT", "Nội dung", "Kết quả", "Ghi chú, vị trí"], [.. points.Select((point, index) => (IReadOnlyList<string>)[Number(before + index), point.Name, point.Judgement, point.Note])]),
    ];

    private static string Number(int index) => (index + 1).ToString(CultureInfo.InvariantCulture);
}

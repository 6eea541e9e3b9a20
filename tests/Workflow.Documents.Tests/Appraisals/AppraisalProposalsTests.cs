using Workflow.Documents.Appraisals;
using Workflow.Domain.Profiles;
using Workflow.Domain.Texts;
using Xunit;

namespace Workflow.Documents.Tests.Appraisals;

/// <summary>What the machine says to the points of an appraisal: only what speaks against a point, and never that one is met.</summary>
public sealed class AppraisalProposalsTests
{
    private static readonly DateOnly Today = new(2026, 2, 5);
    private static readonly SignatureBlock Secretary = new("T/M ĐẢNG ỦY", "BÍ THƯ", "Nguyễn Văn Thành");

    [Fact]
    public void A_sound_draft_gets_no_proposal_against_it_and_none_for_it()
    {
        var proposals = Of(Sound());
        Assert.DoesNotContain(proposals.Values, proposal => proposal.IsNotMet);
        Assert.Contains("3 phần", proposals[AppraisalTopic.Parts].Note, StringComparison.Ordinal);
        Assert.Contains("T/M ĐẢNG ỦY", proposals[AppraisalTopic.Signature].Note, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Hoàn thành trước ngày 15/3/2026.", AppraisalTopic.Deadlines, "Hạn 15/03/2026 là Chủ nhật.")]
    [InlineData("Xong chậm nhất ngày 14 tháng 3 năm 2026.", AppraisalTopic.Deadlines, "Hạn 14/03/2026 là thứ Bảy.")]
    [InlineData("Hoàn thành trước ngày 02/02/2026.", AppraisalTopic.Deadlines, "Hạn 02/02/2026 đã qua khi thẩm định.")]
    [InlineData("Phối hợp với Ủy ban nhân dân huyện triển khai.", AppraisalTopic.District, "“Ủy ban nhân dân huyện”: cấp huyện đã kết thúc hoạt động từ 01/7/2025.")]
    [InlineData("Hỗ trợ 120 hộ, gồm 70 hộ nghèo và 40 hộ cận nghèo (tổng cộng 120 hộ); bắt đầu từ ngày 31/02/2026.", AppraisalTopic.Figures, "“ngày 31/02/2026”: Ngày này không có trong lịch.")]
    public void What_speaks_against_a_point_is_told_with_its_place(string words, AppraisalTopic topic, string note)
    {
        var proposal = Of(Sound(new Clause("x1", ClauseKind.Paragraph, 2, "", [new(words)])))[topic];
        Assert.True(proposal.IsNotMet);
        Assert.Equal("x1", proposal.ClauseId);
        Assert.Contains(note[..12], proposal.Note, StringComparison.Ordinal);
        Assert.Contains(note.Split(':')[^1].Trim(), proposal.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_of_the_signature_parts_recipients_and_subject_are_looked_at()
    {
        Assert.True(Of(Sound() with { Signature = new("K/T BÍ THƯ", "PHÓ BÍ THƯ", "") })[AppraisalTopic.Signature].IsNotMet);
        Assert.True(Of(Sound() with { Recipients = [new("Ủy ban nhân dân xã")] })[AppraisalTopic.Recipients].IsNotMet);
        Assert.Contains("“Ủy ban nhân dân xã”", Of(Sound() with { Recipients = [new("Ban Thường vụ Tỉnh ủy", "để báo cáo"), new("Lưu Văn phòng Đảng ủy")] })[AppraisalTopic.Recipients].Note, StringComparison.Ordinal);
        Assert.True(Of(Sound() with { Subject = "" })[AppraisalTopic.Heading].IsNotMet);
        var two = Sound();
        Assert.True(Of(two with { Clauses = [.. two.Clauses.Take(4)] })[AppraisalTopic.Parts].IsNotMet);
        Assert.False(Of(two with { TypeKey = "ke-hoach", Clauses = [.. two.Clauses.Take(4)] })[AppraisalTopic.Parts].IsNotMet);
    }

    [Fact]
    public void Before_the_district_ended_its_words_are_no_trace()
    {
        var text = Sound(new Clause("x1", ClauseKind.Paragraph, 2, "", [new("Phối hợp với UBND huyện.")]));
        Assert.False(AppraisalProposals.Of(text, null, new DateOnly(2025, 3, 3)).ContainsKey(AppraisalTopic.District));
    }

    [Fact]
    public void A_rule_that_is_switched_off_proposes_nothing()
    {
        var text = Sound(new Clause("x1", ClauseKind.Paragraph, 2, "", [new("Bắt đầu từ ngày 31/02/2026.")]));
        Assert.False(AppraisalProposals.Of(text, new HashSet<string> { "figures.date" }, Today).GetValueOrDefault(AppraisalTopic.Figures)?.IsNotMet ?? false);
    }

    private static IReadOnlyDictionary<AppraisalTopic, AppraisalProposal> Of(DraftText text) => AppraisalProposals.Of(text, null, Today);

    private static DraftText Sound(params Clause[] more) => new(
        "nghi-quyet", BodyKind.ExecutiveCommittee, "CỦA BAN CHẤP HÀNH ĐẢNG BỘ XÃ", "Về phát triển nông nghiệp năm 2026",
        [
            Heading("c1", "I.", "TÌNH HÌNH"), Words("c2", "Hội nghị Ban Chấp hành đã thảo luận và thông qua Nghị quyết này."), Heading("c3", "II.", "MỤC TIÊU, NHIỆM VỤ"), Words("c4", "Phát triển nông nghiệp sạch."), .. more,
            Heading("c5", "III.", "TỔ CHỨC THỰC HIỆN"), Words("c6", "Ủy ban nhân dân xã báo cáo kết quả trước ngày 16/12/2026."),
        ],
        [new("Ban Thường vụ Tỉnh ủy", "để báo cáo"), new("Ủy ban nhân dân xã"), new("Lưu Văn phòng Đảng ủy")], Secretary);

    private static Clause Heading(string id, string label, string words) => new(id, ClauseKind.Heading, 1, label, [new(words)]);

    private static Clause Words(string id, string words) => new(id, ClauseKind.Paragraph, 2, "", [new(words)]);
}

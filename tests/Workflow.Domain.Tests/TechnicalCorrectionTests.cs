using Workflow.Domain.Drafts;
using Workflow.Domain.Issuing;
using Workflow.Domain.Texts;
using Xunit;

namespace Workflow.Domain.Tests;

/// <summary>What is form may be corrected after adoption; what is content may not.</summary>
public sealed class TechnicalCorrectionTests
{
    private static readonly string[] Names = ["Thôn Hạ", "Trường tiểu học Sông Pha"];

    [Theory]
    [InlineData("Tập trung sử lý rác thải", "Tập trung xử lý rác thải", CorrectionKind.Spelling)]
    [InlineData("nhân dâm trong xã", "nhân dân trong xã", CorrectionKind.Spelling)]
    [InlineData("phát triễn kinh tế", "phát triển kinh tế", CorrectionKind.Spelling)]
    [InlineData("hoà giải ở cơ sở", "hòa giải ở cơ sở", CorrectionKind.Spelling)]
    [InlineData("luật Đất đai", "Luật Đất đai", CorrectionKind.Citation)]
    [InlineData("giao thông thủy lợi", "giao thông, thủy lợi", CorrectionKind.Punctuation)]
    [InlineData("đạt 95% trở lên .", "đạt 95% trở lên.", CorrectionKind.Punctuation)]
    public void Form_may_be_corrected(string before, string after, CorrectionKind kind) =>
        Assert.Null(TechnicalRule.Check(CorrectionPart.Words, kind, before, after, Names));

    [Theory]
    [InlineData("đạt 95% trở lên", "đạt 96% trở lên", "correction.figures")]
    [InlineData("đạt 95% trở lên", "đạt 95 trở lên", "correction.figures")]
    [InlineData("thu 1.000 đồng", "thu 1,000 đồng", "correction.figures")]
    [InlineData("từ 5-7 lớp", "từ 5, 7 lớp", "correction.figures")]
    [InlineData("ngày 02/9/2026", "ngày 02/9/2025", "correction.figures")]
    [InlineData("có 5 lớp", "có −5 lớp", "correction.figures")]
    [InlineData("xây ba nhà", "xây bà nhà", "correction.locked-word")]
    [InlineData("không được thu", "khống được thu", "correction.locked-word")]
    [InlineData("tầng thu ngân sách", "tăng thu ngân sách", "correction.locked-word")]
    [InlineData("thông qua đề án", "không qua đề án", "correction.locked-word")]
    [InlineData("theo điểm d khoản này", "theo điểm đ khoản này", "correction.locked-word")]
    [InlineData("theo mục ii", "theo mục iii", "correction.locked-word")]
    [InlineData("giao thôn Hà", "giao thôn Hạ", "correction.locked-word")]
    [InlineData("ấp bắc", "ấp nam", "correction.locked-word")]
    [InlineData("thu gom rác", "thu hút rác", "correction.other-word")]
    [InlineData("giao hội nông dân chủ trì", "giao hội công dân chủ trì", "correction.name")]
    [InlineData("trường tiểu học sông pha", "trường tiểu học sông phá", "correction.name")]
    [InlineData("thực hiện tốt", "thực hiện rất tốt", "correction.words")]
    [InlineData("thực hiện rất tốt", "thực hiện tốt", "correction.words")]
    [InlineData("sử lý ô nhiễn", "xử lý ô nhiễm", "correction.too-much")]
    [InlineData("như cũ", "như cũ", "correction.same")]
    public void Content_goes_back_to_the_conference(string before, string after, string code)
    {
        var refusal = TechnicalRule.Check(CorrectionPart.Words, CorrectionKind.Spelling, before, after, Names);
        Assert.Equal(code, refusal?.Code);
        Assert.True(code == "correction.same" || refusal!.Text.Contains("phải trình lại hội nghị", StringComparison.Ordinal));
    }

    [Fact]
    public void A_label_takes_another_dot_but_no_other_letter_and_a_dot_is_no_spelling()
    {
        Assert.Null(TechnicalRule.Check(CorrectionPart.Label, CorrectionKind.Layout, "a.", "a)", []));
        Assert.Equal("correction.label", TechnicalRule.Check(CorrectionPart.Label, CorrectionKind.Layout, "a)", "A)", [])?.Code);
        Assert.Equal("correction.kind", TechnicalRule.Check(CorrectionPart.Words, CorrectionKind.Punctuation, "nhân dâm", "nhân dân", [])?.Code);
    }

    [Fact]
    public void What_may_be_signed_is_worked_out_from_the_vote_and_the_approvals()
    {
        var text = new DraftText("nghi-quyet", BodyKind.ExecutiveCommittee, "", "về nhân dâm",
            [new("c1", ClauseKind.Paragraph, 1, "a.", [new("Tập trung ", Bold: true), new("sử lý rác; đạt 95%.")])], [new("Như trên ,")], new("T/M BAN CHẤP HÀNH", "BÍ THƯ", ""));
        var hash = CanonicalText.Hash(text);
        TechnicalCorrection[] all =
        [
            Approved(1, CorrectionPart.Words, "c1", 10, "sử", "xử"), Approved(2, CorrectionPart.Label, "c1", 0, "a.", "a)"), Approved(3, CorrectionPart.Subject, "", 8, "dâm", "dân"),
            Approved(4, CorrectionPart.Recipient, "0", 4, "trên ,", "trên,"), Approved(5, CorrectionPart.Authority, "", 4, "BAN CHẤP HÀNH", "ĐẢNG ỦY"),
        ];
        var wanted = text with
        {
            Subject = "về nhân dân",
            Recipients = [new("Như trên,")],
            Signature = new("T/M ĐẢNG ỦY", "BÍ THƯ", ""),
            Clauses = [text.Clauses[0] with { Label = "a)", Runs = [new("Tập trung ", Bold: true), new("xử lý rác; đạt 95%.")] }],
        };
        Assert.Equal(hash, AdoptedText.SignableHash(text, hash, []));
        Assert.Equal(CanonicalText.Hash(wanted), AdoptedText.SignableHash(text, hash, all));
        Assert.Null(AdoptedText.SignableHash(wanted, hash, all));
        Assert.Null(AdoptedText.SignableHash(text, "", all));
        Assert.Null(AdoptedText.SignableHash(text, hash, all[1..]));
        Assert.Null(AdoptedText.SignableHash(text, hash, [Approved(1, CorrectionPart.Words, "c1", 25, "95", "96")]));
        Assert.Equal("correction.authority", AdoptedText.Correct(text, Approved(1, CorrectionPart.Authority, "", 4, "BAN CHẤP HÀNH", "HỘI ĐỒNG"), [], AuthorityTable.InForce([], new DateOnly(2026, 11, 20))).Refusal?.Code);
        var waiting = Make(CorrectionPart.Words, "c1", 10, "sử", "xử");
        Assert.Null(AdoptedText.SignableHash(text, hash, [waiting]));
        Assert.Equal("correction.own", waiting.Decide(true, waiting.ProposedById, default, 1)?.Code);
        Assert.Null(waiting.Decide(false, Guid.NewGuid(), default, 1));
        Assert.Equal("correction.decided", waiting.Decide(true, Guid.NewGuid(), default, 1)?.Code);
    }

    private static TechnicalCorrection Make(CorrectionPart part, string place, int start, string old, string young) => new()
    {
        Id = Guid.NewGuid(),
        OrganizationId = Guid.Empty,
        DraftId = Guid.Empty,
        VoteId = Guid.Empty,
        Part = part,
        Place = place,
        Start = start,
        Old = old,
        New = young,
        Kind = CorrectionKind.Layout,
        Reason = "lỗi gõ",
        ProposedById = Guid.NewGuid(),
        ProposedAt = default,
    };

    private static TechnicalCorrection Approved(int order, CorrectionPart part, string place, int start, string old, string young)
    {
        var one = Make(part, place, start, old, young);
        Assert.Null(one.Decide(true, Guid.NewGuid(), default, order));
        return one;
    }
}

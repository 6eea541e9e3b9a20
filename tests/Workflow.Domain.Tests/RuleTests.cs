using Workflow.Domain.Distribution;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Domain.Profiles;
using Workflow.Domain.Texts;
using Xunit;

namespace Workflow.Domain.Tests;

public sealed class RuleTests
{
    private static readonly RuleProfile Rules = new() { Id = Guid.NewGuid(), OrganizationId = Guid.NewGuid(), Name = "", ValidFrom = new DateOnly(2025, 1, 1) };

    [Theory]
    [InlineData(24, 16, 13)]
    [InlineData(11, 8, 6)]
    [InlineData(23, 16, 12)]
    [InlineData(20, 14, 11)]
    public void Quorum_and_adoption_count_all_members(int members, int quorum, int adoption)
    {
        Assert.Equal(quorum, Voting.QuorumRequired(Rules, members));
        Assert.Equal(adoption, Voting.AdoptionRequired(Rules, members));
    }

    [Fact]
    public void A_document_is_judged_by_the_profile_of_its_own_date()
    {
        var later = new RuleProfile { Id = Guid.NewGuid(), OrganizationId = Rules.OrganizationId, Name = "", ValidFrom = new DateOnly(2026, 5, 27) };
        Assert.Same(Rules, RuleProfile.InForce([Rules, later], new DateOnly(2026, 5, 26)));
        Assert.Same(later, RuleProfile.InForce([Rules, later], new DateOnly(2026, 5, 27)));
        Assert.Null(RuleProfile.InForce([Rules], new DateOnly(2024, 12, 31)));
    }

    [Fact]
    public void The_hash_does_not_depend_on_how_letters_are_composed()
    {
        var composed = Text("Nghị quyết về cải cách");
        var decomposed = Text("Nghị quyết về cải cách".Normalize(System.Text.NormalizationForm.FormD));
        Assert.Equal(CanonicalText.Hash(composed), CanonicalText.Hash(decomposed));
        Assert.NotEqual(CanonicalText.Hash(composed), CanonicalText.Hash(Text("Nghị quyết về cải cách.")));
        Assert.Equal(CanonicalText.Hash(composed), CanonicalText.Hash(CanonicalText.Read(CanonicalText.Write(composed))));
    }

    private static readonly AuthorityTable Table = AuthorityTable.InForce([], new DateOnly(2026, 11, 20));

    [Theory]
    [InlineData("T/M ĐẢNG ỦY", "BÍ THƯ", Office.Secretary, null)]
    [InlineData("T/M ĐẢNG ỦY", "BÍ THƯ", Office.DeputySecretary, "signing.not-the-signer")]
    [InlineData("K/T BÍ THƯ", "PHÓ BÍ THƯ", Office.DeputySecretary, "signing.wrong-lines")]
    [InlineData("T/M ĐẢNG UỶ", "BÍ THƯ", Office.Secretary, null)]
    public void Only_the_capacity_named_may_sign(string authority, string position, Office office, string? refusal)
    {
        var text = Text("x") with { Signature = new SignatureBlock(authority, position, "Nguyễn Văn A") };
        Assert.Equal(refusal, Table.MaySign(text, "h", "h", "Nguyễn Văn A", [office])?.Code);
    }

    [Fact]
    public void Only_the_adopted_text_may_be_signed()
    {
        var text = Text("x") with { Signature = new SignatureBlock("T/M ĐẢNG ỦY", "BÍ THƯ", "A") };
        Assert.Equal("signing.not-the-adopted-text", Table.MaySign(text, "h2", "h1", "A", [Office.Secretary])!.Code);
        Assert.Equal("signing.not-the-adopted-text", Table.MaySign(text, "h1", "", "A", [Office.Secretary])!.Code);
        Assert.Equal("signing.other-name", Table.MaySign(text, "h1", "h1", "B", [Office.Secretary])!.Code);
    }

    [Fact]
    public void Numbers_run_on_and_a_wanted_one_opens_an_empty_book_only()
    {
        var series = new NumberSeries { Id = Guid.NewGuid(), OrganizationId = Guid.NewGuid(), TermId = Guid.NewGuid(), Symbol = "NQ/ĐU" };
        var at = DateTimeOffset.UnixEpoch;
        Assert.Equal([7, 8, 9, 10], new[] { series.Open(7, at), series.Open(12, at), series.Open(3, at), series.Take(at) });
        Assert.Equal(6, series.Before);
        Assert.Equal("07-NQ/ĐU", DocumentNumber.Format(7, DocumentType.Of("nghi-quyet"), "ĐU", 2));
    }

    [Fact]
    public void Recipients_become_units_of_the_day_and_nobody_gets_two_copies()
    {
        var organization = Guid.NewGuid();
        Unit Make(string name, DateOnly? to = null, bool archive = false) => new() { Id = Guid.NewGuid(), OrganizationId = organization, Name = name, From = new DateOnly(2025, 7, 1), To = to, IsArchive = archive };
        var people = Make("Ủy ban nhân dân xã");
        var gone = Make("Chi bộ cũ", new DateOnly(2025, 12, 31));
        var cell = Make("Chi bộ thôn Đông");
        var archive = Make("Văn phòng Đảng ủy", archive: true);
        var group = new RecipientGroup { Id = Guid.NewGuid(), OrganizationId = organization, Name = "Các chi bộ trực thuộc" };
        var resolved = RecipientResolver.Resolve(
            [new("UBND xã", "để thực hiện"), new("Các chi bộ trực thuộc"), new("Ủy ban nhân dân xã"), new("Đăng tải cổng thông tin điện tử xã"), new("Lưu VP"), new("Đơn vị lạ")],
            [people, gone, cell, archive], [(group, [gone.Id, cell.Id])], new DateOnly(2026, 2, 1));
        Assert.Equal([people], resolved[0].Units);
        Assert.Equal([cell], resolved[1].Units);
        Assert.Empty(resolved[2].Units);
        Assert.True(resolved[3].IsPublication);
        Assert.Equal([archive], resolved[4].Units);
        Assert.Empty(resolved[5].Units);
    }

    [Theory]
    [InlineData("Nghị quyết số 07-NQ/ĐU", "nghi quyet so 07 nq du")]
    [InlineData("  Đảng   ủy—xã ", "dang uy xa")]
    public void Search_folds_letters(string text, string folded) => Assert.Equal(folded, Folding.Fold(text));

    private static DraftText Text(string subject) => new("nghi-quyet", BodyKind.ExecutiveCommittee, "", subject, [new Clause("c1", ClauseKind.Paragraph, 1, "", [new TextRun("Nội dung")])], [], SignatureBlock.Empty);
}

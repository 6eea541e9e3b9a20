using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Xunit;

namespace Workflow.Domain.Tests.Issuing;

/// <summary>Who issues and signs what is read from the table of the document's day; what no table may say is refused, line by line.</summary>
public sealed class AuthorityTests
{
    private static readonly AuthorityTable Now = AuthorityTable.InForce([], new(2026, 11, 20));

    [Fact]
    public void What_comes_with_the_program_keeps_the_rules_itself_and_begins_on_its_day()
    {
        Assert.All(ShippedAuthority.All, table => Assert.Empty(AuthorityRules.Judge(table.Powers, table.Lines)));
        Assert.Equal("66-QD", AuthorityTable.InForce([], new(2026, 1, 8)).Key);
        Assert.Equal("399-QD", AuthorityTable.InForce([], new(2026, 1, 9)).Key);
        Assert.Equal("66-QD", AuthorityTable.InForce([], new(1999, 1, 1)).Key);
    }

    [Theory]
    [InlineData(BodyKind.ExecutiveCommittee, "quy-che", true)]
    [InlineData(BodyKind.StandingCommittee, "quy-che", false)]
    [InlineData(BodyKind.ExecutiveCommittee, "huong-dan", false)]
    [InlineData(BodyKind.StandingCommittee, "huong-dan", true)]
    [InlineData(BodyKind.ExecutiveCommittee, "thong-tri", false)]
    [InlineData(BodyKind.StandingCommittee, "thong-tri", false)]
    [InlineData(BodyKind.StandingBoard, "nghi-quyet", false)]
    [InlineData(BodyKind.StandingBoard, "thong-bao", true)]
    public void A_body_issues_its_kinds_only_and_the_refusal_names_the_source(BodyKind body, string type, bool may)
    {
        var refusal = Now.MayIssue(body, type);
        Assert.Equal(may, refusal is null);
        Assert.True(may || refusal!.Text.Contains(body == BodyKind.StandingBoard ? "Quy chế làm việc" : "399-QĐ/TW", StringComparison.Ordinal));
        Assert.Equal(may ? null : "authority.kind", Now.MaySign(Text(body, type, "", ""), "h", "h", "A", [.. Enum.GetValues<Office>()])?.Code);
    }

    [Fact]
    public void By_order_is_for_some_kinds_and_for_the_head_of_the_office_or_the_deputy()
    {
        var letter = Text(BodyKind.StandingCommittee, "cong-van", "T/L BAN THƯỜNG VỤ", "CHÁNH VĂN PHÒNG");
        Assert.Null(Now.MaySign(letter, "h", "h", "A", [Office.ChiefOfOffice]));
        Assert.Equal("signing.not-the-signer", Now.MaySign(letter, "h", "h", "A", [Office.Secretary])?.Code);
        var deputy = Text(BodyKind.StandingCommittee, "cong-van", "T/L BAN THƯỜNG VỤ", "PHÓ CHÁNH VĂN PHÒNG");
        Assert.Null(Now.MaySign(deputy, "h", "h", "A", [Office.DeputyChiefOfOffice, Office.OfficeStaff]));
        Assert.Equal("signing.not-the-signer", Now.MaySign(deputy, "h", "h", "A", [Office.ChiefOfOffice])?.Code);
        Assert.Equal("signing.wrong-lines", Now.MaySign(deputy with { TypeKey = "nghi-quyet" }, "h", "h", "A", [Office.DeputyChiefOfOffice])?.Code);
        var resolution = Now.MaySign(letter with { TypeKey = "nghi-quyet" }, "h", "h", "A", [Office.ChiefOfOffice]);
        Assert.Equal("signing.wrong-lines", resolution?.Code);
        Assert.Contains("T/M BAN THƯỜNG VỤ / BÍ THƯ", resolution!.Text, StringComparison.Ordinal);
        Assert.Contains("cơ quan tham mưu", Now.MaySign(Text(BodyKind.ExecutiveCommittee, "nghi-quyet", "K/T BÍ THƯ", "PHÓ BÍ THƯ"), "h", "h", "A", [Office.DeputySecretary])!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_organizations_table_counts_from_its_day_and_survives_being_kept()
    {
        var kept = AuthorityJson.Read(AuthorityJson.Write([.. Now.Powers.Select(power => power with { Types = [.. power.Types.Except(["chi-thi"])] })], Now.Lines));
        var own = new OrganizationAuthority { Id = Guid.NewGuid(), OrganizationId = Guid.NewGuid(), Name = "Bảng của xã", Source = "quy chế", CopiedFrom = "", ValidFrom = new(2026, 12, 1), Values = AuthorityJson.Write(kept.Powers, kept.Lines), ById = Guid.NewGuid(), At = default }.Table;
        Assert.True(AuthorityTable.InForce([own], new(2026, 11, 30)).Issues(BodyKind.StandingCommittee, "chi-thi"));
        var refusal = AuthorityTable.InForce([own], new(2026, 12, 1)).MayIssue(BodyKind.StandingCommittee, "chi-thi");
        Assert.Contains("Bảng của xã", refusal!.Text, StringComparison.Ordinal);
        Assert.Equal(Now.Lines.Select(line => (line.Body, line.Words, line.Office, line.Source)), own.Lines.Select(line => (line.Body, line.Words, line.Office, line.Source)));
    }

    [Theory]
    [InlineData("K/T BÍ THƯ", "PHÓ BÍ THƯ", Office.DeputySecretary, "authority.deputy")]
    [InlineData("T/M ĐẢNG ỦY", "ỦY VIÊN", Office.DeputySecretary, "authority.position")]
    [InlineData("T/M ĐẢNG ỦY", "BÍ THƯ ĐẢNG ỦY", Office.Secretary, "authority.position")]
    [InlineData("T/M ĐẢNG ỦY", "BÍ THƯ", Office.DeputySecretary, "authority.office")]
    [InlineData("T/L BAN THƯỜNG VỤ", "BÍ THƯ", Office.Secretary, "authority.by-order")]
    [InlineData("T/L BAN THƯỜNG VỤ", "CHÁNH VĂN PHÒNG", Office.Secretary, "authority.by-order")]
    [InlineData("T/L BAN THƯỜNG VỤ", "CHÁNH VĂN PHÒNG", Office.DeputyChiefOfOffice, "authority.by-order")]
    [InlineData("T/L BAN THƯỜNG VỤ", "PHÓ CHÁNH VĂN PHÒNG", Office.ChiefOfOffice, "authority.by-order")]
    [InlineData("ĐẢNG ỦY", "BÍ THƯ", Office.Secretary, "authority.on-behalf")]
    [InlineData("T/M Đảng ủy", "BÍ THƯ", Office.Secretary, "authority.capitals")]
    [InlineData("T/M ĐẢNG ỦY", "", Office.Secretary, "authority.words")]
    [InlineData("T/M ĐẢNG ỦY", "BÍ THƯ", Office.Secretary, "authority.twice")]
    public void Lines_that_no_committee_signs_under_are_refused_with_their_place(string authority, string position, Office office, string code)
    {
        var found = AuthorityRules.Judge(Now.Powers, [.. Now.Lines, new(BodyKind.ExecutiveCommittee, authority, position, office, [], "quy chế của xã")]);
        Assert.Equal([code], found.Select(one => one.Code));
        Assert.Contains($"{Now.Lines.Count + 1}", found[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_kind_that_nobody_could_sign_and_a_table_that_allows_nothing_are_refused()
    {
        Assert.Equal(["authority.no-line"], AuthorityRules.Judge(Now.Powers, [.. Now.Lines.Where(line => line.Body != BodyKind.StandingBoard)]).Select(one => one.Code));
        Assert.Equal(["authority.nothing"], AuthorityRules.Judge([], Now.Lines).Select(one => one.Code));
        Assert.Contains(AuthorityRules.Judge(Now.Powers, [.. Now.Lines, Now.Lines[0] with { Types = ["không có"] }]), one => one.Code == "authority.kind");
    }

    private static DraftText Text(BodyKind body, string type, string authority, string position) =>
        new(type, body, "", "về một việc", [], [], new SignatureBlock(authority, position, ""));
}

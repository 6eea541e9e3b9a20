using Workflow.Domain.Layouts;
using Xunit;

namespace Workflow.Domain.Tests.Layouts;

public sealed class LayoutRulesTests
{
    [Fact]
    public void Shipped_guidance_holds_its_own_rules_and_differs_where_the_sources_say()
    {
        Assert.Equal(["36-HD", "05-HD"], ShippedLayouts.All.Select(one => one.Key));
        Assert.All(ShippedLayouts.All, one => Assert.Empty(LayoutRules.Read(Values(one)).Refused));
        Assert.Equal(["sign.lines", "recipients.separator", "audit.lineMostPt"], LayoutProfile.Hd36.Differences(LayoutProfile.Hd05).Select(one => one.Field.Key));
        Assert.Equal((20, 20, 30, 15, 210, 297), (LayoutProfile.Hd05.TopMm, LayoutProfile.Hd05.BottomMm, LayoutProfile.Hd05.LeftMm, LayoutProfile.Hd05.RightMm, LayoutProfile.Hd05.WidthMm, LayoutProfile.Hd05.HeightMm));
        Assert.Equal((15, 14, 12, 10), (LayoutProfile.Hd36.PartyTitlePt, LayoutProfile.Hd36.PageNumberPt, LayoutProfile.Hd36.RecipientPt, LayoutProfile.Hd36.PageNumberTopMm));
    }

    [Theory]
    [InlineData("2017-01-01", "36-HD")]
    [InlineData("2026-05-26", "36-HD")]
    [InlineData("2026-05-27", "05-HD")]
    [InlineData("2030-01-01", "05-HD")]
    public void The_guidance_of_the_day_holds_where_an_organization_has_none(string day, string key) => Assert.Equal(key, LayoutProfile.InForce([], DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)).Key);

    [Fact]
    public void An_organizations_own_holds_from_its_day_and_the_later_written_of_one_day_counts()
    {
        LayoutProfile Own(string name, DateOnly from) => new(name, name, "quy chế", from, LayoutFields.All.Select(field => KeyValuePair.Create(field.Key, LayoutProfile.Hd05[field.Key])));
        LayoutProfile[] own = [Own("c", new(2027, 1, 1)), Own("a", new(2026, 12, 1)), Own("b", new(2026, 12, 1))];
        Assert.Equal("05-HD", LayoutProfile.InForce(own, new(2026, 11, 30)).Key);
        Assert.Equal("b", LayoutProfile.InForce(own, new(2026, 12, 1)).Key);
        Assert.Equal("b", LayoutProfile.InForce(own, new(2026, 12, 31)).Key);
        Assert.Equal("c", LayoutProfile.InForce(own, new(2027, 1, 1)).Key);
    }

    [Theory]
    [InlineData("page.left", "abc", "layout.value")]
    [InlineData("page.left", "", "layout.value")]
    [InlineData("page.left", "-3", "layout.value")]
    [InlineData("page.left", "1e3", "layout.value")]
    [InlineData("page.left", "NaN", "layout.value")]
    [InlineData("page.right", "51", "layout.value")]
    [InlineData("sign.lines", "4,5", "layout.value")]
    [InlineData("bases.italic", "maybe", "layout.value")]
    [InlineData("recipients.separator", ";;", "layout.value")]
    [InlineData("header.party", "hai\ndòng chữ", "layout.value")]
    [InlineData("page.width", "150", "layout.too-narrow")]
    [InlineData("page.width", "297", "layout.landscape")]
    [InlineData("body.linePt", "14", "layout.line")]
    [InlineData("table.linePt", "13", "layout.line")]
    [InlineData("pageNumber.top", "18", "layout.page-number")]
    [InlineData("number.form", "Số ...", "layout.number-form")]
    [InlineData("place.form", "{nơi}, ngày {ngày}", "layout.place-form")]
    [InlineData("font.name", "Arial", "layout.font")]
    [InlineData("audit.bodyMostPt", "13", "layout.bounds")]
    public void What_cannot_be_set_is_refused_in_a_sentence(string field, string value, string code)
    {
        var (values, refused) = LayoutRules.Read(Values(LayoutProfile.Hd05, (field, value)));
        Assert.Null(values);
        Assert.Equal(code, refused[0].Code);
        Assert.Matches(@"^\p{Lu}.*Đồng chí .*\.$", refused[0].Text);
    }

    [Fact]
    public void Numbers_are_read_as_they_are_written_here()
    {
        var (values, _) = LayoutRules.Read(Values(LayoutProfile.Hd05, ("recipients.linePt", " 15,5 "), ("page.left", "30.0")));
        Assert.Equal(("15.5", "30"), (values!["recipients.linePt"], values["page.left"]));
        Assert.Equal("15,5 pt", LayoutFields.Of("recipients.linePt")!.Say(values["recipients.linePt"]));
    }

    [Fact]
    public void A_stored_layout_reads_back_and_takes_newer_fields_from_the_guidance()
    {
        var row = new OrganizationLayout { Id = Guid.CreateVersion7(), OrganizationId = Guid.Empty, Name = "Riêng", Source = "quy chế", CopiedFrom = "x", ValidFrom = new(2027, 1, 1), Values = LayoutProfile.Hd36.ToJson(), ById = Guid.Empty, At = DateTimeOffset.UnixEpoch };
        Assert.Empty(row.Profile.Differences(LayoutProfile.Hd36));
        var older = new OrganizationLayout { Id = row.Id, OrganizationId = row.OrganizationId, Name = row.Name, Source = row.Source, CopiedFrom = "x", ValidFrom = row.ValidFrom, Values = "{\"page.left\":\"33\"}", ById = row.ById, At = row.At };
        Assert.Equal(["page.left"], older.Profile.Differences(LayoutProfile.Hd05).Select(one => one.Field.Key));
    }

    private static Dictionary<string, string?> Values(LayoutProfile layout, params (string Field, string Value)[] changes) =>
        LayoutFields.All.ToDictionary(field => field.Key, field => (string?)(changes.FirstOrDefault(one => one.Field == field.Key).Value ?? layout[field.Key]));
}

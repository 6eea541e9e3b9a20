using Workflow.Domain.Forms;
using Workflow.Domain.Organizations;
using Xunit;

namespace Workflow.Domain.Tests;

/// <summary>What people type into forms, and the days on which somebody stands in.</summary>
public sealed class TypedTests
{
    [Theory]
    [InlineData(FieldKind.Money, "1.250.000", "1250000")]
    [InlineData(FieldKind.Money, "1250000 đ", "1250000")]
    [InlineData(FieldKind.Number, "12,5", "12.5")]
    [InlineData(FieldKind.Number, "-1.234,5", "-1234.5")]
    [InlineData(FieldKind.Date, "2026-11-21", "2026-11-21")]
    [InlineData(FieldKind.Date, "1/2/2026", "2026-02-01")]
    [InlineData(FieldKind.YesNo, "true", "True")]
    [InlineData(FieldKind.Choice, "a", "a")]
    [InlineData(FieldKind.Text, "  chữ  ", "chữ")]
    public void What_is_written_the_usual_way_is_understood(FieldKind kind, string typed, string value)
    {
        var (values, problems) = Read(kind, typed);
        Assert.Empty(problems);
        Assert.Equal(value, Convert.ToString(values["x"], System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData(FieldKind.Money, "1.5")]
    [InlineData(FieldKind.Money, "1,5")]
    [InlineData(FieldKind.Money, "-5")]
    [InlineData(FieldKind.Money, "nhiều")]
    [InlineData(FieldKind.Number, "1.25.000")]
    [InlineData(FieldKind.Number, "1e5")]
    [InlineData(FieldKind.Number, "99999999999999999999999999")]
    [InlineData(FieldKind.Date, "31/2/2026")]
    [InlineData(FieldKind.Date, "mai")]
    [InlineData(FieldKind.YesNo, "yes")]
    [InlineData(FieldKind.Choice, "c")]
    public void What_cannot_be_understood_is_said_and_nothing_is_kept_of_it(FieldKind kind, string typed)
    {
        var (values, problems) = Read(kind, typed);
        Assert.Empty(values);
        Assert.StartsWith("“Ô”: ", Assert.Single(problems).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_field_is_nothing_unless_it_is_required()
    {
        Assert.Null(Read(FieldKind.Money, " ").Values["x"]);
        Assert.Single(Read(FieldKind.Money, " ", isRequired: true).Problems);
        Assert.Single(Read(FieldKind.Text, new string('a', Field.LongestLine + 1)).Problems);
    }

    [Fact]
    public void An_absence_lasts_its_days_in_Vietnam_not_before_it_was_decided_and_not_after_it_was_withdrawn()
    {
        var day = new DateOnly(2026, 3, 2);
        var first = new DateTimeOffset(2026, 3, 1, 17, 0, 0, TimeSpan.Zero);
        Absence Of(DateTimeOffset decided, DateTimeOffset? withdrawn = null) => new()
        {
            Id = Guid.NewGuid(),
            OrganizationId = Guid.NewGuid(),
            PersonId = Guid.NewGuid(),
            SubstituteId = Guid.NewGuid(),
            From = day,
            To = day.AddDays(1),
            Reason = "họp",
            DecidedById = Guid.NewGuid(),
            DecidedAt = decided,
            WithdrawnAt = withdrawn,
        };
        var early = Of(first.AddDays(-3));
        Assert.Equal((first, first.AddDays(2)), (early.Begins, early.Ends));
        var late = Of(first.AddHours(5), first.AddHours(9));
        Assert.Equal((first.AddHours(5), first.AddHours(9)), (late.Begins, late.Ends));
        Assert.Equal(first.AddDays(2), Of(first.AddHours(5), first.AddDays(3)).Ends);
    }

    private static (IReadOnlyDictionary<string, object?> Values, IReadOnlyList<FieldProblem> Problems) Read(FieldKind kind, string typed, bool isRequired = false) => Typed.Read(
        new TaskSheet([], [new Field("x", "Ô", kind, isRequired, IsShown: false) { Options = kind == FieldKind.Choice ? [new("a", "Một"), new("b", "Hai")] : [] }], IsDelegable: false),
        new Dictionary<string, string> { ["x"] = typed });
}

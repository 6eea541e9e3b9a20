using System.Text.Json;
using Workflow.Engine.Conditions;
using Xunit;

namespace Workflow.Engine.Tests.Conditions;

/// <summary>The language of conditions: what it computes, what it refuses to read, what is an error when it is computed.</summary>
public sealed class ExpressionTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 30, 1, 0, 0, TimeSpan.Zero);

    private static readonly Dictionary<string, Value> Names = new()
    {
        ["n"] = 3,
        ["half"] = 0.5m,
        ["text"] = "Nghị quyết",
        ["yes"] = true,
        ["none"] = Value.Nothing.Instance,
        ["số_tờ"] = 12,
        ["votes"] = new Value.Items(["for", "for", "against"]),
        ["numbers"] = new Value.Items([1, 2.5m, 4]),
        ["void"] = new Value.Items([]),
        ["draft"] = new Value.Fields(new Dictionary<string, Value> { ["title"] = "A", ["size"] = 7, ["in ngày"] = true }),
    };

    [Theory]
    [InlineData("${1 + 2 * 3}", "7")]
    [InlineData("#{(1 + 2) * 3}", "9")]
    [InlineData("= 10 - 2 - 3", "5")]
    [InlineData("${1 / 3 * 3}", "0.9999999999999999999999999999")]
    [InlineData("${0.1 + 0.2}", "0.3")]
    [InlineData("${7 % 4}", "3")]
    [InlineData("${7 div 2}", "3.5")]
    [InlineData("${-n + 1}", "-2")]
    [InlineData("${n > 2 && half <= 0.5}", "true")]
    [InlineData("${n lt 2 or not yes}", "false")]
    [InlineData("${n eq 3 and n ne 4 and n ge 3 and n le 3 and n gt 2}", "true")]
    [InlineData("${yes ? 'a' : missing}", "\"a\"")]
    [InlineData("${false && missing}", "false")]
    [InlineData("${true || missing}", "true")]
    [InlineData("${text == \"Nghị quyết\"}", "true")]
    [InlineData("${'a' < 'b'}", "true")]
    [InlineData("${'it\\'s'}", "\"it's\"")]
    [InlineData("${none == null && text != null}", "true")]
    [InlineData("${empty none && empty void && empty '' && !empty votes}", "true")]
    [InlineData("${votes[0] + votes[2]}", "\"foragainst\"")]
    [InlineData("${draft.title + draft['title']}", "\"AA\"")]
    [InlineData("${draft.size + 1}", "8")]
    [InlineData("${draft['in ngày']}", "true")]
    [InlineData("${số_tờ}", "12")]
    [InlineData("${size(votes) + size(text)}", "13")]
    [InlineData("${count(votes, 'for') * 2 > size(votes)}", "true")]
    [InlineData("${contains(votes, 'for') && contains(text, 'quyết')}", "true")]
    [InlineData("${sum(numbers) + min(numbers) + max(1, 9)}", "17.5")]
    [InlineData("${round(2.5) + round(1.005, 2) + floor(1.9) + ceiling(1.1) + abs(-1)}", "8.01")]
    [InlineData("${upper('đ') + lower('Đ')}", "\"Đđ\"")]
    [InlineData("${startsWith(text, 'Nghị') && endsWith(text, 'quyết')}", "true")]
    [InlineData("${number('1.50') == 1.5 && text(2) == '2'}", "true")]
    [InlineData("${now()}", "\"2026-01-30T01:00:00Z\"")]
    [InlineData("${after(now(), 'P1M')}", "\"2026-02-28T01:00:00Z\"")]
    [InlineData("${duration('P3D')}", "\"P3D\"")]
    [InlineData("Số ${n}/${yes ? 'NQ' : 'QĐ'}-${'}'}", "\"Số 3/NQ-}\"")]
    [InlineData("no expression: $5 {x}", "\"no expression: $5 {x}\"")]
    public void Computes(string text, string result) =>
        Assert.Equal(result, JsonSerializer.Serialize(Template.Parse(text).Evaluate(About()), StateJson.Options));

    [Theory]
    [InlineData("${missing}")]
    [InlineData("${n == '3'}")]
    [InlineData("${yes == 'true'}")]
    [InlineData("${n + text}")]
    [InlineData("${n < text}")]
    [InlineData("${yes > false}")]
    [InlineData("${n && yes}")]
    [InlineData("${!n}")]
    [InlineData("${1 / 0}")]
    [InlineData("${79228162514264337593543950335 + 1}")]
    [InlineData("${votes[3]}")]
    [InlineData("${votes[-1]}")]
    [InlineData("${votes[0.5]}")]
    [InlineData("${draft.author}")]
    [InlineData("${n.title}")]
    [InlineData("${none.title}")]
    [InlineData("${size(n)}")]
    [InlineData("${max(void)}")]
    [InlineData("${number('x')}")]
    [InlineData("${after(now(), 'P9999Y')}")]
    [InlineData("${after('tomorrow', 'P1D')}")]
    [InlineData("${duration('soon')}")]
    public void Is_an_error_when_it_is_computed_never_false(string text) => Assert.Throws<ExpressionException>(() => Template.Parse(text).Evaluate(About()));

    [Theory]
    [InlineData("${")]
    [InlineData("${}")]
    [InlineData("${1 +}")]
    [InlineData("${(1}")]
    [InlineData("${1 2}")]
    [InlineData("${a = 1}")]
    [InlineData("${a; b}")]
    [InlineData("${'open}")]
    [InlineData("${unknown(1)}")]
    [InlineData("${size()}")]
    [InlineData("${size(1, 2)}")]
    [InlineData("${text.length()}")]
    [InlineData("${''.getClass().forName('x')}")]
    [InlineData("${T(java.lang.Runtime)}")]
    [InlineData("${a ? b}")]
    [InlineData("${a.1}")]
    [InlineData("${a[}")]
    [InlineData("${99999999999999999999999999999999}")]
    public void Is_not_read(string text) => Assert.Throws<ExpressionException>(() => Template.Parse(text));

    [Fact]
    public void Length_depth_and_work_are_limited()
    {
        Assert.Throws<ExpressionException>(() => Template.Parse("${" + new string('1', Parser.MaxLength + 1) + "}"));
        Assert.Throws<ExpressionException>(() => Template.Parse("${" + new string('(', 100) + "1" + new string(')', 100) + "}"));
        Assert.Throws<ExpressionException>(() => Template.Parse("${" + new string('!', 100) + "yes}"));
        Assert.Throws<ExpressionException>(() => Template.Parse("${" + new string('(', 20_000) + "1"));
        Template.Parse("${" + string.Join(" + ", Enumerable.Repeat("n", 900)) + "}").Evaluate(About());
        var long_ = new Value.Items([.. Enumerable.Repeat<Value>(1, 4_000)]);
        Assert.Throws<ExpressionException>(() => Template.Parse("${sum(x) + sum(x) + sum(x)}").Evaluate(new Evaluation(_ => long_, Now, TimeSpan.Zero)));
    }

    [Theory]
    [InlineData("1.10")]
    [InlineData("[1,\"a\",null,{\"b\":true}]")]
    [InlineData("{\"a\":{\"b\":[]},\"c\":79228162514264337593543950335}")]
    public void A_value_is_written_as_it_was_read(string json)
    {
        var value = JsonSerializer.Deserialize<Value>(json, StateJson.Options)!;
        Assert.Equal(json, JsonSerializer.Serialize(value, StateJson.Options));
        Assert.Equal(value, JsonSerializer.Deserialize<Value>(json, StateJson.Options));
    }

    private static Evaluation About() => new(Names.GetValueOrDefault, Now, TimeSpan.FromHours(7));
}

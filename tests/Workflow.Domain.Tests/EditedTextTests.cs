using Workflow.Domain.Texts;
using Xunit;

namespace Workflow.Domain.Tests;

/// <summary>What nobody touched comes back from the page exactly as it was; what cannot be a text is refused with a reason.</summary>
public sealed class EditedTextTests
{
    private static readonly string[] Words = ["Đẩy mạnh", " chuyển đổi số ", "95,5%", "  hai dấu cách", "\"ngoặc\"", "<b>", "\u2028", "hoà bình", "𝔸", "ho\u0061\u0300n", "…", "\\", ":"];

    [Fact]
    public void Untouched_a_text_comes_back_as_it_was()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            var text = Any(new Random(seed));
            var (edited, refusal) = EditedText.Parse(EditedText.Of(text).Write());
            Assert.Null(refusal);
            var (back, wrong) = EditedTextRules.Over(edited!, text);
            Assert.True(wrong is null && CanonicalText.Write(back!) == CanonicalText.Write(text), $"seed {seed}: {wrong?.Code}");
            Assert.Empty(EditedTextRules.Touched(edited!, text));
        }
    }

    [Fact]
    public void One_clause_changed_changes_that_one()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var text = Any(random);
            var editable = text.Clauses.Where(clause => clause.Rows is null).ToList();
            var one = editable[random.Next(editable.Count)];
            var edited = EditedText.Of(text) with { Clauses = [.. text.Clauses.Select(clause => clause == one ? clause with { Runs = [new("Câu mới.")] } : clause)] };
            var back = EditedTextRules.Over(edited, text).Text!;
            Assert.Equal([one.Id], back.Clauses.Zip(text.Clauses).Where(pair => pair.First != pair.Second).Select(pair => pair.First.Id));
            Assert.Equal([one.Id], EditedTextRules.Touched(edited, text));
        }
    }

    [Fact]
    public void A_clause_that_is_new_gets_a_number_never_used()
    {
        var text = Any(new Random(7));
        var copied = text.Clauses.First(clause => clause.Rows is null);
        var edited = EditedText.Of(text) with { Clauses = [.. text.Clauses, copied, copied with { Id = "n5" }, copied with { Id = "c900" }] };
        var back = EditedTextRules.Over(edited, text, ["c41"]).Text!;
        Assert.Equal(["c42", "c43", "c44"], back.Clauses.Skip(text.Clauses.Count).Select(clause => clause.Id));
    }

    [Fact]
    public void What_cannot_be_a_version_is_named()
    {
        var text = Any(new Random(3));
        var edited = EditedText.Of(text);
        var table = new Clause("c1", ClauseKind.Table, 1, "", [], [["a", "b"]]);
        var withTable = text with { Clauses = [table, .. text.Clauses.Where(clause => clause.Id != "c1")] };
        Assert.Equal("edited.no-subject", Code(edited with { Subject = " " }));
        Assert.Equal("edited.no-clauses", Code(edited with { Clauses = [] }));
        Assert.Equal("edited.level", Code(edited with { Clauses = [new("x", ClauseKind.Heading, 4, "I.", [new("A")])] }));
        Assert.Equal("edited.label", Code(edited with { Clauses = [new("x", ClauseKind.Heading, 1, new string('I', 101), [new("A")])] }));
        Assert.Equal("edited.clause-too-long", Code(edited with { Clauses = [new("x", ClauseKind.Paragraph, 1, "", [new(new string('a', 20_001))])] }));
        Assert.Equal("edited.table", Code(edited with { Clauses = [table with { Id = "mới" }] }));
        Assert.Equal("edited.table", EditedTextRules.Over(EditedText.Of(withTable) with { Clauses = [table with { Rows = [["a", "c"]] }] }, withTable).Refusal!.Code);
        Assert.Equal("edited.lines-too-long", Code(edited with { Signature = new("", "", new string('a', 501)) }));
        string? Code(EditedText one) => EditedTextRules.Over(one, text).Refusal?.Code;
    }

    // Texts as an import makes them: NFC, no space at the ends, every kind of block.
    private static DraftText Any(Random random)
    {
        string Some() => string.Concat(Enumerable.Range(0, random.Next(1, 5)).Select(_ => Words[random.Next(Words.Length)])).Normalize().Replace('\u2028', ' ').Trim() is { Length: > 0 } words ? words : "x";
        var clauses = Enumerable.Range(1, random.Next(2, 12)).Select(number => random.Next(8) switch
        {
            0 => new Clause($"c{number}", ClauseKind.Table, 2, "", [], [[Some(), ""], [Some(), Some()]]),
            1 => new Clause($"c{number}", ClauseKind.Footnote, 2, "1", [new(Some())]),
            2 => new Clause($"c{number}", ClauseKind.Heading, random.Next(4), "I.", [new(Some(), Bold: true)]),
            3 => new Clause($"c{number}", ClauseKind.Paragraph, 2, "-", [new("Về kinh tế:", Bold: true), new(" " + Some())]) { RunInHeading = "Về kinh tế" },
            _ => new Clause($"c{number}", ClauseKind.Paragraph, random.Next(1, 5), random.Next(2) == 0 ? "" : "a)", [new(Some(), random.Next(2) == 0), new(Some(), Italic: true), new(Some(), Italic: true), new("2", Superscript: true)]),
        }).Append(new Clause("c40", ClauseKind.Paragraph, 1, "", [new("Cuối.")])).ToList();
        return new("nghi-quyet", BodyKind.ExecutiveCommittee, "CỦA BAN CHẤP HÀNH", "Về " + Some(), clauses, [new("Ủy ban nhân dân xã", "để thực hiện"), new("Lưu Văn phòng Đảng ủy.")], new("T/M ĐẢNG ỦY", "BÍ THƯ", ""));
    }
}

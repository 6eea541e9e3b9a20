using Workflow.Documents.Redline;
using Workflow.Domain.Texts;
using Xunit;

namespace Workflow.Documents.Tests.Redline;

/// <summary>What only one side changed is taken over; where both changed, nothing is decided for anybody.</summary>
public sealed class DraftMergeTests
{
    private static readonly DraftText Base = With(("c1", "một"), ("c2", "hai"), ("c3", "ba"), ("c4", "bốn"));

    public static TheoryData<string, string, string, string, string> Cases => new()
    {
        { "c1 một, c2 HAI, c3 ba, c4 bốn", "c1 một, c2 hai, c3 ba, c4 BỐN", "c1 một, c2 HAI, c3 ba, c4 BỐN", "", "c1 một, c2 HAI, c3 ba, c4 BỐN" },
        { "c1 một, c2 HAI, c3 ba, c4 bốn", "c1 một, c2 Hai!, c3 ba, c4 bốn", "c1 một, c2 Hai!, c3 ba, c4 bốn", "c2", "c1 một, c2 HAI, c3 ba, c4 bốn" },
        { "c1 một, c2 HAI, c3 ba, c4 bốn", "c1 một, c2 HAI, c3 ba, c4 bốn", "c1 một, c2 HAI, c3 ba, c4 bốn", "", "c1 một, c2 HAI, c3 ba, c4 bốn" },
        { "c1 một, c3 ba, c4 bốn", "c1 một, c2 hai, c3 BA, c4 bốn", "c1 một, c3 BA, c4 bốn", "", "c1 một, c3 BA, c4 bốn" },
        { "c1 một, c3 ba, c4 bốn", "c1 một, c2 sửa, c3 ba, c4 bốn", "c1 một, c2 sửa, c3 ba, c4 bốn", "c2", "c1 một, c3 ba, c4 bốn" },
        { "c1 một, c2 sửa, c3 ba, c4 bốn", "c1 một, c3 ba, c4 bốn", "c1 một, c3 ba, c4 bốn", "c2", "c1 một, c2 sửa, c3 ba, c4 bốn" },
        { "c1 một, c2 hai, c9 mới, c3 ba, c4 bốn", "c1 một, c2 hai, c8 của tôi, c3 ba", "c1 một, c2 hai, c9 mới, c8 của tôi, c3 ba", "", "c1 một, c2 hai, c9 mới, c8 của tôi, c3 ba" },
        { "c9 đầu, c1 một, c2 hai, c3 ba, c4 bốn", "c2 hai, c3 ba, c4 bốn, c8 cuối", "c9 đầu, c2 hai, c3 ba, c4 bốn, c8 cuối", "", "c9 đầu, c2 hai, c3 ba, c4 bốn, c8 cuối" },
        { "c2 hai, c1 một, c3 ba, c4 bốn", "c1 MỘT, c2 hai, c3 ba, c8 thêm, c4 bốn", "c2 hai, c1 MỘT, c3 ba, c8 thêm, c4 bốn", "", "c2 hai, c1 MỘT, c3 ba, c8 thêm, c4 bốn" },
        { "c2 hai, c1 một, c3 ba, c4 bốn", "c1 một, c2 hai, c4 bốn, c3 ba", "c1 một, c2 hai, c4 bốn, c3 ba", "order", "c2 hai, c1 một, c3 ba, c4 bốn" },
        { "c2 hai, c1 một, c3 ba, c4 bốn", "c2 hai, c1 một, c3 ba, c4 bốn", "c2 hai, c1 một, c3 ba, c4 bốn", "", "c2 hai, c1 một, c3 ba, c4 bốn" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Clauses_are_put_together(string theirs, string mine, string mineChosen, string conflicts, string theirsChosen)
    {
        var merge = DraftMerge.Of(Base, Read(theirs), Read(mine));
        Assert.Equal(conflicts, string.Join(' ', merge.Places.Where(place => place.Kind == ThreeWayKind.Conflict).Select(place => place.Key)));
        Assert.Equal(mineChosen, Told(merge.Text(new HashSet<string>())));
        Assert.Equal(theirsChosen, Told(merge.Text(conflicts.Split(' ').ToHashSet())));
    }

    [Fact]
    public void Parts_that_a_text_has_once_are_merged_one_by_one()
    {
        var theirs = Base with { Subject = "Về việc khác", Recipients = [new("Các chi bộ"), new("Lưu")], Signature = Base.Signature with { Name = "Trần Văn B" } };
        var mine = Base with { Subject = "Về việc của tôi", Signature = Base.Signature with { Position = "PHÓ BÍ THƯ" } };
        var merge = DraftMerge.Of(Base, theirs, mine);
        Assert.Equal([("subject", ThreeWayKind.Conflict), ("recipients", ThreeWayKind.First), ("position", ThreeWayKind.Second), ("signer", ThreeWayKind.First)], merge.Places.Select(place => (place.Key, place.Kind)));
        var text = merge.Text(new HashSet<string>());
        Assert.Equal(("Về việc của tôi", 2, "PHÓ BÍ THƯ", "Trần Văn B"), (text.Subject, text.Recipients.Count, text.Signature.Position, text.Signature.Name));
        Assert.Equal("Về việc khác", merge.Text(new HashSet<string> { "subject" }).Subject);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void With_one_side_untouched_the_other_comes_out_whole(int seed)
    {
        var random = new RandomDraft(new Random(seed));
        var before = random.New(40);
        var after = random.Next(before, 0.4, 4, 4, 3);
        Assert.Equal(CanonicalText.Hash(after), CanonicalText.Hash(DraftMerge.Of(before, after, before).Text(new HashSet<string>())));
        Assert.Equal(CanonicalText.Hash(after), CanonicalText.Hash(DraftMerge.Of(before, before, after).Text(new HashSet<string>())));
        Assert.DoesNotContain(DraftMerge.Of(before, after, before).Places, place => place.Kind != ThreeWayKind.First);
    }

    private static DraftText With(params (string Id, string Text)[] clauses) => TextComparisonTests.Sample() with { Clauses = [.. clauses.Select(one => RandomDraft.Paragraph(one.Id, one.Text))] };

    private static DraftText Read(string told) => With([.. told.Split(", ").Select(one => (one.Split(' ')[0], one[(one.IndexOf(' ', StringComparison.Ordinal) + 1)..]))]);

    private static string Told(DraftText text) => string.Join(", ", text.Clauses.Select(clause => $"{clause.Id} {clause.Text}"));
}

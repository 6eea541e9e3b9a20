using Workflow.Documents.Anchoring;
using Workflow.Documents.Tests.Redline;
using Workflow.Domain.Texts;
using Xunit;

namespace Workflow.Documents.Tests.Anchoring;

public sealed class CommentAnchorTests
{
    private const string First = "Phấn đấu thu ngân sách đạt 2.659 triệu đồng – tăng 12% so với năm trước.";
    private const string Second = "Giao Văn phòng Đảng ủy theo dõi, đôn đốc và báo cáo kết quả trước ngày 15/12/2027.";

    [Fact]
    public void Words_that_stand_are_found_exactly_however_they_are_typed()
    {
        var placed = CommentAnchor.Carry("c1", "2.659 triệu đồng - tăng 12%", Draft(First, Second), Draft("Năm 2027, " + First.Replace('–', '-'), Second));
        Assert.Equal((AnchorKind.Exact, "c1"), (placed.Kind, placed.ClauseId));
        Assert.Equal("2.659 triệu đồng - tăng 12%", ("Năm 2027, " + First.Replace('–', '-')).Substring(placed.Start, placed.Length));
    }

    [Fact]
    public void Of_two_equal_places_the_one_with_the_old_neighbours_is_taken()
    {
        const string after = "Hỗ trợ hộ nghèo vay vốn; giảm số hộ nghèo còn 12 hộ.";
        var placed = CommentAnchor.Carry("c1", "hộ nghèo", Draft("Giảm số hộ nghèo còn 12 hộ.", Second), Draft(after, Second));
        Assert.Equal((AnchorKind.Exact, after.LastIndexOf("hộ nghèo", StringComparison.Ordinal)), (placed.Kind, placed.Start));
    }

    [Fact]
    public void Words_that_went_to_another_clause_are_moved()
    {
        var placed = CommentAnchor.Carry("c2", "theo dõi, đôn đốc và báo cáo", Draft(First, Second), Draft(First, "Giao Văn phòng Đảng ủy.", "Văn phòng theo dõi, đôn đốc và báo cáo kết quả."));
        Assert.Equal((AnchorKind.Moved, "c3", 10), (placed.Kind, placed.ClauseId, placed.Start));
    }

    [Fact]
    public void Words_half_edited_are_fuzzy_and_point_at_what_is_left()
    {
        var after = Second.Replace("đôn đốc", "kiểm tra", StringComparison.Ordinal);
        var placed = CommentAnchor.Carry("c2", "theo dõi, đôn đốc và báo cáo kết quả", Draft(First, Second), Draft(First, after));
        Assert.Equal(AnchorKind.Fuzzy, placed.Kind);
        Assert.Equal("theo dõi, kiểm tra và báo cáo kết quả", after.Substring(placed.Start, placed.Length));
    }

    [Fact]
    public void Words_that_are_gone_are_lost_never_guessed()
    {
        Assert.Equal(new AnchorPlacement(AnchorKind.Lost, "c1", 0, 0), CommentAnchor.Carry("c1", "tăng 12% so với năm trước", Draft(First, Second), Draft("Phấn đấu thu ngân sách đạt 2.659 triệu đồng.", Second)));
        Assert.Equal(new AnchorPlacement(AnchorKind.Lost, null, 0, 0), CommentAnchor.Carry("c1", "2.659 triệu đồng", Draft(First, Second), Only("c2", Second)));
        Assert.Equal(new AnchorPlacement(AnchorKind.Lost, null, 0, 0), CommentAnchor.Carry("c1", null, Draft(First, Second), Only("c2", Second)));
        Assert.Equal(AnchorKind.Lost, CommentAnchor.Carry("c1", "hội", Draft("Hội nghị của hội", Second), Draft("Cuộc hộitrường", Second)).Kind);
    }

    [Fact]
    public void A_comment_on_a_whole_clause_follows_the_clause_and_what_took_it_in()
    {
        Assert.Equal(new AnchorPlacement(AnchorKind.Exact, "c2", 0, 0), CommentAnchor.Carry("c2", "", Draft(First, Second), Draft(First, "Giao Ủy ban nhân dân xã thực hiện.")));
        Assert.Equal(new AnchorPlacement(AnchorKind.Fuzzy, "c2", 0, 0), CommentAnchor.Carry("c1", null, Draft(First, Second), Only("c2", $"{First} {Second}")));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Comments_follow_their_words_through_random_edits(int seed)
    {
        var source = new Random(seed);
        var random = new RandomDraft(source);
        var before = random.New(60);
        var after = random.Next(before, 0.3, added: 4, removed: 4, moved: 3);
        var now = after.Clauses.ToDictionary(clause => clause.Id);
        for (var round = 0; round < 300; round++)
        {
            var clause = before.Clauses[source.Next(before.Clauses.Count)];
            var words = clause.Text.Split(' ');
            var from = source.Next(words.Length - 6);
            var quote = string.Join(' ', words[from..(from + 6)]);
            var placed = CommentAnchor.Carry(clause.Id, quote, before, after);
            var label = $"seed {seed} round {round}: “{quote}” {placed}";
            if (!now.TryGetValue(clause.Id, out var continued))
            {
                Assert.True(placed.Kind == AnchorKind.Lost, label);
            }
            else if (continued.Text.Contains(quote, StringComparison.Ordinal))
            {
                Assert.True(placed.Kind == AnchorKind.Exact && continued.Text.Substring(placed.Start, placed.Length) == quote, label);
            }
            else
            {
                Assert.True(placed.Kind is AnchorKind.Fuzzy or AnchorKind.Lost && placed.ClauseId == clause.Id && placed.Start + placed.Length <= continued.Text.Length, label);
            }
        }
    }

    private static DraftText Draft(params string[] texts) => new(
        "nghi-quyet", BodyKind.ExecutiveCommittee, "", "Về thử", [.. texts.Select((text, index) => RandomDraft.Paragraph($"c{index + 1}", text))], [], SignatureBlock.Empty);

    private static DraftText Only(string id, string text) => Draft(text) with { Clauses = [RandomDraft.Paragraph(id, text)] };
}

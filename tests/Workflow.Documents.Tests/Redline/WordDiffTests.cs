using System.Text;
using Workflow.Documents.Redline;
using Xunit;

namespace Workflow.Documents.Tests.Redline;

public sealed class WordDiffTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Pieces_make_both_sides_to_the_letter(int seed)
    {
        var random = new Random(seed);
        string[] words = ["tăng", "trưởng", "10,5%", "1.200.000", "–", "-", "—", "“", "\"", "xã", "hội", "\n", "\t", "  ", "(", ");", "năm", "Ð", "và", "𝒳", "e\u0301"];
        for (var round = 0; round < 2_000; round++)
        {
            string Text() => string.Join(random.Next(3) == 0 ? "" : " ", Enumerable.Range(0, random.Next(0, 30)).Select(_ => words[random.Next(words.Length)]));
            var (before, after) = (Text(), Text());
            Reconstructs(before, after, $"seed {seed} round {round}");
        }
    }

    [Fact]
    public void Edits_are_shown_where_they_are()
    {
        Assert.Equal("Tổ chức [-thực hiện][+triển khai] nghị quyết", Show("Tổ chức thực hiện nghị quyết", "Tổ chức triển khai nghị quyết"));
        Assert.Equal("Thu ngân sách đạt [-2.659][+2.700] triệu đồng", Show("Thu ngân sách đạt 2.659 triệu đồng", "Thu ngân sách đạt 2.700 triệu đồng"));
        Assert.Equal("xã[+,] phường", Show("xã phường", "xã, phường"));
        Assert.Equal("a [-b ]c", Show("a b c", "a c"));
        Assert.Equal("một[+ hai]", Show("một", "một hai"));
    }

    [Fact]
    public void A_short_word_between_two_replacements_is_part_of_one_edit()
    {
        Assert.Equal("về [-nhiệm vụ và giải pháp][+mục tiêu và chỉ số] năm", Show("về nhiệm vụ và giải pháp năm", "về mục tiêu và chỉ số năm"));
        Assert.Equal("[-tăng][+giảm] 15 [-phần][+điểm]", Show("tăng 15 phần", "giảm 15 điểm"));
    }

    [Fact]
    public void Typing_style_is_no_change_but_is_remembered()
    {
        const string before = "kinh tế – xã hội “bền vững”", after = "kinh tế - xã hội \"bền vững\"";
        var pieces = WordDiff.Compare(before, after);
        Assert.All(pieces, piece => Assert.Equal(DiffKind.Same, piece.Kind));
        Assert.Equal(["–", "“", "”"], pieces.Where(piece => piece.Before is not null).Select(piece => piece.Before!));
        Assert.All(WordDiff.Compare(before, before.Normalize(NormalizationForm.FormD)), piece => Assert.Equal((DiffKind.Same, null), (piece.Kind, piece.Before)));
    }

    [Fact]
    public void A_long_paragraph_replaced_from_end_to_end_ends_and_is_right()
    {
        var random = new Random(5);
        string Words(int vocabulary) => string.Join(' ', Enumerable.Range(0, 6_000).Select(_ => $"w{random.Next(vocabulary)}"));
        Reconstructs(Words(100_000), Words(100_000).ToUpperInvariant(), "nothing shared");
        Reconstructs(Words(40), Words(40), "the same words in another order");
        Reconstructs(Words(3_000), Words(3_000), "some shared");
    }

    [Fact]
    public void An_edit_at_the_end_of_a_rewritten_paragraph_does_not_hide_what_stayed()
    {
        var random = new Random(6);
        var stays = string.Join(' ', Enumerable.Range(0, 500).Select(number => $"giữ{number}"));
        string Noise() => string.Join(' ', Enumerable.Range(0, 4_000).Select(_ => $"n{random.Next(30)}"));
        var pieces = WordDiff.Compare($"{Noise()} {stays} cuối", $"{Noise()} {stays} hết");
        Assert.Contains(pieces, piece => piece.Kind == DiffKind.Same && piece.Text.Contains(stays, StringComparison.Ordinal));
    }

    internal static void Reconstructs(string before, string after, string label)
    {
        var pieces = WordDiff.Compare(before, after);
        Assert.True(before.Normalize() == string.Concat(pieces.Where(piece => piece.Kind != DiffKind.Inserted).Select(piece => piece.Before ?? piece.Text)), label);
        Assert.True(after.Normalize() == string.Concat(pieces.Where(piece => piece.Kind != DiffKind.Deleted).Select(piece => piece.Text)), label);
    }

    private static string Show(string before, string after) => string.Concat(WordDiff.Compare(before, after).Select(piece => piece.Kind switch
    {
        DiffKind.Inserted => $"[+{piece.Text}]",
        DiffKind.Deleted => $"[-{piece.Text}]",
        _ => piece.Text,
    }));
}

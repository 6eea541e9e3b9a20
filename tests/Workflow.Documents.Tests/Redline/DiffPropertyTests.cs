using FsCheck;
using FsCheck.Fluent;
using Workflow.Domain.Texts;
using Xunit;

namespace Workflow.Documents.Tests.Redline;

/// <summary>
/// For any two texts: the difference applied to the old gives the new, and taken back the old. What fails is made smaller until it can be read.
/// <c>WORKFLOW_SEED=new</c> tries cases never tried before.
/// </summary>
public sealed class DiffPropertyTests
{
    // Few words, so that both texts have much in common; signs, figures, spaces and breaks that a comparison could trip over.
    private static readonly string[] Words = ["tăng", "trưởng", "10,5%", "1.200.000", "–", "-", "“", "”", "xã", "hội", "(", ");", "năm", "2026", "và", "e\u0301", "𝒳", "đồng", ".", ","];

    private static readonly Arbitrary<int[]> Numbers = ArbMap.Default.ArbFor<int[]>();

    [Fact]
    public void Words_taken_out_and_put_in_make_the_new_text_of_the_old() =>
        Prop.ForAll(Numbers, Numbers, (before, after) => WordDiffTests.Reconstructs(Text(before), Text(after), $"“{Text(before)}” → “{Text(after)}”")).Check(Config(2_000));

    [Fact]
    public void Accepting_every_change_of_the_file_gives_the_new_draft_and_refusing_the_old() =>
        Prop.ForAll(Numbers, Numbers, (before, after) => { RedlineDocxTests.Both(Draft(before), Draft(after), $"{string.Join(' ', before)} → {string.Join(' ', after)}"); }).Check(Config(150));

    private static Config Config(int tests)
    {
        var config = FsCheck.Config.QuickThrowOnFailure.WithMaxTest(tests).WithEndSize(60);
        return Environment.GetEnvironmentVariable("WORKFLOW_SEED") == "new" ? config : config.WithReplay(20_260_205, 7);
    }

    private static string Text(int[] numbers) => string.Concat(numbers.Select(number => $"{Words[Math.Abs(number % Words.Length)]}{(number % 3 == 0 ? "" : " ")}"));

    // One paragraph a number; a next one that differs by one or two words, a figure or nothing. Texts of drafts are NFC.
    private static DraftText Draft(int[] numbers) => new RandomDraft(new Random(1)).New(1) with
    {
        Clauses = [.. numbers.Prepend(1).Select((number, index) => RandomDraft.Paragraph($"c{index + 1}", $"Nội dung số {Math.Abs(number / 5)} về {Words[Math.Abs(number % Words.Length)]} và {(number % 2 == 0 ? "kinh tế" : "văn hóa, xã hội")} của xã.".Normalize()))],
    };
}

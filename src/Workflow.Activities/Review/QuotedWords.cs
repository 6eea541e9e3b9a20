using Workflow.Domain;
using Workflow.Domain.Texts;

namespace Workflow.Activities.Review;

/// <summary>Finds the words of a clause that a person means.</summary>
internal static class QuotedWords
{
    private const int Longest = 2_000;

    /// <summary>
    /// The words and their place. A page without a script cannot tell the place: then they must stand there once. An insertion without a place goes to the end.
    /// </summary>
    public static ((string Quote, int Start) Place, Refusal? Unclear) Find(Clause clause, string quote, int start, string? proposed)
    {
        var words = quote.Normalize();
        if (words.Trim().Length == 0)
        {
            return proposed is null ? (("", 0), null)
                : clause.Rows is not null ? (default, new("review.table", "Bảng số liệu không sửa câu chữ tại chỗ được. Đồng chí ghi thành góp ý."))
                : proposed.Trim().Length == 0 ? (default, new("review.empty-proposal", "Đồng chí ghi câu chữ cần sửa và câu chữ thay vào; muốn bỏ thì để trống ô thay vào."))
                : (("", start >= 0 && start <= clause.Text.Length ? start : clause.Text.Length), null);
        }

        if (words.Length > Longest)
        {
            return (default, new("review.long-quote", "Chỗ được chọn dài quá 2.000 chữ. Đồng chí góp ý cả đoạn hoặc chọn ngắn lại."));
        }

        if (start >= 0 && start + words.Length <= clause.Text.Length && clause.Text.AsSpan(start, words.Length).SequenceEqual(words))
        {
            return ((words, start), Same(words, proposed));
        }

        words = words.Trim();
        var first = clause.Text.IndexOf(words, StringComparison.Ordinal);
        return first < 0 ? (default, new("review.no-such-words", $"Đoạn này không có câu chữ “{words}”. Đồng chí chép đúng nguyên văn từ đoạn."))
            : clause.Text.IndexOf(words, first + 1, StringComparison.Ordinal) >= 0 ? (default, new("review.words-twice", $"“{words}” có ở nhiều chỗ trong đoạn. Đồng chí chép thêm vài chữ đứng trước hoặc sau để rõ là chỗ nào."))
            : ((words, first), Same(words, proposed));
    }

    private static Refusal? Same(string words, string? proposed) =>
        proposed?.Normalize() == words ? new("review.same-words", "Câu chữ thay vào giống câu chữ đang có nên chưa có gì để sửa.") : null;
}

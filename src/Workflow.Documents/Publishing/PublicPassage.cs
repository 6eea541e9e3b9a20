using System.Globalization;
using System.Text;
using Workflow.Domain.Texts;

namespace Workflow.Documents.Publishing;

/// <summary>A piece of a text as everybody would read it, with the place at which a person finds it.</summary>
/// <param name="ClauseId">The clause, or null outside the body.</param>
/// <param name="Place">"Mục “2. Nhiệm vụ”, đoạn 3".</param>
/// <param name="Text">Its words, cleaned: one form of each letter, nothing invisible, one kind of space.</param>
/// <param name="Heading">Headings above it, or the head of its column: what its words are about.</param>
/// <param name="Near">The pieces beside it.</param>
internal sealed record PublicPassage(string? ClauseId, string Place, string Text, string Heading, string Near)
{
    /// <summary>A paragraph by itself, which can be a mark; a cell or a line of recipients is none.</summary>
    public bool MayBeMark { get; init; }
}

/// <summary>All pieces of a text in order.</summary>
internal static class PublicPassages
{
    private const int LongestTitle = 60;

    public static IReadOnlyList<PublicPassage> Of(DraftText text)
    {
        var found = new List<PublicPassage> { new(null, "Tên loại, trích yếu", Clean($"{text.TitleTail} {text.Subject}").Trim(), "", "") };
        var headings = new List<(int Level, string Words)>();
        var number = 0;
        foreach (var clause in text.Clauses)
        {
            if (clause.Kind == ClauseKind.Heading)
            {
                headings.RemoveAll(heading => heading.Level >= clause.Level);
                headings.Add((clause.Level, Clean(clause.FullText)));
                number = 0;
                found.Add(new(clause.Id, $"Đề mục “{Short(headings[^1].Words)}”", headings[^1].Words, "", "") { MayBeMark = true });
                continue;
            }

            number++;
            var place = $"{(headings.Count > 0 ? $"Mục “{Short(headings[^1].Words)}”" : "Phần mở đầu")}, {(clause.Kind == ClauseKind.Footnote ? "chú thích" : clause.Rows is null ? "đoạn" : "bảng ở đoạn")} {number.ToString(CultureInfo.InvariantCulture)}";
            var above = string.Join(" / ", headings.Select(heading => heading.Words));
            found.AddRange(clause.Rows is { } rows ? Cells(clause.Id, place, above, rows) : [new PublicPassage(clause.Id, place, Clean(clause.FullText), above, "") { MayBeMark = true }]);
        }

        found.AddRange(text.Recipients.Select((line, index) => new PublicPassage(null, $"Nơi nhận, dòng {(index + 1).ToString(CultureInfo.InvariantCulture)}", Clean($"{line.Name} {line.Purpose}").Trim(), "", "")));
        return [.. found.Select((passage, index) => passage.ClauseId is null || passage.Near.Length > 0 ? passage : passage with { Near = $"{Beside(found, index - 1)} / {Beside(found, index + 1)}" })];
    }

    /// <summary>One form of each letter and digit, nothing that is not seen, plain spaces: what is hidden from the eye is not hidden from a search.</summary>
    public static string Clean(string words)
    {
        var clean = new StringBuilder(words.Length);
        foreach (var letter in words.Normalize(NormalizationForm.FormKC))
        {
            var kind = CharUnicodeInfo.GetUnicodeCategory(letter);
            if (char.IsWhiteSpace(letter))
            {
                clean.Append(' ');
            }
            else if (kind is UnicodeCategory.DecimalDigitNumber)
            {
                clean.Append((char)('0' + (int)char.GetNumericValue(letter)));
            }
            else if (kind is not (UnicodeCategory.Format or UnicodeCategory.Control))
            {
                clean.Append(kind == UnicodeCategory.DashPunctuation ? '-' : letter);
            }
        }

        // What was taken out may have stood between a letter and its mark.
        return clean.ToString().Normalize(NormalizationForm.FormC);
    }

    // Each cell under the head of its column and beside the others of its row.
    private static IEnumerable<PublicPassage> Cells(string clauseId, string place, string above, IReadOnlyList<IReadOnlyList<string>> rows) =>
        rows.SelectMany((row, r) => row.Select((cell, c) => new PublicPassage(
            clauseId, $"{place}, dòng {(r + 1).ToString(CultureInfo.InvariantCulture)}, cột {(c + 1).ToString(CultureInfo.InvariantCulture)}", Clean(cell),
            r > 0 && c < rows[0].Count ? $"{above} / {Clean(rows[0][c])}" : above, Clean(string.Join(" | ", (r > 0 ? rows[0] : []).Concat(row))))));

    private static string Beside(List<PublicPassage> all, int index) => index >= 0 && index < all.Count && all[index].ClauseId is not null ? all[index].Text : "";

    private static string Short(string words) => words.Length <= LongestTitle ? words : words[..words.LastIndexOf(' ', LongestTitle)] + "…";
}

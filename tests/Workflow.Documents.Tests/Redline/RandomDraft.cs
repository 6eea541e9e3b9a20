using System.Globalization;
using Workflow.Domain.Texts;

namespace Workflow.Documents.Tests.Redline;

/// <summary>Drafts of random Vietnamese-looking clauses, and random next versions of them whose truth is known.</summary>
internal sealed class RandomDraft(Random random)
{
    private static readonly string[] Syllables =
        ["phát", "triển", "kinh", "tế", "xã", "hội", "nâng", "cao", "chất", "lượng", "cán", "bộ", "đảng", "viên", "nông", "nghiệp", "hạ", "tầng", "giao", "thông", "môi", "trường", "văn", "hóa",
         "giáo", "dục", "y", "tế", "quốc", "phòng", "an", "ninh", "chuyển", "đổi", "số", "hành", "chính", "nhân", "dân", "thôn", "hộ", "nghèo", "thu", "ngân", "sách", "đầu", "tư", "kiểm", "tra", "giám"];

    /// <summary>A new sentence; half of its words stand nowhere else, so that clauses can be told apart.</summary>
    public string Sentence(int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => random.Next(8) == 0 ? Number() : random.Next(2) == 0 ? Syllables[random.Next(Syllables.Length)] : Rare())) + ".";

    /// <summary>A draft of paragraphs with ids c1, c2 …</summary>
    public DraftText New(int clauses, int words = 30) => new(
        "nghi-quyet", BodyKind.ExecutiveCommittee, "CỦA BAN CHẤP HÀNH ĐẢNG BỘ XÃ", "Về phát triển kinh tế - xã hội năm 2027",
        [.. Enumerable.Range(1, clauses).Select(number => Paragraph($"c{number}", Sentence(words)))],
        [new RecipientLine("Các chi bộ trực thuộc"), new RecipientLine("Lưu Văn phòng Đảng ủy")],
        new SignatureBlock("T/M ĐẢNG ỦY", "BÍ THƯ", "Nguyễn Văn An"));

    public static Clause Paragraph(string id, string text) => new(id, ClauseKind.Paragraph, 1, "", [new TextRun(text)]);

    /// <summary>The next version: word edits in a share of the clauses, and clauses added, taken out and moved. New ones have ids "new…".</summary>
    public DraftText Next(DraftText text, double share, int added, int removed, int moved)
    {
        var clauses = text.Clauses.Select(clause => random.NextDouble() < share ? Edited(clause) : clause).ToList();
        for (var i = 0; i < removed; i++)
        {
            clauses.RemoveAt(random.Next(clauses.Count));
        }

        for (var i = 0; i < moved; i++)
        {
            var clause = clauses[random.Next(clauses.Count)];
            clauses.Remove(clause);
            clauses.Insert(random.Next(clauses.Count + 1), clause);
        }

        for (var i = 0; i < added; i++)
        {
            clauses.Insert(random.Next(clauses.Count + 1), Paragraph($"new{i}", Sentence(25)));
        }

        return text with { Clauses = clauses };
    }

    private Clause Edited(Clause clause)
    {
        var words = clause.Text.Split(' ').ToList();
        for (var edits = random.Next(1, 5); edits > 0; edits--)
        {
            var at = random.Next(words.Count);
            switch (random.Next(3))
            {
                case 0:
                    words[at] = Rare();
                    break;
                case 1:
                    words.Insert(at, Number());
                    break;
                default:
                    words.RemoveAt(at);
                    break;
            }
        }

        return clause with { Runs = [new TextRun(string.Join(' ', words))] };
    }

    private string Rare() => $"{Syllables[random.Next(Syllables.Length)][..1]}{(char)('a' + random.Next(26))}{(char)('a' + random.Next(26))}{(char)('a' + random.Next(26))}";

    private string Number() => (random.Next(10, 99_999) / 10m).ToString(CultureInfo.InvariantCulture).Replace('.', ',') + (random.Next(2) == 0 ? "%" : "");
}

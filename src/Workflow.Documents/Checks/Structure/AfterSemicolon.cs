using System.Text.RegularExpressions;

namespace Workflow.Documents.Checks.Structure;

/// <summary>One "; Công tác" where the sentence otherwise goes on in lower case. Names keep their capital.</summary>
internal sealed partial class AfterSemicolon : ICheck
{
    private const int Often = 4;

    public string Key => "structure.after-semicolon";

    public IEnumerable<Finding> Look(CheckedText text)
    {
        var names = text.Matches(Inside()).Select(pair => pair.Match.Value).ToHashSet(StringComparer.Ordinal);
        // A text that goes on in small letters nearly everywhere does so on purpose.
        var isRule = text.Matches(Small()).Take(Often).Count() == Often && text.Matches(Capital()).Count() * Often <= text.Matches(Small()).Count();
        foreach (var passage in text.Passages)
        {
            var capitals = Capital().Matches(passage.Text);
            if (capitals.Count == 1 && (isRule || Lower().IsMatch(passage.Text)) && capitals[0].Groups["word"] is var word && !names.Contains($"{word.Value} {capitals[0].Groups["next"].Value}") && !passage.Text[(word.Index + word.Length)..].TrimStart().Take(1).Any(char.IsUpper))
            {
                yield return text.On("CAPITAL_AFTER_SEMICOLON", Severity.Info, passage, capitals[0].Index, capitals[0].Length, "Viết hoa sau dấu chấm phẩy.", $"; {char.ToLowerInvariant(word.Value[0])}{word.Value[1..]}");
            }
        }
    }

    [GeneratedRegex(@"; (?!Ủy ban|Hội |Đoàn |Ban |Đảng |Chi bộ|Mặt trận|Công an|Văn phòng|Trung tâm|Thường trực|Nhân dân|Nghị |Quyết định|Chỉ thị|Kết luận|Kế hoạch|Công văn|Thông |Hướng dẫn|Luật |Bộ |Sở )(?<word>\p{Lu}\p{Ll}+) (?<next>\p{Ll}+)(?! số)")]
    private static partial Regex Capital();

    [GeneratedRegex(@"; \p{Ll}")]
    private static partial Regex Small();

    [GeneratedRegex(@"; \p{Ll}|, \p{Ll}")]
    private static partial Regex Lower();

    // A capital in the middle of a sentence belongs to a name.
    [GeneratedRegex(@"(?<=\p{Ll} )\p{Lu}\p{Ll}+ \p{L}+")]
    private static partial Regex Inside();
}

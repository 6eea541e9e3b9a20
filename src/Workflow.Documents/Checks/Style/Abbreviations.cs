using System.Text.RegularExpressions;

namespace Workflow.Documents.Checks.Style;

/// <summary>Abbreviations that are not everybody's and never spelled out: "(GPMB)" after the full words. One finding for all.</summary>
internal sealed partial class Abbreviations : ICheck
{
    private static readonly HashSet<string> Common = new("UBND HĐND MTTQ UBKT BCH BTV HTX OCOP THCS THPT BHYT BHXH NTM MTQG TP TW QH NQ QĐ CT KL NĐ TT KH BC TB HD QC CP VN ISO COVID VNPT THT TU ĐU VP ĐUV XI XII XIII XIV XV XVI XVII XVIII XIX XX II III IV VI VII VIII IX".Split(' '), StringComparer.Ordinal);

    public string Key => "style.abbreviations";

    public IEnumerable<Finding> Look(CheckedText text)
    {
        var introduced = text.Matches(Bracketed()).Select(pair => pair.Match.Groups["short"].Value).ToHashSet(StringComparer.Ordinal);
        var unknown = text.Matches(Short()).Where(pair => !pair.Passage.IsHeading && pair.Passage.Clause.Rows is null && pair.Passage.Text.Count(char.IsUpper) * 3 < pair.Passage.Text.Length && !Common.Contains(pair.Match.Value) && !introduced.Contains(pair.Match.Value)).ToList();
        if (unknown.Count > 0)
        {
            yield return text.On("ABBREVIATION_NOT_INTRODUCED", Severity.Info, unknown[0].Passage, unknown[0].Match, $"Chữ viết tắt chưa được giải thích: {string.Join(", ", unknown.Select(pair => pair.Match.Value).Distinct().Take(12))}.");
        }
    }

    [GeneratedRegex(@"\((?:sau đây )?(?:gọi tắt là |viết tắt là )?(?<short>\p{Lu}{2,12})\)")]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"(?<![\p{L}\d/.-])[A-ZĐ]{3,12}(?![\p{L}\d/-])")]
    private static partial Regex Short();
}

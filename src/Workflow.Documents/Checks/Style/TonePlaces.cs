using System.Text.RegularExpressions;
using Workflow.Documents.Redline;

namespace Workflow.Documents.Checks.Style;

/// <summary>"hoà" and "hòa" in one text: the rarer way is shown, a word once.</summary>
internal sealed partial class TonePlaces : ICheck
{
    public string Key => "style.tone-marks";

    public IEnumerable<Finding> Look(CheckedText text)
    {
        var old = text.Syllables.Where(word => Late().IsMatch(word.Lower)).ToList();
        var modern = text.Syllables.Where(word => Early().IsMatch(word.Lower)).ToList();
        if (old.Count == 0 || modern.Count == 0)
        {
            yield break;
        }

        foreach (var word in (old.Count <= modern.Count ? old : modern).DistinctBy(word => word.Lower))
        {
            var other = (old.Count <= modern.Count ? modern : old).Find(one => TonePlacement.Key(one.Lower) == TonePlacement.Key(word.Lower))?.Lower;
            yield return text.On("TONE_MARK_STYLE", Severity.Info, word.Passage, word.Start, word.Text.Length, "Cách bỏ dấu thanh khác phần lớn văn bản.", other);
        }
    }

    [GeneratedRegex(@"o[àáảãạ]$|o[èéẻẽẹ]$|(?<!q)u[ỳýỷỹỵ]$")]
    private static partial Regex Late();

    [GeneratedRegex(@"[òóỏõọ][ae]$|(?<!q)[ùúủũụ]y$")]
    private static partial Regex Early();
}

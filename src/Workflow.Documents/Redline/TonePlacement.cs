using System.Text;

namespace Workflow.Documents.Redline;

/// <summary>Writes Vietnamese with one way of placing tone marks, to see whether two texts differ in that alone.</summary>
internal static class TonePlacement
{
    private const string Tones = "\u0300\u0301\u0303\u0309\u0323";

    /// <summary>"hoà" and "hòa", "tuý" and "túy", "kĩ" and "kỹ" give the same key: the tone after its syllable, a lone y as i.</summary>
    public static string Key(string text)
    {
        var key = new StringBuilder(text.Length);
        var syllable = new StringBuilder();
        var tone = '\0';
        void Close()
        {
            if (syllable.Length > 1 && syllable[^1] is 'y' or 'Y' && IsConsonant(syllable, syllable.Length - 2))
            {
                syllable[^1] = syllable[^1] == 'y' ? 'i' : 'I';
            }

            key.Append(syllable);
            if (tone != '\0')
            {
                key.Append(tone);
            }

            syllable.Clear();
            tone = '\0';
        }

        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (Tones.Contains(letter, StringComparison.Ordinal))
            {
                tone = letter;
            }
            else if (char.IsLetter(letter) || char.GetUnicodeCategory(letter) == System.Globalization.UnicodeCategory.NonSpacingMark)
            {
                syllable.Append(letter);
            }
            else
            {
                Close();
                key.Append(Words.Folded(letter));
            }
        }

        Close();
        return key.ToString();
    }

    // "quý" and "quí" differ only in spelling as well, since qu is one consonant.
    private static bool IsConsonant(StringBuilder syllable, int at) => char.ToLowerInvariant(syllable[at]) is var letter
        && (letter == 'u' ? at > 0 && char.ToLowerInvariant(syllable[at - 1]) == 'q' : "bcdđghklmnprstvx".Contains(letter, StringComparison.Ordinal));
}

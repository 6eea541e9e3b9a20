using System.Globalization;
using System.Text;

namespace Workflow.Domain.Texts;

/// <summary>The form that search compares: NFC, lower case, no diacritics, đ as d, runs of anything else as one space.</summary>
public static class Folding
{
    /// <summary>"Nghị quyết số 07-NQ/ĐU" becomes "nghi quyet so 07 nq du".</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            var low = char.ToLowerInvariant(letter) is 'đ' ? 'd' : char.ToLowerInvariant(letter);
            if (char.IsLetterOrDigit(low))
            {
                folded.Append(low);
            }
            else if (folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }

        return folded.ToString().TrimEnd();
    }
}

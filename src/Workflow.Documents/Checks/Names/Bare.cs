using System.Globalization;
using System.Text;

namespace Workflow.Documents.Checks.Names;

/// <summary>Letters without their marks: "Kẻ Sặt" and "Kè Sắt" are both "ke sat".</summary>
internal static class Bare
{
    public static string Of(string text)
    {
        var bare = new StringBuilder(text.Length);
        foreach (var letter in text.ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            {
                bare.Append(letter == 'đ' ? 'd' : letter);
            }
        }

        return bare.ToString();
    }
}

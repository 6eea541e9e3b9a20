using System.Text;

namespace Workflow.Documents.Import;

/// <summary>One way of writing each letter, whichever program wrote the file.</summary>
internal static class Letters
{
    /// <summary>
    /// Composed letters (NFC); the Icelandic Ð, which old fonts and scans show in place of the Vietnamese Đ and which no Vietnamese word
    /// has, becomes what the eye sees.
    /// </summary>
    public static string Clean(string text) => text.Normalize(NormalizationForm.FormC).Replace('\u00D0', 'Đ').Replace('\u00F0', 'đ');
}

using System.Text;
using System.Text.RegularExpressions;

namespace Workflow.Documents.Import;

/// <summary>The codes in which Vietnamese was written before Unicode.</summary>
internal enum OldCode
{
    Tcvn3,
    Vni,
}

/// <summary>
/// Recognises TCVN3 and VNI. A text is converted only when what comes out is Vietnamese: nearly every changed word has to be a possible syllable,
/// and the other code must do clearly worse. Whoever cannot be told apart is refused, because guessing would change letters silently.
/// </summary>
internal static partial class OldCodes
{
    private const int Sample = 20_000;
    private const int FewestWords = 5;
    private const double Sure = 0.9;
    private const double Apart = 0.15;

    // What a program that knows nothing shows for each byte: the Latin letters of Windows (1252).
    private const string From128 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    /// <summary>Bytes as the Latin letters that other programs show.</summary>
    public static string Latin(ReadOnlySpan<byte> bytes)
    {
        var letters = new StringBuilder(bytes.Length);
        foreach (var one in bytes)
        {
            letters.Append(one is >= 0x80 and <= 0x9F ? From128[one - 0x80] : (char)one);
        }

        return letters.ToString();
    }

    /// <summary>Which code a text in Latin letters is written in, or null.</summary>
    public static OldCode? Of(string latin)
    {
        var sample = latin.Length <= Sample ? latin : latin[..Sample];
        if (sample.Any(IsVietnamese))
        {
            return null;
        }

        var (tcvn3, vni) = (Score(sample, OldCode.Tcvn3), Score(sample, OldCode.Vni));
        return tcvn3 >= Sure && tcvn3 - vni > Apart ? OldCode.Tcvn3 : vni >= Sure && vni - tcvn3 > Apart ? OldCode.Vni : null;
    }

    public static string Decode(string latin, OldCode code) => code == OldCode.Tcvn3 ? Tcvn3.Decode(latin) : Vni.Decode(latin);

    /// <summary>"TCVN3 (ABC)".</summary>
    public static string Name(OldCode code) => code == OldCode.Tcvn3 ? "TCVN3 (ABC)" : "VNI";

    /// <summary>The code of a font and whether it shows capitals only; null for a Unicode font.</summary>
    public static (OldCode Code, bool Capitals)? OfFont(string? font) => font is null ? null
        : font.StartsWith(".Vn", StringComparison.OrdinalIgnoreCase) ? (OldCode.Tcvn3, font.EndsWith('H'))
        : font.StartsWith("VNI-", StringComparison.OrdinalIgnoreCase) ? (OldCode.Vni, false) : null;

    /// <summary>Whether a letter can only come from a Unicode text.</summary>
    public static bool IsVietnamese(char letter) => letter is (>= '\u1EA0' and <= '\u1EF9') or 'ă' or 'Ă' or 'đ' or 'Đ' or 'ơ' or 'Ơ' or 'ư' or 'Ư' or (>= '\u0300' and <= '\u0323');

    // How many of the words that the code changes come out as syllables; 0 when there are too few to tell.
    private static double Score(string latin, OldCode code)
    {
        var (all, good) = (0, 0);
        foreach (var word in Word().EnumerateMatches(latin))
        {
            var written = latin.Substring(word.Index, word.Length);
            if (written.All(char.IsAscii))
            {
                continue;
            }

            all++;
            good += Syllable().IsMatch(Plain(Decode(written, code))) ? 1 : 0;
        }

        return all < FewestWords ? 0 : (double)good / all;
    }

    // Lower case, the tone taken off, roofs and horns kept: "quyết" is "quyêt".
    private static string Plain(string word) => string.Concat(word.ToLowerInvariant().Normalize(NormalizationForm.FormD).Where(letter => letter is not ('\u0300' or '\u0301' or '\u0303' or '\u0309' or '\u0323'))).Normalize(NormalizationForm.FormC);

    [GeneratedRegex(@"[^\s\d,.;:!?()\[\]/\\""“”‘’…\-–—*|<>+=%]+")]
    private static partial Regex Word();

    [GeneratedRegex(@"^(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvxđ])?(?:oai|oay|oeo|uây|uôi|uya|uyê|uyu|ươi|ươu|iêu|yêu|ai|ao|au|ay|âu|ây|eo|êu|ia|iê|yê|iu|oa|oă|oe|oi|ôi|ơi|ua|uâ|uê|ui|uô|uơ|uy|ưa|ưi|ươ|ưu|ue|[aăâeêioôơuưy])(?:ch|ng|nh|[cmnpt])?$")]
    private static partial Regex Syllable();
}

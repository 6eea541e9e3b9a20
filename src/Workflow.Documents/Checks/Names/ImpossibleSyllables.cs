using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Workflow.Documents.Checks.Names;

/// <summary>
/// Syllables that Vietnamese cannot form: "qủa", "ngiệp", "thưc". Judged by the shape alone: which consonants may begin, which rimes exist, which tone a rime bears and on which letter it
/// stands. Only syllables in small letters with a mark of Vietnamese; a foreign word has none.
/// </summary>
internal sealed partial class ImpossibleSyllables : ICheck
{
    private const string Tones = "\u0300\u0301\u0303\u0309\u0323";
    private const int Longest = 7;

    private static readonly HashSet<string> Rimes = new((
        "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et ê êch êm ên ênh êp êt êu êng i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu " +
        "o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oăp oc oe oen oeo oet oem oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt " +
        "u ua uân uâng uât uây uc uê uêch uênh uêu ui um un ung uơ uôc uôi uôm uôn uông uôt up ut uy uya uych uyên uyêt uynh uyp uyt uyn uyu ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu " +
        "y yêm yên yêng yêt yêu yt ych ynh yn").Split(' '), StringComparer.Ordinal);

    private static readonly string[] Initials = ["ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c", "d", "đ", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x", ""];

    private static readonly HashSet<string> Loans = new("ôtô bêtông vắcxin đôla nilông".Split(' '), StringComparer.Ordinal);

    public string Key => "names.impossible-syllable";

    public IEnumerable<Finding> Look(CheckedText text) => text.Syllables
        .Where(word => word.Text.Length <= Longest && word.Text == word.Lower && !Touches(word) && word.Lower.Any(letter => letter > 'z') && !Loans.Contains(word.Lower) && !IsPossible(word.Lower.Normalize()))
        .Select(word => text.On("WRONG_WORD", Severity.Error, word.Passage, word.Start, word.Text.Length, $"Tiếng Việt không có tiếng “{word.Text}”: có thể thiếu chữ cái, thiếu dấu hoặc đặt dấu sai chỗ."));

    /// <summary>Whether a syllable in small letters, NFC, can be Vietnamese.</summary>
    internal static bool IsPossible(string syllable)
    {
        var plain = new StringBuilder();
        var (tone, at) = ('\0', -1);
        foreach (var letter in syllable)
        {
            var parts = letter.ToString().Normalize(NormalizationForm.FormD);
            var mark = parts.FirstOrDefault(part => Tones.Contains(part, StringComparison.Ordinal));
            if (mark != '\0')
            {
                if (tone != '\0')
                {
                    return false;
                }

                (tone, at) = (mark, plain.Length);
            }

            plain.Append(string.Concat(parts.Where(part => !Tones.Contains(part, StringComparison.Ordinal))).Normalize());
        }

        var bare = plain.ToString();
        return Initials.Any(initial => bare.StartsWith(initial, StringComparison.Ordinal) && Fits(initial, bare[initial.Length..], tone, at - initial.Length));
    }

    private static bool Fits(string initial, string rime, char tone, int at)
    {
        if (!Rimes.Contains(rime) || (tone != '\0' && at < 0))
        {
            return false;
        }

        var front = rime[0] is 'i' or 'e' or 'ê' or 'y';
        if ((initial is "k" or "gh" or "ngh" && !front) || (initial is "c" or "ng" && front) || (initial == "g" && front && rime[0] != 'i') || (initial != "qu" && rime is "yt" or "ych" or "ynh" or "yn"))
        {
            return false;
        }

        // A rime that ends in p, t, c, ch knows two tones.
        if (Stopped().IsMatch(rime) && tone is not ('\u0301' or '\u0323'))
        {
            return false;
        }

        // The tone stands on the vowel that has a mark of its own: "thiện", not "thịên".
        var marked = rime.LastIndexOfAny(['ă', 'â', 'ê', 'ô', 'ơ', 'ư']);
        return tone == '\0' || marked < 0 || at == marked;
    }

    // Part of a code, an address or a word with hyphens.
    private static bool Touches(Syllable word) => (word.Start > 0 && Joined(word.Passage.Text[word.Start - 1])) || (word.End < word.Passage.Text.Length && Joined(word.Passage.Text[word.End]));

    private static bool Joined(char letter) => char.IsDigit(letter) || letter is '-' or '@' or '_' || CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark;

    [GeneratedRegex(@"(?:[ptc]|ch)$")]
    private static partial Regex Stopped();
}

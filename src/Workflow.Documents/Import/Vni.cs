using System.Text;

namespace Workflow.Documents.Import;

/// <summary>VNI for Windows (fonts VNI-…): a base letter and then a sign that carries roof and tone, shown by other programs as accented Latin letters ("Nghò quyeát").</summary>
internal static class Vni
{
    // Signs by the vowels that they may follow. Tones alone follow every vowel; the others belong to a and e or o.
    private static readonly Dictionary<char, string> Tones = new()
    {
        ['ø'] = "\u0300",
        ['ù'] = "\u0301",
        ['û'] = "\u0309",
        ['õ'] = "\u0303",
        ['ï'] = "\u0323",
    };

    private static readonly Dictionary<char, string> Roofs = new()
    {
        ['â'] = "\u0302",
        ['à'] = "\u0302\u0300",
        ['á'] = "\u0302\u0301",
        ['å'] = "\u0302\u0309",
        ['ã'] = "\u0302\u0303",
        ['ä'] = "\u0302\u0323",
    };

    private static readonly Dictionary<char, string> Breves = new()
    {
        ['ê'] = "\u0306",
        ['è'] = "\u0306\u0300",
        ['é'] = "\u0306\u0301",
        ['ú'] = "\u0306\u0309",
        ['ü'] = "\u0306\u0303",
        ['ë'] = "\u0306\u0323",
    };

    private static readonly Dictionary<char, char> Alone = new()
    {
        ['ñ'] = 'đ',
        ['ô'] = 'ơ',
        ['ö'] = 'ư',
        ['ì'] = 'ì',
        ['í'] = 'í',
        ['æ'] = 'ỉ',
        ['ó'] = 'ĩ',
        ['ò'] = 'ị',
        ['î'] = 'ỵ',
    };

    /// <summary>Whether a letter, as a program that knows nothing shows it, is one of the code.</summary>
    public static bool Knows(char letter) => char.ToLowerInvariant(letter) is var low && (Tones.ContainsKey(low) || Roofs.ContainsKey(low) || Breves.ContainsKey(low) || Alone.ContainsKey(low));

    public static string Decode(string text)
    {
        var decoded = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length; index++)
        {
            var letter = Single(text[index]);
            decoded.Append(letter);
            if (index + 1 < text.Length && Sign(char.ToLowerInvariant(letter), char.ToLowerInvariant(text[index + 1])) is { } sign)
            {
                decoded.Append(sign);
                index++;
            }
        }

        return decoded.ToString().Normalize(NormalizationForm.FormC);
    }

    private static char Single(char letter) => Alone.TryGetValue(char.ToLowerInvariant(letter), out var alone) ? char.IsUpper(letter) ? char.ToUpperInvariant(alone) : alone : letter;

    private static string? Sign(char vowel, char sign) => vowel switch
    {
        'a' => Roofs.GetValueOrDefault(sign) ?? Breves.GetValueOrDefault(sign) ?? Tones.GetValueOrDefault(sign),
        'e' or 'o' => Roofs.GetValueOrDefault(sign) ?? Tones.GetValueOrDefault(sign),
        'u' or 'ư' or 'ơ' or 'y' or 'i' => Tones.GetValueOrDefault(sign),
        _ => null,
    };
}

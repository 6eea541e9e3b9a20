using System.Buffers;

namespace Workflow.Documents.Redline;

/// <summary>A word as written, and the space after it.</summary>
internal readonly record struct Word(string Text, string Space)
{
    public string Whole => Text + Space;
}

/// <summary>
/// Cuts a text into syllables, numbers with their separators, single marks, and gives each a number by which it is compared.
/// Dashes, quotation marks and Ð/Đ count as one: how a text was typed is no change of it.
/// </summary>
internal sealed class Words
{
    private static readonly SearchValues<char> Typed = SearchValues.Create("–—‑‐“”‘’Ð\u00A0");

    private readonly Dictionary<string, int> ids = new(StringComparer.Ordinal);

    /// <summary>The number of a word of an NFC text, from 0 on: equal for words that compare equal.</summary>
    public int Id(string word)
    {
        var key = word.AsSpan().ContainsAny(Typed) ? string.Concat(word.Select(Folded)) : word;
        return ids.TryGetValue(key, out var id) ? id : ids[key] = ids.Count;
    }

    /// <summary>The words of a text; a line break or tab is a word of its own, because it ends a paragraph or a cell.</summary>
    public static List<Word> Of(string text)
    {
        var words = new List<Word>(text.Length / 4);
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            if (char.IsLetterOrDigit(text[i]))
            {
                while (i < text.Length && (char.IsLetterOrDigit(text[i]) || IsSeparatorInNumber(text, i)))
                {
                    i++;
                }
            }
            else if (!IsSpace(text[i]))
            {
                i += char.IsHighSurrogate(text[i]) && i + 1 < text.Length ? 2 : 1;
            }

            var end = i;
            while (i < text.Length && IsSpace(text[i]))
            {
                i++;
            }

            words.Add(new Word(text[start..end], i == end ? "" : i == end + 1 && text[end] == ' ' ? " " : text[end..i]));
        }

        return words;
    }

    /// <summary>A letter as it is compared.</summary>
    public static char Folded(char letter) => letter switch
    {
        '–' or '—' or '‑' or '‐' => '-',
        '“' or '”' => '"',
        '‘' or '’' => '\'',
        'Ð' => 'Đ',
        _ => letter is not ('\n' or '\t') && char.IsWhiteSpace(letter) ? ' ' : letter,
    };

    /// <summary>A whole text as it is compared: NFC, folded, runs of spaces as one.</summary>
    public static string Key(string text)
    {
        var normal = text.IsNormalized() ? text : text.Normalize();
        if (!normal.AsSpan().ContainsAny(Typed) && !normal.Contains("  ", StringComparison.Ordinal))
        {
            return normal;
        }

        var key = new System.Text.StringBuilder(normal.Length);
        foreach (var letter in normal)
        {
            var folded = Folded(letter);
            if (folded != ' ' || key.Length == 0 || key[^1] != ' ')
            {
                key.Append(folded);
            }
        }

        return key.ToString();
    }

    private static bool IsSpace(char letter) => letter is not ('\n' or '\t') && char.IsWhiteSpace(letter);

    private static bool IsSeparatorInNumber(string text, int i) =>
        text[i] is '.' or ',' && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]) && char.IsAsciiDigit(text[i - 1]);
}

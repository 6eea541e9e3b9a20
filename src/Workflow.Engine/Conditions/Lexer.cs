using System.Globalization;
using System.Text;

namespace Workflow.Engine.Conditions;

/// <summary>Kinds of words in an expression.</summary>
internal enum WordKind
{
    Name, Number, Text, Sign, End,
}

/// <summary>A word: names, signs and texts as written, keywords as the sign they stand for.</summary>
internal readonly record struct Word(WordKind Kind, string Text, int At);

/// <summary>Cuts an expression into words.</summary>
internal static class Lexer
{
    private static readonly string[] Signs = ["==", "!=", "<=", ">=", "&&", "||", "<", ">", "+", "-", "*", "/", "%", "!", "?", ":", "(", ")", "[", "]", ".", ","];

    private static readonly Dictionary<string, string> Keywords = new(StringComparer.Ordinal)
    {
        ["and"] = "&&",
        ["or"] = "||",
        ["not"] = "!",
        ["eq"] = "==",
        ["ne"] = "!=",
        ["lt"] = "<",
        ["le"] = "<=",
        ["gt"] = ">",
        ["ge"] = ">=",
        ["div"] = "/",
        ["mod"] = "%",
        ["empty"] = "empty",
    };

    public static List<Word> Cut(string text)
    {
        var words = new List<Word>();
        var at = 0;
        while (at < text.Length)
        {
            var start = at;
            var sign = text[at];
            if (char.IsWhiteSpace(sign))
            {
                at++;
            }
            else if (sign is '\'' or '"')
            {
                words.Add(new(WordKind.Text, Quoted(text, ref at), start));
            }
            else if (char.IsAsciiDigit(sign))
            {
                words.Add(new(WordKind.Number, Digits(text, ref at), start));
            }
            else if (char.IsLetter(sign) || sign == '_')
            {
                while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '_' or '$' || char.GetUnicodeCategory(text[at]) == UnicodeCategory.NonSpacingMark))
                {
                    at++;
                }

                // A member may be called like a keyword: a.size, a.empty.
                var name = text[start..at];
                words.Add(Keywords.TryGetValue(name, out var stands) && words is not [.., { Kind: WordKind.Sign, Text: "." }] ? new(WordKind.Sign, stands, start) : new(WordKind.Name, name, start));
            }
            else if (Array.Find(Signs, one => string.CompareOrdinal(text, start, one, 0, one.Length) == 0) is { } found)
            {
                at += found.Length;
                words.Add(new(WordKind.Sign, found, start));
            }
            else
            {
                throw new ExpressionException($"ký tự “{sign}” ở vị trí {at + 1} không dùng được");
            }
        }

        words.Add(new(WordKind.End, "", text.Length));
        return words;
    }

    private static string Quoted(string text, ref int at)
    {
        var quote = text[at++];
        var content = new StringBuilder();
        while (at < text.Length && text[at] != quote)
        {
            if (text[at] == '\\' && at + 1 < text.Length)
            {
                at++;
            }

            content.Append(text[at++]);
        }

        return at++ < text.Length ? content.ToString() : throw new ExpressionException($"thiếu dấu {quote} đóng");
    }

    private static string Digits(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || (text[at] == '.' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]) && !text[start..at].Contains('.', StringComparison.Ordinal))))
        {
            at++;
        }

        return text[start..at];
    }
}

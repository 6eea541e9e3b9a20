using System.Text;

namespace Workflow.Engine.Conditions;

/// <summary>
/// A text with expressions in it: <c>${…}</c> (or <c>#{…}</c>) alone keeps the kind of its value, among other words it becomes text.
/// A leading <c>=</c> makes the rest one expression.
/// </summary>
internal sealed class Template
{
    private readonly IReadOnlyList<(string? Text, Node? Node)> parts;

    private Template(string source, IReadOnlyList<(string? Text, Node? Node)> parts)
    {
        Source = source;
        this.parts = parts;
    }

    /// <summary>As written, without blanks around it.</summary>
    public string Source { get; }

    /// <summary>True when it is the same text for every case.</summary>
    public bool IsConstant => parts.All(part => part.Node is null);

    /// <summary>True when it is one expression and nothing else.</summary>
    public bool IsExpression => parts is [{ Node: not null }];

    /// <summary>Reads it. Throws <see cref="ExpressionException"/>.</summary>
    public static Template Parse(string text)
    {
        var source = text.Trim();
        return new(source, source.StartsWith('=') ? [(null, Parser.Read(source[1..]))] : [.. Cut(source)]);
    }

    /// <summary>Reads one expression without its brackets.</summary>
    public static Template Expression(string text) => new(text.Trim(), [(null, Parser.Read(text))]);

    /// <summary>A text or a number as it stands.</summary>
    public static Template Constant(Value value) => new(value.ToString(), [(null, new Node.Literal(value))]);

    public Value Evaluate(Evaluation about)
    {
        if (IsExpression)
        {
            return parts[0].Node!.Evaluate(about);
        }

        var text = new StringBuilder();
        foreach (var part in parts)
        {
            text.Append(part.Text ?? part.Node!.Evaluate(about).ToString());
        }

        return text.ToString();
    }

    private static IEnumerable<(string? Text, Node? Node)> Cut(string source)
    {
        var from = 0;
        for (var at = 0; at < source.Length; at++)
        {
            if (source[at] is not ('$' or '#') || at + 1 >= source.Length || source[at + 1] != '{')
            {
                continue;
            }

            if (at > from)
            {
                yield return (source[from..at], null);
            }

            var close = Close(source, at + 2);
            yield return (null, Parser.Read(source[(at + 2)..close]));
            at = close;
            from = close + 1;
        }

        if (from < source.Length)
        {
            yield return (source[from..], null);
        }
    }

    // The bracket that closes an expression is the first one outside of quotation marks.
    private static int Close(string source, int at)
    {
        var quote = '\0';
        for (; at < source.Length; at++)
        {
            if (quote != '\0')
            {
                (at, quote) = source[at] == '\\' ? (at + 1, quote) : (at, source[at] == quote ? '\0' : quote);
            }
            else if (source[at] is '\'' or '"')
            {
                quote = source[at];
            }
            else if (source[at] == '}')
            {
                return at;
            }
        }

        throw new ExpressionException("thiếu dấu } đóng");
    }
}

using System.Globalization;

namespace Workflow.Engine.Conditions;

/// <summary>Reads one expression by precedence. Throws <see cref="ExpressionException"/> with a Vietnamese sentence.</summary>
internal sealed class Parser
{
    /// <summary>Longest expression, in characters.</summary>
    public const int MaxLength = 4_000;

    /// <summary>Deepest nesting of brackets and signs. Reading is recursive: without a bound one line could end the host.</summary>
    public const int MaxDepth = 64;

    // Weakest first; all bind to the left.
    private static readonly string[][] Levels = [["||"], ["&&"], ["==", "!="], ["<", "<=", ">", ">="], ["+", "-"], ["*", "/", "%"]];

    private readonly List<Word> words;
    private int at;
    private int depth;

    private Parser(string text) => words = text.Length <= MaxLength ? Lexer.Cut(text) : throw new ExpressionException($"biểu thức dài quá {MaxLength} ký tự");

    public static Node Read(string text)
    {
        var parser = new Parser(text);
        var node = parser.Whole();
        return parser.Next.Kind == WordKind.End ? node : throw parser.Unexpected();
    }

    private Word Next => words[at];

    private Node Whole()
    {
        if (++depth > MaxDepth)
        {
            throw new ExpressionException($"biểu thức lồng nhau quá {MaxDepth} lớp");
        }

        var node = Level(0);
        if (Take("?"))
        {
            var then = Whole();
            Expect(":");
            node = new Node.Choice(node, then, Whole());
        }

        depth--;
        return node;
    }

    private Node Level(int level)
    {
        if (level == Levels.Length)
        {
            return Signed();
        }

        var node = Level(level + 1);
        while (Next.Kind == WordKind.Sign && Array.Exists(Levels[level], sign => sign == Next.Text))
        {
            var sign = words[at++].Text;
            var right = Level(level + 1);
            node = sign switch
            {
                "||" => new Node.Either(node, right),
                "&&" => new Node.Both(node, right),
                _ => new Node.Binary(sign, node, right),
            };
        }

        return node;
    }

    private Node Signed()
    {
        if (Next.Kind != WordKind.Sign || Next.Text is not ("!" or "-" or "empty"))
        {
            return Path();
        }

        var sign = words[at++].Text;
        if (++depth > MaxDepth)
        {
            throw new ExpressionException($"biểu thức lồng nhau quá {MaxDepth} lớp");
        }

        var of = Signed();
        depth--;
        return sign switch
        {
            "!" => new Node.Not(of),
            "-" => new Node.Negative(of),
            _ => new Node.Empty(of),
        };
    }

    private Node Path()
    {
        var node = Primary();
        while (true)
        {
            if (Take("."))
            {
                var member = Next.Kind == WordKind.Name ? words[at++].Text : throw Unexpected();
                if (Next is { Kind: WordKind.Sign, Text: "(" })
                {
                    throw new ExpressionException($"không được gọi phương thức “{member}”; các hàm dùng được: {Function.Names}");
                }

                node = new Node.Member(node, new Node.Literal(member));
            }
            else if (Take("["))
            {
                node = new Node.Member(node, Whole());
                Expect("]");
            }
            else
            {
                return node;
            }
        }
    }

    private Node Primary()
    {
        var word = words[at++];
        switch (word)
        {
            case { Kind: WordKind.Number }:
                return new Node.Literal(decimal.TryParse(word.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : throw new ExpressionException($"số {word.Text} quá dài"));
            case { Kind: WordKind.Text }:
                return new Node.Literal(word.Text);
            case { Kind: WordKind.Name, Text: "true" or "false" }:
                return new Node.Literal(word.Text == "true");
            case { Kind: WordKind.Name, Text: "null" }:
                return new Node.Literal(Value.Nothing.Instance);
            case { Kind: WordKind.Name } when Take("("):
                return Call(word.Text);
            case { Kind: WordKind.Name }:
                return new Node.Variable(word.Text);
            case { Kind: WordKind.Sign, Text: "(" }:
                var inner = Whole();
                Expect(")");
                return inner;
            default:
                at--;
                throw Unexpected();
        }
    }

    private Node.Call Call(string name)
    {
        var function = Function.Find(name) ?? throw new ExpressionException($"không có hàm “{name}”; các hàm dùng được: {Function.Names}");
        var arguments = new List<Node>();
        while (!Take(")"))
        {
            if (arguments.Count > 0)
            {
                Expect(",");
            }

            arguments.Add(Whole());
        }

        return arguments.Count >= function.Least && arguments.Count <= function.Most
            ? new Node.Call(function, arguments)
            : throw new ExpressionException($"hàm “{name}” không nhận {arguments.Count} đối số");
    }

    private bool Take(string sign)
    {
        if (Next.Kind == WordKind.Sign && Next.Text == sign)
        {
            at++;
            return true;
        }

        return false;
    }

    private void Expect(string sign)
    {
        if (!Take(sign))
        {
            throw Unexpected($", cần “{sign}”");
        }
    }

    private ExpressionException Unexpected(string wanted = "") =>
        new(Next.Kind == WordKind.End ? $"biểu thức kết thúc quá sớm{wanted}" : $"không hiểu “{Next.Text}” ở vị trí {Next.At + 1}{wanted}");
}

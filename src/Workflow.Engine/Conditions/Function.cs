using System.Globalization;

namespace Workflow.Engine.Conditions;

/// <summary>A function that expressions may call: a closed list, all pure. <see cref="Most"/> arguments at most, <see cref="Least"/> at least.</summary>
internal sealed record Function(string Name, int Least, int Most, Func<Evaluation, IReadOnlyList<Value>, Value> Body)
{
    /// <summary>Longest text an expression may make, in characters.</summary>
    public const int MaxText = 100_000;

    private static readonly Dictionary<string, Function> Known = new Function[]
    {
        new("size", 1, 1, (_, of) => Size(of[0])),
        new("contains", 2, 2, (about, of) => Contains(about, of[0], of[1])),
        new("count", 2, 2, (about, of) => List(about, of[0]).Count(item => item == of[1])),
        new("sum", 1, 1, (about, of) => List(about, of[0]).Sum(Operators.Number)),
        new("min", 1, 9, (about, of) => Numbers(about, of).Min()),
        new("max", 1, 9, (about, of) => Numbers(about, of).Max()),
        new("abs", 1, 1, (_, of) => Math.Abs(Operators.Number(of[0]))),
        new("floor", 1, 1, (_, of) => Math.Floor(Operators.Number(of[0]))),
        new("ceiling", 1, 1, (_, of) => Math.Ceiling(Operators.Number(of[0]))),
        new("round", 1, 2, (_, of) => Math.Round(Operators.Number(of[0]), of.Count > 1 ? Digits(of[1]) : 0, MidpointRounding.AwayFromZero)),
        new("lower", 1, 1, (_, of) => Operators.Text(of[0]).ToLowerInvariant()),
        new("upper", 1, 1, (_, of) => Operators.Text(of[0]).ToUpperInvariant()),
        new("startsWith", 2, 2, (_, of) => Operators.Text(of[0]).StartsWith(Operators.Text(of[1]), StringComparison.Ordinal)),
        new("endsWith", 2, 2, (_, of) => Operators.Text(of[0]).EndsWith(Operators.Text(of[1]), StringComparison.Ordinal)),
        new("text", 1, 1, (_, of) => of[0].ToString()),
        new("number", 1, 1, (_, of) => decimal.TryParse(Operators.Text(of[0]), NumberStyles.Number & ~NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) ? number : throw new ExpressionException($"“{of[0]}” không phải là số")),
        new("now", 0, 0, (about, _) => Instant(about.Now)),
        new("duration", 1, 1, (_, of) => Span(of[0]) is null ? "" : Operators.Text(of[0])),
        new("after", 2, 2, (about, of) => Instant(Span(of[1]).After(TimerExpression.Instant(Operators.Text(of[0]), about.Zone) ?? throw new ExpressionException($"“{of[0]}” không phải là thời điểm"), about.Zone))),
    }.ToDictionary(function => function.Name, StringComparer.Ordinal);

    public static Function? Find(string name) => Known.GetValueOrDefault(name);

    public static string Names => string.Join(", ", Known.Keys.Order(StringComparer.Ordinal));

    public Value Apply(Evaluation about, IReadOnlyList<Value> arguments)
    {
        try
        {
            return Body(about, arguments);
        }
        catch (OverflowException)
        {
            throw new ExpressionException("kết quả vượt quá 28 chữ số");
        }
        catch (ArgumentOutOfRangeException)
        {
            throw new ExpressionException($"{Name}: ngoài phạm vi tính được");
        }
    }

    private static Value Size(Value of) => of switch
    {
        Value.Text text => text.Of.Length,
        Value.Items items => items.Of.Count,
        Value.Fields fields => fields.Of.Count,
        _ => throw new ExpressionException($"{Operators.Kind(of)} không có số phần tử"),
    };

    private static Value Contains(Evaluation about, Value of, Value what) => of switch
    {
        Value.Text text => text.Of.Contains(Operators.Text(what), StringComparison.Ordinal),
        _ => List(about, of).Contains(what),
    };

    private static IReadOnlyList<Value> List(Evaluation about, Value of)
    {
        var items = of is Value.Items list ? list.Of : throw new ExpressionException($"cần một danh sách, nhưng có {Operators.Kind(of)}");
        about.Count(items.Count);
        return items;
    }

    private static IEnumerable<decimal> Numbers(Evaluation about, IReadOnlyList<Value> of)
    {
        var numbers = (of is [Value.Items] ? List(about, of[0]) : of).Select(Operators.Number).ToList();
        return numbers.Count > 0 ? numbers : throw new ExpressionException("danh sách trống không có số lớn nhất, nhỏ nhất");
    }

    private static int Digits(Value of) => Operators.Number(of) is >= 0 and <= 28 and var digits ? (int)digits : throw new ExpressionException("số chữ số phải từ 0 đến 28");

    private static CalendarSpan Span(Value of) => CalendarSpan.Parse(Operators.Text(of)) ?? throw new ExpressionException($"“{of}” không phải là khoảng thời gian");

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
}

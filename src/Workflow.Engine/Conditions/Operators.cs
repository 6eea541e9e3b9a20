namespace Workflow.Engine.Conditions;

/// <summary>Arithmetic and comparison. Kinds are never turned into one another: '1' is not 1 and 'true' is not true.</summary>
internal static class Operators
{
    public static Value Apply(string operation, Value left, Value right)
    {
        try
        {
            return (operation, left, right) switch
            {
                ("==", _, _) => Same(left, right),
                ("!=", _, _) => !Same(left, right),
                ("<", _, _) => Compare(left, right) < 0,
                ("<=", _, _) => Compare(left, right) <= 0,
                (">", _, _) => Compare(left, right) > 0,
                (">=", _, _) => Compare(left, right) >= 0,
                ("+", Value.Text one, Value.Text other) => Join(one.Of, other.Of),
                ("+", _, _) => Number(left) + Number(right),
                ("-", _, _) => Number(left) - Number(right),
                ("*", _, _) => Number(left) * Number(right),
                ("/", _, _) => Number(left) / Divisor(right),
                ("%", _, _) => Number(left) % Divisor(right),
                _ => throw new ExpressionException($"không có phép “{operation}”"),
            };
        }
        catch (OverflowException)
        {
            throw new ExpressionException("kết quả vượt quá 28 chữ số");
        }
    }

    public static decimal Number(Value value) => value is Value.Number number ? number.Of : throw new ExpressionException($"cần một số, nhưng có {Kind(value)}");

    public static string Text(Value value) => value is Value.Text text ? text.Of : throw new ExpressionException($"cần một văn bản, nhưng có {Kind(value)}");

    public static string Kind(Value value) => value switch
    {
        Value.Text => "văn bản",
        Value.Number => "số",
        Value.Truth => "đúng/sai",
        Value.Items => "danh sách",
        Value.Fields => "nhóm thành phần",
        _ => "giá trị trống",
    };

    /// <summary>Equality of two values of one kind; anything may be compared with nothing.</summary>
    public static bool Same(Value left, Value right) =>
        left is Value.Nothing || right is Value.Nothing || left.GetType() == right.GetType()
            ? left == right
            : throw new ExpressionException($"không so sánh được {Kind(left)} với {Kind(right)}");

    private static int Compare(Value left, Value right) => (left, right) switch
    {
        (Value.Number one, Value.Number other) => one.Of.CompareTo(other.Of),
        (Value.Text one, Value.Text other) => string.CompareOrdinal(one.Of, other.Of),
        _ => throw new ExpressionException($"không so sánh được {Kind(left)} với {Kind(right)}"),
    };

    private static decimal Divisor(Value value) => Number(value) is var divisor and not 0 ? divisor : throw new ExpressionException("chia cho không");

    // Doubling a text in a loop must not eat the memory.
    private static string Join(string one, string other) => one.Length + other.Length <= Function.MaxText ? one + other : throw new ExpressionException($"văn bản dài quá {Function.MaxText} ký tự");
}

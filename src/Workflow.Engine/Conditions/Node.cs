namespace Workflow.Engine.Conditions;

/// <summary>A part of an expression that was read.</summary>
internal abstract record Node
{
    public Value Evaluate(Evaluation about)
    {
        about.Count();
        return Compute(about);
    }

    public bool Decide(Evaluation about) => Evaluate(about) is Value.Truth truth ? truth.Of : throw new ExpressionException("điều kiện phải cho kết quả đúng hoặc sai");

    protected abstract Value Compute(Evaluation about);

    internal sealed record Literal(Value Of) : Node
    {
        protected override Value Compute(Evaluation about) => Of;
    }

    internal sealed record Variable(string Name) : Node
    {
        protected override Value Compute(Evaluation about) => about.Variable(Name);
    }

    /// <summary><c>a.b</c>, <c>a['b']</c>, <c>a[0]</c>.</summary>
    internal sealed record Member(Node Of, Node Key) : Node
    {
        protected override Value Compute(Evaluation about) => (Of.Evaluate(about), Key.Evaluate(about)) switch
        {
            (Value.Fields fields, Value.Text name) => fields.Of.TryGetValue(name.Of, out var found) ? found : throw new ExpressionException($"không có thành phần “{name.Of}”"),
            (Value.Items items, Value.Number at) => at.Of >= 0 && at.Of < items.Of.Count && at.Of == Math.Truncate(at.Of)
                ? items.Of[(int)at.Of]
                : throw new ExpressionException($"danh sách có {items.Of.Count} phần tử, không có phần tử thứ {at}"),
            var (of, key) => throw new ExpressionException($"{Operators.Kind(of)} không có thành phần “{key}”"),
        };
    }

    internal sealed record Not(Node Of) : Node
    {
        protected override Value Compute(Evaluation about) => !Of.Decide(about);
    }

    internal sealed record Negative(Node Of) : Node
    {
        protected override Value Compute(Evaluation about) => -Operators.Number(Of.Evaluate(about));
    }

    /// <summary><c>empty x</c>: nothing, an empty text or an empty list.</summary>
    internal sealed record Empty(Node Of) : Node
    {
        protected override Value Compute(Evaluation about) => Of.Evaluate(about) switch
        {
            Value.Nothing => true,
            Value.Text text => text.Of.Length == 0,
            Value.Items items => items.Of.Count == 0,
            Value.Fields fields => fields.Of.Count == 0,
            _ => false,
        };
    }

    internal sealed record Both(Node Left, Node Right) : Node
    {
        protected override Value Compute(Evaluation about) => Left.Decide(about) && Right.Decide(about);
    }

    internal sealed record Either(Node Left, Node Right) : Node
    {
        protected override Value Compute(Evaluation about) => Left.Decide(about) || Right.Decide(about);
    }

    internal sealed record Choice(Node When, Node Then, Node Otherwise) : Node
    {
        protected override Value Compute(Evaluation about) => When.Decide(about) ? Then.Evaluate(about) : Otherwise.Evaluate(about);
    }

    internal sealed record Binary(string Operator, Node Left, Node Right) : Node
    {
        protected override Value Compute(Evaluation about) => Operators.Apply(Operator, Left.Evaluate(about), Right.Evaluate(about));
    }

    internal sealed record Call(Function Function, IReadOnlyList<Node> Arguments) : Node
    {
        protected override Value Compute(Evaluation about) => Function.Apply(about, [.. Arguments.Select(argument => argument.Evaluate(about))]);
    }
}

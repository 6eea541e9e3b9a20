namespace Workflow.Engine.Conditions;

/// <summary>An expression cannot be read, or gives nothing usable. The message is a plain Vietnamese sentence.</summary>
internal sealed class ExpressionException(string message) : Exception(message);

/// <summary>What an expression sees while it is computed: names, the instant, and a limit on its work.</summary>
internal sealed class Evaluation(Func<string, Value?> lookup, DateTimeOffset now, TimeSpan zone)
{
    /// <summary>Operations in one evaluation.</summary>
    public const int MaxSteps = 10_000;

    private int steps;

    public DateTimeOffset Now => now;

    public TimeSpan Zone => zone;

    /// <summary>The value of a name. An unknown one is an error, never "false": a typing mistake must not choose a branch.</summary>
    public Value Variable(string name) => lookup(name) ?? throw new ExpressionException($"không có biến “{name}”");

    public bool Knows(string name) => lookup(name) is not null;

    public void Count(int work = 1)
    {
        if ((steps += work) > MaxSteps)
        {
            throw new ExpressionException($"biểu thức cần hơn {MaxSteps} phép tính");
        }
    }
}

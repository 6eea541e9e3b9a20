namespace Workflow.Domain.Forms;

/// <summary>What a field holds.</summary>
public enum FieldKind
{
    /// <summary>A line.</summary>
    Text,

    /// <summary>Several lines.</summary>
    LongText,

    /// <summary>A decimal number.</summary>
    Number,

    /// <summary>Đồng, whole and not below zero.</summary>
    Money,

    /// <summary>A day.</summary>
    Date,

    /// <summary>One of the options.</summary>
    Choice,

    /// <summary>Yes or no.</summary>
    YesNo,
}

/// <summary>A value that may be chosen and the words people read.</summary>
public sealed record Option(string Value, string Label);

/// <summary>A field of a form that the definition declares.</summary>
/// <param name="Name">The variable of the case.</param>
/// <param name="Label">The words beside it.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="IsRequired">Must be filled in.</param>
/// <param name="IsShown">Shown, not asked.</param>
public sealed record Field(string Name, string Label, FieldKind Kind, bool IsRequired, bool IsShown)
{
    /// <summary>Longest line.</summary>
    public const int LongestLine = 500;

    /// <summary>Longest text of several lines.</summary>
    public const int LongestText = 4_000;

    /// <summary>Least number.</summary>
    public decimal? Min { get; init; }

    /// <summary>Greatest number.</summary>
    public decimal? Max { get; init; }

    /// <summary>A sentence of help; may be empty.</summary>
    public string Hint { get; init; } = "";

    /// <summary>The options of a choice.</summary>
    public IReadOnlyList<Option> Options { get; init; } = [];
}

/// <summary>What is wrong with what was typed into a field.</summary>
public sealed record FieldProblem(string Name, string Text);

/// <summary>How a task is answered on the general page.</summary>
public sealed record TaskSheet(IReadOnlyList<Option> Outcomes, IReadOnlyList<Field> Fields, bool IsDelegable)
{
    /// <summary>The fields that are asked.</summary>
    public IEnumerable<Field> Asked => Fields.Where(one => !one.IsShown);
}

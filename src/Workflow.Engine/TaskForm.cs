namespace Workflow.Engine;

/// <summary>How a user task is answered on the general page.</summary>
/// <param name="Outcomes">The answers, in the order of the definition; one with an empty key when it names none.</param>
/// <param name="Fields">What is shown and asked, in the order of the definition.</param>
/// <param name="IsDelegable">Whether who does it may pass it to someone else.</param>
public sealed record TaskForm(IReadOnlyList<TaskOutcome> Outcomes, IReadOnlyList<FormField> Fields, bool IsDelegable);

/// <summary>An answer and the sentence on its button.</summary>
public sealed record TaskOutcome(string Key, string Label);

/// <summary>What a field holds.</summary>
public enum FieldKind
{
    /// <summary>A line of text.</summary>
    Text,

    /// <summary>Several lines of text.</summary>
    LongText,

    /// <summary>A decimal number.</summary>
    Number,

    /// <summary>An amount in đồng, without fractions, never below zero.</summary>
    Money,

    /// <summary>A day; as a variable the text <c>yyyy-MM-dd</c>.</summary>
    Date,

    /// <summary>One of the options.</summary>
    Choice,

    /// <summary>Yes or no; as a variable a truth.</summary>
    YesNo,
}

/// <summary>A field of a form: one variable of the case.</summary>
/// <param name="Name">Name of the variable.</param>
/// <param name="Label">What people read beside it.</param>
public sealed record FormField(string Name, string Label, FieldKind Kind)
{
    /// <summary>Must be filled in.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Shown, not asked: what the case knows.</summary>
    public bool IsShown { get; init; }

    /// <summary>Least and greatest number.</summary>
    public decimal? Min { get; init; }

    /// <summary>Greatest number.</summary>
    public decimal? Max { get; init; }

    /// <summary>A sentence of help; may be empty.</summary>
    public string Hint { get; init; } = "";

    /// <summary>The options of a choice: value and label.</summary>
    public IReadOnlyList<TaskOutcome> Options { get; init; } = [];
}

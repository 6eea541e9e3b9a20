namespace Workflow.Documents.Checks;

/// <summary>How much a finding matters.</summary>
public enum Severity
{
    /// <summary>A matter of style, or a question.</summary>
    Info,

    /// <summary>Probably not as meant.</summary>
    Warning,

    /// <summary>Would be wrong in print.</summary>
    Error,
}

/// <summary>Something in a text that a person should look at; nothing is ever repaired.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="ClauseId">The clause, or null for the text as a whole.</param>
/// <param name="Quote">The words as written, or null for what is missing.</param>
/// <param name="Reason">What is wrong, in Vietnamese.</param>
/// <param name="Proposal">What it might have to be, when that can be said.</param>
public sealed record Finding(string Code, Severity Severity, string? ClauseId, string? Quote, string Reason, string? Proposal)
{
    /// <summary>Line of a plain text or paragraph of a Word file, when the text came from a file.</summary>
    public int? Line { get; init; }
}

/// <summary>One rule. It only reads; it holds no state, and its work grows with the length of the text.</summary>
internal interface ICheck
{
    /// <summary>Name by which an organization switches it off.</summary>
    string Key { get; }

    IEnumerable<Finding> Look(CheckedText text);
}

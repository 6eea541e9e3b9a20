namespace Workflow.Engine;

/// <summary>Who does the work of an element.</summary>
public enum WorkKind
{
    /// <summary>A person.</summary>
    Person,

    /// <summary>The machine.</summary>
    Machine,

    /// <summary>A case of another process.</summary>
    Call,
}

/// <summary>Work that a definition hands out.</summary>
/// <param name="ElementId">The element.</param>
/// <param name="Name">Its name, its id when it has none.</param>
/// <param name="Kind">Who does it.</param>
/// <param name="Key">Key of the task or activity, or the called process as it is written; empty for a plain task.</param>
/// <param name="Whom">Of a person's work: candidates and assignee as they are written.</param>
public sealed record DefinedWork(string ElementId, string Name, WorkKind Kind, string Key, string Whom);

namespace Workflow.Engine;

/// <summary>Why a definition was refused, or what its author should know.</summary>
/// <param name="Code">Stable code, "bpmn.unknown-element".</param>
/// <param name="ElementId">Id of the element, or its name when it has none.</param>
/// <param name="Line">Line in the file, 1-based; 0 when unknown.</param>
/// <param name="Message">Plain Vietnamese sentence.</param>
public sealed record Finding(string Code, string ElementId, int Line, string Message);

/// <summary>The result of reading a file: the first definition in it, or the findings that refuse it.</summary>
public sealed record Deployment(ProcessDefinition? Definition, IReadOnlyList<Finding> Findings)
{
    /// <summary>All executable processes of the file, in its order; empty when it is refused.</summary>
    public IReadOnlyList<ProcessDefinition> Definitions { get; init; } = Definition is null ? [] : [Definition];

    /// <summary>What does not hinder the deployment but is not as its author may think.</summary>
    public IReadOnlyList<Finding> Warnings { get; init; } = [];
}

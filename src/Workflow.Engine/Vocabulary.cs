namespace Workflow.Engine;

/// <summary>What the code knows by key, with the outcomes that each may answer. Anything else is refused at deployment.</summary>
/// <param name="Tasks">User-task key (<c>wf:task</c>) to its outcomes.</param>
/// <param name="Activities">Service-task key (<c>wf:activity</c>) to its outcomes.</param>
public sealed record Vocabulary(
    IReadOnlyDictionary<string, IReadOnlyList<string>> Tasks,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Activities);

/// <summary>Why a definition was refused.</summary>
/// <param name="Code">Stable code, "bpmn.unknown-element".</param>
/// <param name="ElementId">Id of the element, or its name when it has none.</param>
/// <param name="Line">Line in the file, 1-based; 0 when unknown.</param>
/// <param name="Message">Plain Vietnamese sentence.</param>
public sealed record Finding(string Code, string ElementId, int Line, string Message);

/// <summary>The result of reading a file: a definition, or the findings that refuse it.</summary>
public sealed record Deployment(ProcessDefinition? Definition, IReadOnlyList<Finding> Findings);

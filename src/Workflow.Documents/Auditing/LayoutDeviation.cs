namespace Workflow.Documents.Auditing;

/// <summary>One thing in a file that is not as the layout says.</summary>
/// <param name="Code">Stable code ("margin.left").</param>
/// <param name="Component">The component, in Vietnamese.</param>
/// <param name="Text">The whole sentence: what was measured, what should be, in millimetres and points.</param>
/// <param name="Place">Where, or null for the file as a whole.</param>
public sealed record LayoutDeviation(string Code, string Component, string Text, string? Place);

/// <summary>What an audit found.</summary>
/// <param name="Pages">Pages of a PDF; 0 of a Word file, which has none before it is printed.</param>
/// <param name="Measured">What was measured and held, as short sentences.</param>
public sealed record LayoutReport(int Pages, IReadOnlyList<LayoutDeviation> Deviations, IReadOnlyList<string> Measured);

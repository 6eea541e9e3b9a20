namespace Workflow.Domain.Texts;

/// <summary>A line of the outline: what a table of contents or a bookmark tree shows.</summary>
public sealed record OutlineEntry(int Level, string Label, string Text, string ClauseId);

/// <summary>Reads the outline of a text: headings, and run-in headings at the start of a paragraph.</summary>
public static class Outline
{
    /// <summary>The outline in reading order.</summary>
    public static IReadOnlyList<OutlineEntry> Of(DraftText text) =>
    [
        .. from clause in text.Clauses
           where clause.Kind == ClauseKind.Heading || clause.RunInHeading is not null
           select new OutlineEntry(clause.Level, clause.Label, clause.RunInHeading ?? clause.Text, clause.Id),
    ];
}

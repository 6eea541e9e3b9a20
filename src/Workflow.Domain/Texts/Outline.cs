using System.Text.RegularExpressions;

namespace Workflow.Domain.Texts;

/// <summary>A line of the outline: what a table of contents or a bookmark tree shows.</summary>
public sealed record OutlineEntry(int Level, string Label, string Text, string ClauseId);

/// <summary>Reads the outline of a text: headings, and run-in headings at the start of a paragraph.</summary>
public static partial class Outline
{
    /// <summary>The outline in reading order.</summary>
    public static IReadOnlyList<OutlineEntry> Of(DraftText text)
    {
        var entries = new List<OutlineEntry>();
        foreach (var clause in text.Clauses)
        {
            if (clause.Kind == ClauseKind.Heading || clause.RunInHeading is not null)
            {
                entries.Add(new OutlineEntry(clause.Level, clause.Label, clause.RunInHeading ?? clause.Text, clause.Id));
                if (clause.RunInHeading is not null)
                {
                    entries.AddRange(Embedded().Matches(clause.Text).Select(group => new OutlineEntry(clause.Level, group.Groups[1].Value, group.Groups[2].Value, clause.Id)));
                }
            }
        }

        return entries;
    }

    // A group of items that begins in the middle of a paragraph: "… 94% 3. Về cải cách hành chính (20) …".
    [GeneratedRegex(@"(?<=[%\d.]\s)(\d{1,2}\.) (Về [^()]{3,60}?)(?=\s\()")]
    private static partial Regex Embedded();
}

using Workflow.Domain.Texts;

namespace Workflow.Activities.Copying;

/// <summary>A part of a text that an extract takes or leaves.</summary>
/// <param name="Id">Its first clause.</param>
/// <param name="Title">The heading, or the beginning of its words.</param>
/// <param name="Level">Depth of the heading, from 0.</param>
/// <param name="Clauses">Ids of all its clauses, those under deeper headings too.</param>
public sealed record CopyPart(string Id, string Title, int Level, IReadOnlyList<string> Clauses);

/// <summary>Cuts a text where its headings stand; a text without any, at each paragraph.</summary>
public static class CopyParts
{
    private const int LongestTitle = 120;

    /// <summary>The parts, in the order of the text; together they hold every clause.</summary>
    public static IReadOnlyList<CopyPart> Of(IReadOnlyList<Clause> clauses)
    {
        var headed = clauses.Any(clause => clause.Kind == ClauseKind.Heading);
        var parts = new List<(Clause First, int Level, List<string> Clauses)>();
        var open = new Stack<(Clause First, int Level, List<string> Clauses)>();
        foreach (var clause in clauses)
        {
            var heading = clause.Kind == ClauseKind.Heading;
            if (parts.Count == 0 || heading || (!headed && clause.Kind == ClauseKind.Paragraph))
            {
                var level = heading ? clause.Level : 0;
                while (open.TryPeek(out var last) && last.Level >= level)
                {
                    open.Pop();
                }

                // What stands before the first heading is a part of its own.
                var part = (clause, level, new List<string>());
                parts.Add(part);
                open.Push(part);
            }

            foreach (var part in open)
            {
                part.Clauses.Add(clause.Id);
            }
        }

        return [.. parts.Select(part => new CopyPart(part.First.Id, Title(part.First), part.Level, part.Clauses))];
    }

    private static string Title(Clause clause) => clause.FullText is { Length: > LongestTitle } text ? text[..LongestTitle].TrimEnd() + "…" : clause.FullText.Replace('\n', ' ').Replace('\t', ' ');
}

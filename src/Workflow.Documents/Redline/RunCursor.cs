using Workflow.Domain.Texts;

namespace Workflow.Documents.Redline;

/// <summary>Hands out the runs of a text piece by piece, so that bold and italic survive the comparison of the bare words.</summary>
internal sealed class RunCursor(IEnumerable<TextRun> source)
{
    private readonly Queue<TextRun> rest = new(source.Select(run => run with { Text = run.Text.Normalize() }).Where(run => run.Text.Length > 0));
    private int used;

    /// <summary>Label and text of clauses as the comparison reads them: a line break between two.</summary>
    public static RunCursor Of(IReadOnlyList<Clause> clauses) => new(clauses.SelectMany((clause, index) => index == 0 ? Runs(clause) : Runs(clause).Prepend(new TextRun("\n"))));

    /// <summary>The next <paramref name="length"/> characters.</summary>
    public List<TextRun> Take(int length)
    {
        var taken = new List<TextRun>();
        while (length > 0 && rest.TryPeek(out var run))
        {
            var part = Math.Min(length, run.Text.Length - used);
            taken.Add(run with { Text = run.Text.Substring(used, part) });
            length -= part;
            used += part;
            if (used == run.Text.Length)
            {
                rest.Dequeue();
                used = 0;
            }
        }

        return taken;
    }

    private static IEnumerable<TextRun> Runs(Clause clause)
    {
        var heading = clause.Kind == ClauseKind.Heading;
        if (clause.Label.Length > 0)
        {
            yield return new TextRun(clause.Text.Length == 0 ? clause.Label : clause.Label + " ", heading || (clause.Runs.Count > 0 && clause.Runs[0].Bold));
        }

        foreach (var run in clause.Runs)
        {
            yield return run with { Bold = run.Bold || heading };
        }
    }
}

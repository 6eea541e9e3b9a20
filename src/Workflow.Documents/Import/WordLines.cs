using Workflow.Domain.Texts;

namespace Workflow.Documents.Import;

/// <summary>Lines of one Word paragraph: a manual line break ends a line of a title, of a header, of a signature.</summary>
internal static class WordLines
{
    /// <summary>Runs of each line; empty lines are left out.</summary>
    public static List<IReadOnlyList<TextRun>> Split(IReadOnlyList<TextRun> runs)
    {
        var lines = new List<List<TextRun>> { new() };
        foreach (var run in runs)
        {
            var pieces = run.Text.Split('\n');
            for (var index = 0; index < pieces.Length; index++)
            {
                if (index > 0)
                {
                    lines.Add([]);
                }

                if (pieces[index].Length > 0)
                {
                    lines[^1].Add(run with { Text = pieces[index] });
                }
            }
        }

        return [.. lines.Where(line => line.Exists(run => !string.IsNullOrWhiteSpace(run.Text)))];
    }
}

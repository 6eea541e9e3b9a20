using System.Text;
using Workflow.Domain.Texts;

namespace Workflow.Documents.Import;

/// <summary>Runs of a clause: the label cut off, white space collapsed, equal styles merged.</summary>
internal static class ClauseRuns
{
    /// <summary>Runs of a block without its first characters.</summary>
    /// <param name="block">The block; its automatic label is not part of the runs.</param>
    /// <param name="skip">Characters of the collapsed text that belong to the label.</param>
    public static IReadOnlyList<TextRun> Of(SourceBlock block, int skip)
    {
        if (block.AutoLabel.Length > 0)
        {
            skip = Math.Max(0, skip - block.AutoLabel.Length - 1);
        }

        var runs = new List<TextRun>();
        var text = new StringBuilder();
        var style = default(TextRun);
        var afterSpace = true;
        foreach (var run in block.Runs)
        {
            if (style is not null && (style with { Text = "" }) != (run with { Text = "" }))
            {
                Close();
            }

            style = run;
            foreach (var letter in run.Text)
            {
                var space = char.IsWhiteSpace(letter);
                if (space && afterSpace)
                {
                    continue;
                }

                afterSpace = space;
                if (skip > 0)
                {
                    skip--;
                }
                else
                {
                    text.Append(space ? ' ' : letter);
                }
            }
        }

        Close();
        if (runs.Count > 0)
        {
            runs[0] = runs[0] with { Text = runs[0].Text.TrimStart() };
            runs[^1] = runs[^1] with { Text = runs[^1].Text.TrimEnd() };
            runs.RemoveAll(run => run.Text.Length == 0);
        }

        return runs;

        void Close()
        {
            if (text.Length > 0 && style is not null)
            {
                runs.Add(style with { Text = text.ToString() });
                text.Clear();
            }
        }
    }
}

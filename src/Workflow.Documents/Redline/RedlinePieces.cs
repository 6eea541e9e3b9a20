using Workflow.Domain.Texts;

namespace Workflow.Documents.Redline;

/// <summary>Runs of one fate, as Word gets them; or a mark between them, ready to be written.</summary>
internal sealed record TrackedRuns(DiffKind Kind, List<TextRun> Runs, string? Mark = null);

/// <summary>Turns the pieces of a comparison into styled runs and paragraphs.</summary>
internal static class RedlinePieces
{
    /// <summary>Pieces with their styles. What was only typed differently is tracked too: refusing must give the old text to the letter.</summary>
    public static IEnumerable<TrackedRuns> Cut(IEnumerable<DiffPiece> pieces, RunCursor before, RunCursor after)
    {
        foreach (var piece in pieces)
        {
            switch (piece)
            {
                case { Kind: DiffKind.Deleted }:
                    yield return new TrackedRuns(DiffKind.Deleted, before.Take(piece.Text.Length));
                    break;
                case { Kind: DiffKind.Inserted }:
                    yield return new TrackedRuns(DiffKind.Inserted, after.Take(piece.Text.Length));
                    break;
                case { Before: { } typed }:
                    yield return new TrackedRuns(DiffKind.Deleted, before.Take(typed.Length));
                    yield return new TrackedRuns(DiffKind.Inserted, after.Take(piece.Text.Length));
                    break;
                default:
                    before.Take(piece.Text.Length);
                    yield return new TrackedRuns(DiffKind.Same, after.Take(piece.Text.Length));
                    break;
            }
        }
    }

    /// <summary>Cuts at line breaks: each paragraph with the fate of its end. The last one ends as <paramref name="end"/> says.</summary>
    public static List<(List<TrackedRuns> Runs, DiffKind End)> Paragraphs(IEnumerable<TrackedRuns> parts, DiffKind end)
    {
        var paragraphs = new List<(List<TrackedRuns>, DiffKind)>();
        var open = new List<TrackedRuns>();
        foreach (var part in parts)
        {
            if (part.Mark is not null)
            {
                open.Add(part);
            }

            foreach (var run in part.Runs)
            {
                var lines = run.Text.Split('\n');
                for (var i = 0; i < lines.Length; i++)
                {
                    if (i > 0)
                    {
                        paragraphs.Add((open, part.Kind));
                        open = [];
                    }

                    if (lines[i].Length > 0)
                    {
                        open.Add(new TrackedRuns(part.Kind, [run with { Text = lines[i] }]));
                    }
                }
            }
        }

        paragraphs.Add((open, end));
        return paragraphs;
    }
}

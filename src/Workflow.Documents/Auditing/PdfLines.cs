namespace Workflow.Documents.Auditing;

/// <summary>Puts the words of a page into lines, top to bottom.</summary>
internal static class PdfLines
{
    // Words of one line stand level to less than this; raised marks of notes join the line they belong to.
    private const double LevelMm = 0.5;
    private const double Touching = 0.18 * 25.4 / 72;

    public static List<MeasuredLine> Of(int page, List<MeasuredWord> words)
    {
        var lines = new List<List<MeasuredWord>>();
        foreach (var word in words.OrderBy(word => word.BaselineMm).ThenBy(word => word.LeftMm))
        {
            if (lines.Count > 0 && word.BaselineMm - lines[^1][0].BaselineMm <= LevelMm)
            {
                lines[^1].Add(word);
            }
            else
            {
                lines.Add([word]);
            }
        }

        Raise(lines);
        return [.. lines.Select((line, index) => new MeasuredLine(page, index + 1, Joined(line)))];
    }

    // A line of nothing but a small mark above another line is part of that line.
    private static void Raise(List<List<MeasuredWord>> lines)
    {
        for (var index = lines.Count - 2; index >= 0; index--)
        {
            var (mark, below) = (lines[index], lines[index + 1]);
            if (below[0].BaselineMm - mark[0].BaselineMm < 3 && mark.Sum(word => word.Text.Length) <= 12 && mark.TrueForAll(word => word.SizePt < below.Max(one => one.SizePt) * 0.8) && below.Sum(word => word.Text.Length) > 12)
            {
                below.AddRange(mark);
                lines.RemoveAt(index);
            }
        }
    }

    // Programs cut words where they like: what touches and looks alike is one word.
    private static List<MeasuredWord> Joined(List<MeasuredWord> line)
    {
        var joined = new List<MeasuredWord>();
        foreach (var word in line.OrderBy(word => word.LeftMm))
        {
            if (joined.Count > 0 && joined[^1] is var last && word.LeftMm - last.RightMm < Touching * word.SizePt && last.Font == word.Font && Math.Abs(last.SizePt - word.SizePt) < 0.01)
            {
                joined[^1] = last with { Text = last.Text + word.Text, RightMm = Math.Max(last.RightMm, word.RightMm) };
            }
            else
            {
                joined.Add(word);
            }
        }

        return joined;
    }
}

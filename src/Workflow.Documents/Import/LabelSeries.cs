namespace Workflow.Documents.Import;

/// <summary>Knows where the numbering stands, so that "2.659 triệu" at a line's start is not taken for a heading.</summary>
internal sealed class LabelSeries
{
    private readonly Dictionary<int, IReadOnlyList<int>> last = [];

    /// <summary>Whether this label is the next of its series, or begins one.</summary>
    public bool Continues(Label label)
    {
        if (label.Level == 7)
        {
            return true;
        }

        var number = label.Path[^1];
        if (label.Path.Count > 1 && label.Level is 3 or 4)
        {
            // "3.1." lives under "3."; its parent must be the number that stands above.
            var parent = last.GetValueOrDefault(label.Level - 1);
            if (parent is not null && !parent.SequenceEqual(label.Path.Take(label.Path.Count - 1)))
            {
                return false;
            }
        }

        var before = last.GetValueOrDefault(label.Level);
        return before is null ? number == 1 : number == before[^1] + 1 || (label.Level >= 5 && number == 1);
    }

    /// <summary>Takes the label as the newest of its level; deeper series begin anew.</summary>
    public void Take(Label label)
    {
        if (label.Level == 7)
        {
            return;
        }

        last[label.Level] = label.Path;
        foreach (var deeper in last.Keys.Where(level => level > label.Level).ToList())
        {
            last.Remove(deeper);
        }
    }
}

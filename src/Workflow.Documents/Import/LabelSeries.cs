namespace Workflow.Documents.Import;

/// <summary>Where a label stands.</summary>
/// <param name="Level">0 part, 1 "I.", 2 "1.", 3 "1.1." or "a)", deeper for lists inside lists.</param>
/// <param name="InOrder">Whether it is the next of a series, or begins one.</param>
internal sealed record LabelPlace(int Level, bool InOrder);

/// <summary>
/// Knows where the numbering stands, so that "2.659 triệu" at a line's start is not taken for a heading, and a list "1. 2. 3." inside
/// "a)" does not disturb the "2." above it. A stack of the open series, widest first.
/// </summary>
internal sealed class LabelSeries
{
    // Word knows nine levels; a damaged list that nests for ever stops there.
    private const int Deepest = 9;

    private readonly List<Entry> open = [];

    // Articles count through the whole document, whatever chapters they stand in.
    private IReadOnlyList<int>? article;

    /// <summary>Whether this label is the next of a series that is open, or begins one.</summary>
    public bool Continues(Label label) => label.Style == LabelStyle.Dash || Find(label, false) is not null;

    /// <summary>Takes the label as the newest of its series; narrower series close.</summary>
    /// <param name="label">The label.</param>
    /// <param name="isHeading">Whether its line looks like a heading: decides when two open series wait for the same number.</param>
    /// <param name="introduces">Whether its line ends with a colon, so that a list may follow.</param>
    public LabelPlace Take(Label label, bool isHeading, bool introduces = false)
    {
        if (label.Style == LabelStyle.Dash)
        {
            return new((open.Count == 0 ? 0 : open[^1].Level) + 1, true);
        }

        var found = Find(label, isHeading);
        var index = found ?? open.FindLastIndex(entry => entry.Key == label.Key);
        if (index < 0)
        {
            // Out of order and nothing to compare with: below everything wider than it.
            index = open.FindLastIndex(entry => entry.Style < label.Style) + 1;
        }

        var carried = index < open.Count ? open[index].Children : [];
        var children = carried.ToDictionary(pair => pair.Key, pair => pair.Value);
        foreach (var closed in open.Skip(index + 1))
        {
            children[closed.Key] = closed.Path;
        }

        open.RemoveRange(index, open.Count - index);
        var parent = index == 0 ? -1 : open[index - 1].Level;
        var level = label.Style switch
        {
            LabelStyle.Part or LabelStyle.Capital => 0,
            LabelStyle.Section or LabelStyle.Roman => 1,
            LabelStyle.Article => open.Exists(entry => entry.Style == LabelStyle.Section) ? 2 : 1,
            LabelStyle.Decimal => Math.Max(label.Path.Count + 1, parent + 1),
            LabelStyle.Number => Math.Max(2, parent + 1),
            _ => Math.Max(3, parent + 1),
        };
        level = Math.Min(level, Deepest);
        article = label.Style == LabelStyle.Article ? label.Path : article;
        open.Add(new(label.Key, label.Style, label.Path, level, isHeading, introduces, children));
        return new(level, found is not null);
    }

    // The place in the stack that the label takes, or null when no series waits for it.
    private int? Find(Label label, bool isHeading)
    {
        var waiting = Enumerable.Range(0, open.Count).Reverse().Where(index => open[index].Key == label.Key && label.Follows(open[index].Path)).ToList();
        if (!isHeading && open.Count > 0 && label.Style is LabelStyle.Number or LabelStyle.Bracket
            && open[^1].Children.TryGetValue(label.Key, out var before) && label.Follows(before))
        {
            // Items that go on counting under the next "b)".
            return open.Count;
        }

        if (waiting.Count > 0)
        {
            // "3." may end a list of items or be the next heading: a heading follows a heading.
            return isHeading && waiting.Exists(index => open[index].IsHeading) ? waiting.First(index => open[index].IsHeading) : waiting[0];
        }

        if (label.Style == LabelStyle.Article && article is not null && label.Follows(article))
        {
            return open.FindLastIndex(entry => entry.Style < LabelStyle.Article) + 1;
        }

        if (!label.IsFirst)
        {
            return null;
        }

        if (label.Style == LabelStyle.Decimal)
        {
            var parent = open.FindLastIndex(entry => entry.Path.SequenceEqual(label.Path.Take(label.Path.Count - 1)));
            return parent >= 0 ? parent + 1 : null;
        }

        var same = open.FindLastIndex(entry => entry.Key == label.Key);
        if (same < 0)
        {
            var wider = open.FindLastIndex(entry => entry.Style < label.Style || label.Style >= LabelStyle.Number);
            return wider + 1;
        }

        if (label.Style < LabelStyle.Number)
        {
            return same;
        }

        // A first label under one of its own kind is a list inside it, or the list begins anew.
        return same == open.Count - 1 && !open[same].IsHeading && !open[same].Introduces ? same : open.Count;
    }

    private sealed record Entry(
        string Key, LabelStyle Style, IReadOnlyList<int> Path, int Level, bool IsHeading, bool Introduces, Dictionary<string, IReadOnlyList<int>> Children);
}

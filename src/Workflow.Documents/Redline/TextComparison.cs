using Workflow.Domain.Texts;

namespace Workflow.Documents.Redline;

/// <summary>Compares two versions of a draft: title, subject, body, recipients and authority block.</summary>
public static class TextComparison
{
    /// <summary>Compares. Equal clause ids mean the same clause, as <see cref="Anchoring.ClauseIds.Inherit"/> makes them.</summary>
    public static Comparison Compare(DraftText before, DraftText after) => new(
    [
        .. Fixed(Head(before), Head(after)),
        .. InOrder(before.Clauses, after.Clauses, Alignment.Of(before.Clauses, after.Clauses, idsCount: true)),
        .. Listed(Recipients(before), Recipients(after)),
        .. Fixed(Tail(before), Tail(after)),
    ]);

    /// <summary>Everything that is compared, in order: title, subject, body, recipients, authority block, each with an id.</summary>
    internal static IEnumerable<Clause> Parts(DraftText text) => [.. Head(text), .. text.Clauses, .. Recipients(text), .. Tail(text)];

    private static Clause Line(string id, string line) => new(id, ClauseKind.Paragraph, 0, "", [new TextRun(line, Bold: id is "title" or "subject" or "authority" or "signer")]);

    private static Clause[] Head(DraftText text) => [Line("title", $"{text.Type.Name.ToUpperInvariant()} {text.TitleTail}".Trim()), Line("subject", text.Subject)];

    private static Clause[] Tail(DraftText text) =>
        [Line("authority", text.Signature.Authority), Line("position", text.Signature.Position), Line("signer", text.Signature.Name)];

    private static Clause[] Recipients(DraftText text) => text.Recipients.Count == 0 ? [] :
    [
        Line("recipients", "Nơi nhận:"),
        .. text.Recipients.Select((line, index) => Line($"recipient-{index + 1}", $"- {line.Name}{(line.Purpose is { } purpose ? $" ({purpose})" : "")}")),
    ];

    // Parts that every text has once: each is compared with its own.
    private static IEnumerable<ClauseChange> Fixed(Clause[] before, Clause[] after) =>
        before.Zip(after, (was, now) => (was.Text.Length, now.Text.Length) switch
        {
            (0, 0) => null,
            (0, _) => ClauseChanges.Inserted(now),
            (_, 0) => ClauseChanges.Deleted(was),
            _ => ClauseChanges.Pair(was, now),
        }).OfType<ClauseChange>();

    private static List<ClauseChange> Listed(Clause[] before, Clause[] after) => InOrder(before, after, Alignment.Of(before, after, idsCount: false));

    private static List<ClauseChange> InOrder(IReadOnlyList<Clause> before, IReadOnlyList<Clause> after, Alignment alignment)
    {
        var beforeOf = alignment.Pairs.ToDictionary(pair => pair.After, pair => pair.Before);
        var movedFrom = alignment.Moves.ToDictionary(move => move.After, move => move.Before);
        var movedTo = alignment.Moves.ToDictionary(move => move.Before, move => move.After);
        var splitAt = alignment.Splits.SelectMany(split => split.Many.Select(part => (part, split))).ToDictionary(one => one.part, one => one.split);
        var mergeAt = alignment.Merges.ToDictionary(merge => merge.One);
        var goOn = alignment.Pairs.Select(pair => pair.Before).Concat(alignment.Merges.SelectMany(merge => merge.Many)).ToHashSet();
        // What was taken out stands before what was put in: up to here the old text may be told when clause y is reached.
        var until = new int[after.Count + 1];
        until[after.Count] = before.Count;
        for (var y = after.Count - 1; y >= 0; y--)
        {
            until[y] = splitAt.TryGetValue(y, out var split) ? split.One : mergeAt.TryGetValue(y, out var merge) ? merge.Many[0] : beforeOf.TryGetValue(y, out var x) ? x : until[y + 1];
        }

        var changes = new List<ClauseChange>();
        var next = 0;
        void Gone(int end)
        {
            for (; next < end; next++)
            {
                if (movedTo.TryGetValue(next, out var place))
                {
                    changes.Add(ClauseChanges.Left(before[next], after[place]));
                }
                else if (!goOn.Contains(next))
                {
                    changes.Add(ClauseChanges.Deleted(before[next]));
                }
            }
        }

        for (var y = 0; y < after.Count; y++)
        {
            Gone(until[y]);
            if (splitAt.TryGetValue(y, out var split))
            {
                if (y == split.Many[0])
                {
                    changes.Add(ClauseChanges.Split(before[split.One], [.. split.Many.Select(part => after[part])]));
                    next = split.One + 1;
                }
            }
            else if (mergeAt.TryGetValue(y, out var merge))
            {
                changes.Add(ClauseChanges.Merged([.. merge.Many.Select(part => before[part])], after[y]));
                next = merge.Many[^1] + 1;
            }
            else if (beforeOf.TryGetValue(y, out var x))
            {
                changes.Add(ClauseChanges.Pair(before[x], after[y]));
                next = x + 1;
            }
            else
            {
                changes.Add(movedFrom.TryGetValue(y, out var origin) ? ClauseChanges.Arrived(before[origin], after[y]) : ClauseChanges.Inserted(after[y]));
            }
        }

        Gone(before.Count);
        return changes;
    }
}

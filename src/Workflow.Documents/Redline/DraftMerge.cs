using Workflow.Domain.Texts;

namespace Workflow.Documents.Redline;

/// <summary>One place that somebody changed: a clause, one of the parts that every text has once, or the order of the clauses.</summary>
/// <param name="Key">Id of the clause, or "subject", "recipients", "authority", "position", "signer", "order".</param>
/// <param name="Base">As it stood; null when it is new.</param>
/// <param name="Theirs">What the other revision made of it; null when nothing.</param>
/// <param name="Mine">What one's own made of it; null when nothing.</param>
public sealed record MergePlace(string Key, ThreeWayKind Kind, Clause? Base, ClauseChange? Theirs, ClauseChange? Mine);

/// <summary>
/// Two revisions that began from one text, put together clause by clause: what only one of them changed is taken from it, what both changed otherwise
/// somebody has to choose. Clauses are known by their ids, so both must have kept them.
/// </summary>
public sealed class DraftMerge
{
    /// <summary>Key of the place "the clauses stand in another order".</summary>
    public const string Order = "order";

    private readonly DraftText theirs;
    private readonly DraftText mine;
    private readonly Dictionary<string, Clause> before;
    private readonly Dictionary<string, Clause> first;
    private readonly Dictionary<string, Clause> second;
    private readonly bool theirsFirst;

    private DraftMerge(DraftText origin, DraftText theirs, DraftText mine)
    {
        (this.theirs, this.mine) = (theirs, mine);
        (before, first, second) = (Parts(origin), Parts(theirs), Parts(mine));
        var (moved, movedToo) = (!InOrder(origin, theirs), !InOrder(origin, mine));
        theirsFirst = moved && !movedToo;
        Places = [.. Keys(origin).Select(Place).OfType<MergePlace>(), .. moved && movedToo && !InOrder(theirs, mine) ? [new MergePlace(Order, ThreeWayKind.Conflict, null, null, null)] : Array.Empty<MergePlace>()];
    }

    /// <summary>Every place that at least one of them changed, in the order of the text.</summary>
    public IReadOnlyList<MergePlace> Places { get; }

    /// <summary>Compares them.</summary>
    public static DraftMerge Of(DraftText origin, DraftText theirs, DraftText mine) => new(origin, theirs, mine);

    /// <summary>The text of both.</summary>
    /// <param name="takeTheirs">Keys of conflicts where the other revision counts; at all other conflicts one's own does.</param>
    public DraftText Text(IReadOnlySet<string> takeTheirs)
    {
        Clause? Chosen(string key)
        {
            var (was, other, own) = (before.GetValueOrDefault(key), first.GetValueOrDefault(key), second.GetValueOrDefault(key));
            return Same(own, was) || Same(own, other) ? other : Same(other, was) || !takeTheirs.Contains(key) ? own : other;
        }

        string Line(string key) => Chosen(key)!.Text;
        return theirs with
        {
            Subject = Line("subject"),
            Recipients = ReferenceEquals(Chosen("recipients"), first["recipients"]) ? theirs.Recipients : mine.Recipients,
            Signature = theirs.Signature with { Authority = Line("authority"), Position = Line("position"), Name = Line("signer") },
            Clauses = [.. Ids(takeTheirs.Contains(Order) || theirsFirst ? (theirs, mine) : (mine, theirs)).Select(Chosen).OfType<Clause>()],
        };
    }

    // All ids: those of the one in its order, and each that only the other has behind the one it follows there.
    private static List<string> Ids((DraftText Frame, DraftText Other) texts)
    {
        List<string> ids = [.. texts.Frame.Clauses.Select(clause => clause.Id)];
        var known = ids.ToHashSet(StringComparer.Ordinal);
        var at = -1;
        foreach (var id in texts.Other.Clauses.Select(clause => clause.Id))
        {
            if (known.Add(id))
            {
                ids.Insert(++at, id);
            }
            else
            {
                at = ids.IndexOf(id);
            }
        }

        return ids;
    }

    private IEnumerable<string> Keys(DraftText origin)
    {
        var written = Ids((mine, theirs));
        var known = written.ToHashSet(StringComparer.Ordinal);
        var all = Ids((mine with { Clauses = [.. written.Select(id => second.GetValueOrDefault(id) ?? first[id])] }, origin));
        return ["subject", .. all.Where(id => known.Contains(id) || before.ContainsKey(id)), "recipients", "authority", "position", "signer"];
    }

    private MergePlace? Place(string key)
    {
        var (was, other, own) = (before.GetValueOrDefault(key), first.GetValueOrDefault(key), second.GetValueOrDefault(key));
        var (changed, changedToo) = (!Same(other, was), !Same(own, was));
        return (changed, changedToo) switch
        {
            (false, false) => null,
            (true, false) => new(key, ThreeWayKind.First, was, Change(was, other), null),
            (false, true) => new(key, ThreeWayKind.Second, was, null, Change(was, own)),
            _ => new(key, Same(other, own) ? ThreeWayKind.Same : ThreeWayKind.Conflict, was, Change(was, other), Change(was, own)),
        };
    }

    private static ClauseChange? Change(Clause? was, Clause? now) => (was, now) switch
    {
        (null, null) => null,
        (null, _) => ClauseChanges.Inserted(now),
        (_, null) => ClauseChanges.Deleted(was),
        _ => ClauseChanges.Pair(was, now),
    };

    private static Dictionary<string, Clause> Parts(DraftText text)
    {
        static Clause Line(string key, string words) => new(key, ClauseKind.Paragraph, 0, "", [new TextRun(words)]);
        var recipients = string.Join("; ", text.Recipients.Select(line => line.Purpose is { } purpose ? $"{line.Name} ({purpose})" : line.Name));
        return text.Clauses.Concat([Line("subject", text.Subject), Line("recipients", recipients), Line("authority", text.Signature.Authority), Line("position", text.Signature.Position), Line("signer", text.Signature.Name)])
            .ToDictionary(clause => clause.Id, StringComparer.Ordinal);
    }

    private static bool InOrder(DraftText one, DraftText other)
    {
        var (left, right) = (one.Clauses.Select(clause => clause.Id).ToHashSet(StringComparer.Ordinal), other.Clauses.Select(clause => clause.Id).ToHashSet(StringComparer.Ordinal));
        return one.Clauses.Select(clause => clause.Id).Where(right.Contains).SequenceEqual(other.Clauses.Select(clause => clause.Id).Where(left.Contains), StringComparer.Ordinal);
    }

    private static bool Same(Clause? one, Clause? other) => one is null || other is null ? one is null && other is null
        : one.Kind == other.Kind && one.Level == other.Level && one.Label == other.Label && one.Runs.SequenceEqual(other.Runs) && one.Text == other.Text;
}

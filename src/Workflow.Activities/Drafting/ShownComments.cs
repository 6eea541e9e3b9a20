using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Review;
using Workflow.Domain.Drafts;
using Workflow.Domain.Reviews;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Drafting;

/// <summary>Where comments are read.</summary>
public enum CommentsPlace
{
    /// <summary>All of them.</summary>
    Everywhere,

    /// <summary>Beside the clauses: a few at each, and how many there are.</summary>
    InText,

    /// <summary>In the list, a page at a time.</summary>
    Listed,

    /// <summary>Nowhere.</summary>
    Nowhere,
}

/// <summary>What of the comments a page shows. A draft with a thousand of them opens as one with ten.</summary>
/// <param name="Filter">"cho" not answered, "xong" answered, "neu-lai" objected to, "giao" given to the drafting body; empty for all.</param>
/// <param name="ClauseId">Only those at a clause; empty for all.</param>
public sealed record CommentsWanted(CommentsPlace Place, string Filter = "", string ClauseId = "", int Page = 1)
{
    /// <summary>All of them.</summary>
    public static CommentsWanted All { get; } = new(CommentsPlace.Everywhere);
}

/// <summary>How many there are of each kind, points made by several counted once; <paramref name="OpenInTime"/> counts each comment.</summary>
public sealed record CommentCounts(int All, int Waiting, int Answered, int Objected, int Assigned, int OpenInTime);

/// <summary>The comments that are shown, with what is said of the others.</summary>
/// <param name="Rows">Those shown; in the list the points of the page, and behind them what was merged into these.</param>
/// <param name="AtClauses">How many stand at each clause.</param>
/// <param name="Lost">How many have lost their place.</param>
/// <param name="Proposals">Proposed wordings that wait, the oldest of them.</param>
public sealed record ShownComments(IReadOnlyList<CommentRow> Rows, IReadOnlyDictionary<string, int> AtClauses, int Lost, CommentCounts Counts, IReadOnlyList<CommentRow> Proposals, int ProposalsWaiting, int Page, int Pages)
{
    /// <summary>Most that stand beside one clause.</summary>
    public const int PerClause = 2;

    /// <summary>Most that are named as having lost their place, and most proposals that are taken up at once.</summary>
    public const int Most = 50;

    private const int PageSize = 15;

    private sealed record Brief(Guid Id, string ClauseId, bool IsCurrent, Disposition? Disposition, Guid? MergedIntoId, bool IsOpen, bool IsLate, bool IsObjected, bool IsAssigned, bool IsProposal);

    internal static async Task<ShownComments> Of(WorkflowDbContext db, Sight seen, Draft draft, DraftText text, CommentsWanted wanted, Dictionary<Guid, string> names, Guid reader, CancellationToken ct)
    {
        if (wanted.Place == CommentsPlace.Nowhere)
        {
            return new([], new Dictionary<string, int>(), 0, new(0, 0, 0, 0, 0, 0), [], 0, 1, 1);
        }

        // The few columns that tell which are shown; the words only of these.
        var all = await seen.Comments().OrderBy(comment => comment.At).Select(comment => new Brief(
            comment.Id, comment.ClauseId, comment.VersionHash == draft.CurrentHash, comment.Disposition, comment.MergedIntoId, comment.Disposition == null || (comment.ObjectedAt != null && !comment.ObjectionAnswered),
            comment.IsLate, comment.ObjectedAt != null, comment.AssignedAt != null, comment.Proposed != null)).ToListAsync(ct);
        var known = all.Select(one => one.Id).ToHashSet();
        var heads = all.Where(one => one.MergedIntoId is not { } head || !known.Contains(head)).ToList();
        var counts = new CommentCounts(heads.Count, heads.Count(one => one.IsOpen), heads.Count(one => !one.IsOpen), heads.Count(one => one.IsObjected), heads.Count(one => one.IsAssigned), all.Count(one => one is { IsOpen: true, IsLate: false }));
        async Task<List<CommentRow>> Read(IReadOnlyCollection<Guid> ids)
        {
            var rows = ids.Count == 0 ? [] : await seen.Comments().Where(comment => ids.Contains(comment.Id)).OrderBy(comment => comment.At).ToListAsync(ct);
            return [.. await CommentPlaces.Of(db, draft, text, rows, names, reader, ct)];
        }

        var proposals = all.Where(one => one is { IsProposal: true, Disposition: null }).ToList();
        if (wanted.Place == CommentsPlace.Everywhere)
        {
            var rows = await Read(known);
            return new(rows, rows.Where(row => row.ClauseId.Length > 0).CountBy(row => row.ClauseId).ToDictionary(), rows.Count(row => row.Anchor == CommentAnchorage.Lost), counts, [.. rows.Where(row => row is { IsProposal: true, Disposition: null })], proposals.Count, 1, 1);
        }

        if (wanted.Place == CommentsPlace.InText)
        {
            // At each clause what is open comes first; what was answered on an earlier version stays behind.
            var at = (await Placed(all)).ToLookup(one => one.ClauseId);
            var clauses = at.Where(some => some.Key.Length > 0).ToList();
            return new(
                await Read([.. clauses.SelectMany(some => some.OrderBy(one => !one.IsOpen).Take(PerClause)).Concat(at[""].Take(Most)).Select(one => one.Id)]),
                clauses.ToDictionary(some => some.Key, some => some.Count()), at[""].Count(), counts, [], 0, 1, 1);
        }

        if (wanted.ClauseId.Length > 0)
        {
            heads = [.. (await Placed(heads)).Where(one => one.ClauseId == wanted.ClauseId)];
        }

        var listed = heads.Where(one => wanted.Filter switch { "cho" => one.IsOpen, "xong" => !one.IsOpen, "neu-lai" => one.IsObjected, "giao" => one.IsAssigned, _ => true }).ToList();
        var pages = Math.Max(1, (listed.Count + PageSize - 1) / PageSize);
        var page = Math.Clamp(wanted.Page, 1, pages);
        var shown = listed.Skip((page - 1) * PageSize).Take(PageSize).Select(one => one.Id).ToHashSet();
        return new(
            await Read([.. shown, .. all.Where(one => one.MergedIntoId is { } head && shown.Contains(head)).Select(one => one.Id)]), new Dictionary<string, int>(), 0, counts,
            await Read([.. proposals.Take(Most).Select(one => one.Id)]), proposals.Count, page, pages);

        // Where each stands in the current version; what was answered on an earlier one stands nowhere.
        async Task<List<Brief>> Placed(List<Brief> some)
        {
            var carried = await CarriedClauses.Of(db, seen, draft.Id, draft.CurrentHash, [.. some.Where(IsCarried).Select(one => one.Id)], Read, ct);
            return [.. some.Where(one => one.IsCurrent || IsCarried(one)).Select(one => carried.TryGetValue(one.Id, out var clause) ? one with { ClauseId = clause } : one)];
        }
    }

    private static bool IsCarried(Brief one) => !one.IsCurrent && one.Disposition is null;
}

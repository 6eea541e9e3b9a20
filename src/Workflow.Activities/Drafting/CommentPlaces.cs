using Microsoft.EntityFrameworkCore;
using Workflow.Documents.Anchoring;
using Workflow.Domain.Drafts;
using Workflow.Domain.Reviews;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Drafting;

/// <summary>
/// Where comments stand in the current version of a draft. Those written on an earlier one are carried by clause and by words as long as they are not
/// answered; what a person said about a place goes before what is computed.
/// </summary>
internal static class CommentPlaces
{
    public static async Task<IReadOnlyList<CommentRow>> Of(WorkflowDbContext db, Draft draft, DraftText text, IReadOnlyList<Comment> comments, Dictionary<Guid, string> names, Guid reader, CancellationToken ct)
    {
        var carried = comments.Where(comment => IsCarried(comment, draft)).ToList();
        var ids = carried.ConvertAll(comment => comment.Id);
        List<CommentPlace> places = ids.Count == 0 ? [] : await db.Set<CommentPlace>().AsNoTracking().Where(place => ids.Contains(place.CommentId)).OrderBy(place => place.At).ToListAsync(ct);
        var said = places.ToLookup(place => place.CommentId);
        var texts = await Texts(db, draft, carried.Select(comment => comment.VersionHash).Concat(places.Select(place => place.VersionHash)), ct);
        return [.. comments.Select(comment =>
        {
            var place = IsCarried(comment, draft) ? Carry(comment, said[comment.Id].LastOrDefault(), draft, text, texts) : Written(comment, draft);
            return new CommentRow(
                comment.Id, place.ClauseId, place.Start, place.Length, place.Anchor, comment.ClauseTitle, comment.AuthorAsWritten.Length > 0 ? comment.Signed(names.GetValueOrDefault(comment.AuthorId, "")) : names.GetValueOrDefault(comment.AuthorId, ""),
                comment.AuthorId == reader && comment.AuthorAsWritten.Length == 0, comment.Quote, comment.Proposed is not null, comment.Asks, comment.At,
                comment.Disposition, comment.Reason)
            {
                Readers = comment.Readers,
                IsLate = comment.IsLate,
                IsOpen = comment.IsOpen,
                MergedIntoId = comment.MergedIntoId,
                IsAssigned = comment.AssignedAt is not null,
                DoneInRound = comment.DoneInRound,
                Objection = comment.Objection,
            };
        })];
    }

    /// <summary>The place of one comment; null when it is not carried.</summary>
    public static async Task<(string ClauseId, int Start, int Length, CommentAnchorage Anchor)?> Of(WorkflowDbContext db, Draft draft, DraftText text, Comment comment, CancellationToken ct)
    {
        if (!IsCarried(comment, draft))
        {
            return null;
        }

        var said = await db.Set<CommentPlace>().AsNoTracking().Where(place => place.CommentId == comment.Id).OrderBy(place => place.At).LastOrDefaultAsync(ct);
        return Carry(comment, said, draft, text, await Texts(db, draft, said is null ? [comment.VersionHash] : [comment.VersionHash, said.VersionHash], ct));
    }

    private static bool IsCarried(Comment comment, Draft draft) => comment.VersionHash != draft.CurrentHash && comment.Disposition is null;

    private static (string ClauseId, int Start, int Length, CommentAnchorage Anchor) Written(Comment comment, Draft draft) =>
        comment.VersionHash == draft.CurrentHash ? (comment.ClauseId, comment.QuoteStart, comment.Quote.Length, comment.ClauseId.Length > 0 ? CommentAnchorage.Exact : CommentAnchorage.Lost) : ("", 0, 0, CommentAnchorage.Behind);

    private static (string ClauseId, int Start, int Length, CommentAnchorage Anchor) Carry(Comment comment, CommentPlace? said, Draft draft, DraftText text, Dictionary<string, DraftText> texts)
    {
        if (said is { ClauseId.Length: 0 })
        {
            return ("", 0, 0, CommentAnchorage.Lost);
        }

        if (said is not null && said.VersionHash == draft.CurrentHash)
        {
            var at = text.Clauses.FirstOrDefault(clause => clause.Id == said.ClauseId)?.Text.IndexOf(said.Quote, StringComparison.Ordinal) ?? -1;
            return (said.ClauseId, Math.Max(0, at), said.Quote.Length, CommentAnchorage.Exact);
        }

        var (clause, quote, hash) = said is null ? (comment.ClauseId, comment.Quote, comment.VersionHash) : (said.ClauseId, said.Quote, said.VersionHash);
        var place = texts.TryGetValue(hash, out var before) ? CommentAnchor.Carry(clause, quote, before, text, said is null ? comment.QuoteStart : -1) : new(AnchorKind.Lost, null, 0, 0);
        return place.Kind switch
        {
            AnchorKind.Exact => (place.ClauseId!, place.Start, place.Length, CommentAnchorage.Exact),
            AnchorKind.Moved => (place.ClauseId!, place.Start, place.Length, CommentAnchorage.Moved),
            AnchorKind.Fuzzy => (place.ClauseId!, place.Start, place.Length, CommentAnchorage.Fuzzy),
            _ => ("", 0, 0, CommentAnchorage.Lost),
        };
    }

    private static async Task<Dictionary<string, DraftText>> Texts(WorkflowDbContext db, Draft draft, IEnumerable<string> hashes, CancellationToken ct)
    {
        var wanted = hashes.Distinct(StringComparer.Ordinal).ToList();
        var texts = new Dictionary<string, DraftText>(StringComparer.Ordinal);
        var versions = wanted.Count == 0 ? [] : await db.Set<DraftVersion>().AsNoTracking().Where(version => version.DraftId == draft.Id && wanted.Contains(version.Hash)).Select(version => new { version.Id, version.Hash }).ToListAsync(ct);
        foreach (var version in versions)
        {
            texts[version.Hash] = await VersionTexts.Of(db, version.Id, version.Hash, ct);
        }

        return texts;
    }
}

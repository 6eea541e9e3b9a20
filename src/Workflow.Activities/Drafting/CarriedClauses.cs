using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Review;
using Workflow.Domain.Reviews;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Drafting;

/// <summary>
/// At which clause of a version the comments of earlier ones stand. It follows from texts and words that never change and from what somebody last said of the
/// place, so each is worked out once: a page needs it of all comments to say how many stand where, and the words of a few.
/// </summary>
internal static class CarriedClauses
{
    // A few drafts are under review at a time; a clause id for each comment is some tens of bytes.
    private const int Most = 50;

    private static readonly ConcurrentDictionary<(Guid Draft, string Hash), ConcurrentDictionary<(Guid Comment, Guid Said), string>> Known = new();
    private static readonly ConcurrentQueue<(Guid Draft, string Hash)> Oldest = new();

    /// <summary>The clause of each comment, empty where its words are gone.</summary>
    /// <param name="read">Works the places out; asked for those that are not known yet.</param>
    public static async Task<IReadOnlyDictionary<Guid, string>> Of(
        WorkflowDbContext db, Sight seen, Guid draft, string hash, IReadOnlyCollection<Guid> comments, Func<IReadOnlyCollection<Guid>, Task<List<CommentRow>>> read, CancellationToken ct)
    {
        if (comments.Count == 0)
        {
            return new Dictionary<Guid, string>();
        }

        if (!Known.TryGetValue((draft, hash), out var known))
        {
            known = Known.GetOrAdd((draft, hash), _ => []);
            Oldest.Enqueue((draft, hash));
            while (Known.Count > Most && Oldest.TryDequeue(out var oldest))
            {
                Known.TryRemove(oldest, out _);
            }
        }

        var said = (await db.Set<CommentPlace>().Where(place => seen.Comments().Any(comment => comment.Id == place.CommentId)).OrderBy(place => place.At).Select(place => new { place.CommentId, place.Id }).ToListAsync(ct))
            .ToLookup(place => place.CommentId, place => place.Id);
        (Guid, Guid) Key(Guid comment) => (comment, said[comment].LastOrDefault());
        var missing = comments.Where(comment => !known.ContainsKey(Key(comment))).ToList();
        foreach (var row in missing.Count == 0 ? [] : await read(missing))
        {
            known[Key(row.Id)] = row.ClauseId;
        }

        return comments.ToDictionary(comment => comment, comment => known.GetValueOrDefault(Key(comment), ""));
    }
}

using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Review;
using Workflow.Documents.Redline;
using Workflow.Domain.Organizations;
using Workflow.Domain.Reviews;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Drafting;

/// <summary>The comments that stand beside the changes between two versions: those that led to them with their answers, and those not answered yet.</summary>
internal static class RedlineRemarks
{
    private const int Most = 500;

    public static async Task<IReadOnlyList<RedlineComment>> Of(WorkflowDbContext db, Sight seen, Versions versions, int from, int to, CancellationToken ct)
    {
        var (led, known) = (versions.HashesBetween(from, to), versions.HashesUpTo(Math.Max(from, to)));
        // Past the one filter of the review: what the reader may not see yet on the page is not in the file either.
        var shown = await seen.Comments()
            .Where(comment => comment.DraftId == versions.Draft.Id
                && (comment.Disposition == null ? known.Contains(comment.VersionHash) : led.Contains(comment.VersionHash) && (comment.Disposition == Disposition.Accepted || comment.Disposition == Disposition.PartlyAccepted)))
            .OrderBy(comment => comment.At).Take(Most).ToListAsync(ct);
        var ids = shown.ConvertAll(comment => comment.Id);
        var said = (await db.Set<CommentPlace>().AsNoTracking().Where(place => ids.Contains(place.CommentId)).OrderBy(place => place.At).ToListAsync(ct)).ToLookup(place => place.CommentId);
        var people = shown.SelectMany(comment => new[] { comment.AuthorId, comment.AnsweredById ?? comment.AuthorId }).Distinct().ToList();
        var names = await db.Set<Person>().AsNoTracking().Where(person => people.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.FullName, ct);
        var (before, after) = (await versions.Text(from, ct), await versions.Text(to, ct));
        var remarks = new List<RedlineComment>();
        foreach (var comment in shown)
        {
            var place = await Place(comment, said[comment.Id].LastOrDefault(place => known.Contains(place.VersionHash)), versions, before, after, ct);
            remarks.Add(new(Author(comment, names), comment.At, comment.Asks, place, comment.Disposition is { } disposition
                ? new(names.GetValueOrDefault(comment.AnsweredById ?? Guid.Empty, "Văn phòng"), comment.AnsweredAt ?? comment.At, $"{ReviewWords.Of(disposition)}: {comment.Reason}") : null));
        }

        return remarks;
    }

    /// <summary>Whose a comment is, as the page of the draft tells it.</summary>
    public static string Author(Comment comment, Dictionary<Guid, string> names) =>
        comment.AuthorAsWritten.Length > 0 ? comment.Signed(names.GetValueOrDefault(comment.AuthorId, "")) : names.GetValueOrDefault(comment.AuthorId, "");

    // What a person said about its place goes before what is computed; an insertion stands at the word before it.
    private static async Task<RedlinePlace?> Place(Comment comment, CommentPlace? said, Versions versions, DraftText before, DraftText after, CancellationToken ct)
    {
        if (said is { ClauseId.Length: 0 } || (said is null && comment.ClauseId.Length == 0) || versions.RoundOf(said?.VersionHash ?? comment.VersionHash) is not { } round)
        {
            return null;
        }

        var written = await versions.Text(round, ct);
        if (said is not null)
        {
            return RedlinePlace.Of(said.ClauseId, said.Quote, -1, written, before, after);
        }

        var (quote, start) = (comment.Quote, comment.QuoteStart);
        if (comment.Proposed is not null && quote.Length == 0 && written.Clauses.FirstOrDefault(clause => clause.Id == comment.ClauseId)?.Text is { } text && start <= text.Length)
        {
            var end = text[..start].TrimEnd().Length;
            start = text.LastIndexOf(' ', Math.Max(0, end - 1)) + 1;
            quote = start < end ? text[start..end] : "";
        }

        return RedlinePlace.Of(comment.ClauseId, quote, start, written, before, after);
    }
}

using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Drafting;
using Workflow.Domain.Reviews;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Review;

/// <summary>A person's own remarks that are not sent; nobody else's query comes here.</summary>
internal static class UnsentNotes
{
    public static async Task<IReadOnlyList<NoteRow>> Of(WorkflowDbContext db, ReviewRound round, Guid personId, CancellationToken ct)
    {
        var rows = new List<NoteRow>();
        foreach (var draft in await db.Set<CommentDraft>().AsNoTracking().Where(one => one.RoundId == round.Id && one.PersonId == personId).OrderBy(one => one.SavedAt).ThenBy(one => one.Id).ToListAsync(ct))
        {
            var title = await TextDrafts.Version(db, round.DraftId, draft.VersionHash, ct) is (_, var text) && text.Clauses.FirstOrDefault(clause => clause.Id == draft.ClauseId) is { } clause ? ClauseTitles.Of(text, clause) : "";
            rows.Add(new(draft.Id, draft.ClauseId, title, draft.Quote, draft.QuoteStart, draft.Proposed, draft.Text, draft.Readers, draft.SavedAt));
        }

        return rows;
    }
}

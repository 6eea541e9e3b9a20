using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
using Workflow.Runtime;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Drafting;

/// <summary>What I wrote on the page and left: the step has moved on, or it lies there for long.</summary>
[Allow(Office.Drafter, Office.OfficeStaff, Office.ChiefOfOffice)]
public sealed record ReadLeftTextDrafts : IQuery<IReadOnlyList<LeftTextDraft>>;

/// <summary>A working copy that nobody goes on with.</summary>
/// <param name="MayGoOn">Whether it can still be written on; otherwise only looked at, taken along or thrown away.</param>
public sealed record LeftTextDraft(Guid DraftId, string Title, DateTimeOffset SavedAt, bool MayGoOn);

internal sealed class ReadLeftTextDraftsHandler(WorkflowDbContext db, Actor actor, WritingSettings settings) : IRequestHandler<ReadLeftTextDrafts, IReadOnlyList<LeftTextDraft>>
{
    private const int Most = 20;

    public async Task<IReadOnlyList<LeftTextDraft>> Handle(ReadLeftTextDrafts request, CancellationToken cancellationToken)
    {
        var rows = await db.Set<TextDraft>().AsNoTracking().Where(row => row.PersonId == actor.PersonId).OrderBy(row => row.SavedAt).Take(Most).Select(row => new { row.DraftId, row.SavedAt }).ToListAsync(cancellationToken);
        var left = new List<LeftTextDraft>();
        foreach (var row in rows)
        {
            var (draft, refusal) = await DraftToChange.MayNow(db, actor, row.DraftId, cancellationToken);
            if (draft is not null && (refusal is not null || row.SavedAt < actor.Now - settings.Abandoned))
            {
                left.Add(new(draft.Id, draft.Title(), row.SavedAt, refusal is null));
            }
        }

        return left;
    }
}

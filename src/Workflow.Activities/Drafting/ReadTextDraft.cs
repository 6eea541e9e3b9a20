using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Drafting;

/// <summary>The text of a draft as its writer left it, or as the current version has it.</summary>
[Allow(Office.Drafter, Office.OfficeStaff, Office.ChiefOfOffice, StandsIn = true)]
public sealed record ReadTextDraft(Guid DraftId) : IQuery<TextDraftView?>, IOfDraft;

/// <summary>A text to write on.</summary>
/// <param name="Refusal">Why it cannot be written on now, or null.</param>
/// <param name="Revision">Number of the last saving; 0 when nothing was saved.</param>
/// <param name="BaseRound">The version that the writing began from.</param>
/// <param name="IsStale">Whether the draft has a newer version than that.</param>
/// <param name="Content">JSON for the editor.</param>
public sealed record TextDraftView(
    Guid DraftId, Guid PersonId, string Title, string Type, string TitleTail, string? Refusal, int Revision, DateTimeOffset? SavedAt, string BaseHash, int BaseRound, int CurrentRound, string CurrentHash, bool IsStale, string Content,
    IReadOnlyList<OtherWriter> Others);

internal sealed class ReadTextDraftHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<ReadTextDraft, TextDraftView?>
{
    public async Task<TextDraftView?> Handle(ReadTextDraft request, CancellationToken cancellationToken)
    {
        var (draft, refusal) = await DraftToChange.MayNow(db, actor, request.DraftId, cancellationToken);
        if (draft is null)
        {
            return null;
        }

        var current = await DraftToChange.CurrentText(db, draft, cancellationToken);
        var mine = await db.Set<TextDraft>().AsNoTracking().SingleOrDefaultAsync(row => row.DraftId == draft.Id && row.PersonId == actor.PersonId, cancellationToken);
        var from = mine is null || mine.BaseHash == draft.CurrentHash ? null : await TextDrafts.Version(db, draft.Id, mine.BaseHash, cancellationToken);
        return new(
            draft.Id, actor.PersonId, draft.Title(), draft.Type(), current.TitleTail, refusal?.Text, mine?.Revision ?? 0, mine?.SavedAt, mine?.BaseHash ?? draft.CurrentHash, from?.Round ?? draft.CurrentRound, draft.CurrentRound, draft.CurrentHash,
            mine is not null && mine.BaseHash != draft.CurrentHash, mine?.Content ?? EditedText.Of(current).Write(), await TextDrafts.Others(db, actor, draft, current, cancellationToken));
    }
}

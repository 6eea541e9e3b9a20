using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Drafting;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
using Workflow.Domain.Reviews;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Review;

/// <summary>
/// The office puts the draft's newest version in the place of the one that is asked about. Everyone is asked again; answers to the earlier version are kept
/// and count for nothing on this one.
/// </summary>
[Allow(Office.ChiefOfOffice, Office.OfficeStaff)]
public sealed record ReplaceAsked(Guid CommandId, Guid RoundId, string VersionHash) : ICommand;

internal sealed class ReplaceAskedHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<ReplaceAsked, Answer>
{
    public async Task<Answer> Handle(ReplaceAsked command, CancellationToken cancellationToken)
    {
        var round = await Rounds.Hold(db, command.RoundId, cancellationToken);
        if (round is null || !await Rounds.IsOpen(db, round, actor.Now, cancellationToken))
        {
            return Answer.No("review.closed", "Đợt lấy ý kiến này không còn mở nên không thay bản được.");
        }

        var draft = await db.Set<Draft>().SingleAsync(row => row.Id == round.DraftId, cancellationToken);
        if (draft.CurrentHash != command.VersionHash)
        {
            return Answer.No("draft.stale", "Dự thảo vừa có bản mới hơn nữa. Đồng chí tải lại trang rồi thay bằng bản mới nhất.");
        }

        if (round.VersionHash == draft.CurrentHash)
        {
            return Answer.No("review.same-version", "Đợt này đang hỏi về chính bản ấy.");
        }

        (round.VersionId, round.VersionHash) = (draft.CurrentVersionId, draft.CurrentHash);
        var given = (await db.Set<GivenOpinion>().AsNoTracking().Where(one => one.RoundId == round.Id).ToListAsync(cancellationToken)).ToLookup(one => one.PersonId);
        foreach (var sheet in await db.Set<OpinionSheet>().Where(one => one.RoundId == round.Id).ToListAsync(cancellationToken))
        {
            // A version that was asked about before may come back, and with it what was said of it.
            sheet.Take(GivenOpinion.Standing(given[sheet.PersonId], round.VersionHash));
        }

        await SentVersions.Send(db, draft, actor, cancellationToken);
        return Answer.Done(draft.Id, $"Đã thay bản đang lấy ý kiến bằng bản {draft.CurrentRound}; các đồng chí được hỏi lại về bản này.");
    }
}

using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Tasks;
using Workflow.Domain;
using Workflow.Domain.Drafts;
using Workflow.Domain.Reviews;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Review;

/// <summary>Comments as those who answer them take them up: only ones they may read, and a drafter only ones given to them.</summary>
internal sealed class CommentDesk(WorkflowDbContext db, ProcessRunner runner, ReviewSight sight, Actor actor)
{
    /// <summary>Most in one act.</summary>
    private const int Most = 200;

    public async Task<(Draft? Draft, List<Comment> Comments, Refusal? Refusal)> Chosen(Guid draftId, IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        if (await db.Set<Draft>().SingleOrDefaultAsync(row => row.Id == draftId, ct) is not { } draft)
        {
            return (null, [], new("review.no-comment", "Không thấy góp ý này."));
        }

        var wanted = ids.Distinct().Take(Most + 1).ToList();
        var isDesk = Offices.OfDesk.Any((await actor.OfficesHeld(ct)).Contains) || await StandsIn(draftId, ct);
        var seen = (await sight.Of(draft, ct)).Comments();
        var readable = await seen.Where(comment => wanted.Contains(comment.Id) && (isDesk || (comment.AssignedAt != null && draft.DrafterId == actor.PersonId))).Select(comment => comment.Id).ToListAsync(ct);
        if (wanted.Count is 0 or > Most || readable.Count != wanted.Count)
        {
            return (draft, [], wanted.Count == 1 ? new("review.no-comment", "Không thấy góp ý này, hoặc góp ý chưa được giao cho đồng chí trả lời.") : new("review.none-chosen", "Đồng chí chọn ít nhất một góp ý (nhiều nhất 200) còn trong danh sách."));
        }

        return (draft, await db.Set<Comment>().Where(comment => readable.Contains(comment.Id)).OrderBy(comment => comment.At).ToListAsync(ct), null);
    }

    /// <summary>The comments and those that were merged with them.</summary>
    public async Task<List<Comment>> WithMerged(List<Comment> comments, CancellationToken ct)
    {
        var heads = comments.Select(comment => comment.MergedIntoId ?? comment.Id).Distinct().ToList();
        var all = await db.Set<Comment>().Where(comment => heads.Contains(comment.Id) || (comment.MergedIntoId != null && heads.Contains(comment.MergedIntoId.Value))).ToListAsync(ct);
        return [.. all.Where(comment => comment.WithdrawnAt is null).OrderBy(comment => comment.At)];
    }

    /// <summary>Why comments are not worked on now: there is no revision, or somebody else has taken it.</summary>
    /// <param name="verb">What the actor wanted: "gộp".</param>
    /// <param name="whoeverHasIt">It does not matter who has the revision.</param>
    public async Task<Refusal?> NotNow(Guid draftId, string verb, CancellationToken ct, bool whoeverHasIt = false) =>
        await runner.FindTask(draftId, TaskKeys.Revision, ct) is null ? new("review.not-now", $"Chỉ {verb} góp ý khi dự thảo đang ở bước tiếp thu, giải trình.")
        : whoeverHasIt ? null : await StageWork.Refused(db, actor, draftId, TaskKeys.Revision, completes: false, ct);

    /// <summary>Answers them all alike, with those that were merged with them; all or none.</summary>
    public async Task<Pipeline.Answer> Answer(Guid draftId, IReadOnlyList<Guid> ids, Disposition disposition, string reason, int? doneInRound, CancellationToken ct)
    {
        var (draft, chosen, refusal) = await Chosen(draftId, ids, ct);
        if (refusal is not null)
        {
            return Pipeline.Answer.No(refusal);
        }

        // The drafting body answers what it was given, whoever has the revision.
        var isGiven = draft!.DrafterId == actor.PersonId && chosen.TrueForAll(comment => comment.AssignedAt is not null);
        if (await NotNow(draftId, "trả lời", ct, isGiven) is { } not)
        {
            return Pipeline.Answer.No(not);
        }

        if (reason.Length > 4_000)
        {
            return Pipeline.Answer.No("review.reason-too-long", "Nội dung trả lời dài quá 4.000 chữ. Đồng chí viết gọn lại.");
        }

        if (doneInRound is < 1 || doneInRound > draft.CurrentRound || !Enum.IsDefined(disposition))
        {
            return Pipeline.Answer.No("review.no-such-version", "Không thấy bản dự thảo được nêu là đã sửa theo góp ý.");
        }

        // Who makes the same point is answered in the same breath.
        foreach (var comment in await WithMerged(chosen, ct))
        {
            if (comment.AnswerWith(disposition, reason, actor.PersonId, actor.Now, doneInRound) is { } own)
            {
                return Pipeline.Answer.No(own);
            }
        }

        return Pipeline.Answer.Done(draftId, chosen.Count > 1 ? $"Đã trả lời {chosen.Count} góp ý: {ReviewWords.Of(disposition)}."
            : chosen[0].Readers == CommentReaders.Everyone ? $"Đã trả lời góp ý tại “{chosen[0].ClauseTitle}”: {ReviewWords.Of(disposition)}." : "Đã trả lời một góp ý thuộc phần hạn chế người đọc.");
    }

    // Who stands in for the office during the revision does what the office does.
    private async Task<bool> StandsIn(Guid draftId, CancellationToken ct) =>
        await runner.FindTask(draftId, TaskKeys.Revision, ct) is not null && await StageWork.Refused(db, actor, draftId, TaskKeys.Revision, completes: false, ct) is null;
}

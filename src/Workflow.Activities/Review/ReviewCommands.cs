using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Conclusions;
using Workflow.Activities.Drafting;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Tasks;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
using Workflow.Domain.Reviews;
using Workflow.Domain.Texts;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Review;

/// <summary>A Standing Committee member remarks on a clause or on words of it, or proposes other words.</summary>
/// <param name="Quote">The words meant, as they stand in the clause; empty for the whole clause, or for an insertion.</param>
/// <param name="QuoteStart">Where they stand; -1 when the page could not tell, and then they must stand there once.</param>
/// <param name="Proposed">The words that should stand there instead, empty to take them out; null for a remark.</param>
[Allow(Bodies = [BodyKind.StandingCommittee])]
public sealed record AddComment(Guid CommandId, Guid DraftId, string VersionHash, string ClauseId, string Text, string Quote = "", int QuoteStart = -1, string? Proposed = null) : ICommand;

/// <summary>A member gives one of the three answers; it may be changed until the close.</summary>
[Allow(Bodies = [BodyKind.StandingCommittee])]
public sealed record SendOpinion(Guid CommandId, Guid DraftId, string VersionHash, OpinionAnswer Answer, string Reason) : ICommand;

/// <summary>The office closes the round before its time, when everyone has answered or the matter does not wait.</summary>
[Allow(Office.ChiefOfOffice, Office.OfficeStaff)]
public sealed record CloseReview(Guid CommandId, Guid DraftId) : ICommand;

/// <summary>The office answers a comment: accepted, partly, not; always with the reason.</summary>
[Allow(Office.ChiefOfOffice, Office.OfficeStaff, StandsIn = true)]
public sealed record AnswerComment(Guid CommandId, Guid CommentId, Disposition Disposition, string Reason) : ICommand;

/// <summary>The office ends the revision; every comment must have its answer.</summary>
[Allow(Office.ChiefOfOffice, Office.OfficeStaff, StandsIn = true)]
public sealed record FinishRevision(Guid CommandId, Guid DraftId) : ICommand, IOfDraft;

internal sealed class ReviewHandler(WorkflowDbContext db, ProcessRunner runner, Actor actor) :
    IRequestHandler<AddComment, Answer>, IRequestHandler<SendOpinion, Answer>, IRequestHandler<CloseReview, Answer>,
    IRequestHandler<AnswerComment, Answer>, IRequestHandler<FinishRevision, Answer>
{
    public async Task<Answer> Handle(AddComment command, CancellationToken cancellationToken)
    {
        var (round, sheet, refusal) = await Asked(command.DraftId, command.VersionHash, cancellationToken);
        if (refusal is not null)
        {
            return Answer.No(refusal);
        }

        var words = command.Text.Trim().Normalize();
        if (words.Length > 4_000 || (words.Length == 0 && command.Proposed is null))
        {
            return Answer.No("review.empty-comment", "Đồng chí ghi nội dung góp ý (từ 1 đến 4.000 chữ).");
        }

        var text = await VersionTexts.Of(db, round!.VersionId, round.VersionHash, cancellationToken);
        if (text.Clauses.FirstOrDefault(one => one.Id == command.ClauseId) is not { } clause)
        {
            return Answer.No("review.no-clause", "Không thấy đoạn được góp ý. Đồng chí tải lại trang; nội dung đã gõ vẫn còn.");
        }

        var (place, unclear) = QuotedWords.Find(clause, command.Quote, command.QuoteStart, command.Proposed);
        if (unclear is not null)
        {
            return Answer.No(unclear);
        }

        var comment = new Comment
        {
            Id = Guid.CreateVersion7(actor.Now),
            OrganizationId = actor.OrganizationId,
            DraftId = command.DraftId,
            RoundId = round.Id,
            AuthorId = sheet!.PersonId,
            VersionHash = round.VersionHash,
            ClauseId = clause.Id,
            ClauseTitle = ClauseTitles.Of(text, clause),
            Quote = place.Quote,
            QuoteStart = place.Start,
            Proposed = command.Proposed?.Normalize(),
            Text = words,
            At = actor.Now,
        };
        db.Add(comment);
        return Answer.Done(command.DraftId, $"Đã ghi nhận {(comment.Proposed is null ? "góp ý" : "đề nghị sửa câu chữ")} của đồng chí tại “{comment.ClauseTitle}”.");
    }

    public async Task<Answer> Handle(SendOpinion command, CancellationToken cancellationToken)
    {
        var (round, sheet, refusal) = await Asked(command.DraftId, command.VersionHash, cancellationToken);
        if (refusal is not null)
        {
            return Answer.No(refusal);
        }

        if (command.Reason.Length > 4_000)
        {
            return Answer.No("review.reason-too-long", "Lý do dài quá 4.000 chữ. Đồng chí viết gọn lại.");
        }

        await CommitSave.LockRow(db, db.Set<ReviewRound>().Where(one => one.Id == round!.Id), one => one.ClosedAt, cancellationToken);
        refusal = sheet!.Give(command.Answer, command.Reason, round!.VersionHash, actor.Now);
        if (refusal is not null)
        {
            return Answer.No(refusal);
        }

        var others = await db.Set<OpinionSheet>().CountAsync(one => one.RoundId == round.Id && one.Id != sheet.Id && one.Answer == null, cancellationToken);
        if (others == 0)
        {
            round.ClosedAt = actor.Now;
            await runner.Complete(command.DraftId, TaskKeys.Review, "closed", actor.PersonId, actor.Now, cancellationToken);
        }

        return Answer.Done(command.DraftId, $"Đã ghi nhận ý kiến của đồng chí: {ReviewWords.Of(command.Answer)}.");
    }

    public async Task<Answer> Handle(CloseReview command, CancellationToken cancellationToken)
    {
        var round = await db.Set<ReviewRound>().Where(one => one.DraftId == command.DraftId && one.ClosedAt == null).OrderByDescending(one => one.OpenedAt).FirstOrDefaultAsync(cancellationToken);
        if (round is null)
        {
            return Answer.No("review.none-open", "Không có đợt góp ý nào đang mở.");
        }

        round.ClosedAt = actor.Now;
        var refusal = await runner.Complete(command.DraftId, TaskKeys.Review, "closed", actor.PersonId, actor.Now, cancellationToken);
        return refusal is null ? Answer.Done(command.DraftId, "Đã kết thúc đợt góp ý; Văn phòng tiếp thu, giải trình từng ý kiến.") : Answer.No(refusal);
    }

    public async Task<Answer> Handle(AnswerComment command, CancellationToken cancellationToken)
    {
        var comment = await db.Set<Comment>().SingleOrDefaultAsync(row => row.Id == command.CommentId, cancellationToken);
        if (comment is null)
        {
            return Answer.No("review.no-comment", "Không thấy góp ý này.");
        }

        if (await runner.FindTask(comment.DraftId, TaskKeys.Revision, cancellationToken) is null)
        {
            return Answer.No("review.not-now", "Chỉ trả lời góp ý khi dự thảo đang ở bước tiếp thu, giải trình.");
        }

        if (await StageWork.Refused(db, actor, comment.DraftId, TaskKeys.Revision, completes: false, cancellationToken) is { } no)
        {
            return Answer.No(no);
        }

        if (command.Reason.Length > 4_000)
        {
            return Answer.No("review.reason-too-long", "Nội dung trả lời dài quá 4.000 chữ. Đồng chí viết gọn lại.");
        }

        var refusal = comment.AnswerWith(command.Disposition, command.Reason, actor.PersonId, actor.Now);
        return refusal is null ? Answer.Done(comment.DraftId, $"Đã trả lời góp ý tại “{comment.ClauseTitle}”: {ReviewWords.Of(command.Disposition)}.") : Answer.No(refusal);
    }

    public async Task<Answer> Handle(FinishRevision command, CancellationToken cancellationToken)
    {
        var open = await db.Set<Comment>().CountAsync(comment => comment.DraftId == command.DraftId && comment.Disposition == null, cancellationToken);
        if (open > 0)
        {
            return Answer.No("review.unanswered", $"Còn {open} góp ý chưa được trả lời. Mỗi góp ý cần có kết quả tiếp thu hoặc giải trình trước khi trình tiếp.");
        }

        var draft = await db.Set<Draft>().SingleOrDefaultAsync(row => row.Id == command.DraftId, cancellationToken);
        if (draft is null)
        {
            return Answer.No("draft.not-found", "Không thấy dự thảo này.");
        }

        if (await ConclusionPoints.Gate(db, draft, cancellationToken) is { } notMet)
        {
            return Answer.No(notMet);
        }

        if (await StageWork.Refused(db, actor, draft.Id, TaskKeys.Revision, completes: true, cancellationToken) is { } no)
        {
            return Answer.No(no);
        }

        await SentVersions.Send(db, draft, actor, cancellationToken);
        var refusal = await runner.Complete(draft.Id, TaskKeys.Revision, "finalized", actor.PersonId, actor.Now, cancellationToken);
        return refusal is null ? Answer.Done(draft.Id, $"Đã hoàn chỉnh bản {draft.CurrentRound}; dự thảo sẵn sàng để biểu quyết.") : Answer.No(refusal);
    }

    private async Task<(ReviewRound? Round, OpinionSheet? Sheet, Domain.Refusal? Refusal)> Asked(Guid draftId, string hash, CancellationToken ct)
    {
        return await RoundAndSheet.For(db)(db, draftId, actor.PersonId, ct) switch
        {
            null => (null, null, new("review.none-open", "Dự thảo này chưa được gửi xin ý kiến.")),
            { Sheet: null } asked => (asked.Round, null, new("review.not-asked", "Đồng chí không có tên trong danh sách được lấy ý kiến của đợt này.")),
            var (round, sheet) => (round, sheet, round.MayAnswer(actor.Now, hash)),
        };
    }

    private sealed record AskedOf(ReviewRound Round, OpinionSheet? Sheet);

    // Every answer of every member begins with it: the newest round, and the member's sheet in it.
    private static readonly PerModel<Func<WorkflowDbContext, Guid, Guid, CancellationToken, Task<AskedOf?>>> RoundAndSheet = new(() =>
        EF.CompileAsyncQuery((WorkflowDbContext db, Guid draftId, Guid personId, CancellationToken ct) => db.Set<ReviewRound>()
            .Where(one => one.DraftId == draftId).OrderByDescending(one => one.OpenedAt)
            .Select(one => new AskedOf(one, db.Set<OpinionSheet>().FirstOrDefault(sheet => sheet.RoundId == one.Id && sheet.PersonId == personId))).FirstOrDefault()));
}

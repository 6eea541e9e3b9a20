using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Review;
using Workflow.Activities.Tasks;
using Workflow.Domain;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
using Workflow.Domain.Reviews;
using Workflow.Domain.Texts;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Conclusions;

/// <summary>The office records what the body concluded after its round: the draft goes on, is revised, or is revised and comes back to the same body.</summary>
/// <param name="RoundId">The round that the form showed: a form of the round before concludes nothing.</param>
/// <param name="Points">What is to be taken up, one point a line; empty when the body agreed.</param>
[Allow(Office.ChiefOfOffice, Office.OfficeStaff, StandsIn = true)]
public sealed record ConcludeRound(Guid CommandId, Guid DraftId, Guid RoundId, ConclusionOutcome Outcome, DateOnly Day, string Reference, string Points) : ICommand, IOfDraft;

internal sealed class ConcludeRoundHandler(WorkflowDbContext db, ProcessRunner runner, Actor actor) : IRequestHandler<ConcludeRound, Answer>
{
    public async Task<Answer> Handle(ConcludeRound command, CancellationToken cancellationToken)
    {
        // An objection, a late remark or a new version at this moment is before the conclusion or after it.
        await CommitSave.LockRow(db, db.Set<Draft>().Where(row => row.Id == command.DraftId), row => row.AdoptedAt, cancellationToken);
        if (await db.Set<Draft>().SingleOrDefaultAsync(row => row.Id == command.DraftId, cancellationToken) is not { } draft)
        {
            return Answer.No("draft.not-found", "Không thấy dự thảo này.");
        }

        if (await StageWork.Refused(db, actor, draft.Id, TaskKeys.Conclusion, completes: true, cancellationToken) is { } no)
        {
            return Answer.No(no);
        }

        var round = await db.Set<ReviewRound>().Where(one => one.DraftId == draft.Id && one.IsOfProcess).OrderByDescending(one => one.Number).FirstOrDefaultAsync(cancellationToken);
        if (round is null || round.Id != command.RoundId || await Rounds.IsOpen(db, round, actor.Now, cancellationToken))
        {
            return Answer.No("conclusion.round", "Đợt lấy ý kiến này chưa kết thúc, hoặc không phải đợt mới nhất. Đồng chí tải lại trang; nội dung đã gõ vẫn còn.");
        }

        if (!Enum.IsDefined(command.Outcome))
        {
            return Answer.No("conclusion.outcome", "Đồng chí chọn kết luận: thống nhất, tiếp thu rồi trình tiếp, hay tiếp thu rồi trình lại.");
        }

        var (points, refusal) = ConclusionRecord.Read(actor, command.Day, command.Reference, command.Points, mayBeEmpty: true);
        refusal ??= await Against(command.Outcome, draft, round, points, cancellationToken);
        if (refusal is not null)
        {
            return Answer.No(refusal);
        }

        round.Close(actor.Now);
        var conclusion = ConclusionRecord.Add(db, actor, draft.Id, round.VersionHash, SourceOf(round.Body), command.Day, command.Reference, points, round.Id, command.Outcome);
        var outcome = command.Outcome switch { ConclusionOutcome.Agreed => "agreed", ConclusionOutcome.Revise => "revise", ConclusionOutcome.Again => "again", _ => throw new InvalidOperationException($"unknown {command.Outcome}") };
        return await runner.Complete(draft.Id, TaskKeys.Conclusion, outcome, actor.PersonId, actor.Now, cancellationToken) is { } moved ? Answer.No(moved)
            : Answer.Done(draft.Id, $"Đã ghi {ConclusionWords.Name(conclusion)}: {ConclusionWords.Of(command.Outcome).ToLowerInvariant()}{(points.Count > 0 ? $"; {points.Count} nội dung phải tiếp thu" : "")}.");
    }

    private async Task<Refusal?> Against(ConclusionOutcome outcome, Draft draft, ReviewRound round, IReadOnlyList<string> points, CancellationToken ct)
    {
        var unanswered = await UnansweredComments.Count(db, draft.Id, [], ct);
        if (outcome != ConclusionOutcome.Agreed)
        {
            return points.Count > 0 || unanswered > 0 ? null
                : new("conclusion.points", "Đồng chí ghi từng nội dung phải tiếp thu, mỗi nội dung một dòng. Nếu không có gì phải tiếp thu thì chọn “Thống nhất”.");
        }

        return points.Count > 0 ? new("conclusion.agreed-with-points", "Đã thống nhất thì không còn nội dung phải tiếp thu. Đồng chí xóa các nội dung ấy hoặc chọn “Tiếp thu rồi trình tiếp”; nội dung đã gõ vẫn còn.")
            : draft.CurrentHash != round.VersionHash ? new("conclusion.other-version", "Dự thảo đã có bản khác với bản được cho ý kiến, nên sự thống nhất không áp dụng cho bản hiện nay. Đồng chí chọn “Tiếp thu rồi trình lại”, hoặc lấy lại bản đã gửi ở mục Hồ sơ.")
            : unanswered > 0 ? new("review.unanswered", $"Còn {unanswered} góp ý chưa được trả lời nên dự thảo chưa đi thẳng được. Đồng chí chọn “Tiếp thu rồi trình tiếp” để trả lời từng góp ý.")
            : await ConclusionPoints.Gate(db, draft, ct);
    }

    private static ConclusionSource SourceOf(BodyKind? body) => body switch
    {
        BodyKind.StandingBoard => ConclusionSource.StandingBoard,
        BodyKind.StandingCommittee or null => ConclusionSource.StandingCommittee,
        BodyKind.ExecutiveCommittee => ConclusionSource.Conference,
        _ => throw new ArgumentOutOfRangeException(nameof(body)),
    };
}

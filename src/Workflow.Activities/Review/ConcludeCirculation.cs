using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Drafting;
using Workflow.Activities.Pipeline;
using Workflow.Domain;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
using Workflow.Domain.Reviews;
using Workflow.Domain.Texts;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Review;

/// <summary>The office states the result of a written circulation that is closed; what it follows from is stored with it.</summary>
/// <param name="HasDifferences">Whether important differences remain: then the matter must go to a meeting.</param>
/// <param name="Statement">Which, or why those that were named are none; needed as soon as anybody did not simply agree.</param>
[Allow(Office.ChiefOfOffice, Office.OfficeStaff)]
public sealed record ConcludeCirculation(Guid CommandId, Guid RoundId, bool HasDifferences, string Statement) : ICommand;

internal sealed class ConcludeCirculationHandler(WorkflowDbContext db, ProcessRunner runner, Actor actor) : IRequestHandler<ConcludeCirculation, Answer>
{
    public async Task<Answer> Handle(ConcludeCirculation command, CancellationToken cancellationToken)
    {
        var round = await Rounds.Hold(db, command.RoundId, cancellationToken);
        if (round is not { Purpose: RoundPurpose.Decision })
        {
            return Answer.No("circulation.not-found", "Không thấy đợt lấy ý kiến bằng văn bản này.");
        }

        if (round.IsOpen(actor.Now))
        {
            return Answer.No("circulation.open", "Đợt lấy ý kiến chưa hết hạn. Đồng chí kết thúc đợt rồi mới kết luận.");
        }

        round.ClosedAt ??= round.ClosesAt;
        var draft = await db.Set<Draft>().SingleAsync(row => row.Id == round.DraftId, cancellationToken);
        var given = await db.Set<GivenOpinion>().AsNoTracking().Where(one => one.RoundId == round.Id).ToListAsync(cancellationToken);
        var statement = command.Statement.Trim();
        if (await Refused(round, draft, given, command.HasDifferences, statement, cancellationToken) is { } refusal)
        {
            return Answer.No(refusal);
        }

        var at = WholeMicroseconds(actor.Now);
        var rules = await Rolls.ProfileOn(db, VietnamTime.DayOf(at), cancellationToken);
        var roll = await Rolls.MembersOn(db, BodyKind.StandingCommittee, VietnamTime.DayOf(at), cancellationToken);
        var result = WrittenCirculation.Decide(round, rules, roll, given, command.HasDifferences, statement, at);
        db.Add(new CirculationDecision
        {
            Id = Guid.CreateVersion7(actor.Now),
            OrganizationId = actor.OrganizationId,
            RoundId = round.Id,
            DraftId = draft.Id,
            VersionHash = round.VersionHash,
            ProfileId = rules.Id,
            Outcome = result.Outcome,
            Incumbents = result.Incumbents,
            Required = result.Required,
            Approving = result.Approving,
            HasDifferences = command.HasDifferences,
            Statement = statement,
            DecidedById = actor.PersonId,
            DecidedAt = at,
            Proof = result.Proof,
            ProofHash = result.ProofHash,
        });
        var sentence = WrittenCirculation.Sentence(result.Outcome, result.Approving, result.Incumbents, result.Required);
        if (result.Outcome != CirculationOutcome.Approved)
        {
            return Answer.Done(draft.Id, $"Lấy ý kiến bằng văn bản: {sentence}");
        }

        (draft.AdoptedHash, draft.AdoptedAt) = (round.VersionHash, at);
        return await runner.Complete(draft.Id, TaskKeys.Approval, "approved", actor.PersonId, actor.Now, cancellationToken) is { } moved ? Answer.No(moved) : Answer.Done(draft.Id, $"Lấy ý kiến bằng văn bản: {sentence}");
    }

    private async Task<Refusal?> Refused(ReviewRound round, Draft draft, List<GivenOpinion> given, bool hasDifferences, string statement, CancellationToken ct)
    {
        var answers = given.GroupBy(one => one.PersonId).Select(group => GivenOpinion.Standing(group, round.VersionHash)?.Answer);
        return draft.CurrentHash != round.VersionHash ? new("circulation.stale", "Dự thảo đã có bản khác với bản được lấy ý kiến, nên không kết luận được cho bản hiện nay.")
            : await db.Set<CirculationDecision>().AnyAsync(one => one.RoundId == round.Id, ct) ? new("circulation.decided", "Đợt lấy ý kiến này đã được kết luận; kết quả không thay đổi được nữa.")
            : await runner.FindTask(draft.Id, TaskKeys.Approval, ct) is null ? new("circulation.not-now", "Văn bản không còn ở bước chờ Ban Thường vụ thông qua.")
            : statement.Length > 4_000 ? new("review.reason-too-long", "Nội dung dài quá 4.000 chữ. Đồng chí viết gọn lại.")
            : statement.Length == 0 && (hasDifferences || answers.Any(answer => answer is not (null or OpinionAnswer.Agree)))
                ? new("circulation.statement", "Có đồng chí nêu ý kiến khác: đồng chí ghi rõ đó là những ý kiến gì và có phải ý kiến khác nhau quan trọng không.")
            : null;
    }

    // What both databases keep of an instant; the proof must be the same when it is worked out from them.
    private static DateTimeOffset WholeMicroseconds(DateTimeOffset at) => at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMicrosecond));
}

using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Conferences;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Conferences;

/// <summary>A member votes on their own device; once.</summary>
/// <param name="Marks">A mark for each option (<see cref="Domain.Conferences.Marks"/>).</param>
[Allow(Bodies = [BodyKind.ExecutiveCommittee, BodyKind.StandingCommittee])]
public sealed record CastBallot(Guid CommandId, Guid VoteId, string Marks) : ICommand;

internal sealed class CastBallotHandler(WorkflowDbContext db, Actor actor, BallotSeal seal) : IRequestHandler<CastBallot, Answer>
{
    public async Task<Answer> Handle(CastBallot command, CancellationToken cancellationToken)
    {
        // Whoever closes the vote counts under the same lock: a ballot is there before the count, or comes too late and is told so.
        await CommitSave.LockRow(db, db.Set<Vote>().Where(one => one.Id == command.VoteId), one => one.ClosedAt, cancellationToken);
        var vote = await db.Set<Vote>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == command.VoteId, cancellationToken);
        if (vote is null || !vote.Mode.IsOnDevices() || !vote.TakesBallots)
        {
            return Answer.No("vote.not-open", vote is { StoppedAt: not null, IsUndecided: true } ? "Biểu quyết đang tạm dừng; phiếu của đồng chí chưa được ghi nhận. Đồng chí chờ chủ trì cho tiếp tục rồi gửi lại." : "Biểu quyết này không mở (hoặc đã khóa, hoặc không biểu quyết trên thiết bị).");
        }

        var member = await db.Set<VoteMember>().SingleOrDefaultAsync(one => one.VoteId == vote.Id && one.PersonId == actor.PersonId, cancellationToken);
        switch (member)
        {
            case null:
                return Answer.No("vote.not-a-member", "Đồng chí không phải ủy viên của cơ quan đang họp nên không biểu quyết nội dung này.");
            case { Standing: Standing.Recused }:
                return Answer.No("vote.recused", "Đồng chí được ghi là không tham gia biểu quyết nội dung này.");
            case { Standing: Standing.NotPresent }:
                return Answer.No("vote.not-present", "Đồng chí chưa được điểm danh có mặt khi mở biểu quyết này nên chưa biểu quyết được. Đồng chí báo Văn phòng.");
            case { HasVoted: true }:
                return Answer.No("vote.already", "Đồng chí đã biểu quyết nội dung này; mỗi đồng chí một phiếu.");
        }

        if (Marks.Refused(command.Marks, vote.Options.Count, vote.Seats) is { } wrong)
        {
            return Answer.No(wrong);
        }

        member.HasVoted = true;
        if (vote.Mode == VoteMode.SecretDevices)
        {
            // A random key: one that grows with time would say who was first.
            db.Add(new SealedBallot { Id = Guid.NewGuid(), OrganizationId = actor.OrganizationId, VoteId = vote.Id, Sealed = seal.Seal(vote.Id, command.Marks) });
            return Answer.Done(vote.Id, "Đã ghi nhận: đồng chí đã bỏ phiếu kín. Không ai, kể cả Văn phòng, xem được đồng chí chọn gì.");
        }

        db.Add(new Ballot { Id = Guid.CreateVersion7(actor.Now), OrganizationId = actor.OrganizationId, VoteId = vote.Id, PersonId = actor.PersonId, Marks = command.Marks, At = actor.Now });
        return Answer.Done(vote.Id, $"Đã ghi nhận phiếu của đồng chí: {ConferenceWords.Of(vote, command.Marks)}.");
    }
}

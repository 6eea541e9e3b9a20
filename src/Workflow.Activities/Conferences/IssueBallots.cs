using System.Security.Cryptography;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Conferences;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Conferences;

/// <summary>The office makes ballots on paper for a vote: their numbers go on record, who gets which does not.</summary>
/// <param name="Reason">Why a further batch is needed; not asked for the first.</param>
[Allow(Office.ChiefOfOffice, Office.OfficeStaff)]
public sealed record IssueBallots(Guid CommandId, Guid VoteId, int Count, string Reason = "") : ICommand;

internal sealed class IssueBallotsHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<IssueBallots, Answer>
{
    public async Task<Answer> Handle(IssueBallots command, CancellationToken cancellationToken)
    {
        var (vote, refusal) = await Votes.Hold(db, actor, command.VoteId, cancellationToken);
        if (vote is null || refusal is not null)
        {
            return Answer.No(refusal!);
        }

        if (vote.Mode != VoteMode.SecretPaper || !vote.IsUndecided)
        {
            return Answer.No("ballots.not-now", "Phiếu giấy chỉ in cho biểu quyết bỏ phiếu kín bằng giấy đang mở.");
        }

        var before = await db.Set<BallotBatch>().Where(one => one.VoteId == vote.Id).OrderBy(one => one.Number).ToListAsync(cancellationToken);
        if (command.Count is < 1 or > BallotBatch.MostBallots || before.Count >= BallotBatch.Most)
        {
            return Answer.No("ballots.count", $"Mỗi lần in từ 1 đến {BallotBatch.MostBallots} phiếu, mỗi biểu quyết in nhiều nhất {BallotBatch.Most} lần.");
        }

        if (before.Count > 0 && (string.IsNullOrWhiteSpace(command.Reason) || command.Reason.Length > Conference.LongestReason))
        {
            return Answer.No("ballots.reason", $"Biểu quyết này đã in {before.Sum(one => one.Count)} phiếu. In thêm thì cần ghi lý do (tối đa 1.000 chữ); lý do được ghi vào biên bản.");
        }

        var batch = new BallotBatch
        {
            Id = Guid.CreateVersion7(actor.Now),
            OrganizationId = actor.OrganizationId,
            VoteId = vote.Id,
            Number = before.Count + 1,
            Code = RandomNumberGenerator.GetString(BallotBatch.Alphabet, 4),
            First = RandomNumberGenerator.GetInt32(100_000, 1_000_000 - BallotBatch.MostBallots),
            Count = command.Count,
            Reason = before.Count > 0 ? command.Reason.Trim() : "",
            ById = actor.PersonId,
            At = actor.Now,
        };
        db.Add(batch);
        return Answer.Done(vote.Id, $"{batch.Sentence} Đồng chí in phiếu, xáo trộn, đóng dấu rồi giao ban kiểm phiếu.");
    }
}

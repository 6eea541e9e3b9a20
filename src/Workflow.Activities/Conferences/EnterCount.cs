using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Conferences;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Conferences;

/// <summary>
/// One of those who count enters what they counted. Hands: the office or the chair; papers: the three who count. The vote may be closed when two agree;
/// nobody sees another's numbers before having entered their own.
/// </summary>
[Allow(Office.ChiefOfOffice, Office.OfficeStaff, Bodies = [BodyKind.ExecutiveCommittee, BodyKind.StandingCommittee])]
public sealed record EnterCount(Guid CommandId, Guid VoteId, IReadOnlyList<OptionCount> Counts, int Issued = 0, int Collected = 0, int Spoilt = 0) : ICommand;

internal sealed class EnterCountHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<EnterCount, Answer>
{
    private const int Most = 50;

    public async Task<Answer> Handle(EnterCount command, CancellationToken cancellationToken)
    {
        var (vote, refusal) = await Votes.Hold(db, actor, command.VoteId, cancellationToken);
        if (vote is null)
        {
            return Answer.No(refusal!);
        }

        if (vote.Mode.IsOnDevices() || !vote.IsUndecided)
        {
            return Answer.No("count.not-now", "Biểu quyết này không nhập kết quả kiểm đếm (đã khóa, đã hủy, hoặc biểu quyết trên thiết bị).");
        }

        if (await MayCount(vote, refusal, cancellationToken) is { } notYours)
        {
            return Answer.No(notYours);
        }

        var entries = await db.Set<CountEntry>().Where(one => one.VoteId == vote.Id).ToListAsync(cancellationToken);
        if (entries.Count >= Most)
        {
            return Answer.No("count.most", "Đã nhập quá nhiều lần. Đồng chí hủy biểu quyết, ghi lý do rồi biểu quyết lại.");
        }

        var entry = new CountEntry
        {
            Id = Guid.CreateVersion7(actor.Now),
            OrganizationId = actor.OrganizationId,
            VoteId = vote.Id,
            ById = actor.PersonId,
            Number = entries.Count + 1,
            Counts = Marks.Write(command.Counts),
            Issued = command.Issued,
            Collected = command.Collected,
            Spoilt = command.Spoilt,
            At = actor.Now,
        };
        if (entry.Refused(vote.Options.Count, vote.Entitled, vote.Mode == VoteMode.SecretPaper, vote.Seats) is { } wrong)
        {
            return Answer.No(wrong);
        }

        // Where ballots were printed here, no more can have been given out.
        if (await db.Set<BallotBatch>().Where(one => one.VoteId == vote.Id).SumAsync(one => (int?)one.Count, cancellationToken) is { } printed and > 0 && command.Issued > printed)
        {
            return Answer.No("count.more-than-printed", $"Số phiếu phát ra ({command.Issued}) lớn hơn số phiếu đã in cho biểu quyết này ({printed}). Đồng chí đếm lại, hoặc nhờ Văn phòng in thêm phiếu và ghi lý do.");
        }

        db.Add(entry);
        return Answer.Done(vote.Id, CountEntry.Agreed([.. entries, entry]) is not null ? "Đã ghi kết quả kiểm đếm; hai người nhập khớp nhau, khóa biểu quyết được."
            : entries.Exists(one => one.ById != actor.PersonId) ? "Đã ghi kết quả kiểm đếm, nhưng KHÔNG KHỚP với người kia. Hai đồng chí đếm lại rồi nhập lại."
            : "Đã ghi kết quả kiểm đếm. Cần một người nữa nhập độc lập.");
    }

    private async Task<Domain.Refusal?> MayCount(Vote vote, Domain.Refusal? notLeading, CancellationToken ct) => vote.Mode == VoteMode.ShowOfHands ? notLeading
        : await db.Set<Counter>().AnyAsync(one => one.VoteId == vote.Id && one.PersonId == actor.PersonId, ct) ? null
        : new("count.not-a-counter", "Chỉ ba đồng chí trong ban kiểm phiếu nhập kết quả kiểm phiếu.");
}

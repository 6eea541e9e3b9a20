using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Drafting;
using Workflow.Activities.Pipeline;
using Workflow.Domain;
using Workflow.Domain.Reviews;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Review;

/// <summary>
/// A member gives one of the four answers, and with it sends all remarks they have written: from here on these are frozen. It may be changed until the close
/// by giving another; all are kept. After the close it is stored as late.
/// </summary>
/// <param name="RoundId">The round; empty for the newest on the draft.</param>
/// <param name="After">How many answers of the member there were when this one was written; null when it is sent as it is written. One that waited on a device never goes over a later one.</param>
/// <param name="Notes">The remarks that the member saw would go along; null for all. What was begun after an answer was written stays unsent.</param>
[Allow(Bodies = [BodyKind.ExecutiveCommittee, BodyKind.StandingCommittee])]
public sealed record SendOpinion(Guid CommandId, Guid DraftId, string VersionHash, OpinionAnswer Answer, string Reason, Guid RoundId = default, int? After = null, IReadOnlyCollection<Guid>? Notes = null) : ICommand;

internal sealed class SendOpinionHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<SendOpinion, Answer>
{
    public async Task<Answer> Handle(SendOpinion command, CancellationToken cancellationToken)
    {
        var (asked, refusal) = await Rounds.Locked(db, command.DraftId, command.RoundId, actor.PersonId, actor.Now, cancellationToken);
        refusal ??= asked!.Round.Asks(command.VersionHash) ?? OpinionSheet.Refused(command.Answer, command.Reason);
        refusal ??= asked!.IsOpen ? null : await Rounds.TooLate(db, asked.Round.DraftId, cancellationToken);
        if (refusal is not null)
        {
            return Answer.No(refusal);
        }

        var (round, sheet, isOpen) = asked!;
        if (command.After is { } known && known != sheet.Given)
        {
            return Answer.No("review.answered-meanwhile", "Sau khi câu trả lời này được ghi trên máy, đồng chí đã có câu trả lời khác trên phần mềm, nên câu trả lời này chưa gửi đi. Đồng chí xem lại rồi gửi hoặc bỏ.");
        }

        var opinion = new GivenOpinion
        {
            Id = Guid.CreateVersion7(actor.Now),
            OrganizationId = actor.OrganizationId,
            RoundId = round.Id,
            PersonId = actor.PersonId,
            Number = ++sheet.Given,
            Answer = command.Answer,
            Reason = command.Reason.Trim(),
            VersionHash = round.VersionHash,
            At = actor.Now,
            IsLate = !isOpen,
        };
        db.Add(opinion);
        if (isOpen)
        {
            sheet.Take(opinion);
        }

        if (await SendRemarks(round, opinion, command.Notes, cancellationToken) is { } unclear)
        {
            return Answer.No(unclear);
        }

        db.RemoveRange(await db.Set<OpinionDraft>().Where(one => one.RoundId == round.Id && one.PersonId == actor.PersonId).ToListAsync(cancellationToken));

        // The log is read by others: it says that, never what.
        return Answer.Done(round.DraftId, isOpen ? "Đã ghi nhận ý kiến của đồng chí." : "Đã ghi nhận ý kiến của đồng chí, gửi sau khi hết hạn nên ghi là ý kiến muộn.");
    }

    private async Task<Refusal?> SendRemarks(ReviewRound round, GivenOpinion opinion, IReadOnlyCollection<Guid>? chosen, CancellationToken ct)
    {
        foreach (var (draft, index) in (await db.Set<CommentDraft>().Where(one => one.RoundId == round.Id && one.PersonId == actor.PersonId).OrderBy(one => one.SavedAt).ThenBy(one => one.Id).ToListAsync(ct)).Select((one, index) => (one, index)))
        {
            if (chosen?.Contains(draft.Id) == false)
            {
                continue;
            }

            db.Remove(draft);
            if (draft.Text.Trim().Length == 0 && draft.Proposed is null)
            {
                // A form that was opened and left empty.
                continue;
            }

            var (_, text) = (await TextDrafts.Version(db, round.DraftId, draft.VersionHash, ct))!.Value;
            var clause = text.Clauses.First(one => one.Id == draft.ClauseId);
            var (place, unclear) = CommentPlacing.Judge(clause, draft.Text, draft.Quote, draft.QuoteStart, draft.Proposed);
            if (unclear is not null)
            {
                return unclear with { Text = $"Góp ý tại “{ClauseTitles.Of(text, clause)}” chưa rõ nên chưa gửi được gì: {unclear.Text}" };
            }

            db.Add(new Comment
            {
                Id = draft.Id,
                OrganizationId = draft.OrganizationId,
                DraftId = round.DraftId,
                RoundId = round.Id,
                OpinionId = opinion.Id,
                AuthorId = draft.PersonId,
                VersionHash = draft.VersionHash,
                ClauseId = clause.Id,
                ClauseTitle = ClauseTitles.Of(text, clause),
                Quote = place.Quote,
                QuoteStart = place.Start,
                Proposed = draft.Proposed?.Normalize(),
                Text = draft.Text.Trim().Normalize(),
                At = actor.Now.AddMicroseconds(index),
                Readers = draft.Readers,
                IsLate = opinion.IsLate,
            });
        }

        return null;
    }
}

using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Drafting;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
using Workflow.Domain.Reviews;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Review;

/// <summary>Whether a comment stands where the program carried it: said by its author or by the office.</summary>
/// <param name="VersionHash">The version in which it was looked at.</param>
[Allow(Office.ChiefOfOffice, Office.OfficeStaff, Bodies = [BodyKind.StandingCommittee])]
public sealed record ConfirmPlace(Guid CommandId, Guid CommentId, string VersionHash, bool IsRight) : ICommand;

internal sealed class ConfirmPlaceHandler(WorkflowDbContext db, ReviewSight sight, Actor actor) : IRequestHandler<ConfirmPlace, Answer>
{
    public async Task<Answer> Handle(ConfirmPlace command, CancellationToken cancellationToken)
    {
        var comment = await db.Set<Comment>().SingleOrDefaultAsync(row => row.Id == command.CommentId, cancellationToken);
        var draft = comment is null ? null : await db.Set<Draft>().SingleOrDefaultAsync(row => row.Id == comment.DraftId, cancellationToken);
        if (comment is null || draft is null || !await (await sight.Of(draft, cancellationToken)).Comments().AnyAsync(one => one.Id == comment.Id, cancellationToken) || (comment.AuthorId != actor.PersonId && !Offices.OfDesk.Any((await actor.OfficesHeld(cancellationToken)).Contains)))
        {
            return Answer.No("review.no-comment", "Không thấy góp ý này.");
        }

        if (draft.CurrentHash != command.VersionHash)
        {
            return Answer.No("draft.stale", "Dự thảo vừa có bản mới. Đồng chí tải lại trang để xem chỗ của góp ý trong bản mới.");
        }

        var text = await DraftToChange.CurrentText(db, draft, cancellationToken);
        if (await CommentPlaces.Of(db, draft, text, comment, cancellationToken) is not (var clauseId, var start, var length, CommentAnchorage.Fuzzy))
        {
            return Answer.No("review.place-known", "Chỗ của góp ý này đã rõ, không cần xác nhận.");
        }

        var clause = text.Clauses.First(one => one.Id == clauseId);
        db.Add(new CommentPlace
        {
            Id = Guid.CreateVersion7(actor.Now),
            OrganizationId = comment.OrganizationId,
            CommentId = comment.Id,
            VersionHash = draft.CurrentHash,
            ClauseId = command.IsRight ? clauseId : "",
            Quote = command.IsRight ? clause.Text.Substring(start, length) : "",
            ById = actor.PersonId,
            At = actor.Now,
        });
        var which = comment.Readers == CommentReaders.Everyone ? $"góp ý tại “{comment.ClauseTitle}”" : "một góp ý thuộc phần hạn chế người đọc";
        return Answer.Done(draft.Id, command.IsRight ? $"Đã xác nhận chỗ của {which} trong bản {draft.CurrentRound}." : $"Đã ghi nhận {which} không còn chỗ trong bản {draft.CurrentRound}; góp ý đứng ở đầu trang.");
    }
}

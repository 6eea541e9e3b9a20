using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Conferences;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Conferences;

/// <summary>
/// The chair concludes an item that was not adopted: returned (the draft goes back with the reason), postponed (it waits for a later session), or noted.
/// Adoption follows from the vote alone and is nobody's to declare.
/// </summary>
[Allow(Office.ChiefOfOffice, Office.OfficeStaff, Bodies = [BodyKind.ExecutiveCommittee, BodyKind.StandingCommittee])]
public sealed record DecideItem(Guid CommandId, Guid ItemId, ItemDecision Decision, string Reason) : ICommand;

internal sealed class DecideItemHandler(WorkflowDbContext db, ProcessRunner runner, Actor actor) : IRequestHandler<DecideItem, Answer>
{
    public async Task<Answer> Handle(DecideItem command, CancellationToken cancellationToken)
    {
        var (conference, item) = await Sessions.HoldItem(db, command.ItemId, cancellationToken);
        if (conference is null || item is null)
        {
            return Answer.No(Sessions.NoItem);
        }

        if (await Sessions.MayLead(actor, conference, cancellationToken) is { } notYours)
        {
            return Answer.No(notYours);
        }

        // A session that does not take place postpones what was on its agenda.
        if (command.Decision != ItemDecision.Postponed && Sessions.MustRun(conference) is { } notNow)
        {
            return Answer.No(notNow);
        }

        if (!Enum.IsDefined(command.Decision) || command.Decision is ItemDecision.Adopted or ItemDecision.AdoptedWithAmendments || (command.Decision == ItemDecision.Noted && item.Kind == AgendaKind.Draft))
        {
            return Answer.No("item.by-vote-only", "Thông qua chỉ theo kết quả biểu quyết, không ghi tay được. Đồng chí mở biểu quyết toàn văn, hoặc kết luận trả lại, hoãn.");
        }

        if (await db.Set<Vote>().AnyAsync(vote => vote.AgendaItemId == item.Id && vote.ClosedAt == null && vote.VoidedAt == null, cancellationToken))
        {
            return Answer.No("conference.vote-running", "Đang biểu quyết nội dung này. Đồng chí khóa hoặc hủy biểu quyết trước.");
        }

        if (command.Reason.Length > Conference.LongestReason)
        {
            return Answer.No("conference.reason-long", "Lý do dài quá 1.000 chữ. Đồng chí viết gọn lại.");
        }

        if (item.Decide(command.Decision, command.Reason, actor.Now) is { } refusal)
        {
            return Answer.No(refusal);
        }

        if (command.Decision == ItemDecision.Returned && item.DraftId is { } draftId)
        {
            var draft = await db.Set<Draft>().SingleAsync(one => one.Id == draftId, cancellationToken);
            if (await DraftGoesOn.With(runner, draft, adopted: false, actor, cancellationToken) is { } moved)
            {
                return Answer.No(moved);
            }
        }

        return Answer.Done(conference.Id, $"Hội nghị kết luận: {ConferenceWords.Of(command.Decision)}." + (item.DecisionReason.Length > 0 ? $" Lý do: {item.DecisionReason}" : ""));
    }
}

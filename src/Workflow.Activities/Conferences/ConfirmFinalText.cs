using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Drafting;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Drafts;
using Workflow.Domain.Texts;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Conferences;

/// <summary>The chair, who has seen the difference listed, confirms that the final text is what was adopted. Only then it may be signed.</summary>
/// <param name="Hash">The text the chair had before them.</param>
[Allow(Bodies = [BodyKind.ExecutiveCommittee, BodyKind.StandingCommittee])]
public sealed record ConfirmFinalText(Guid CommandId, Guid ItemId, string Hash) : ICommand;

internal sealed class ConfirmFinalTextHandler(WorkflowDbContext db, ProcessRunner runner, Actor actor) : IRequestHandler<ConfirmFinalText, Answer>
{
    public async Task<Answer> Handle(ConfirmFinalText command, CancellationToken cancellationToken)
    {
        var (conference, item) = await Sessions.HoldItem(db, command.ItemId, cancellationToken);
        if (conference is null || item?.DraftId is not { } draftId)
        {
            return Answer.No(Sessions.NoItem);
        }

        if (conference.ChairId != actor.PersonId)
        {
            return Answer.No("item.chair-confirms", "Chỉ đồng chí chủ trì hội nghị xác nhận bản hoàn chỉnh.");
        }

        var draft = await db.Set<Draft>().SingleAsync(one => one.Id == draftId, cancellationToken);
        var (text, refusal) = Amendments.Apply(await VersionTexts.Of(db, item.VersionId!.Value, item.VersionHash, cancellationToken), await Amendments.Standing(db, item.Id, cancellationToken));
        if (refusal is not null || draft.CurrentHash != command.Hash || CanonicalText.Hash(text!) != draft.CurrentHash)
        {
            return Answer.No("item.final-differs", "Bản hiện nay không phải đúng bản đã biểu quyết cùng các sửa đổi của hội nghị, nên không xác nhận được. Văn phòng lập lại bản hoàn chỉnh.");
        }

        if (item.ConfirmFinal(draft.CurrentHash, actor.PersonId) is { } not)
        {
            return Answer.No(not);
        }

        (draft.AdoptedHash, draft.AdoptedAt) = (draft.CurrentHash, actor.Now);
        return await DraftGoesOn.With(runner, draft, adopted: true, actor, cancellationToken) is { } moved ? Answer.No(moved) : Answer.Done(conference.Id, "Chủ trì đã xác nhận bản hoàn chỉnh: đúng bản đã biểu quyết cùng các sửa đổi của hội nghị.");
    }
}

using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Drafting;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Conferences;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Conferences;

/// <summary>The office makes the final text of what was adopted with amendments: what was voted, with the amendments, word for word, and nothing else.</summary>
[Allow(Office.ChiefOfOffice, Office.OfficeStaff)]
public sealed record MakeFinalText(Guid CommandId, Guid ItemId) : ICommand;

internal sealed class MakeFinalTextHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<MakeFinalText, Answer>
{
    public async Task<Answer> Handle(MakeFinalText command, CancellationToken cancellationToken)
    {
        var (conference, item) = await Sessions.HoldItem(db, command.ItemId, cancellationToken);
        if (conference is null || item?.DraftId is not { } draftId)
        {
            return Answer.No(Sessions.NoItem);
        }

        if (item.Decision != ItemDecision.AdoptedWithAmendments || item.FinalHash.Length > 0)
        {
            return Answer.No("item.no-amendments", "Nội dung này không chờ bản hoàn chỉnh sau sửa đổi.");
        }

        var draft = await db.Set<Draft>().SingleAsync(one => one.Id == draftId, cancellationToken);
        if (draft.CurrentHash != item.VersionHash)
        {
            return Answer.No("item.final-made", "Bản hoàn chỉnh đã được lập. Chủ trì xem chỗ khác với bản đã biểu quyết rồi xác nhận.");
        }

        var amendments = await Amendments.Standing(db, item.Id, cancellationToken);
        var (text, refusal) = Amendments.Apply(await VersionTexts.Of(db, item.VersionId!.Value, item.VersionHash, cancellationToken), amendments);
        if (refusal is not null)
        {
            return Answer.No(refusal);
        }

        var version = NewVersion.Add(db, draft, text!, VersionCause.Amendments, actor, $"Bản biểu quyết cùng {amendments.Count} sửa đổi tại hội nghị");
        return Answer.Done(conference.Id, $"Đã lập bản hoàn chỉnh (bản {version.Round}) với {amendments.Count} sửa đổi tại hội nghị. Chờ chủ trì xác nhận.");
    }
}

using MediatR;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Drafting;

/// <summary>What was written on the page becomes the next version of the draft.</summary>
/// <param name="Revision">The saving that the sender had before them: nothing else becomes a version.</param>
[Allow(Office.Drafter, Office.OfficeStaff, Office.ChiefOfOffice, StandsIn = true)]
public sealed record PublishTextDraft(Guid CommandId, Guid DraftId, int Revision, string Note) : ICommand, IOfDraft;

internal sealed class PublishTextDraftHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<PublishTextDraft, Answer>
{
    private const int LongestNote = 1_000;

    public async Task<Answer> Handle(PublishTextDraft command, CancellationToken cancellationToken)
    {
        var (draft, refusal) = await DraftToChange.MayNow(db, actor, command.DraftId, cancellationToken);
        if (refusal is not null)
        {
            return Answer.No(refusal);
        }

        var row = await TextDrafts.Mine(db, actor, draft!.Id, cancellationToken);
        if (row is null || row.Revision != command.Revision)
        {
            return Answer.No("text.other-revision", "Bản đang soạn trên máy chủ không phải bản đồng chí đang xem (hoặc chưa có gì thay đổi). Đồng chí tải lại trang, xem lại rồi lưu; chưa có bản mới nào.");
        }

        if (row.BaseHash != draft.CurrentHash)
        {
            return Answer.No("text.stale", "Trong lúc đồng chí soạn, dự thảo đã có bản mới hơn. Bản đang soạn vẫn được giữ; đồng chí bấm “Đối chiếu với bản mới” để xem hai bên và chọn. Chưa có bản mới nào được lưu.");
        }

        if (command.Note.Length > LongestNote)
        {
            return Answer.No("text.note-too-long", "Ghi chú quá dài (trên 1.000 chữ). Đồng chí rút gọn rồi lưu lại.");
        }

        var before = await DraftToChange.CurrentText(db, draft, cancellationToken);
        var (edited, unreadable) = EditedText.Parse(row.Content);
        var (text, wrong) = edited is null ? (null, unreadable) : EditedTextRules.Over(edited, before, await TextDrafts.UsedIds(db, draft.Id, cancellationToken));
        if (wrong is not null)
        {
            return Answer.No(wrong);
        }

        if (CanonicalText.Hash(text!) == draft.CurrentHash)
        {
            return Answer.No("draft.same-text", $"Nội dung không khác bản {draft.CurrentRound} nên không cần lưu thành bản mới.");
        }

        var version = NewVersion.Add(db, draft, text!, VersionCause.Edit, actor, command.Note.Trim() is { Length: > 0 } note ? note : "Soạn trên trang");
        db.Remove(row);
        return Answer.Done(draft.Id, $"Đã lưu nội dung soạn trên trang thành bản {version.Round}.");
    }
}

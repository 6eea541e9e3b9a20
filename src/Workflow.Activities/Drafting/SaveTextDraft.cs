using MediatR;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Drafting;

/// <summary>Saves a text while it is written. Half a text is saved too: whether it can be a version is asked when it is to become one.</summary>
/// <param name="BaseHash">The version that the writing began from.</param>
/// <param name="Revision">The saving that the sender had before them; 0 when nothing was saved.</param>
[Allow(Office.Drafter, Office.OfficeStaff, Office.ChiefOfOffice, StandsIn = true)]
public sealed record SaveTextDraft(Guid CommandId, Guid DraftId, string BaseHash, int Revision, string Text) : IQuietCommand, IOfDraft;

internal sealed class SaveTextDraftHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<SaveTextDraft, Answer>
{
    public async Task<Answer> Handle(SaveTextDraft command, CancellationToken cancellationToken)
    {
        var (draft, refusal) = await DraftToChange.MayNow(db, actor, command.DraftId, cancellationToken);
        refusal ??= EditedText.Parse(command.Text).Refusal;
        if (refusal is not null)
        {
            return Answer.No(refusal);
        }

        var row = await TextDrafts.Mine(db, actor, draft!.Id, cancellationToken);
        if ((row?.Revision ?? 0) != command.Revision)
        {
            return Answer.No(row is null
                ? new("text.gone", "Bản đang soạn đã được lưu thành bản mới hoặc đã bỏ ở cửa sổ khác. Nội dung ở đây còn trên máy này; đồng chí tải lại trang để xem và chọn.")
                : new("text.changed-elsewhere", "Bản đang soạn vừa được lưu ở cửa sổ khác. Nội dung ở đây còn trên máy này; đồng chí tải lại trang để chọn giữ bản nào."));
        }

        if (row is null)
        {
            if (await TextDrafts.Version(db, draft.Id, command.BaseHash, cancellationToken) is null)
            {
                return Answer.No("draft.no-version", "Không thấy bản này của dự thảo.");
            }

            row = new TextDraft { Id = Guid.CreateVersion7(actor.Now), OrganizationId = draft.OrganizationId, DraftId = draft.Id, PersonId = actor.PersonId, BaseHash = command.BaseHash, Content = "", Revision = 0, SavedAt = actor.Now };
            db.Add(row);
        }

        (row.Content, row.Revision, row.SavedAt) = (command.Text, row.Revision + 1, actor.Now);
        return Answer.Done(draft.Id, "Đã lưu bản đang soạn.");
    }
}

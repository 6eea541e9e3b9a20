using MediatR;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Drafting;

/// <summary>The writer throws away what they wrote on the page; the versions stay as they are.</summary>
/// <param name="Revision">The saving that the sender had before them.</param>
[Allow(Office.Drafter, Office.OfficeStaff, Office.ChiefOfOffice, StandsIn = true)]
public sealed record DropTextDraft(Guid CommandId, Guid DraftId, int Revision) : ICommand, IOfDraft;

internal sealed class DropTextDraftHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<DropTextDraft, Answer>
{
    public async Task<Answer> Handle(DropTextDraft command, CancellationToken cancellationToken)
    {
        var row = await TextDrafts.Mine(db, actor, command.DraftId, cancellationToken);
        if (row is null || row.Revision != command.Revision)
        {
            return Answer.No("text.other-revision", "Bản đang soạn không còn, hoặc vừa được lưu ở cửa sổ khác. Đồng chí tải lại trang rồi xem lại trước khi bỏ.");
        }

        db.Remove(row);
        return Answer.Done(row.DraftId, "Đã bỏ bản đang soạn; dự thảo giữ nguyên.");
    }
}

using MediatR;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Drafting;

/// <summary>The writer has compared what they wrote with a newer version and goes on from there with their own words.</summary>
/// <param name="Revision">The saving that the sender had before them.</param>
/// <param name="SeenHash">The newer version that was compared: one that nobody has seen is not passed over.</param>
[Allow(Office.Drafter, Office.OfficeStaff, Office.ChiefOfOffice, StandsIn = true)]
public sealed record RebaseTextDraft(Guid CommandId, Guid DraftId, int Revision, string SeenHash) : ICommand, IOfDraft;

internal sealed class RebaseTextDraftHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<RebaseTextDraft, Answer>
{
    public async Task<Answer> Handle(RebaseTextDraft command, CancellationToken cancellationToken)
    {
        var (draft, refusal) = await DraftToChange.Find(db, actor, command.DraftId, command.SeenHash, cancellationToken);
        if (refusal is not null)
        {
            return Answer.No(refusal);
        }

        var row = await TextDrafts.Mine(db, actor, draft!.Id, cancellationToken);
        if (row is null || row.Revision != command.Revision)
        {
            return Answer.No("text.other-revision", "Bản đang soạn không còn, hoặc vừa được lưu ở cửa sổ khác. Đồng chí tải lại trang rồi đối chiếu lại.");
        }

        (row.BaseHash, row.Revision) = (draft.CurrentHash, row.Revision + 1);
        return Answer.Done(draft.Id, $"Bản đang soạn nay nối tiếp bản {draft.CurrentRound}; nội dung đồng chí soạn giữ nguyên.");
    }
}

using MediatR;
using Workflow.Activities.Pipeline;
using Workflow.Documents.Redline;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Drafting;

/// <summary>
/// The writer has compared what they wrote with a newer version and goes on from both: what only one of them changed is taken from it, and where both
/// changed what the writer chose.
/// </summary>
/// <param name="Revision">The saving that the sender had before them.</param>
/// <param name="SeenHash">The newer version that was compared: one that nobody has seen is not passed over.</param>
/// <param name="Mine">Places that both changed, where the writer's words stay.</param>
/// <param name="Theirs">Places that both changed, where those of the newer version come in.</param>
[Allow(Office.Drafter, Office.OfficeStaff, Office.ChiefOfOffice, StandsIn = true)]
public sealed record RebaseTextDraft(Guid CommandId, Guid DraftId, int Revision, string SeenHash, IReadOnlyList<string> Mine, IReadOnlyList<string> Theirs) : ICommand, IOfDraft;

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

        var (merge, problem) = await TextDrafts.Merge(db, draft, row, cancellationToken);
        if (merge is null)
        {
            return Answer.No(problem!);
        }

        var asked = merge.Places.Where(place => place.Kind == ThreeWayKind.Conflict).Select(place => place.Key).ToList();
        var theirs = command.Theirs.ToHashSet(StringComparer.Ordinal);
        if (asked.Exists(key => theirs.Contains(key) == command.Mine.Contains(key, StringComparer.Ordinal)))
        {
            return Answer.No("text.choose", "Còn chỗ hai bên sửa khác nhau mà đồng chí chưa chọn. Ở mỗi chỗ như vậy, đồng chí chọn giữ chữ của mình hoặc lấy chữ của bản mới; chưa có gì được gộp.");
        }

        var taken = merge.Places.Count(place => place.Kind == ThreeWayKind.First);
        (row.Content, row.BaseHash, row.Revision, row.SavedAt) = (EditedText.Of(merge.Text(theirs)).Write(), draft.CurrentHash, row.Revision + 1, actor.Now);
        return Answer.Done(draft.Id, $"Bản đang soạn nay nối tiếp bản {draft.CurrentRound}: {taken} chỗ chỉ bản mới sửa đã được đưa vào, {asked.Count} chỗ hai bên cùng sửa theo lựa chọn của đồng chí.");
    }
}

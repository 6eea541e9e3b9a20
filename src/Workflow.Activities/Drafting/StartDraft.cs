using MediatR;
using Workflow.Activities.Authority;
using Workflow.Activities.Pipeline;
using Workflow.Documents.Import;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Drafting;

/// <summary>A specialised body submits a first draft: the file that its sender has looked through, and the submission (tờ trình) that goes with it.</summary>
/// <param name="FileHash">Hash of the file that was shown.</param>
/// <param name="TrackedChanges">What becomes of tracked changes in a Word file.</param>
[Allow(Office.Drafter, Office.OfficeStaff, Office.ChiefOfOffice)]
public sealed record StartDraft(Guid CommandId, Guid UploadId, string FileHash, TrackedChanges TrackedChanges = TrackedChanges.Accept) : ICommand;

internal sealed class StartDraftHandler(WorkflowDbContext db, DraftBeginning beginning, Actor actor) : IRequestHandler<StartDraft, Answer>
{
    public async Task<Answer> Handle(StartDraft command, CancellationToken cancellationToken)
    {
        var upload = await StagedUploads.Mine(db, actor, command.UploadId, cancellationToken);
        if (upload is null || upload.DraftId is not null)
        {
            return Answer.No("upload.gone", "Tệp xem trước này không còn. Đồng chí chọn lại tệp; chưa có gì được lưu.");
        }

        if (upload.MayStore(actor.PersonId, command.FileHash, actor.Now) is { } refusal)
        {
            return Answer.No(refusal);
        }

        var import = DraftImporter.Read(upload.FileName, upload.Readable, command.TrackedChanges, cancellationToken);
        if (import.Draft is not { } imported)
        {
            return Answer.No("import." + import.Problem!.Code, import.Problem.Text);
        }

        if (imported.Text.Subject.Length is 0 or > 1_500)
        {
            return Answer.No("import.NO_SUBJECT", "Không thấy trích yếu dưới tên loại văn bản (hoặc trích yếu quá dài). Đồng chí bổ sung dòng trích yếu rồi tải lại.");
        }

        if ((await AuthorityOn.Day(db, actor.Today, cancellationToken)).MayIssue(imported.Text.IssuingBody, imported.Text.TypeKey) is { } unauthorized)
        {
            return Answer.No(unauthorized);
        }

        var (draft, version) = await beginning.Begin(
            imported.Text, upload.DraftingBody, upload.Note, VersionCause.Upload, "Dự thảo lần đầu", NewVersion.Facts(imported), upload.FileName, upload.Content, cancellationToken);
        var comments = ImportedComments.Add(db, draft, version, imported.Text, imported.Comments, null, actor);
        db.Remove(upload);
        return Answer.Done(draft.Id, $"Đã ghi nhận dự thảo “{draft.Title()}”, bản 1{ImportedComments.Said(comments)}.");
    }
}

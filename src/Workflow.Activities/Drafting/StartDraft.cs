using MediatR;
using Workflow.Activities.Pipeline;
using Workflow.Documents.Import;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Drafting;

/// <summary>A specialised body submits a first draft: the file, and the submission (tờ trình) that goes with it.</summary>
/// <param name="TrackedChanges">What becomes of tracked changes in a Word file.</param>
[Allow(Office.Drafter, Office.OfficeStaff, Office.ChiefOfOffice)]
public sealed record StartDraft(
    Guid CommandId, string DraftingBody, string SubmissionNote, string FileName, byte[] File, TrackedChanges TrackedChanges = TrackedChanges.Accept) : ICommand;

internal sealed class StartDraftHandler(WorkflowDbContext db, ProcessRunner runner, Actor actor) : IRequestHandler<StartDraft, Answer>
{
    public async Task<Answer> Handle(StartDraft command, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(command.DraftingBody) || command.DraftingBody.Length > 200)
        {
            return Answer.No("draft.no-body", "Đồng chí ghi tên cơ quan chủ trì soạn thảo (tối đa 200 chữ), ví dụ “Ủy ban nhân dân xã”.");
        }

        var import = DraftImporter.Read(command.FileName, command.File, command.TrackedChanges, cancellationToken);
        if (import.Draft is not { } imported)
        {
            return Answer.No("import." + import.Problem!.Code, import.Problem.Text);
        }

        if (imported.Text.Subject.Length is 0 or > 1_500)
        {
            return Answer.No("import.NO_SUBJECT", "Không thấy trích yếu dưới tên loại văn bản (hoặc trích yếu quá dài). Đồng chí bổ sung dòng trích yếu rồi tải lại.");
        }

        var now = actor.Now;
        var draft = new Draft
        {
            Id = Guid.CreateVersion7(now),
            OrganizationId = actor.OrganizationId,
            TypeKey = imported.Text.TypeKey,
            IssuingBody = imported.Text.IssuingBody,
            Subject = imported.Text.Subject,
            DraftingBody = command.DraftingBody.Trim(),
            DrafterId = actor.PersonId,
            SubmissionNote = command.SubmissionNote.Trim(),
            CreatedAt = now,
        };
        db.Add(draft);
        NewVersion.Add(db, draft, imported.Text, VersionCause.Upload, actor, "Dự thảo lần đầu", NewVersion.Facts(imported), command.FileName, command.File);
        var process = draft.IssuingBody == BodyKind.ExecutiveCommittee ? "executive-committee-resolution" : "standing-committee-document";
        draft.ProcessInstanceId = (await runner.Start(process, actor.OrganizationId, draft.Id, actor.PersonId, now, cancellationToken)).Id;
        return Answer.Done(draft.Id, $"Đã ghi nhận dự thảo “{draft.Title()}”, bản 1.");
    }
}

using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Review;
using Workflow.Activities.Tasks;
using Workflow.Documents.Anchoring;
using Workflow.Documents.Import;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
using Workflow.Domain.Reviews;
using Workflow.Domain.Texts;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Drafting;

/// <summary>Stores the file that its sender has looked through as the next version; clauses that go on keep their ids, and so the comments keep their places.</summary>
/// <param name="FileHash">Hash of the file that was shown.</param>
/// <param name="TrackedChanges">What becomes of tracked changes in a Word file.</param>
[Allow(Office.Drafter, Office.OfficeStaff, Office.ChiefOfOffice, StandsIn = true)]
public sealed record AddVersion(Guid CommandId, Guid UploadId, string FileHash, TrackedChanges TrackedChanges = TrackedChanges.Accept) : ICommand;

/// <summary>Changes one clause on the page: an empty text removes it.</summary>
[Allow(Office.Drafter, Office.OfficeStaff, Office.ChiefOfOffice, StandsIn = true)]
public sealed record EditClause(Guid CommandId, Guid DraftId, string BaseHash, string ClauseId, string Text, string Note) : ICommand, IOfDraft;

internal sealed class AddVersionHandler(WorkflowDbContext db, ReviewSight sight, Actor actor) : IRequestHandler<AddVersion, Answer>, IRequestHandler<EditClause, Answer>
{
    public async Task<Answer> Handle(AddVersion command, CancellationToken cancellationToken)
    {
        var upload = await StagedUploads.Mine(db, actor, command.UploadId, cancellationToken);
        if (upload?.DraftId is not { } draftId)
        {
            return Answer.No("upload.gone", "Tệp xem trước này không còn. Đồng chí chọn lại tệp; chưa có gì được lưu.");
        }

        var (draft, refusal) = await DraftToChange.Find(db, actor, draftId, upload.BaseHash, cancellationToken);
        refusal ??= upload.MayStore(actor.PersonId, command.FileHash, actor.Now);
        if (refusal is not null)
        {
            return Answer.No(refusal);
        }

        var import = DraftImporter.Read(upload.FileName, upload.Readable, command.TrackedChanges, cancellationToken);
        if (import.Draft is not { } imported)
        {
            return Answer.No("import." + import.Problem!.Code, import.Problem.Text);
        }

        if (imported.Text.TypeKey != draft!.TypeKey || imported.Text.IssuingBody != draft.IssuingBody)
        {
            return Answer.No("draft.other-kind", $"Tệp này là {imported.Text.Type.Name}, không cùng loại hoặc không cùng cơ quan ban hành với dự thảo. Đồng chí chọn đúng tệp.");
        }

        var before = await DraftToChange.CurrentText(db, draft, cancellationToken);
        var text = ClauseIds.Inherit(before, imported.Text, imported.CarriedIds, await TextDrafts.UsedIds(db, draft.Id, cancellationToken));

        // A clause that goes on takes its old id; what was written beside it in the file goes with it.
        var idOf = imported.Text.Clauses.Zip(text.Clauses).ToDictionary(pair => pair.First.Id, pair => pair.Second.Id, StringComparer.Ordinal);
        var comments = (await ImportedComments.NotKept(db, await sight.Of(draft, cancellationToken), imported.Comments, cancellationToken)).Select(comment => comment.ClauseId is { } id ? comment with { ClauseId = idOf[id] } : comment).ToList();
        var version = NewVersion.Add(db, draft, text, VersionCause.Upload, actor, upload.Note, NewVersion.Facts(imported), upload.FileName, upload.Content);
        var round = await db.Set<ReviewRound>().Where(one => one.DraftId == draft.Id).OrderByDescending(one => one.Number).Select(one => (Guid?)one.Id).FirstOrDefaultAsync(cancellationToken);
        var count = ImportedComments.Add(db, draft, version, text, comments, round, actor);
        db.Remove(upload);
        return Answer.Done(draft.Id, $"Đã ghi nhận bản {version.Round} của dự thảo{ImportedComments.Said(count)}.");
    }

    public async Task<Answer> Handle(EditClause command, CancellationToken cancellationToken)
    {
        var (draft, refusal) = await DraftToChange.Find(db, actor, command.DraftId, command.BaseHash, cancellationToken);
        if (refusal is not null)
        {
            return Answer.No(refusal);
        }

        var before = await DraftToChange.CurrentText(db, draft!, cancellationToken);
        var clause = before.Clauses.FirstOrDefault(one => one.Id == command.ClauseId);
        if (clause is null || clause.Kind == ClauseKind.Table)
        {
            return Answer.No("draft.no-clause", "Không thấy đoạn cần sửa (hoặc đoạn là bảng, cần sửa trong Word). Đồng chí tải lại trang.");
        }

        var words = string.Join(' ', command.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Normalize();
        if (words.Length > 20_000)
        {
            return Answer.No("draft.clause-too-long", "Đoạn quá dài (trên 20.000 chữ). Đồng chí tách thành nhiều đoạn.");
        }

        var style = clause.Runs.Count > 0 ? clause.Runs[0] : new TextRun("");
        var changed = clause with { Runs = [style with { Text = words, Superscript = false }], RunInHeading = clause.RunInHeading is null ? null : words };
        var clauses = words.Length == 0 ? before.Clauses.Where(one => one.Id != clause.Id) : before.Clauses.Select(one => one.Id == clause.Id ? changed : one);
        var version = NewVersion.Add(db, draft!, before with { Clauses = [.. clauses] }, VersionCause.Edit, actor, command.Note.Trim());
        return Answer.Done(draft!.Id, $"Đã sửa đoạn “{(clause.FullText.Length > 40 ? clause.FullText[..40] + "…" : clause.FullText)}”, thành bản {version.Round}.");
    }
}

/// <summary>The rules that every change of a text passes.</summary>
internal static class DraftToChange
{
    private static readonly Domain.Refusal NotNow = new("draft.not-now", "Ở bước này không sửa được dự thảo. Dự thảo chỉ sửa được khi đang soạn thảo (người soạn), đang góp ý hoặc đang tiếp thu (Văn phòng).");

    public static async Task<(Draft? Draft, Domain.Refusal? Refusal)> Find(WorkflowDbContext db, Actor actor, Guid draftId, string baseHash, CancellationToken ct)
    {
        var (draft, refusal) = await MayNow(db, actor, draftId, ct);
        return (draft, refusal ?? (draft!.CurrentHash != baseHash ? new("draft.stale", "Dự thảo vừa có bản mới hơn bản đồng chí đang mở. Đồng chí tải lại trang để sửa trên bản mới; nội dung đã gõ vẫn còn.") : null));
    }

    /// <summary>The same without asking from which version the change began.</summary>
    public static async Task<(Draft? Draft, Domain.Refusal? Refusal)> MayNow(WorkflowDbContext db, Actor actor, Guid draftId, CancellationToken ct)
    {
        var draft = await db.Set<Draft>().SingleOrDefaultAsync(row => row.Id == draftId, ct);
        if (draft is null)
        {
            return (null, new("draft.not-found", "Không thấy dự thảo này."));
        }

        var open = await db.Set<OpenTask>().Where(task => task.SubjectId == draftId && task.ClosedAt == null).Select(task => task.TaskKey).ToListAsync(ct);
        var stage = open.Find(key => key is TaskKeys.Drafting or TaskKeys.Revision);
        if (stage is null)
        {
            // While opinions are asked the office may put a better version in place of the one that is asked about; who is asked is told.
            return (draft, open.Contains(TaskKeys.Review) && Offices.OfDesk.Any((await actor.OfficesHeld(ct)).Contains) ? null : NotNow);
        }

        return await StageWork.Refused(db, actor, draftId, stage, completes: false, ct) is { } refusal ? (draft, refusal.Code == "task.not-yours" ? NotNow : refusal) : (draft, null);
    }

    public static ValueTask<DraftText> CurrentText(WorkflowDbContext db, Draft draft, CancellationToken ct) =>
        VersionTexts.Of(db, draft.CurrentVersionId, draft.CurrentHash, ct);
}

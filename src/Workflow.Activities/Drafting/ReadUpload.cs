using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Administration;
using Workflow.Activities.Authority;
using Workflow.Activities.Layouts;
using Workflow.Activities.Lists;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Review;
using Workflow.Documents.Checks;
using Workflow.Documents.Import;
using Workflow.Domain.Drafts;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Drafting;

/// <summary>A remark of the reader of a file.</summary>
/// <param name="IsDropped">Whether it names something that is left out of the draft.</param>
public sealed record UploadNote(bool IsDropped, string Place, string Text, string? Quote, int? Line);

/// <summary>A comment, or a tracked change kept as a proposal, as the file holds it.</summary>
public sealed record UploadComment(string Author, DateTimeOffset? At, string Words, string? Quote, bool IsResolved);

/// <summary>What was understood of a file.</summary>
/// <param name="Issuer">Body that adopts it, with the names of the header.</param>
/// <param name="Tracked">What is said of tracked changes; null when there are none.</param>
public sealed record UploadReading(
    DraftText Text, string Issuer, string? Number, string? Place, DateOnly? Date, string? Tracked, IReadOnlyList<UploadNote> Notes, IReadOnlyList<UploadComment> Comments, IReadOnlyList<FindingRow> Findings)
{
    /// <summary>The layout of today, and where the file is set otherwise.</summary>
    public string LayoutName { get; init; } = "";

    public IReadOnlyList<LayoutRemark> Layout { get; init; } = [];
}

/// <summary>A file that waits for its sender, as understood.</summary>
/// <param name="DraftTitle">The draft that is to get a new version; null for a new draft.</param>
/// <param name="Reading">What was understood; null once the file is forgotten.</param>
/// <param name="Problem">Why it cannot be stored as it is, or null.</param>
public sealed record UploadView(
    Guid Id, Guid? DraftId, string? DraftTitle, string DraftingBody, string Note, string FileName, string FileHash, int Size, bool IsConverted, UploadReading? Reading, string? Problem);

/// <summary>One's own file, looked through with a choice for its tracked changes.</summary>
[Allow(Office.Drafter, Office.OfficeStaff, Office.ChiefOfOffice, StandsIn = true)]
public sealed record ReadUpload(Guid Id, TrackedChanges Tracked) : IQuery<UploadView?>;

internal sealed class ReadUploadHandler(WorkflowDbContext db, ReviewSight sight, Actor actor) : IRequestHandler<ReadUpload, UploadView?>
{
    public async Task<UploadView?> Handle(ReadUpload request, CancellationToken cancellationToken)
    {
        var upload = await db.Set<StagedUpload>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.Id && row.PersonId == actor.PersonId, cancellationToken);
        if (upload is null || actor.Now > upload.At + StagedUpload.Kept)
        {
            return null;
        }

        var target = upload.DraftId is { } id ? await db.Set<Draft>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken) : null;
        var import = upload.Content.Length == 0 ? null : DraftImporter.Read(upload.FileName, upload.Readable, request.Tracked, cancellationToken);
        var reading = import?.Draft is { } draft ? Reading(target is null ? draft : draft with { Comments = await ImportedComments.NotKept(db, await sight.Of(target, cancellationToken), draft.Comments, cancellationToken) }, await ChecksInForce.Off(db, actor.Now, cancellationToken), await OrganizationContext.Read(db, actor, target?.Id, cancellationToken)) : null;
        if (reading is not null)
        {
            var layout = await LayoutOn.Day(db, actor.Today, cancellationToken);
            reading = reading with { LayoutName = layout.Name, Layout = UploadLayout.Of(upload.Readable, layout, cancellationToken) };
        }

        return new(
            upload.Id, upload.DraftId, target?.Title(), upload.DraftingBody, upload.Note, upload.FileName, upload.FileHash, upload.Content.Length, upload.Converted is not null,
            reading, import?.Problem?.Text ?? Mismatch(target, import?.Draft, await AuthorityOn.Day(db, actor.Today, cancellationToken)));
    }

    private static UploadReading Reading(ImportedDraft draft, IReadOnlySet<string> off, CheckContext context)
    {
        var facts = draft.Facts;
        var names = string.Join(", trực thuộc ", new[] { facts.OrganizationName, facts.SuperiorName }.Where(name => name is not null));
        return new(
            draft.Text, facts.BodyName is null ? names : names.Length > 0 ? $"{facts.BodyName} ({names})" : facts.BodyName, facts.Number ?? facts.Symbol, facts.Place, facts.Date,
            draft.Notes.FirstOrDefault(note => note.Code == "TRACKED")?.Text,
            [.. draft.Notes.Where(note => note.Code != "TRACKED" && !IsFinding(note)).Select(note => new UploadNote(IsDropped(note), note.Place, note.Text, note.Quote, note.Line))],
            [.. draft.Comments.Select(comment => new UploadComment(comment.Author, comment.At, ImportedComments.Words(comment), comment.Kind == ImportedCommentKind.Comment && comment.Quote.Length > 0 ? comment.Quote : null, comment.IsResolved))],
            FindingRow.Of(DocumentChecks.Of(draft, off, context).Where(one => !Said.Contains(one.Code))));
    }

    // What the checks repeat from the reader of the file stands there with its own words, once.
    private static readonly HashSet<string> Said = new(StringComparer.Ordinal)
    {
        "TRACKED", "MACROS", "OBJECTS", "CONTROLS", "FONTS", "EXTERNAL", "IMAGE", "OBJECT", "CONTROL", "CHART", "SHAPE", "ALTCHUNK", "CONTENTS", "TEXT_BOX", "FORMULA", "SYMBOL", "MERGED_CELLS", "ENDNOTES", "OLD_FONT", "OLD_CODE",
        "COMMENTS_MANY", "ANNEX",
    };

    private static bool IsFinding(ImportNote note) => !Said.Contains(note.Code);

    private static bool IsDropped(ImportNote note) => note.Code is "MACROS" or "OBJECTS" or "CONTROLS" or "FONTS" or "EXTERNAL" or "IMAGE" or "OBJECT" or "CONTROL" or "CHART" or "SHAPE" or "ALTCHUNK" or "CONTENTS";

    // What the store would refuse is said before anyone presses the button.
    private static string? Mismatch(Draft? target, ImportedDraft? imported, AuthorityTable authority) => imported is null ? null
        : imported.Text.Subject.Length is 0 or > 1_500 ? "Không thấy trích yếu dưới tên loại văn bản (hoặc trích yếu quá dài) nên chưa lưu được. Đồng chí bổ sung dòng trích yếu trong tệp rồi chọn lại tệp."
        : target is not null && (imported.Text.TypeKey != target.TypeKey || imported.Text.IssuingBody != target.IssuingBody)
            ? $"Tệp này là {imported.Text.Type.Name}, không cùng loại hoặc không cùng cơ quan ban hành với dự thảo nên không lưu thành bản mới được. Đồng chí chọn đúng tệp."
        : target is null ? authority.MayIssue(imported.Text.IssuingBody, imported.Text.TypeKey)?.Text
        : null;
}

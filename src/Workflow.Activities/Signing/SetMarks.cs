using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Documents.Layout;
using Workflow.Domain.Drafts;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Signing;

/// <summary>The office says, before the paper is signed, how urgent it is and how it may go round. Both are printed under its number.</summary>
[Allow(Office.OfficeStaff, Office.ChiefOfOffice)]
public sealed record SetMarks(Guid CommandId, Guid DraftId, PaperUrgency Urgency, string Circulation) : ICommand, IOfDraft;

internal sealed class SetMarksHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<SetMarks, Answer>
{
    public async Task<Answer> Handle(SetMarks command, CancellationToken cancellationToken)
    {
        await CommitSave.LockRow(db, db.Set<Draft>().Where(row => row.Id == command.DraftId), row => row.AdoptedAt, cancellationToken);
        if (await db.Set<Draft>().SingleOrDefaultAsync(row => row.Id == command.DraftId, cancellationToken) is not { } draft)
        {
            return Answer.No("draft.not-found", "Không thấy dự thảo này.");
        }

        var circulation = command.Circulation.Normalize().Trim();
        if (PaperMarkWords.Refused(command.Urgency, circulation) is { } refusal)
        {
            return Answer.No(refusal);
        }

        if (await db.Set<IssuedDocument>().AnyAsync(one => one.DraftId == draft.Id, cancellationToken))
        {
            return Answer.No("marks.signed", "Văn bản đã ký nên mức độ khẩn và chỉ dẫn lưu hành không đổi được nữa. Nếu ghi sai, đồng chí thu hồi hoặc thay thế văn bản.");
        }

        // Bytes that are out to be signed no longer show what the paper says.
        var pinned = await PinnedFiles.Open(db, draft.Id, SignaturePurpose.Personal, cancellationToken) is not null && (draft.Urgency, draft.Circulation) != (command.Urgency, circulation);
        if (pinned)
        {
            await PinnedFiles.Withdraw(db, draft.Id, actor.Now, cancellationToken);
        }

        (draft.Urgency, draft.Circulation) = (command.Urgency, circulation);
        return Answer.Done(draft.Id, $"Mức độ khẩn: {PaperMarkWords.Of(draft.Urgency) ?? "thường"}; chỉ dẫn lưu hành: {(circulation.Length > 0 ? circulation : "không")}.{(pinned ? " Tệp đã chốt để ký được bỏ; người ký chốt lại tệp mới." : "")}");
    }
}

/// <summary>Marks as the layout prints them.</summary>
internal static class Marks
{
    public static PaperMarks Of(PaperUrgency urgency, string circulation) => new(null, PaperMarkWords.Of(urgency), circulation.Length > 0 ? circulation : null);
}

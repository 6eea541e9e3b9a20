using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Tasks;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Appraisals;

/// <summary>Saves what was chosen and typed of an appraisal, complete or not. It counts for nothing until it is recorded.</summary>
[Allow(Office.ChiefOfOffice, Office.OfficeStaff, StandsIn = true)]
public sealed record KeepAppraisal(Guid CommandId, Guid DraftId, IReadOnlyList<JudgedPoint> Points, string Note, string Reason) : IQuietCommand, IOfDraft;

internal sealed class KeepAppraisalHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<KeepAppraisal, Answer>
{
    // Thirty points with a note of full length each.
    private const int Longest = 150_000;

    public async Task<Answer> Handle(KeepAppraisal command, CancellationToken cancellationToken)
    {
        // Saved late, after it was recorded, it would be offered again for the next appraisal.
        if (!await db.Set<OpenTask>().AnyAsync(task => task.SubjectId == command.DraftId && task.TaskKey == TaskKeys.Appraisal && task.ClosedAt == null, cancellationToken))
        {
            return Answer.No("appraisal.not-now", "Dự thảo không ở bước thẩm định nên không lưu thêm.");
        }

        if (await StageWork.Refused(db, actor, command.DraftId, TaskKeys.Appraisal, completes: false, cancellationToken) is { } no)
        {
            return Answer.No(no);
        }

        var content = new AppraisalEntry(command.Points, command.Note, command.Reason).ToJson();
        if (content.Length > Longest)
        {
            return Answer.No("form.too-long", "Bản thẩm định dài quá nên chưa lưu được. Đồng chí viết gọn lại.");
        }

        var row = await db.Set<AppraisalSheet>().SingleOrDefaultAsync(one => one.DraftId == command.DraftId && one.PersonId == actor.PersonId, cancellationToken);
        if (row is null)
        {
            db.Add(new AppraisalSheet { Id = Guid.CreateVersion7(actor.Now), OrganizationId = actor.OrganizationId, DraftId = command.DraftId, PersonId = actor.PersonId, Content = content, SavedAt = actor.Now });
        }
        else
        {
            (row.Content, row.SavedAt) = (content, actor.Now);
        }

        return Answer.Done(command.DraftId, "Đã lưu bản thẩm định đang làm.");
    }
}

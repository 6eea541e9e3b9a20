using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
using Workflow.Domain.Reviews;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Conclusions;

/// <summary>The office records what a meeting concluded on a draft: one point a line.</summary>
[Allow(Office.ChiefOfOffice, Office.OfficeStaff)]
public sealed record RecordConclusion(Guid CommandId, Guid DraftId, string VersionHash, ConclusionSource Source, DateOnly Day, string Reference, string Points) : ICommand;

internal sealed class RecordConclusionHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<RecordConclusion, Answer>
{
    public async Task<Answer> Handle(RecordConclusion command, CancellationToken cancellationToken)
    {
        var draft = await db.Set<Draft>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == command.DraftId, cancellationToken);
        if (draft is null)
        {
            return Answer.No("draft.not-found", "Không thấy dự thảo này.");
        }

        if (draft.AdoptedHash.Length > 0)
        {
            return Answer.No("conclusion.adopted", "Dự thảo đã được thông qua, không ghi thêm kết luận phải tiếp thu. Sửa kỹ thuật được ghi ở mục Văn bản.");
        }

        if (!await db.Set<DraftVersion>().AnyAsync(version => version.DraftId == draft.Id && version.Hash == command.VersionHash, cancellationToken))
        {
            return Answer.No("conclusion.version", "Không thấy bản mà cuộc họp đã xem xét. Đồng chí chọn lại bản; nội dung đã gõ vẫn còn.");
        }

        if (!Enum.IsDefined(command.Source))
        {
            return Answer.No("conclusion.source", "Đồng chí chọn kết luận của cơ quan nào.");
        }

        var (points, refusal) = ConclusionRecord.Read(actor, command.Day, command.Reference, command.Points);
        if (refusal is not null)
        {
            return Answer.No(refusal);
        }

        var conclusion = ConclusionRecord.Add(db, actor, draft.Id, command.VersionHash, command.Source, command.Day, command.Reference, points);
        return Answer.Done(draft.Id, $"Đã ghi {ConclusionWords.Name(conclusion)}: {points.Count} nội dung phải tiếp thu.");
    }
}

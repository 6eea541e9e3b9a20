using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Drafting;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Review;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
using Workflow.Domain.Reviews;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Conclusions;

/// <summary>The office finds a point again in the draft, or does not: Đạt or Chưa đạt.</summary>
/// <param name="ClauseId">Where; empty when it concerns the whole text.</param>
/// <param name="VersionHash">The version that was looked at, which must be the current one.</param>
[Allow(Office.ChiefOfOffice, Office.OfficeStaff)]
public sealed record CheckPoint(Guid CommandId, Guid PointId, string VersionHash, string ClauseId, bool IsMet, string Result) : ICommand;

internal sealed class CheckPointHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<CheckPoint, Answer>
{
    public async Task<Answer> Handle(CheckPoint command, CancellationToken cancellationToken)
    {
        var point = await db.Set<ConclusionPoint>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == command.PointId, cancellationToken);
        var conclusion = point is null ? null : await db.Set<Conclusion>().AsNoTracking().SingleAsync(row => row.Id == point.ConclusionId, cancellationToken);
        if (point is null || conclusion?.WithdrawnAt is not null)
        {
            return Answer.No("conclusion.not-found", "Không thấy nội dung kết luận này, hoặc kết luận đã được rút.");
        }

        var draft = await db.Set<Draft>().AsNoTracking().SingleAsync(row => row.Id == point.DraftId, cancellationToken);
        if (draft.CurrentHash != command.VersionHash)
        {
            return Answer.No("draft.stale", "Dự thảo vừa có bản mới. Đồng chí tải lại trang và đối soát trên bản mới; nội dung đã gõ vẫn còn.");
        }

        var result = command.Result.Trim().Normalize();
        if (result.Length is 0 or > 4_000)
        {
            return Answer.No("conclusion.result", command.IsMet ? "Đồng chí ghi rõ đã tiếp thu thế nào, ở điều, mục nào (không quá 4.000 ký tự)." : "Đồng chí ghi rõ vì sao chưa đạt để cơ quan soạn thảo sửa (không quá 4.000 ký tự).");
        }

        var text = await VersionTexts.Of(db, draft.CurrentVersionId, draft.CurrentHash, cancellationToken);
        var clause = text.Clauses.FirstOrDefault(one => one.Id == command.ClauseId);
        if (command.ClauseId.Length > 0 && clause is null)
        {
            return Answer.No("conclusion.clause", "Không thấy đoạn đã chọn trong bản này. Đồng chí chọn lại.");
        }

        db.Add(new PointCheck
        {
            Id = Guid.CreateVersion7(actor.Now),
            OrganizationId = actor.OrganizationId,
            PointId = point.Id,
            VersionId = draft.CurrentVersionId,
            VersionHash = draft.CurrentHash,
            ClauseId = clause?.Id ?? "",
            ClauseTitle = clause is null ? "" : ClauseTitles.Of(text, clause),
            IsMet = command.IsMet,
            Result = result,
            ById = actor.PersonId,
            At = actor.Now,
        });
        return Answer.Done(draft.Id, $"Đã đối soát nội dung {point.Ordinal} của {ConclusionWords.Name(conclusion!)}: {(command.IsMet ? "Đạt" : "Chưa đạt")}.");
    }
}

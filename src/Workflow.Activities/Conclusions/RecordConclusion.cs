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

        if (!Enum.IsDefined(command.Source) || command.Day > actor.Today || command.Day < actor.Today.AddYears(-1))
        {
            return Answer.No("conclusion.day", "Ngày kết luận không được sau hôm nay và không quá một năm trước.");
        }

        var points = Conclusion.PointsOf(command.Points);
        if (points.Count is 0 or > Conclusion.MostPoints)
        {
            return Answer.No("conclusion.points", points.Count == 0 ? "Đồng chí ghi từng nội dung kết luận, mỗi nội dung một dòng." : $"Một kết luận có nhiều nhất {Conclusion.MostPoints} nội dung; ở đây có {points.Count}. Đồng chí tách thành hai lần ghi.");
        }

        if (points.Select((words, index) => (words, index)).FirstOrDefault(point => point.words.Length > Conclusion.LongestPoint) is { words: not null } tooLong)
        {
            return Answer.No("conclusion.long-point", $"Nội dung thứ {tooLong.index + 1} dài {tooLong.words.Length} ký tự, quá {Conclusion.LongestPoint}. Đồng chí tách thành từng nội dung đơn.");
        }

        var reference = command.Reference.Trim().Normalize();
        if (reference.Length > 300)
        {
            return Answer.No("conclusion.reference", "Số, ký hiệu thông báo kết luận dài quá 300 ký tự.");
        }

        var conclusion = new Conclusion
        {
            Id = Guid.CreateVersion7(actor.Now),
            OrganizationId = actor.OrganizationId,
            DraftId = draft.Id,
            VersionHash = command.VersionHash,
            Source = command.Source,
            Day = command.Day,
            Reference = reference,
            ById = actor.PersonId,
            At = actor.Now,
        };
        db.Add(conclusion);
        foreach (var (index, words) in points.Index())
        {
            db.Add(new ConclusionPoint { Id = Guid.CreateVersion7(actor.Now), OrganizationId = actor.OrganizationId, ConclusionId = conclusion.Id, DraftId = draft.Id, Ordinal = index + 1, Words = words });
        }

        return Answer.Done(draft.Id, $"Đã ghi {ConclusionWords.Name(conclusion)}: {points.Count} nội dung phải tiếp thu.");
    }
}

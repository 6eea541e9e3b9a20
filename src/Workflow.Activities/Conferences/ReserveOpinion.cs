using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Conferences;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Conferences;

/// <summary>A member who was outvoted reserves the opinion (Charter art. 9(5)); it is kept with its author and stands in the minutes.</summary>
[Allow(Bodies = [BodyKind.ExecutiveCommittee, BodyKind.StandingCommittee])]
public sealed record ReserveOpinion(Guid CommandId, Guid ItemId, string Text) : ICommand;

internal sealed class ReserveOpinionHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<ReserveOpinion, Answer>
{
    public async Task<Answer> Handle(ReserveOpinion command, CancellationToken cancellationToken)
    {
        var (conference, item) = await Sessions.HoldItem(db, command.ItemId, cancellationToken);
        if (conference is null || item is null || !await db.Set<Attendance>().AnyAsync(row => row.ConferenceId == conference.Id && row.PersonId == actor.PersonId && !row.IsGuest, cancellationToken))
        {
            return Answer.No(Sessions.NoItem);
        }

        if (await db.Set<MinutesSignature>().AnyAsync(one => one.ConferenceId == conference.Id, cancellationToken))
        {
            return Answer.No("minutes.signed", "Biên bản đã có chữ ký nên không ghi thêm ý kiến bảo lưu vào biên bản được. Đồng chí báo cáo ý kiến bảo lưu bằng văn bản.");
        }

        if (!await db.Set<Vote>().AnyAsync(vote => vote.AgendaItemId == item.Id && vote.ClosedAt != null && vote.VoidedAt == null, cancellationToken))
        {
            return Answer.No("reserved.no-vote", "Ý kiến bảo lưu được ghi sau khi biểu quyết; nội dung này chưa có kết quả biểu quyết.");
        }

        var text = command.Text.Trim();
        if (text.Length is 0 or > Speech.LongestRemark)
        {
            return Answer.No("reserved.text", $"Đồng chí ghi ý kiến bảo lưu (tối đa {Speech.LongestRemark} ký tự).");
        }

        if (await db.Set<ReservedOpinion>().AnyAsync(one => one.ItemId == item.Id && one.PersonId == actor.PersonId, cancellationToken))
        {
            return Answer.No("reserved.already", "Đồng chí đã ghi ý kiến bảo lưu cho nội dung này.");
        }

        db.Add(new ReservedOpinion { Id = Guid.CreateVersion7(actor.Now), OrganizationId = actor.OrganizationId, ItemId = item.Id, PersonId = actor.PersonId, Text = text, At = actor.Now });
        return Answer.Done(conference.Id, "Đã ghi ý kiến bảo lưu của đồng chí.");
    }
}

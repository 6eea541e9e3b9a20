using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Conferences;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Conferences;

/// <summary>A member supports an amendment.</summary>
/// <param name="PersonId">Who supports it; null: the sender.</param>
[Allow(Office.ChiefOfOffice, Office.OfficeStaff, Bodies = [BodyKind.ExecutiveCommittee, BodyKind.StandingCommittee])]
public sealed record SecondAmendment(Guid CommandId, Guid AmendmentId, Guid? PersonId = null) : ICommand;

internal sealed class SecondAmendmentHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<SecondAmendment, Answer>
{
    public async Task<Answer> Handle(SecondAmendment command, CancellationToken cancellationToken)
    {
        var found = await db.Set<Amendment>().SingleOrDefaultAsync(one => one.Id == command.AmendmentId, cancellationToken);
        var (conference, item) = found is null ? (null, null) : await Sessions.HoldItem(db, found.ItemId, cancellationToken);
        if (found is null || conference is null || item is null)
        {
            return Answer.No("amendment.not-found", "Không thấy đề nghị sửa đổi này.");
        }

        var person = command.PersonId ?? actor.PersonId;
        if (person != actor.PersonId && await Sessions.MayLead(actor, conference, cancellationToken) is { } notYours)
        {
            return Answer.No(notYours);
        }

        if (Sessions.MustRun(conference) is { } notNow)
        {
            return Answer.No(notNow);
        }

        if (found.State != AmendmentState.Moved || person == found.MoverId || await Sessions.PresentMember(db, conference.Id, person, cancellationToken) is null)
        {
            return Answer.No("amendment.cannot-second", "Chỉ ủy viên có mặt, không phải người đề nghị, mới tán thành đưa ra xem xét được, khi đề nghị chưa được xử lý.");
        }

        if (!await db.Set<Seconder>().AnyAsync(one => one.AmendmentId == found.Id && one.PersonId == person, cancellationToken))
        {
            db.Add(new Seconder { Id = Guid.CreateVersion7(actor.Now), OrganizationId = actor.OrganizationId, AmendmentId = found.Id, PersonId = person, At = actor.Now });
        }

        return Answer.Done(conference.Id, $"Đã ghi đồng chí cùng đề nghị sửa đổi số {found.Number}.");
    }
}

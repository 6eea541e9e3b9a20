using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Conferences;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Trips;

/// <summary>Somebody enters on the laptop with the code of their own; handled where identities live. Answers the session, or null: the code is not good (any more).</summary>
public sealed record EnterByCode(string Code) : IRequest<Guid?>;

/// <summary>On the laptop: somebody gets a new code, because the old one was used on another device or got lost. The old one is good no more.</summary>
/// <param name="Code">Made with the form, so that a double click gives one code; stored by its hash alone, and never in the log.</param>
[Allow(Office.ChiefOfOffice, Office.OfficeStaff)]
public sealed record RenewEntryCode(Guid CommandId, Guid PersonId, string Code) : ITripCommand;

internal sealed class RenewEntryCodeHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<RenewEntryCode, Answer>
{
    public async Task<Answer> Handle(RenewEntryCode command, CancellationToken cancellationToken)
    {
        if (actor.Trip != TripSide.Away)
        {
            return Answer.No("trip.not-here", "Mã vào hội nghị chỉ dùng trên máy mang đi. Ở đây các đồng chí đăng nhập bằng tài khoản của mình.");
        }

        var person = await db.Set<Person>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == command.PersonId && db.Set<EntryCode>().Any(row => row.PersonId == one.Id), cancellationToken);
        if (person is null || !EntryDuties.IsCode(command.Code))
        {
            return Answer.No("trip.no-person", "Đồng chí này không có trong danh sách vào hội nghị. Đồng chí tải lại trang rồi chọn lại.");
        }

        foreach (var old in await db.Set<EntryCode>().Where(row => row.PersonId == person.Id && row.SpentAt == null).ToListAsync(cancellationToken))
        {
            old.SpentAt = actor.Now;
        }

        db.Add(new EntryCode { Id = Guid.CreateVersion7(actor.Now), OrganizationId = actor.OrganizationId, PersonId = person.Id, Hash = EntryDuties.HashOf(command.Code), MadeAt = actor.Now });
        return Answer.Done(person.Id, $"Đã cấp mã vào hội nghị mới cho đồng chí {person.FullName}; mã cũ không dùng được nữa.");
    }
}

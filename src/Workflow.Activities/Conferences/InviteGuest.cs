using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Conferences;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Conferences;

/// <summary>Somebody is invited without a vote.</summary>
[Allow(Office.ChiefOfOffice, Office.OfficeStaff)]
public sealed record InviteGuest(Guid CommandId, Guid ConferenceId, string Name) : ICommand;

internal sealed class InviteGuestHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<InviteGuest, Answer>
{
    private const int Most = 200;

    public async Task<Answer> Handle(InviteGuest command, CancellationToken cancellationToken)
    {
        var conference = await Sessions.Hold(db, command.ConferenceId, cancellationToken);
        if (conference is null || Sessions.MustNotBeOver(conference) is not null)
        {
            return Answer.No(conference is null ? Sessions.NotFound : Sessions.MustNotBeOver(conference)!);
        }

        var name = command.Name.Trim().Normalize();
        if (name.Length is 0 or > Attendance.LongestName)
        {
            return Answer.No("guest.name", "Đồng chí ghi họ tên, chức vụ của khách mời (tối đa 100 chữ).");
        }

        if (await db.Set<Attendance>().CountAsync(row => row.ConferenceId == conference.Id && row.IsGuest, cancellationToken) >= Most)
        {
            return Answer.No("guest.most", $"Mỗi hội nghị mời nhiều nhất {Most} khách.");
        }

        // A person of the organization is tied to their account: then they see the items that are open to guests.
        var known = await db.Set<Person>().Where(person => person.FullName == name).Select(person => (Guid?)person.Id).Take(2).ToListAsync(cancellationToken);
        var personId = known.Count == 1 ? known[0] : null;
        if (await db.Set<Attendance>().AnyAsync(row => row.ConferenceId == conference.Id && ((personId != null && row.PersonId == personId) || (row.IsGuest && row.GuestName == name)), cancellationToken))
        {
            return Answer.No("guest.twice", $"{name} đã có trong danh sách triệu tập hoặc khách mời.");
        }

        db.Add(new Attendance { Id = Guid.CreateVersion7(actor.Now), OrganizationId = actor.OrganizationId, ConferenceId = conference.Id, PersonId = personId, IsGuest = true, GuestName = name });
        return Answer.Done(conference.Id, $"Đã mời {name} dự hội nghị, không biểu quyết.");
    }
}

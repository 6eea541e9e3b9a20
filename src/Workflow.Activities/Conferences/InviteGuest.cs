using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Conferences;
using Workflow.Domain.Messages;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Conferences;

/// <summary>Somebody is invited without a vote, and gets a link of their own. When the invitations are out already, theirs goes at once.</summary>
/// <param name="Address">Where to send it; empty: the office hands it over on paper.</param>
[Allow(Office.ChiefOfOffice, Office.OfficeStaff)]
public sealed record InviteGuest(Guid CommandId, Guid ConferenceId, string Name, string Address = "") : ICommand;

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

        var address = command.Address.Trim();
        if (address.Length > 0 && MessagePreference.Refused(MessageMode.AtOnce, address) is { } wrong)
        {
            return Answer.No(wrong);
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

        var row = new Attendance { Id = Guid.CreateVersion7(actor.Now), OrganizationId = actor.OrganizationId, ConferenceId = conference.Id, PersonId = personId, IsGuest = true, GuestName = name, Address = address };
        db.Add(row);
        db.Add(GuestPasses.New(row, actor));
        if (conference.InvitedAt is null || conference.OpenedAt is not null)
        {
            return Answer.Done(conference.Id, $"Đã mời {name} dự hội nghị, không biểu quyết.");
        }

        var record = (await SessionRecord.Of(db, conference.Id, cancellationToken))!;
        var last = await db.Set<SessionLetter>().Where(one => one.ConferenceId == conference.Id).OrderByDescending(one => one.Number).Select(one => one.ToldHash).FirstOrDefaultAsync(cancellationToken);

        // What the others were told last stays what they were told last.
        var (sent, refusal) = await new Letters(db, actor).Send(conference, LetterKind.Invitation, last ?? SessionPaperModels.ToldHash(record), "", [(row, LetterKind.Invitation)], cancellationToken);
        return refusal is not null ? Answer.No(refusal) : Answer.Done(conference.Id, $"Đã mời {name} dự hội nghị, không biểu quyết. Giấy mời: {sent!.Sentence}");
    }
}

using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Conferences;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Conferences;

/// <summary>A member asks to speak; the office may put down who raised a hand, a guest too where guests stay.</summary>
/// <param name="PersonId">Who speaks; null: the sender.</param>
[Allow(Office.OfficeStaff, Office.ChiefOfOffice, Office.RegistryClerk, Bodies = [BodyKind.ExecutiveCommittee, BodyKind.StandingCommittee])]
public sealed record AskToSpeak(Guid CommandId, Guid ItemId, Guid? PersonId = null) : ICommand;

internal sealed class AskToSpeakHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<AskToSpeak, Answer>
{
    public async Task<Answer> Handle(AskToSpeak command, CancellationToken cancellationToken)
    {
        var (conference, item) = await Sessions.HoldItem(db, command.ItemId, cancellationToken);
        var speaker = command.PersonId ?? actor.PersonId;
        var row = conference is null ? null : await db.Set<Attendance>().SingleOrDefaultAsync(one => one.ConferenceId == conference.Id && one.PersonId == speaker, cancellationToken);
        if (conference is null || item is null || row is null)
        {
            return Answer.No(Sessions.NoItem);
        }

        if (speaker != actor.PersonId && await Sessions.MayLead(actor, conference, cancellationToken) is { } notYours)
        {
            return Answer.No(notYours);
        }

        if ((Sessions.MustRun(conference) ?? Sessions.MustBeUndecided(item)) is { } notNow)
        {
            return Answer.No(notNow);
        }

        if (!row.IsPresent || (row.IsGuest && !item.GuestsStay))
        {
            return Answer.No("speech.not-present", "Chỉ đồng chí đã được điểm danh có mặt (và khách được dự nội dung này) mới đăng ký phát biểu được.");
        }

        var asked = await db.Set<Speech>().Where(one => one.ItemId == item.Id).ToListAsync(cancellationToken);
        if (asked.Exists(one => one.PersonId == speaker && one.EndedAt is null && one.WithdrawnAt is null))
        {
            return Answer.No("speech.already", "Đồng chí đã đăng ký phát biểu nội dung này.");
        }

        db.Add(new Speech { Id = Guid.CreateVersion7(actor.Now), OrganizationId = actor.OrganizationId, ItemId = item.Id, Number = asked.Count + 1, PersonId = speaker, RequestedAt = actor.Now });
        return Answer.Done(conference.Id, $"Đã đăng ký phát biểu, thứ tự {asked.Count(one => one.IsWaiting) + 1}.");
    }
}

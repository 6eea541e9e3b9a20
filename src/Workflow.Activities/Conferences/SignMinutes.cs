using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Documents.Papers;
using Workflow.Domain.Conferences;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Conferences;

/// <summary>The note-taker, then the chair, signs the minutes of a session that is closed.</summary>
/// <param name="Hash">SHA-256 of the minutes that the signer had before them.</param>
[Allow(Office.ChiefOfOffice, Office.OfficeStaff, Bodies = [BodyKind.ExecutiveCommittee, BodyKind.StandingCommittee])]
public sealed record SignMinutes(Guid CommandId, Guid ConferenceId, string Hash) : ICommand;

internal sealed class SignMinutesHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<SignMinutes, Answer>
{
    public async Task<Answer> Handle(SignMinutes command, CancellationToken cancellationToken)
    {
        var conference = await Sessions.Hold(db, command.ConferenceId, cancellationToken);
        if (conference is null)
        {
            return Answer.No(Sessions.NotFound);
        }

        var asChair = conference.ChairId == actor.PersonId;
        if (!asChair && conference.NoteTakerId != actor.PersonId)
        {
            return Answer.No("minutes.not-yours", "Chỉ người ghi biên bản và đồng chí chủ trì ký biên bản.");
        }

        if (conference.ClosedAt is null)
        {
            return Answer.No("minutes.not-closed", "Hội nghị chưa bế mạc nên chưa ký biên bản được.");
        }

        var signed = await db.Set<MinutesSignature>().Where(one => one.ConferenceId == conference.Id).ToListAsync(cancellationToken);
        if (signed.Exists(one => one.AsChair == asChair))
        {
            return Answer.No("minutes.signed-already", "Đồng chí đã ký biên bản này.");
        }

        if (asChair && signed.Count == 0)
        {
            return Answer.No("minutes.note-taker-first", "Người ghi biên bản ký trước, rồi đồng chí chủ trì ký.");
        }

        // The record as it is now, not as the page showed it.
        var record = await SessionRecord.Of(db, conference.Id, cancellationToken);
        var hash = MinutesPaper.Hash(await Minutes.Of(db, record!, cancellationToken));
        if (hash != command.Hash || signed.Exists(one => one.Hash != hash))
        {
            return Answer.No("minutes.changed", "Biên bản đã thay đổi sau khi đồng chí mở trang. Đồng chí xem lại biên bản rồi ký.");
        }

        db.Add(new MinutesSignature { Id = Guid.CreateVersion7(actor.Now), OrganizationId = actor.OrganizationId, ConferenceId = conference.Id, PersonId = actor.PersonId, AsChair = asChair, Hash = hash, At = actor.Now });
        return Answer.Done(conference.Id, asChair ? "Chủ trì đã ký biên bản." : "Người ghi biên bản đã ký.");
    }
}

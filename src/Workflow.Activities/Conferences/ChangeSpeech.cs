using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Conferences;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Conferences;

/// <summary>What happens to a place on the list of speakers.</summary>
public enum SpeechStep
{
    Start, End, Withdraw,
}

/// <summary>The floor is given or taken, or a speaker withdraws.</summary>
[Allow(Office.OfficeStaff, Office.ChiefOfOffice, Office.RegistryClerk, Bodies = [BodyKind.ExecutiveCommittee, BodyKind.StandingCommittee])]
public sealed record ChangeSpeech(Guid CommandId, Guid SpeechId, SpeechStep Step) : ICommand;

internal sealed class ChangeSpeechHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<ChangeSpeech, Answer>
{
    public async Task<Answer> Handle(ChangeSpeech command, CancellationToken cancellationToken)
    {
        var found = await db.Set<Speech>().Where(one => one.Id == command.SpeechId).Select(one => (Guid?)one.ItemId).SingleOrDefaultAsync(cancellationToken);
        var (conference, item) = found is { } itemId ? await Sessions.HoldItem(db, itemId, cancellationToken) : (null, null);
        if (conference is null || item is null)
        {
            return Answer.No("speech.not-found", "Không thấy đăng ký phát biểu này.");
        }

        var speech = await db.Set<Speech>().SingleAsync(one => one.Id == command.SpeechId, cancellationToken);
        if (!(command.Step == SpeechStep.Withdraw && speech.PersonId == actor.PersonId) && await Sessions.MayLead(actor, conference, cancellationToken) is { } notYours)
        {
            return Answer.No(notYours);
        }

        if (Sessions.MustRun(conference) is { } notNow)
        {
            return Answer.No(notNow);
        }

        if (command.Step == SpeechStep.Start)
        {
            // One speaks at a time.
            foreach (var other in await db.Set<Speech>().Where(one => one.ItemId == item.Id && one.StartedAt != null && one.EndedAt == null && one.Id != speech.Id).ToListAsync(cancellationToken))
            {
                _ = other.End(actor.Now);
            }
        }

        var refusal = command.Step switch
        {
            SpeechStep.Start => speech.Start(actor.Now),
            SpeechStep.End => speech.End(actor.Now),
            _ => speech.Withdraw(actor.Now),
        };
        return refusal is not null ? Answer.No(refusal) : Answer.Done(conference.Id, command.Step switch
        {
            SpeechStep.Start => "Đã mời đồng chí phát biểu.",
            SpeechStep.End => "Đã ghi kết thúc phát biểu.",
            _ => "Đã rút đăng ký phát biểu.",
        });
    }
}

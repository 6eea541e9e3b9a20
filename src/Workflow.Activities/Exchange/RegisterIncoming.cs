using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Exchange;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Exchange;

/// <summary>The registry clerk takes a document that came into the book of arrivals: it gets its number, and its sender is told (03).</summary>
/// <param name="Note">Why it is believed, where its signatures say little.</param>
[Allow(Office.RegistryClerk, Office.ChiefOfOffice)]
public sealed record RegisterIncoming(Guid CommandId, Guid PaperId, string Note) : ICommand;

internal sealed class RegisterIncomingHandler(WorkflowDbContext db, ExchangeDesk desk, ArrivalNumbers numbers, Actor actor) : IRequestHandler<RegisterIncoming, Answer>
{
    public async Task<Answer> Handle(RegisterIncoming command, CancellationToken cancellationToken)
    {
        var book = await numbers.Hold(cancellationToken);
        var note = PartnerWords.Plain(command.Note);
        if (await db.Set<IncomingPaper>().SingleOrDefaultAsync(row => row.Id == command.PaperId, cancellationToken) is not { } paper)
        {
            return Answer.No(ArrivalNumbers.NotFound);
        }

        if ((note.Length > IncomingPaper.LongestWords ? PartnerWords.TooLong : paper.MayRegister(note)) is { } refusal)
        {
            return Answer.No(refusal);
        }

        var step = paper.Register(book.Take(actor.Now), actor.Today, note, actor.PersonId, actor.Name, actor.Now);
        db.Add(step);
        await desk.Tell(paper, step, cancellationToken);
        return Answer.Done(paper.Id, $"Đã vào sổ văn bản đến số {paper.ArrivalName}: {paper.NumberAndSymbol} của {paper.SenderName}{(note.Length > 0 ? $" ({note})" : "")}.");
    }
}

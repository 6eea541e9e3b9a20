using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Exchange;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Exchange;

/// <summary>The office writes down who works on a registered document (04), that it is being worked on (05), that it is done (06); its sender is told.</summary>
[Allow(Office.RegistryClerk, Office.ChiefOfOffice, Office.OfficeStaff)]
public sealed record AdvanceIncoming(Guid CommandId, Guid PaperId, IncomingState To, string Note) : ICommand;

internal sealed class AdvanceIncomingHandler(WorkflowDbContext db, ExchangeDesk desk, Actor actor) : IRequestHandler<AdvanceIncoming, Answer>
{
    public async Task<Answer> Handle(AdvanceIncoming command, CancellationToken cancellationToken)
    {
        if (await db.Set<IncomingPaper>().SingleOrDefaultAsync(row => row.Id == command.PaperId, cancellationToken) is not { } paper)
        {
            return Answer.No(ArrivalNumbers.NotFound);
        }

        var (refusal, step) = paper.Advance(command.To, PartnerWords.Plain(command.Note), actor.PersonId, actor.Name, actor.Now);
        if (step is null)
        {
            return Answer.No(refusal!);
        }

        db.Add(step);
        await desk.Tell(paper, step, cancellationToken);
        return Answer.Done(paper.Id, $"Văn bản đến số {paper.ArrivalName}: {Documents.Exchange.EdocStatus.Codes[step.Code]}{(step.Note.Length > 0 ? $" ({step.Note})" : "")}.");
    }
}

using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Exchange;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Exchange;

/// <summary>The registry clerk does not take a document that came; its sender is told why (02).</summary>
[Allow(Office.RegistryClerk, Office.ChiefOfOffice)]
public sealed record RefuseIncoming(Guid CommandId, Guid PaperId, string Reason) : ICommand;

internal sealed class RefuseIncomingHandler(WorkflowDbContext db, ExchangeDesk desk, Actor actor) : IRequestHandler<RefuseIncoming, Answer>
{
    public async Task<Answer> Handle(RefuseIncoming command, CancellationToken cancellationToken)
    {
        if (await db.Set<IncomingPaper>().SingleOrDefaultAsync(row => row.Id == command.PaperId, cancellationToken) is not { } paper)
        {
            return Answer.No(ArrivalNumbers.NotFound);
        }

        var (refusal, step) = paper.Refuse(PartnerWords.Plain(command.Reason), actor.PersonId, actor.Name, actor.Now);
        if (step is null)
        {
            return Answer.No(refusal!);
        }

        db.Add(step);
        await desk.Tell(paper, step, cancellationToken);
        return Answer.Done(paper.Id, $"Đã từ chối văn bản {paper.NumberAndSymbol} của {paper.SenderName}: {step.Note}");
    }
}

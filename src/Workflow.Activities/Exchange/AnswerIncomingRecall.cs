using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Exchange;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Exchange;

/// <summary>The office gives a document back that its sender recalls (15), or says why not (16).</summary>
[Allow(Office.RegistryClerk, Office.ChiefOfOffice)]
public sealed record AnswerIncomingRecall(Guid CommandId, Guid PaperId, bool Agree, string Note) : ICommand;

internal sealed class AnswerIncomingRecallHandler(WorkflowDbContext db, ExchangeDesk desk, Actor actor) : IRequestHandler<AnswerIncomingRecall, Answer>
{
    public async Task<Answer> Handle(AnswerIncomingRecall command, CancellationToken cancellationToken)
    {
        if (await db.Set<IncomingPaper>().SingleOrDefaultAsync(row => row.Id == command.PaperId, cancellationToken) is not { } paper)
        {
            return Answer.No(ArrivalNumbers.NotFound);
        }

        var (refusal, step) = paper.AnswerRecall(command.Agree, PartnerWords.Plain(command.Note), actor.PersonId, actor.Name, actor.Now);
        if (step is null)
        {
            return Answer.No(refusal!);
        }

        db.Add(step);
        await desk.Tell(paper, step, cancellationToken);
        return Answer.Done(paper.Id, command.Agree ? $"Đã đồng ý để {paper.SenderName} lấy lại văn bản {paper.NumberAndSymbol}." : $"Không đồng ý để {paper.SenderName} lấy lại văn bản {paper.NumberAndSymbol}: {step.Note}");
    }
}

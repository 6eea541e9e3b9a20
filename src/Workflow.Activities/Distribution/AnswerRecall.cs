using MediatR;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Distribution;
using Workflow.Domain.Organizations;

namespace Workflow.Activities.Distribution;

/// <summary>A unit answers that its copy is asked back; that it does not give it back needs a reason.</summary>
[Allow(Office.UnitReader)]
public sealed record AnswerRecall(Guid CommandId, Guid DispatchId, bool Agree, string Reason) : ICommand;

internal sealed class AnswerRecallHandler(UnitDesk desk) : IRequestHandler<AnswerRecall, Answer>
{
    public Task<Answer> Handle(AnswerRecall command, CancellationToken cancellationToken) =>
        desk.Tell(command.DispatchId, command.Agree ? DispatchEventKind.RecallAgreed : DispatchEventKind.RecallRefused, cancellationToken, news => news with { Note = UnitDesk.Plain(command.Reason) });
}

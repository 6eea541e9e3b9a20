using MediatR;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Distribution;
using Workflow.Domain.Organizations;

namespace Workflow.Activities.Distribution;

/// <summary>A unit confirms that it has its copy, without a number of its own.</summary>
[Allow(Office.UnitReader)]
public sealed record AcknowledgeDispatch(Guid CommandId, Guid DispatchId) : ICommand;

internal sealed class AcknowledgeDispatchHandler(UnitDesk desk) : IRequestHandler<AcknowledgeDispatch, Answer>
{
    public Task<Answer> Handle(AcknowledgeDispatch command, CancellationToken cancellationToken) => desk.Tell(command.DispatchId, DispatchEventKind.Arrived, cancellationToken);
}

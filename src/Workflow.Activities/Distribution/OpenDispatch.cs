using MediatR;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Distribution;
using Workflow.Domain.Organizations;

namespace Workflow.Activities.Distribution;

/// <summary>A unit opens its copy.</summary>
[Allow(Office.UnitReader)]
public sealed record OpenDispatch(Guid CommandId, Guid DispatchId) : ICommand;

internal sealed class OpenDispatchHandler(UnitDesk desk) : IRequestHandler<OpenDispatch, Answer>
{
    public Task<Answer> Handle(OpenDispatch command, CancellationToken cancellationToken) => desk.Tell(command.DispatchId, DispatchEventKind.Opened, cancellationToken);
}

using MediatR;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Distribution;
using Workflow.Domain.Organizations;

namespace Workflow.Activities.Distribution;

/// <summary>A unit does not take its copy, with a reason.</summary>
[Allow(Office.UnitReader)]
public sealed record RefuseDispatch(Guid CommandId, Guid DispatchId, string Reason) : ICommand;

internal sealed class RefuseDispatchHandler(UnitDesk desk) : IRequestHandler<RefuseDispatch, Answer>
{
    public Task<Answer> Handle(RefuseDispatch command, CancellationToken cancellationToken) =>
        desk.Tell(command.DispatchId, DispatchEventKind.Refused, cancellationToken, news => news with { Note = UnitDesk.Plain(command.Reason) });
}

using MediatR;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Organizations;

namespace Workflow.Activities.Distribution;

/// <summary>What a unit told of its copy was a mistake: a row that says so and why. The mistaken row stays.</summary>
[Allow(Office.UnitReader)]
public sealed record TakeBackDispatch(Guid CommandId, Guid DispatchId, int Number, string Reason) : ICommand;

internal sealed class TakeBackDispatchHandler(UnitDesk desk) : IRequestHandler<TakeBackDispatch, Answer>
{
    public Task<Answer> Handle(TakeBackDispatch command, CancellationToken cancellationToken) => desk.TakeBack(command.DispatchId, command.Number, command.Reason, cancellationToken);
}

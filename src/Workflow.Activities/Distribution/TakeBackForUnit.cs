using MediatR;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Organizations;

namespace Workflow.Activities.Distribution;

/// <summary>What the office wrote down for a unit, or what came by a printed code, was a mistake: a row that says so and why.</summary>
[Allow(Office.RegistryClerk, Office.OfficeStaff, Office.ChiefOfOffice)]
public sealed record TakeBackForUnit(Guid CommandId, Guid DispatchId, int Number, string Reason) : ICommand;

internal sealed class TakeBackForUnitHandler(UnitDesk desk) : IRequestHandler<TakeBackForUnit, Answer>
{
    public Task<Answer> Handle(TakeBackForUnit command, CancellationToken cancellationToken) => desk.TakeBackFor(command.DispatchId, command.Number, command.Reason, cancellationToken);
}

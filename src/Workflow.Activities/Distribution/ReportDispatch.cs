using MediatR;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Distribution;
using Workflow.Domain.Organizations;

namespace Workflow.Activities.Distribution;

/// <summary>A unit reports that it made a document known and carries it out: the day of the session, who was there.</summary>
[Allow(Office.UnitReader)]
public sealed record ReportDispatch(Guid CommandId, Guid DispatchId, DateOnly? Day, int? Present, int? OfHowMany, string Note) : ICommand;

internal sealed class ReportDispatchHandler(UnitDesk desk) : IRequestHandler<ReportDispatch, Answer>
{
    public async Task<Answer> Handle(ReportDispatch command, CancellationToken cancellationToken) => command.Day is not { } day ? Answer.No("dispatch.day", "Đồng chí ghi ngày tổ chức quán triệt, triển khai.")
        : await desk.Tell(command.DispatchId, DispatchEventKind.CarriedOut, cancellationToken, news => news with { Id = command.CommandId, Day = day, Present = command.Present, OfHowMany = command.OfHowMany, Note = UnitDesk.Plain(command.Note) });
}

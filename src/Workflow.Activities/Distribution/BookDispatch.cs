using MediatR;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Distribution;
using Workflow.Domain.Organizations;

namespace Workflow.Activities.Distribution;

/// <summary>A unit books its copy under a number of its own book of arrivals.</summary>
[Allow(Office.UnitReader)]
public sealed record BookDispatch(Guid CommandId, Guid DispatchId, string Number, DateOnly? Day) : ICommand;

internal sealed class BookDispatchHandler(UnitDesk desk) : IRequestHandler<BookDispatch, Answer>
{
    public async Task<Answer> Handle(BookDispatch command, CancellationToken cancellationToken) => UnitDesk.Plain(command.Number) is not { Length: > 0 } number
        ? Answer.No("dispatch.number", "Đồng chí ghi số đến theo sổ của đơn vị. Đơn vị không có sổ văn bản đến thì bấm “Xác nhận đã nhận văn bản”.")
        : await desk.Tell(command.DispatchId, DispatchEventKind.Booked, cancellationToken, news => news with { ArrivalNumber = number, Day = command.Day ?? Domain.VietnamTime.DayOf(news.At) });
}

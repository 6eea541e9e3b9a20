using MediatR;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;

namespace Workflow.Activities.InForce;

/// <summary>Notes the day from which a document no longer applies by itself: its time is over, or what it ordered is done.</summary>
[Allow(Office.ChiefOfOffice, Office.RegistryClerk)]
public sealed record RecordExpiry(Guid CommandId, Guid IssuedDocumentId, DateOnly? From, string Reason) : ICommand;

internal sealed class RecordExpiryHandler(StandingDesk desk, Actor actor) : IRequestHandler<RecordExpiry, Answer>
{
    private const int MostYears = 10;

    public async Task<Answer> Handle(RecordExpiry command, CancellationToken cancellationToken)
    {
        var (issued, notes) = await desk.Take(command.IssuedDocumentId, cancellationToken);
        if (issued is null)
        {
            return Answer.No(StandingDesk.NotFound);
        }

        if (StandingDesk.HasEnded(notes) is { } over)
        {
            return Answer.No(over);
        }

        if (command.From is not { } from || from <= issued.Date || from > actor.Today.AddYears(MostYears))
        {
            return Answer.No("standing.from", $"Đồng chí ghi ngày đầu tiên không còn hiệu lực: sau ngày của văn bản ({StandingWords.Day(issued.Date)}), không quá {MostYears} năm nữa.");
        }

        var reason = StandingDesk.Plain(command.Reason);
        if (StandingDesk.WrongReason(reason) is { } wrong)
        {
            return Answer.No(wrong);
        }

        desk.Write(issued, StandingKind.Expired, from, null, reason: reason);
        return StandingDesk.Done(issued, null, $"Đã ghi văn bản số {issued.NumberAndSymbol} {(from > actor.Today ? "còn hiệu lực đến trước" : "hết hiệu lực từ")} ngày {StandingWords.Day(from)}; căn cứ: {reason}.");
    }
}

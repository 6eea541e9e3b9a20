using MediatR;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.InForce;

/// <summary>Notes that another document amends, replaces or repeals this one, from a day on. Only the issuer's or a superior body's document does.</summary>
/// <param name="Kind">Amended, Replaced or Repealed.</param>
/// <param name="From">First day on which it holds.</param>
/// <param name="Part">Which part is amended; empty for all of it.</param>
[Allow(Office.ChiefOfOffice, Office.RegistryClerk)]
public sealed record RecordChange(Guid CommandId, Guid IssuedDocumentId, StandingKind Kind, AmendingForm By, DateOnly? From, string Part) : ICommand;

internal sealed class RecordChangeHandler(WorkflowDbContext db, StandingDesk desk, Actor actor) : IRequestHandler<RecordChange, Answer>
{
    // Nobody knows today what ends in a generation.
    private const int MostYears = 10;

    public async Task<Answer> Handle(RecordChange command, CancellationToken cancellationToken)
    {
        if (command.Kind is not (StandingKind.Amended or StandingKind.Replaced or StandingKind.Repealed))
        {
            return Answer.No("standing.kind", "Đồng chí chọn một trong ba việc: sửa đổi, thay thế, bãi bỏ.");
        }

        var (issued, notes) = await desk.Take(command.IssuedDocumentId, cancellationToken);
        if (issued is null)
        {
            return Answer.No(StandingDesk.NotFound);
        }

        if (StandingDesk.HasEnded(notes) is { } over)
        {
            return Answer.No(over);
        }

        var (by, refusal) = await AmendingPaper.Find(db, issued, command.By, actor.Today, cancellationToken);
        if (by is null)
        {
            return Answer.No(refusal!);
        }

        var part = StandingDesk.Plain(command.Part);
        if (part.Length > StandingNote.LongestWords || (command.Kind == StandingKind.Amended && part.Length == 0))
        {
            return Answer.No("standing.part", $"Đồng chí ghi phần được sửa đổi, bổ sung (đến {StandingNote.LongestWords} chữ), ví dụ: mục II.2, đoạn 3.");
        }

        if (command.From is not { } from || from < by.Date || from > actor.Today.AddYears(MostYears))
        {
            return Answer.No("standing.from", $"Đồng chí ghi ngày bắt đầu: không trước ngày của {by.Name}, không quá {MostYears} năm nữa.");
        }

        if (command.Kind == StandingKind.Amended && notes.Any(note => note.Kind == StandingKind.Amended && note.BySymbol == by.Symbol && note.ByDate == by.Date && note.Part == part && !notes.Any(other => other.UndoesId == note.Id)))
        {
            return Answer.No("standing.twice", $"Việc sửa đổi theo {by.Name} đã được ghi cho phần này.");
        }

        var note = desk.Write(issued, command.Kind, from, by, command.Kind == StandingKind.Amended ? part : "");
        var fact = StandingFact.Of(note);
        return StandingDesk.Done(issued, by, $"Đã ghi văn bản số {issued.NumberAndSymbol}: {(from > actor.Today ? StandingWords.Coming(fact) : StandingWords.Of(fact))}. Văn bản giữ nguyên; nơi nào mở cũng thấy dòng này.");
    }
}

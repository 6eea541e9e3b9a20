using MediatR;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;

namespace Workflow.Activities.InForce;

/// <summary>A note was a mistake: another line says so, with its reason; the mistaken one stays readable and counts no longer.</summary>
[Allow(Office.ChiefOfOffice, Office.RegistryClerk)]
public sealed record TakeBackStanding(Guid CommandId, Guid IssuedDocumentId, Guid NoteId, string Reason) : ICommand;

internal sealed class TakeBackStandingHandler(StandingDesk desk, Actor actor) : IRequestHandler<TakeBackStanding, Answer>
{
    public async Task<Answer> Handle(TakeBackStanding command, CancellationToken cancellationToken)
    {
        var (issued, notes) = await desk.Take(command.IssuedDocumentId, cancellationToken);
        if (issued is null || notes.FirstOrDefault(note => note.Id == command.NoteId && note.Kind != StandingKind.TakenBack) is not { } mistaken || notes.Any(note => note.UndoesId == command.NoteId))
        {
            return Answer.No("standing.no-note", "Dòng này không còn hoặc đã được bỏ. Đồng chí tải lại trang.");
        }

        var reason = StandingDesk.Plain(command.Reason);
        if (StandingDesk.WrongReason(reason) is { } wrong)
        {
            return Answer.No(wrong);
        }

        desk.Write(issued, StandingKind.TakenBack, actor.Today, null, reason: reason, undoes: mistaken.Id);
        return StandingDesk.Done(issued, null, $"Đã bỏ dòng ghi nhầm của văn bản số {issued.NumberAndSymbol} ({StandingWords.Of(StandingFact.Of(mistaken))}); lý do: {reason}.");
    }
}

using MediatR;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Register;

/// <summary>Holds the next number for a document that is signed on paper.</summary>
/// <param name="Purpose">For which document.</param>
[Allow(Office.RegistryClerk, Office.ChiefOfOffice)]
public sealed record ReserveNumber(Guid CommandId, string TypeKey, string Purpose) : ICommand;

internal sealed class ReserveNumberHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<ReserveNumber, Answer>
{
    public async Task<Answer> Handle(ReserveNumber command, CancellationToken cancellationToken)
    {
        var purpose = command.Purpose.Trim().Normalize();
        if (RegisterWords.TypeOf(command.TypeKey) is not { } type)
        {
            return Answer.No(RegisterWords.NoType);
        }

        if (purpose.Length is 0 or > RegisterEntry.LongestWords)
        {
            return Answer.No("register.purpose", "Đồng chí ghi số này giữ cho văn bản nào (tối đa 300 chữ).");
        }

        var numbering = new Numbering(db, actor);
        var (book, refusal) = await numbering.Hold(type, actor.Today, cancellationToken);
        if (book is null)
        {
            return Answer.No(refusal!);
        }

        var entry = numbering.Take(book, type, EntryKind.Reserved, actor.Today);
        entry.Note = purpose;
        return Answer.Done(entry.Id, $"Đã giữ số {entry.NumberAndSymbol} cho: {purpose.TrimEnd('.')}.");
    }
}

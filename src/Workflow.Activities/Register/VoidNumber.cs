using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Register;

/// <summary>A number that was held or given to a paper is not used: it stays in the book with its reason and is never given again.</summary>
[Allow(Office.RegistryClerk, Office.ChiefOfOffice)]
public sealed record VoidNumber(Guid CommandId, Guid EntryId, string Reason) : ICommand;

internal sealed class VoidNumberHandler(WorkflowDbContext db) : IRequestHandler<VoidNumber, Answer>
{
    public async Task<Answer> Handle(VoidNumber command, CancellationToken cancellationToken)
    {
        if (await db.Set<RegisterEntry>().SingleOrDefaultAsync(row => row.Id == command.EntryId, cancellationToken) is not { } entry)
        {
            return Answer.No(RegisterWords.NotFound);
        }

        return entry.Cancel(command.Reason.Trim().Normalize()) is { } refusal ? Answer.No(refusal) : Answer.Done(entry.Id, $"Đã hủy số {entry.NumberAndSymbol}: {entry.Note.TrimEnd('.')}.");
    }
}

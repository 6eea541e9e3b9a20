using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Register;

/// <summary>Writes the document that was signed on paper at the number that was held for it.</summary>
[Allow(Office.RegistryClerk, Office.ChiefOfOffice)]
public sealed record RegisterPaper(Guid CommandId, Guid EntryId, DateOnly? Day, string Subject, string Signer, string Recipients) : ICommand;

internal sealed class RegisterPaperHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<RegisterPaper, Answer>
{
    public async Task<Answer> Handle(RegisterPaper command, CancellationToken cancellationToken)
    {
        if (await db.Set<RegisterEntry>().SingleOrDefaultAsync(row => row.Id == command.EntryId, cancellationToken) is not { } entry)
        {
            return Answer.No(RegisterWords.NotFound);
        }

        if (command.Day is not { } day)
        {
            return Answer.No("register.day", "Đồng chí ghi ngày của văn bản, ví dụ 26/05/2026.");
        }

        return entry.Fill(day, Plain(command.Subject), Plain(command.Signer), Plain(command.Recipients), actor.Today) is { } refusal
            ? Answer.No(refusal)
            : Answer.Done(entry.Id, $"Đã ghi vào sổ văn bản giấy số {entry.NumberAndSymbol}: {DocumentType.Of(entry.TypeKey).Titled(entry.Subject)}.");
    }

    private static string Plain(string words) => string.Join(' ', words.Normalize().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

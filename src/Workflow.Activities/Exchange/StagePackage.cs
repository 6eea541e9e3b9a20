using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Exchange;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Exchange;

/// <summary>The office brings a package as a file, to be looked through; nothing of it is taken until its sender says so.</summary>
[Allow(Office.RegistryClerk, Office.ChiefOfOffice)]
public sealed record StagePackage(Guid CommandId, string FileName, byte[] File) : ICommand;

internal sealed class StagePackageHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<StagePackage, Answer>
{
    public async Task<Answer> Handle(StagePackage command, CancellationToken cancellationToken)
    {
        if (command.File.Length == 0)
        {
            return Answer.No("exchange.no-file", "Đồng chí chọn tệp gói văn bản (.edxml hoặc .xml).");
        }

        if (Documents.Exchange.EdXmlReader.Read(command.File, cancellationToken).Problem is { } problem)
        {
            return Answer.No(problem.Code, problem.Sentence);
        }

        // One at a time: a newer file takes the place of the one before.
        db.RemoveRange(await db.Set<StagedPackage>().Where(row => row.PersonId == actor.PersonId).ToListAsync(cancellationToken));
        var staged = new StagedPackage
        {
            Id = Guid.CreateVersion7(actor.Now),
            OrganizationId = actor.OrganizationId,
            PersonId = actor.PersonId,
            FileName = Drafting.FileNames.Short(command.FileName),
            Content = command.File,
            FileHash = ExchangeDesk.Hash(command.File),
            At = actor.Now,
        };
        db.Add(staged);
        return Answer.Done(staged.Id, $"Đã đọc tệp “{staged.FileName}” để xem trước; chưa nhận gì.");
    }
}

using System.Security.Cryptography;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Drafting;
using Workflow.Activities.Pipeline;
using Workflow.Documents.Registers;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Register;

/// <summary>Sends an older register (.xlsx) to be looked through; no line of it is in the register until its sender says so.</summary>
[Allow(Office.RegistryClerk, Office.ChiefOfOffice)]
public sealed record StageRegister(Guid CommandId, string FileName, byte[] File) : ICommand;

internal sealed class StageRegisterHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<StageRegister, Answer>
{
    public async Task<Answer> Handle(StageRegister command, CancellationToken cancellationToken)
    {
        if (command.File.Length == 0)
        {
            return Answer.No("register.no-file", "Đồng chí chọn tệp Excel (.xlsx) của sổ văn bản đi.");
        }

        if (BookReader.Read(command.File, cancellationToken).Problem is { } problem)
        {
            return Answer.No("register.file", problem);
        }

        // One at a time: a newer file takes the place of the one before.
        db.RemoveRange(await db.Set<StagedRegister>().Where(row => row.PersonId == actor.PersonId).ToListAsync(cancellationToken));
        var staged = new StagedRegister
        {
            Id = Guid.CreateVersion7(actor.Now),
            OrganizationId = actor.OrganizationId,
            PersonId = actor.PersonId,
            FileName = FileNames.Short(command.FileName),
            Content = command.File,
            FileHash = Convert.ToHexStringLower(SHA256.HashData(command.File)),
            At = actor.Now,
        };
        db.Add(staged);
        return Answer.Done(staged.Id, $"Đã đọc tệp “{staged.FileName}” để xem trước; chưa nhập vào sổ.");
    }
}

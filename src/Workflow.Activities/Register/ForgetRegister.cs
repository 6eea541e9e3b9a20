using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Register;

/// <summary>Puts the file of an older register away; nothing of it was taken over.</summary>
[Allow(Office.RegistryClerk, Office.ChiefOfOffice)]
public sealed record ForgetRegister(Guid CommandId, Guid StagedId) : ICommand;

internal sealed class ForgetRegisterHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<ForgetRegister, Answer>
{
    public async Task<Answer> Handle(ForgetRegister command, CancellationToken cancellationToken)
    {
        if (await db.Set<StagedRegister>().SingleOrDefaultAsync(row => row.Id == command.StagedId && row.PersonId == actor.PersonId, cancellationToken) is not { } staged)
        {
            return Answer.No("upload.gone", "Tệp xem trước này không còn (quá 12 giờ, đã bỏ, hoặc đã thay bằng tệp khác). Chưa có gì được nhập vào sổ.");
        }

        db.Remove(staged);
        return Answer.Done(actor.OrganizationId, "Đã bỏ tệp xem trước; chưa có gì được nhập vào sổ.");
    }
}

using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Exchange;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Exchange;

/// <summary>Puts a package away; nothing of it was taken.</summary>
[Allow(Office.RegistryClerk, Office.ChiefOfOffice)]
public sealed record ForgetPackage(Guid CommandId, Guid StagedId) : ICommand;

internal sealed class ForgetPackageHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<ForgetPackage, Answer>
{
    public async Task<Answer> Handle(ForgetPackage command, CancellationToken cancellationToken)
    {
        if (await db.Set<StagedPackage>().SingleOrDefaultAsync(row => row.Id == command.StagedId && row.PersonId == actor.PersonId, cancellationToken) is not { } staged)
        {
            return Answer.No("upload.gone", "Tệp xem trước này không còn (quá 12 giờ, đã bỏ, hoặc đã thay bằng tệp khác). Chưa có gì được nhận.");
        }

        db.Remove(staged);
        return Answer.Done(actor.OrganizationId, "Đã bỏ gói xem trước; chưa nhận gì.");
    }
}

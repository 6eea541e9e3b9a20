using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Exchange;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Exchange;

/// <summary>Takes a package as it was shown.</summary>
[Allow(Office.RegistryClerk, Office.ChiefOfOffice)]
public sealed record TakePackage(Guid CommandId, Guid StagedId, string FileHash) : ICommand;

internal sealed class TakePackageHandler(WorkflowDbContext db, PackageIntake intake, Actor actor) : IRequestHandler<TakePackage, Answer>
{
    public async Task<Answer> Handle(TakePackage command, CancellationToken cancellationToken)
    {
        var staged = await db.Set<StagedPackage>().SingleOrDefaultAsync(row => row.Id == command.StagedId && row.PersonId == actor.PersonId, cancellationToken);
        if (staged is null || staged.FileHash != command.FileHash || actor.Now > staged.At + StagedPackage.Kept)
        {
            return Answer.No("upload.gone", "Tệp xem trước này không còn (quá 12 giờ, đã bỏ, hoặc đã thay bằng tệp khác). Đồng chí chọn lại tệp; chưa có gì được nhận.");
        }

        var answer = await intake.Take(staged.Content, null, $"Văn thư nhận bằng tệp “{staged.FileName}”", cancellationToken);
        if (answer.Refusal is null)
        {
            db.Remove(staged);
        }

        return answer;
    }
}

using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Drafting;

/// <summary>The sender chooses another file: the one looked through is forgotten, what was typed with it stays for the next.</summary>
[Allow(Office.Drafter, Office.OfficeStaff, Office.ChiefOfOffice, StandsIn = true)]
public sealed record ForgetUpload(Guid CommandId, Guid UploadId) : ICommand;

internal sealed class ForgetUploadHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<ForgetUpload, Answer>
{
    public async Task<Answer> Handle(ForgetUpload command, CancellationToken cancellationToken)
    {
        var upload = await StagedUploads.Mine(db, actor, command.UploadId, cancellationToken);
        if (upload is null)
        {
            return Answer.No("upload.gone", "Tệp xem trước này không còn. Đồng chí chọn lại tệp; chưa có gì được lưu.");
        }

        upload.Forget();
        return Answer.Done(upload.Id, $"Đã bỏ tệp “{upload.FileName}”; chưa có gì được lưu.");
    }
}

/// <summary>Finds what waits for the person who acts.</summary>
internal static class StagedUploads
{
    public static Task<StagedUpload?> Mine(WorkflowDbContext db, Actor actor, Guid id, CancellationToken ct) =>
        db.Set<StagedUpload>().SingleOrDefaultAsync(row => row.Id == id && row.PersonId == actor.PersonId, ct);
}

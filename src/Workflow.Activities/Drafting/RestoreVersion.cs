using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Drafting;

/// <summary>An old version becomes the newest once more, as a version of its own: nothing between them is lost.</summary>
/// <param name="BaseHash">The version the sender had before them.</param>
[Allow(Office.Drafter, Office.OfficeStaff, Office.ChiefOfOffice, StandsIn = true)]
public sealed record RestoreVersion(Guid CommandId, Guid DraftId, string BaseHash, int Round) : ICommand, IOfDraft;

internal sealed class RestoreVersionHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<RestoreVersion, Answer>
{
    public async Task<Answer> Handle(RestoreVersion command, CancellationToken cancellationToken)
    {
        var (draft, refusal) = await DraftToChange.Find(db, actor, command.DraftId, command.BaseHash, cancellationToken);
        if (refusal is not null)
        {
            return Answer.No(refusal);
        }

        var old = await db.Set<DraftVersion>().AsNoTracking().SingleOrDefaultAsync(version => version.DraftId == command.DraftId && version.Round == command.Round, cancellationToken);
        if (old is null)
        {
            return Answer.No("draft.no-version", "Không thấy bản này của dự thảo.");
        }

        if (old.Hash == draft!.CurrentHash)
        {
            return Answer.No("draft.same-text", $"Bản {old.Round} có cùng nội dung với bản hiện nay nên không cần lấy lại.");
        }

        var version = NewVersion.Add(db, draft, old.Text, VersionCause.Restore, actor, $"Lấy lại nội dung bản {old.Round}");
        return Answer.Done(draft.Id, $"Đã lấy lại nội dung bản {old.Round}, thành bản {version.Round}. Các bản ở giữa vẫn được giữ.");
    }
}

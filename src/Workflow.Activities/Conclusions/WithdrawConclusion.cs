using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
using Workflow.Domain.Reviews;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Conclusions;

/// <summary>The head of the office takes back a conclusion that was recorded wrongly; it stays on the page with the reason.</summary>
[Allow(Office.ChiefOfOffice)]
public sealed record WithdrawConclusion(Guid CommandId, Guid ConclusionId, string Reason) : ICommand;

internal sealed class WithdrawConclusionHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<WithdrawConclusion, Answer>
{
    public async Task<Answer> Handle(WithdrawConclusion command, CancellationToken cancellationToken)
    {
        var conclusion = await db.Set<Conclusion>().SingleOrDefaultAsync(row => row.Id == command.ConclusionId, cancellationToken);
        if (conclusion is null || conclusion.WithdrawnAt is not null)
        {
            return Answer.No("conclusion.not-found", "Không thấy kết luận này, hoặc kết luận đã được rút.");
        }

        if (await db.Set<Draft>().AnyAsync(draft => draft.Id == conclusion.DraftId && draft.AdoptedHash != "", cancellationToken))
        {
            return Answer.No("conclusion.adopted", "Dự thảo đã được thông qua; kết luận và kết quả đối soát không sửa được nữa.");
        }

        var reason = command.Reason.Trim().Normalize();
        if (reason.Length is 0 or > 1_000)
        {
            return Answer.No("conclusion.reason", "Đồng chí ghi lý do rút kết luận đã ghi (không quá 1.000 ký tự).");
        }

        (conclusion.WithdrawnAt, conclusion.WithdrawnBecause) = (actor.Now, reason);
        return Answer.Done(conclusion.DraftId, $"Đã rút {ConclusionWords.Name(conclusion)}. Lý do: {reason.TrimEnd('.')}.");
    }
}

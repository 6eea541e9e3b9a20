using MediatR;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Organizations;

namespace Workflow.Activities.Review;

/// <summary>Comments of several members that make the same point are answered together; each of them stays credited with it.</summary>
[Allow(Office.ChiefOfOffice, Office.OfficeStaff, StandsIn = true)]
public sealed record MergeComments(Guid CommandId, Guid DraftId, IReadOnlyList<Guid> CommentIds) : ICommand, IOfDraft;

internal sealed class MergeCommentsHandler(CommentDesk desk) : IRequestHandler<MergeComments, Answer>
{
    public async Task<Answer> Handle(MergeComments command, CancellationToken cancellationToken)
    {
        var (_, chosen, refusal) = await desk.Chosen(command.DraftId, command.CommentIds, cancellationToken);
        if (refusal is not null)
        {
            return Answer.No(refusal);
        }

        if (await desk.NotNow(command.DraftId, "gộp", cancellationToken) is { } not)
        {
            return Answer.No(not);
        }

        var all = await desk.WithMerged(chosen, cancellationToken);
        if (all.Count < 2)
        {
            return Answer.No("review.merge-two", "Đồng chí chọn ít nhất hai góp ý cùng một ý để gộp.");
        }

        // An answer to one is read by the author of the other.
        if (all.Select(comment => comment.Readers).Distinct().Count() > 1)
        {
            return Answer.No("review.merge-readers", "Các góp ý này có phạm vi người đọc khác nhau nên không gộp được.");
        }

        if (all.Exists(comment => comment.Disposition is not null || comment.Proposed is not null))
        {
            return Answer.No("review.merge-answered", "Chỉ gộp được các góp ý chưa trả lời và không phải đề nghị sửa câu chữ.");
        }

        foreach (var comment in all.Skip(1))
        {
            comment.MergedIntoId = all[0].Id;
        }

        all[0].MergedIntoId = null;
        return Answer.Done(command.DraftId, $"Đã gộp {all.Count} góp ý cùng một ý; trả lời một lần cho tất cả, mỗi đồng chí góp ý vẫn được ghi tên.");
    }
}

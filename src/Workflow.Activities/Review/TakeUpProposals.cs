using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Drafting;
using Workflow.Activities.Pipeline;
using Workflow.Documents.Anchoring;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
using Workflow.Domain.Reviews;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Review;

/// <summary>The office takes up several proposed changes of wording at once: they make one new version, and each is answered. All or none.</summary>
/// <param name="BaseHash">The version the sender had before them.</param>
[Allow(Office.ChiefOfOffice, Office.OfficeStaff, StandsIn = true)]
public sealed record TakeUpProposals(Guid CommandId, Guid DraftId, string BaseHash, IReadOnlyList<Guid> CommentIds, string Reason) : ICommand, IOfDraft;

internal sealed class TakeUpProposalsHandler(WorkflowDbContext db, ReviewSight sight, Actor actor) : IRequestHandler<TakeUpProposals, Answer>
{
    private const int Most = 200;

    public async Task<Answer> Handle(TakeUpProposals command, CancellationToken cancellationToken)
    {
        var (draft, refusal) = await DraftToChange.Find(db, actor, command.DraftId, command.BaseHash, cancellationToken);
        if (refusal is not null)
        {
            return Answer.No(refusal);
        }

        var ids = command.CommentIds.Distinct().Take(Most + 1).ToList();
        var seen = await (await sight.Of(draft!, cancellationToken)).Comments().Where(comment => ids.Contains(comment.Id) && comment.Proposed != null).Select(comment => comment.Id).ToListAsync(cancellationToken);
        var chosen = await db.Set<Comment>().Where(comment => seen.Contains(comment.Id)).OrderBy(comment => comment.At).ToListAsync(cancellationToken);
        if (ids.Count is 0 or > Most || chosen.Count != ids.Count)
        {
            return Answer.No("review.none-chosen", "Đồng chí chọn ít nhất một đề nghị sửa câu chữ (nhiều nhất 200) còn trong danh sách.");
        }

        if (chosen.Find(comment => comment.Disposition is not null) is { } answered)
        {
            return Answer.No("review.answered", $"Đề nghị “{Short(answered.Asks)}” đã được trả lời. Đồng chí tải lại trang.");
        }

        var texts = await Written(draft!.Id, chosen, cancellationToken);
        var before = await DraftToChange.CurrentText(db, draft, cancellationToken);
        var result = WordingChanges.Apply(before, chosen.ConvertAll(comment => new WordingChange(comment.Id, comment.ClauseId, comment.QuoteStart, comment.Quote, comment.Proposed!, texts[comment.VersionHash])));
        if (result.Collisions.Count > 0)
        {
            return Answer.No("review.collision", string.Join(' ', result.Collisions.Select(one => Told(chosen.Find(comment => comment.Id == one.Key)!, one.Why))) + " Chưa sửa gì; đồng chí bỏ chọn hoặc sửa trực tiếp trên đoạn.");
        }

        var reason = command.Reason.Trim().Length > 0 ? command.Reason.Trim() : "Đã sửa câu chữ như đề nghị.";
        foreach (var comment in chosen)
        {
            if (comment.AnswerWith(Disposition.Accepted, reason, actor.PersonId, actor.Now, draft.CurrentRound + 1) is { } own)
            {
                return Answer.No(own);
            }
        }

        var version = NewVersion.Add(db, draft, result.Text, VersionCause.Proposals, actor, $"Tiếp thu {chosen.Count} đề nghị sửa câu chữ");
        return Answer.Done(draft.Id, $"Đã tiếp thu {chosen.Count} đề nghị sửa câu chữ, thành bản {version.Round}.");
    }

    private async Task<Dictionary<string, DraftText>> Written(Guid draftId, List<Comment> comments, CancellationToken ct)
    {
        var hashes = comments.Select(comment => comment.VersionHash).Distinct().ToList();
        var versions = await db.Set<DraftVersion>().AsNoTracking().Where(version => version.DraftId == draftId && hashes.Contains(version.Hash)).Select(version => new { version.Id, version.Hash }).ToListAsync(ct);
        var texts = new Dictionary<string, DraftText>(StringComparer.Ordinal);
        foreach (var version in versions)
        {
            texts[version.Hash] = await VersionTexts.Of(db, version.Id, version.Hash, ct);
        }

        return texts;
    }

    private static string Told(Comment comment, Collision why) => why == Collision.WordsChanged
        ? $"“{Short(comment.Quote.Length > 0 ? comment.Quote : comment.Asks)}” không còn nguyên văn trong bản hiện nay."
        : $"“{Short(comment.Asks)}” sửa cùng chỗ với một đề nghị khác được chọn.";

    private static string Short(string text) => text.Length <= 60 ? text : text[..57].TrimEnd() + "…";
}

using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Drafting;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Reviews;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Review;

/// <summary>
/// A member remarks on a clause or on words of it, or proposes other words. It stays their own until they send their answer: nobody else can read it.
/// </summary>
/// <param name="Quote">The words meant, as they stand in the clause; empty for the whole clause, or for an insertion.</param>
/// <param name="QuoteStart">Where they stand; -1 when the page could not tell, and then they must stand there once.</param>
/// <param name="Proposed">The words that should stand there instead, empty to take them out; null for a remark.</param>
/// <param name="NoteId">The remark that is written on; empty for a new one, which then bears the id of the command.</param>
/// <param name="IsTyping">Saved while it is written: half a remark is kept too, and judged when it is sent.</param>
[Allow(Bodies = [BodyKind.ExecutiveCommittee, BodyKind.StandingCommittee])]
public sealed record AddComment(
    Guid CommandId, Guid DraftId, string VersionHash, string ClauseId, string Text, string Quote = "", int QuoteStart = -1, string? Proposed = null, CommentReaders Readers = CommentReaders.Everyone,
    Guid NoteId = default, bool IsTyping = false) : IQuietCommand;

internal sealed class AddCommentHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<AddComment, Answer>
{
    public async Task<Answer> Handle(AddComment command, CancellationToken cancellationToken)
    {
        var (asked, refusal) = await Rounds.Of(db, command.DraftId, Guid.Empty, actor.PersonId, actor.Now, cancellationToken);
        refusal ??= asked!.IsOpen ? null : await Rounds.TooLate(db, command.DraftId, cancellationToken);
        var id = command.NoteId == Guid.Empty ? command.CommandId : command.NoteId;
        var row = refusal is null ? await db.Set<CommentDraft>().SingleOrDefaultAsync(one => one.Id == id, cancellationToken) : null;
        refusal ??= row is null ? asked!.Round.Asks(command.VersionHash) : row.PersonId != actor.PersonId || row.ClauseId != command.ClauseId ? CommentPlacing.Gone : null;
        if (refusal is not null)
        {
            return Answer.No(refusal);
        }

        var hash = row?.VersionHash ?? asked!.Round.VersionHash;
        if (await TextDrafts.Version(db, command.DraftId, hash, cancellationToken) is not (_, var text) || text.Clauses.FirstOrDefault(one => one.Id == command.ClauseId) is not { } clause)
        {
            return Answer.No("review.no-clause", "Không thấy đoạn được góp ý. Đồng chí tải lại trang; nội dung đã gõ vẫn còn.");
        }

        if (!command.IsTyping && CommentPlacing.Judge(clause, command.Text, command.Quote, command.QuoteStart, command.Proposed).Unclear is { } unclear)
        {
            return Answer.No(unclear);
        }

        if (command.Text.Length > 4_000 || command.Quote.Length > 2_000 || command.Proposed?.Length > 4_000 || !Enum.IsDefined(command.Readers))
        {
            return Answer.No("review.empty-comment", "Góp ý dài quá 4.000 chữ. Đồng chí viết gọn lại.");
        }

        if (row is null)
        {
            if (await db.Set<Comment>().AnyAsync(one => one.Id == id, cancellationToken))
            {
                return Answer.No(CommentPlacing.Gone);
            }

            if (await db.Set<CommentDraft>().CountAsync(one => one.RoundId == asked!.Round.Id && one.PersonId == actor.PersonId, cancellationToken) >= CommentDraft.Most)
            {
                return Answer.No("review.too-many", $"Đồng chí đang có {CommentDraft.Most} góp ý chưa gửi. Đồng chí gửi bớt hoặc bỏ bớt rồi ghi tiếp.");
            }

            row = new CommentDraft { Id = id, OrganizationId = actor.OrganizationId, RoundId = asked!.Round.Id, PersonId = actor.PersonId, VersionHash = hash, ClauseId = clause.Id, SavedAt = actor.Now };
            db.Add(row);
        }

        (row.Text, row.Quote, row.QuoteStart, row.Proposed, row.Readers, row.SavedAt) = (command.Text, command.Quote.Normalize(), command.QuoteStart, command.Proposed, command.Readers, actor.Now);
        return Answer.Done(command.DraftId, "Đã lưu nháp; góp ý chỉ được gửi đi cùng với câu trả lời của đồng chí.");
    }
}

/// <summary>What a remark must be before it is sent, and where it stands.</summary>
internal static class CommentPlacing
{
    public static Domain.Refusal Gone { get; } = new("review.no-comment", "Góp ý nháp này không còn (đã gửi đi hoặc đã bỏ ở cửa sổ khác). Đồng chí tải lại trang; nội dung đã gõ vẫn còn.");

    public static ((string Quote, int Start) Place, Domain.Refusal? Unclear) Judge(Clause clause, string text, string quote, int start, string? proposed)
    {
        var words = text.Trim();
        return words.Length > 4_000 || (words.Length == 0 && proposed is null)
            ? (default, new("review.empty-comment", "Đồng chí ghi nội dung góp ý (từ 1 đến 4.000 chữ)."))
            : QuotedWords.Find(clause, quote, start, proposed);
    }
}

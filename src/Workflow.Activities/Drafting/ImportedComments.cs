using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Review;
using Workflow.Documents.Import;
using Workflow.Documents.Redline;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
using Workflow.Domain.Reviews;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Drafting;

/// <summary>Comments of a Word file become comments on the draft, with the author as the file names them; only what is unresolved is carried.</summary>
internal static class ImportedComments
{
    private const int LongestText = 4_000;
    private const int LongestQuote = 2_000;
    private const int LongestTitle = 500;

    /// <summary>Adds them; answers how many.</summary>
    /// <param name="text">The text as stored.</param>
    /// <param name="comments">What the importer found; clause ids are those of <paramref name="text"/>.</param>
    /// <param name="round">The newest round of opinions, when there was one.</param>
    public static int Add(WorkflowDbContext db, Draft draft, DraftVersion version, DraftText text, IReadOnlyList<ImportedComment> comments, Guid? round, Actor actor)
    {
        var clauses = text.Clauses.ToDictionary(clause => clause.Id, StringComparer.Ordinal);
        var count = 0;
        foreach (var comment in comments.Where(one => !one.IsResolved))
        {
            var clause = comment.ClauseId is { } id ? clauses.GetValueOrDefault(id) : null;
            var start = clause is null || comment.Quote.Length is 0 or > LongestQuote ? -1 : clause.Text.IndexOf(comment.Quote, StringComparison.Ordinal);
            // Where the words stand once, a tracked change is a proposal that can be taken up with one press; otherwise it is told in words.
            var proposes = comment.Kind == ImportedCommentKind.Proposal && start >= 0 && clause!.Rows is null && clause.Text.IndexOf(comment.Quote, start + 1, StringComparison.Ordinal) < 0 && comment.Text.Length <= LongestText;
            db.Add(new Comment
            {
                Id = Guid.CreateVersion7(actor.Now.AddMilliseconds(count++)),
                OrganizationId = draft.OrganizationId,
                DraftId = draft.Id,
                RoundId = round,
                AuthorId = actor.PersonId,
                AuthorAsWritten = comment.Author,
                VersionHash = version.Hash,
                ClauseId = clause?.Id ?? "",
                ClauseTitle = Cut(clause is null ? "Ngoài phần nội dung" : ClauseTitles.Of(text, clause), LongestTitle),
                Quote = Cut(comment.Quote, LongestQuote),
                QuoteStart = Math.Max(0, start),
                Proposed = proposes ? comment.Text : null,
                Text = proposes ? "" : Cut(Words(comment), LongestText),
                At = comment.At is { } at && at <= actor.Now ? at : actor.Now,
            });
        }

        return count;
    }

    /// <summary>Those that the draft does not have yet: a comparison that we wrote ourselves holds its comments, and an edited copy of it brings them back.</summary>
    public static async Task<IReadOnlyList<ImportedComment>> NotKept(WorkflowDbContext db, Sight seen, IReadOnlyList<ImportedComment> comments, CancellationToken ct)
    {
        if (comments.Count == 0)
        {
            return comments;
        }

        static string Key(string author, string text) => $"{author}|{string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))}";
        var kept = await seen.Comments().Join(db.Set<Person>(), comment => comment.AuthorId, person => person.Id, (comment, person) => new { comment, person.FullName }).ToListAsync(ct);
        var known = kept.SelectMany(one => new[] { "", RedlineComment.Lost }.Select(sign => Key(one.comment.AuthorAsWritten.Length > 0 ? one.comment.Signed(one.FullName) : one.FullName, sign + one.comment.Asks))).ToHashSet(StringComparer.Ordinal);
        return [.. comments.Where(comment => !known.Contains(Key(comment.Author, comment.Text)))];
    }

    /// <summary>", kèm 3 ghi chú từ tệp Word", or nothing.</summary>
    public static string Said(int count) => count == 0 ? "" : $", kèm {count} ghi chú và đề nghị sửa từ tệp Word";

    /// <summary>What a person reads.</summary>
    public static string Words(ImportedComment comment) => comment switch
    {
        { Kind: ImportedCommentKind.Proposal, Text.Length: 0 } => $"Đề nghị bỏ “{comment.Quote}”.",
        { Kind: ImportedCommentKind.Proposal, Quote.Length: 0 } => $"Đề nghị thêm “{comment.Text}”.",
        { Kind: ImportedCommentKind.Proposal } => $"Đề nghị sửa “{comment.Quote}” thành “{comment.Text}”.",
        { AnswerTo: { } other } => $"(trả lời {other}) {comment.Text}",
        _ => comment.Text,
    };

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..(most - 1)] + "…";
}

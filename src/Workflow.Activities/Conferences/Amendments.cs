using Microsoft.EntityFrameworkCore;
using Workflow.Documents.Anchoring;
using Workflow.Domain;
using Workflow.Domain.Conferences;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Conferences;

/// <summary>What amendments make of a text. Worked out anew wherever it matters, never stored as a fact.</summary>
internal static class Amendments
{
    /// <summary>The text that was voted on with these amendments, or why they do not fit.</summary>
    public static (DraftText? Text, Refusal? Refusal) Apply(DraftText voted, IReadOnlyList<Amendment> amendments)
    {
        var changes = new List<WordingChange>();
        foreach (var one in amendments)
        {
            var words = voted.Clauses.FirstOrDefault(clause => clause.Id == one.ClauseId) is { } clause ? clause.Text : null;
            var start = words is null ? -1 : one.Old.Length == 0 ? words.Length : words.IndexOf(one.Old, StringComparison.Ordinal);
            if (start < 0)
            {
                return (null, new("amendment.not-there", $"Đề nghị số {one.Number}: câu chữ “{Short(one.Old)}” không có nguyên văn trong mục này. Đồng chí chép đúng câu chữ trong dự thảo."));
            }

            if (one.Old.Length > 0 && words!.IndexOf(one.Old, start + 1, StringComparison.Ordinal) >= 0)
            {
                return (null, new("amendment.twice", $"Đề nghị số {one.Number}: câu chữ “{Short(one.Old)}” có nhiều lần trong mục này. Đồng chí chép thêm vài chữ bên cạnh để rõ chỗ cần sửa."));
            }

            var addition = one.Old.Length == 0 && words!.Length > 0 && !char.IsWhiteSpace(words[^1]) ? " " + one.New : one.New;
            changes.Add(new WordingChange(one.Id, one.ClauseId, start, one.Old, addition, voted));
        }

        var result = WordingChanges.Apply(voted, changes);
        return result.Collisions.Count == 0
            ? (result.Text, null)
            : (null, new("amendment.collision", $"Đề nghị số {string.Join(", ", amendments.Where(one => result.Collisions.Any(collision => collision.Key == one.Id)).Select(one => one.Number))} sửa cùng câu chữ với một đề nghị khác đã được tiếp nhận. Hội nghị chọn một; đồng chí rút hoặc bác đề nghị kia."));
    }

    /// <summary>Amendments that belong to the text of an item, in order.</summary>
    public static async Task<List<Amendment>> Standing(WorkflowDbContext db, Guid itemId, CancellationToken ct) =>
        [.. (await db.Set<Amendment>().AsNoTracking().Where(one => one.ItemId == itemId).OrderBy(one => one.Number).ToListAsync(ct)).Where(one => one.Stands)];

    /// <summary>Whether the whole text is or was voted on: from then on nothing is added to it.</summary>
    public static Task<bool> VoteOnWhole(WorkflowDbContext db, Guid itemId, CancellationToken ct) =>
        db.Set<Vote>().AnyAsync(vote => vote.AgendaItemId == itemId && vote.Subject == VoteSubject.Whole && vote.VoidedAt == null && (vote.ClosedAt == null || vote.Adopted == true), ct);

    private static string Short(string text) => text.Length <= 60 ? text : text[..57].TrimEnd() + "…";
}

using Microsoft.EntityFrameworkCore;
using Workflow.Domain.CaseFiles;
using Workflow.Domain.Drafts;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.CaseFiles;

/// <summary>What cases are about: drafts, or matters of the office's own.</summary>
internal static class Subjects
{
    /// <summary>How people speak of each.</summary>
    public static async Task<IReadOnlyDictionary<Guid, string>> Titles(WorkflowDbContext db, IReadOnlyCollection<Guid> subjects, CancellationToken ct)
    {
        var titles = await db.Set<CaseFile>().AsNoTracking().Where(file => subjects.Contains(file.Id)).ToDictionaryAsync(file => file.Id, file => file.Title, ct);
        foreach (var draft in await db.Set<Draft>().AsNoTracking().Where(draft => subjects.Contains(draft.Id)).Select(draft => new { draft.Id, draft.TypeKey, draft.Subject }).ToListAsync(ct))
        {
            titles[draft.Id] = DocumentType.Of(draft.TypeKey).Titled(draft.Subject);
        }

        return titles;
    }
}

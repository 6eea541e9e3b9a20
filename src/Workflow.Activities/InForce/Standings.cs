using Microsoft.EntityFrameworkCore;
using Workflow.Domain.Issuing;
using Workflow.Domain.Profiles;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.InForce;

/// <summary>How documents stand, read once for a whole list: the office's notes and its list of documents together.</summary>
internal static class Standings
{
    /// <summary>Standing of each document; asked also by nobody, so each row is taken by the organization of its document.</summary>
    public static async Task<IReadOnlyDictionary<Guid, DocumentStanding>> Of(WorkflowDbContext db, IReadOnlyCollection<IssuedDocument> issued, DateOnly day, CancellationToken ct)
    {
        if (issued.Count == 0)
        {
            return new Dictionary<Guid, DocumentStanding>();
        }

        var (ids, homes, numbers) = (issued.Select(one => one.Id).ToList(), issued.Select(one => one.OrganizationId).Distinct().ToList(), issued.Select(one => one.NumberAndSymbol).Distinct().ToList());
        var notes = (await db.Set<StandingNote>().IgnoreQueryFilters().AsNoTracking().Where(note => ids.Contains(note.IssuedDocumentId)).ToListAsync(ct)).ToLookup(note => note.IssuedDocumentId);
        var listed = (await db.Set<ListedDocument>().IgnoreQueryFilters().AsNoTracking().Where(row => homes.Contains(row.OrganizationId) && numbers.Contains(row.Symbol)).ToListAsync(ct)).ToLookup(row => (row.OrganizationId, row.Symbol));
        return issued.ToDictionary(one => one.Id, one => DocumentStanding.On([.. notes[one.Id]], DocumentStanding.Listed(listed[(one.OrganizationId, one.NumberAndSymbol)], one), day));
    }

    /// <summary>Standing of one.</summary>
    public static async Task<DocumentStanding> Of(WorkflowDbContext db, IssuedDocument issued, DateOnly day, CancellationToken ct) => (await Of(db, [issued], day, ct))[issued.Id];
}

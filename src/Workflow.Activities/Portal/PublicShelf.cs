using Microsoft.EntityFrameworkCore;
using Workflow.Activities.InForce;
using Workflow.Domain;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Domain.Profiles;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Portal;

/// <summary>A public document in a list.</summary>
/// <param name="ChangedAt">When what is said of it changed last: released, or its standing.</param>
public sealed record PublicRow(Guid Id, string Organization, string TypeKey, string Type, string Number, DateOnly Date, string Subject, DateTimeOffset ReleasedAt, DateTimeOffset ChangedAt, DocumentStanding Standing)
{
    /// <summary>"Nghị quyết số 07-NQ/ĐU".</summary>
    public string Name => $"{Type} số {Number}";
}

/// <summary>
/// The documents that anybody may read: released, in an organization whose pages are open. Everything public goes through here, past the wall between organizations, because the release itself is what lets it through.
/// </summary>
internal static class PublicShelf
{
    /// <summary>Documents on the shelf; none while no pages are open.</summary>
    public static IQueryable<IssuedDocument> Documents(WorkflowDbContext db, IReadOnlyCollection<Guid> open) =>
        db.Set<IssuedDocument>().IgnoreQueryFilters().AsNoTracking().Where(document => document.ReleasedAt != null && open.Contains(document.OrganizationId));

    /// <summary>What a list says of each.</summary>
    public static async Task<IReadOnlyList<PublicRow>> Rows(WorkflowDbContext db, IReadOnlyCollection<IssuedDocument> documents, DateTimeOffset now, CancellationToken ct)
    {
        var homes = documents.Select(one => one.OrganizationId).Distinct().ToList();
        var names = await db.Set<Organization>().AsNoTracking().Where(one => homes.Contains(one.Id)).ToDictionaryAsync(one => one.Id, one => one.Name, ct);
        var standings = await Standings.Of(db, documents, VietnamTime.DayOf(now), ct);
        return [.. documents.Select(one => new PublicRow(
            one.Id, names[one.OrganizationId], one.TypeKey, DocumentType.Of(one.TypeKey).Name, one.NumberAndSymbol, one.Date, one.Subject, one.ReleasedAt!.Value, Changed(one, standings[one.Id], now), standings[one.Id]))];
    }

    /// <summary>When anything that the pages say changed last. What changes by date alone changes at midnight.</summary>
    public static async Task<DateTimeOffset> Changed(WorkflowDbContext db, IReadOnlyDictionary<Guid, DateTimeOffset> open, DateTimeOffset now, CancellationToken ct)
    {
        var homes = open.Keys.ToList();
        DateTimeOffset?[] moments =
        [
            await db.Set<PortalRelease>().IgnoreQueryFilters().Where(row => homes.Contains(row.OrganizationId)).MaxAsync(row => (DateTimeOffset?)row.At, ct),
            await db.Set<PortalRelease>().IgnoreQueryFilters().Where(row => homes.Contains(row.OrganizationId)).MaxAsync(row => row.TakenBackAt, ct),
            await db.Set<StandingNote>().IgnoreQueryFilters().Where(row => homes.Contains(row.OrganizationId)).MaxAsync(row => (DateTimeOffset?)row.At, ct),
            await db.Set<ListedDocument>().IgnoreQueryFilters().Where(row => homes.Contains(row.OrganizationId)).MaxAsync(row => (DateTimeOffset?)row.At, ct),
            Midnight(VietnamTime.DayOf(now)),
        ];
        return moments.OfType<DateTimeOffset>().Concat(open.Values).Where(at => at <= now).Max();
    }

    /// <summary>When what is said of one document changed last.</summary>
    public static DateTimeOffset Changed(IssuedDocument document, DocumentStanding standing, DateTimeOffset now) =>
        standing.Facts.SelectMany(fact => new[] { fact.At, Midnight(fact.From) }).Concat(standing.Coming.Select(fact => fact.At)).Append(document.ReleasedAt!.Value).Where(at => at <= now).DefaultIfEmpty(document.ReleasedAt!.Value).Max();

    private static DateTimeOffset Midnight(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.FromHours(7));
}

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Authority;
using Workflow.Activities.InForce;
using Workflow.Activities.Pipeline;
using Workflow.Documents.Checks;
using Workflow.Domain.FollowUp;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Domain.Profiles;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Lists;

/// <summary>What the checks know of the organization: its confirmed targets, its names, the documents it cites.</summary>
public static class OrganizationContext
{
    // The newest say what holds; nobody compares with the targets of many terms ago.
    private const int MostTargets = 5_000;

    internal static Task<CheckContext> Read(WorkflowDbContext db, Actor actor, Guid? draftId, CancellationToken ct) => Read(db, actor.OrganizationId, actor.Today, draftId, ct);

    /// <summary>The context in which a text of an organization is judged on a day.</summary>
    /// <param name="db">Its database, with that organization as the current one.</param>
    /// <param name="organizationId">The organization.</param>
    /// <param name="today">The day.</param>
    /// <param name="ct">Ends the reading.</param>
    /// <param name="draftId">The draft it belongs to, whose own issued text is no other document; null for a new one.</param>
    public static async Task<CheckContext> Read(WorkflowDbContext db, Guid organizationId, DateOnly today, Guid? draftId, CancellationToken ct)
    {
        var documents = Documents(await db.Set<ListedDocument>().AsNoTracking().ToListAsync(ct)).Concat(await Changed(db, today, ct)).ToList();
        var ended = documents.Where(known => known.EndsOn is { } end && end <= today).Select(known => known.Symbol).ToHashSet(StringComparer.Ordinal);
        var targets = await db.Set<Target>().AsNoTracking().Join(db.Set<IssuedDocument>(), target => target.IssuedDocumentId, document => document.Id, (target, document) => new { target, document.NumberAndSymbol, document.Date, document.DraftId })
            .Where(row => draftId == null || row.DraftId != draftId).OrderByDescending(row => row.Date).ThenBy(row => row.target.Id).Take(MostTargets).ToListAsync(ct);
        var names = (await Own(db, organizationId, ct)).Concat(Names(await db.Set<ListedName>().AsNoTracking().ToListAsync(ct)));
        return new([.. targets.Where(row => !ended.Contains(row.NumberAndSymbol)).Select(row => Known(row.NumberAndSymbol, row.Date, row.target))], [.. names], documents) { Today = today, Authority = await AuthorityOn.Day(db, today, ct) };
    }

    /// <summary>Documents of the organization itself of which the office noted what became: the same reading as everywhere else, so that a citation of them says what their pages say.</summary>
    internal static async Task<IReadOnlyList<KnownDocument>> Changed(WorkflowDbContext db, DateOnly today, CancellationToken ct)
    {
        var issued = await db.Set<IssuedDocument>().AsNoTracking().Where(row => db.Set<StandingNote>().Any(note => note.IssuedDocumentId == row.Id)).ToListAsync(ct);
        var standings = await Standings.Of(db, issued, today, ct);
        return [.. issued.Select(one => (Document: one, Standing: standings[one.Id])).Where(one => one.Standing.HasMark).OrderBy(one => one.Document.Date).Select(one => Known(one.Document, one.Standing))];
    }

    private static KnownDocument Known(IssuedDocument issued, DocumentStanding standing)
    {
        var end = standing.Facts.Concat(standing.Coming).FirstOrDefault(fact => fact.Ends);
        return new(issued.NumberAndSymbol, issued.Subject, null, issued.Date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture), end?.From, end is { Kind: StandingKind.Replaced } ? Words(end.By) : null, "trang hiệu lực của văn bản")
        {
            Ended = end?.Kind switch { StandingKind.Recalled => "đã bị thu hồi", StandingKind.Repealed => end.By.Length > 0 ? $"đã bị bãi bỏ bởi {end.By}" : "đã bị bãi bỏ", _ => null },
            Amended = [.. standing.Facts.Concat(standing.Coming).Where(fact => fact.Kind == StandingKind.Amended).Select(fact => (fact.By, fact.From))],
        };
    }

    /// <summary>The list that came with the program under that of the organization.</summary>
    internal static IReadOnlyList<KnownName> Names(IEnumerable<ListedName> rows)
    {
        var own = ListedName.Newest(rows);
        return [.. own.Where(row => !row.IsDropped).Select(row => new KnownName(row.Kind, row.Name, Lines(row.Aliases), row.To, Words(row.Successor), row.Source)),
            .. CheckContext.Shipped.Names.ExceptBy(own.Select(row => row.Name), name => name.Name, StringComparer.Ordinal)];
    }

    /// <summary>The list that came with the program under that of the organization.</summary>
    internal static IReadOnlyList<KnownDocument> Documents(IEnumerable<ListedDocument> rows)
    {
        var own = ListedDocument.Newest(rows);
        return [.. own.Where(row => !row.IsDropped).Select(row => new KnownDocument(row.Symbol, row.Title, Words(row.Issuer), row.Issued, row.EndsOn, Words(row.ReplacedBy), row.Source)),
            .. CheckContext.Shipped.Documents.ExceptBy(own.Select(row => row.Symbol), known => known.Symbol, StringComparer.Ordinal)];
    }

    private static KnownTarget Known(string document, DateOnly date, Target target) =>
        new(document, date, target.Label, target.Comparator, target.Value, target.UpperValue, target.Unit, target.Period, Words(target.Area), Words(target.Change), target.Quote);

    // Names that the organization keeps elsewhere are not written down twice.
    private static async Task<IEnumerable<KnownName>> Own(WorkflowDbContext db, Guid organizationId, CancellationToken ct)
    {
        var organization = await db.Set<Organization>().AsNoTracking().SingleAsync(row => row.Id == organizationId, ct);
        var units = await db.Set<Domain.Organizations.Unit>().AsNoTracking().ToListAsync(ct);
        var bodies = await db.Set<Body>().AsNoTracking().Select(body => body.Name).ToListAsync(ct);
        var people = await db.Set<Person>().AsNoTracking().Where(person => person.UnitId == null).Select(person => person.FullName).ToListAsync(ct);
        return
        [
            new(NameKind.Place, organization.Place, [], null, null, "Tổ chức"),
            new(NameKind.Body, organization.Name, [], null, null, "Tổ chức"),
            .. units.Select(unit => new KnownName(NameKind.Body, unit.Name, Lines(unit.Aliases), unit.To, null, "Đơn vị nhận")),
            .. bodies.Select(name => new KnownName(NameKind.Body, name, [], null, null, "Tổ chức")),
            .. people.Select(name => new KnownName(NameKind.Person, name, [], null, null, "Tài khoản")),
        ];
    }

    private static string[] Lines(string words) => words.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string? Words(string words) => words.Length == 0 ? null : words;
}

using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Portal;

/// <summary>Which of the public documents are wanted by how they stand.</summary>
public enum PublicState
{
    Any, InForce, Amended, Over,
}

/// <summary>A page of the public list, and what it can be narrowed by.</summary>
/// <param name="Organization">Whose pages these are; empty where several organizations share them.</param>
public sealed record PortalView(string Organization, Paged<PublicRow> Page, int Found, IReadOnlyList<DocumentType> Types, IReadOnlyList<int> Years, DateTimeOffset ChangedAt);

/// <summary>What was released to the public, newest first; asked without an account. Null while no public pages are open.</summary>
/// <param name="Search">Words of subject or text, with or without diacritics, or a number.</param>
/// <param name="TypeKey">Kind, or empty.</param>
/// <param name="Year">Year of the document, or null.</param>
public sealed record ReadPortal(string Search, string TypeKey, int? Year, PublicState State, int Page) : IRequest<PortalView?>;

internal sealed class ReadPortalHandler(WorkflowDbContext db, TimeProvider clock) : IRequestHandler<ReadPortal, PortalView?>
{
    public async Task<PortalView?> Handle(ReadPortal request, CancellationToken cancellationToken)
    {
        var (open, now) = (await PortalState.Open(db, cancellationToken), clock.GetUtcNow());
        if (open.Count == 0)
        {
            return null;
        }

        var shelf = PublicShelf.Documents(db, [.. open.Keys]);
        var kinds = await shelf.Select(one => new { one.TypeKey, one.Date.Year }).Distinct().ToListAsync(cancellationToken);
        var homes = await db.Set<Organization>().AsNoTracking().Where(one => open.Keys.Contains(one.Id)).OrderBy(one => one.Id).Select(one => one.Name).Take(2).ToListAsync(cancellationToken);
        var (page, found) = await Wanted(shelf, request, now, cancellationToken);
        return new(
            homes.Count == 1 ? homes[0] : "", page, found, [.. DocumentType.All.Where(type => kinds.Exists(kind => kind.TypeKey == type.Key))], [.. kinds.Select(kind => kind.Year).Distinct().OrderDescending()],
            await PublicShelf.Changed(db, open, now, cancellationToken));
    }

    private async Task<(Paged<PublicRow> Page, int Found)> Wanted(IQueryable<IssuedDocument> shelf, ReadPortal request, DateTimeOffset now, CancellationToken ct)
    {
        var (words, number) = (Folding.Fold(request.Search), string.Concat(request.Search.Normalize().Where(letter => !char.IsControl(letter))).Trim());
        var wanted = shelf
            .Where(one => number == "" || (words != "" && one.SearchText.Contains(words)) || one.NumberAndSymbol.Contains(number))
            .Where(one => request.TypeKey == "" || one.TypeKey == request.TypeKey)
            .Where(one => request.Year == null || one.Date.Year == request.Year)
            .OrderByDescending(one => one.Date).ThenByDescending(one => one.ReleasedAt).ThenBy(one => one.Id);
        if (request.State == PublicState.Any)
        {
            var page = await wanted.ToPage(request.Page, ct);
            return (new(await PublicShelf.Rows(db, page.Rows, now, ct), page.Page, page.Pages), await wanted.CountAsync(ct));
        }

        // How a document stands is worked out, not stored: all that are left are looked at.
        var rows = (await PublicShelf.Rows(db, await wanted.ToListAsync(ct), now, ct)).Where(row => request.State switch
        {
            PublicState.Over => row.Standing.IsOver,
            PublicState.Amended => row.Standing.State == StandingState.Amended,
            _ => !row.Standing.IsOver,
        }).ToList();
        var pages = Math.Max(1, (rows.Count + Paging.Size - 1) / Paging.Size);
        var at = Math.Clamp(request.Page, 1, pages);
        return (new([.. rows.Skip((at - 1) * Paging.Size).Take(Paging.Size)], at, pages), rows.Count);
    }
}

using Microsoft.EntityFrameworkCore;

namespace Workflow.Activities.Pipeline;

/// <summary>A page of a list.</summary>
public sealed record Paged<T>(IReadOnlyList<T> Rows, int Page, int Pages)
{
    /// <summary>The same page with other rows.</summary>
    public Paged<TOther> Select<TOther>(Func<T, TOther> row) => new([.. Rows.Select(row)], Page, Pages);
}

/// <summary>Takes pages from ordered queries; a page number out of range becomes the nearest that exists.</summary>
internal static class Paging
{
    public const int Size = 20;

    public static async Task<Paged<T>> ToPage<T>(this IQueryable<T> ordered, int page, CancellationToken ct)
    {
        var pages = Math.Max(1, (await ordered.CountAsync(ct) + Size - 1) / Size);
        page = Math.Clamp(page, 1, pages);
        return new(await ordered.Skip((page - 1) * Size).Take(Size).ToListAsync(ct), page, pages);
    }
}

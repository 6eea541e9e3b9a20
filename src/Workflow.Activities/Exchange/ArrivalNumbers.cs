using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Exchange;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Exchange;

/// <summary>Numbers of arrival: 1 and on in each year, given inside the act that needs one, so that a number and its line are there together or not at all.</summary>
internal sealed class ArrivalNumbers(WorkflowDbContext db, Actor actor)
{
    public static readonly Domain.Refusal NotFound = new("incoming.not-found", "Không thấy văn bản đến này. Đồng chí mở lại từ sổ văn bản đến.");

    /// <summary>The book of this year, held for the rest of this act: who comes second waits and gets the next number.</summary>
    public async Task<IncomingBook> Hold(CancellationToken ct)
    {
        var year = actor.Today.Year;
        await CommitSave.LockRow(db, db.Set<IncomingBook>().Where(row => row.Year == year), row => row.LastAt, ct);
        var book = await db.Set<IncomingBook>().SingleOrDefaultAsync(row => row.Year == year, ct);
        if (book is null)
        {
            book = new IncomingBook { Id = Guid.CreateVersion7(actor.Now), OrganizationId = actor.OrganizationId, Year = year };
            db.Add(book);
        }

        return book;
    }
}

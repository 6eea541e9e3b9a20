using Microsoft.EntityFrameworkCore;
using Workflow.Domain.Distribution;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Distribution;

/// <summary>
/// Writes the story of copies: the one place that adds their rows, whoever tells it (a unit's page, the code on a printed copy, the office, an exchange). It saves nothing: the rows go with the act that calls it.
/// </summary>
public sealed class Copies(WorkflowDbContext db, ProcessRunner runner)
{
    /// <summary>A copy for a unit, with the first row of its story. The same unit once more is the database's to refuse.</summary>
    public Dispatch Send(IssuedDocument issued, Unit unit, string line, string purpose, DispatchChannel channel, int issue, DispatchNews sent)
    {
        var copy = new Dispatch
        {
            Id = Guid.CreateVersion7(sent.At),
            OrganizationId = issued.OrganizationId,
            IssuedDocumentId = issued.Id,
            UnitId = unit.Id,
            Purpose = purpose,
            RecipientLine = line,
            SentAt = sent.At,
            Channel = channel,
            Issue = issue,
        };
        db.Add(copy);
        db.Add(copy.Record(sent with { Kind = DispatchEventKind.Sent }).Event!);
        return copy;
    }

    /// <summary>Tells something of a copy; when nobody is waited for any more, the step of receipts is over. The copy is to be read after <see cref="Hold"/>.</summary>
    /// <param name="by">In whose name the step ends; empty for the program.</param>
    public async Task<DispatchRecorded> Record(Dispatch copy, DispatchNews news, Guid by, CancellationToken ct) => await Write(copy, copy.Record(news), news, by, ct);

    /// <summary>Takes a row of a copy's story back.</summary>
    public async Task<DispatchRecorded> TakeBack(Dispatch copy, int number, DispatchNews news, Guid by, CancellationToken ct)
    {
        var story = await db.Set<DispatchEvent>().AsNoTracking().Where(row => row.DispatchId == copy.Id).OrderBy(row => row.Number).ToListAsync(ct);
        return await Write(copy, copy.TakeBack(story, number, news), news, by, ct);
    }

    /// <summary>Holds the document for the rest of the act: "is this the last receipt?" is asked by one act after the other.</summary>
    public Task Hold(Guid issuedId, CancellationToken ct) => CommitSave.LockRow(db, db.Set<IssuedDocument>().Where(row => row.Id == issuedId), row => row.ReleasedAt, ct);

    /// <summary>Asks every copy of a document back (recall, replacement): a row for each that is not given back or asked for already. Answers how many.</summary>
    public async Task<int> AskBack(IssuedDocument issued, string reason, Guid byId, string byName, DateTimeOffset at, CancellationToken ct)
    {
        await Hold(issued.Id, ct);
        var asked = 0;
        foreach (var copy in await db.Set<Dispatch>().Where(row => row.IssuedDocumentId == issued.Id).OrderBy(row => row.Id).ToListAsync(ct))
        {
            if (copy.Record(new(DispatchEventKind.RecallAsked, at, DispatchWay.Office) { ById = byId, ByName = byName, Note = reason }).Event is { } row)
            {
                db.Add(row);
                asked++;
            }
        }

        return asked;
    }

    private async Task<DispatchRecorded> Write(Dispatch copy, DispatchRecorded recorded, DispatchNews news, Guid by, CancellationToken ct)
    {
        if (recorded.Event is { } row)
        {
            db.Add(row);
            if (!copy.Waits && !await db.Set<Dispatch>().Where(one => one.IssuedDocumentId == copy.IssuedDocumentId && one.Id != copy.Id).AnyAsync(Dispatch.IsWaiting, ct))
            {
                var draft = await db.Set<IssuedDocument>().Where(one => one.Id == copy.IssuedDocumentId).Select(one => one.DraftId).SingleAsync(ct);

                // Refused where no such step is open (any more): then there is nothing to end.
                await runner.Complete(draft, TaskKeys.Receipts, "all-received", by, news.At, ct);
            }
        }

        return recorded;
    }
}

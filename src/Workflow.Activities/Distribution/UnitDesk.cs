using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Distribution;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Distribution;

/// <summary>What a person of a unit, or the office for a unit, tells of one copy: the common part of these acts.</summary>
internal sealed class UnitDesk(WorkflowDbContext db, Copies copies, Actor actor)
{
    private static readonly Answer NotFound = Answer.No("dispatch.not-found", "Không thấy văn bản gửi cho đơn vị của đồng chí.");

    /// <summary>The unit for which the person acts; null for most.</summary>
    public Task<Guid?> MyUnit(CancellationToken ct) => db.Set<Person>().Where(person => person.Id == actor.PersonId).Select(person => person.UnitId).SingleOrDefaultAsync(ct);

    /// <summary>Tells something of a copy of the actor's unit.</summary>
    public async Task<Answer> Tell(Guid id, DispatchEventKind kind, CancellationToken ct, Func<DispatchNews, DispatchNews>? more = null) =>
        await MyUnit(ct) is { } unit ? await Tell(id, unit, News(kind, DispatchWay.Page), more, ct) : NotFound;

    /// <summary>The office tells for a unit what it heard from it.</summary>
    public Task<Answer> TellFor(Guid id, DispatchEventKind kind, CancellationToken ct, Func<DispatchNews, DispatchNews>? more = null) => Tell(id, null, News(kind, DispatchWay.Office), more, ct);

    /// <summary>Takes back a row that the unit told.</summary>
    public async Task<Answer> TakeBack(Guid id, int number, string reason, CancellationToken ct) => await MyUnit(ct) is { } unit
        ? await TakeBack(id, unit, number, reason, [DispatchWay.Page, DispatchWay.Code], "Đơn vị chỉ rút lại được dòng do đơn vị báo.", ct)
        : NotFound;

    /// <summary>The office takes back what it wrote down or what came by a printed code.</summary>
    public Task<Answer> TakeBackFor(Guid id, int number, string reason, CancellationToken ct) =>
        TakeBack(id, null, number, reason, [DispatchWay.Office, DispatchWay.Code], "Văn phòng chỉ rút lại được dòng do Văn phòng ghi hoặc báo bằng mã trên phiếu gửi.", ct);

    /// <summary>Words without line breaks and double spaces.</summary>
    public static string Plain(string? words) => string.Join(' ', (words ?? "").Normalize().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private async Task<Answer> TakeBack(Guid id, Guid? unit, int number, string reason, DispatchWay[] ways, string otherwise, CancellationToken ct)
    {
        if (await Find(id, unit, ct) is not var (copy, issued, name))
        {
            return NotFound;
        }

        if (!await db.Set<DispatchEvent>().AnyAsync(row => row.DispatchId == id && row.Number == number && ways.Contains(row.Way), ct))
        {
            return Answer.No("dispatch.not-yours", otherwise);
        }

        var news = News(DispatchEventKind.TakenBack, unit is null ? DispatchWay.Office : DispatchWay.Page) with { Note = Plain(reason) };
        return Said(issued, name, await copies.TakeBack(copy, number, news, actor.PersonId, ct), $"rút lại dòng {number} ({news.Note.TrimEnd('.')}).");
    }

    private async Task<Answer> Tell(Guid id, Guid? unit, DispatchNews news, Func<DispatchNews, DispatchNews>? more, CancellationToken ct)
    {
        if (await Find(id, unit, ct) is not var (copy, issued, name))
        {
            return NotFound;
        }

        news = more?.Invoke(news) ?? news;
        return DispatchWords.DayRefused(news, issued.Date) is { } wrong ? Answer.No(wrong) : Said(issued, name, await copies.Record(copy, news, actor.PersonId, ct), DispatchWords.Says(news));
    }

    // Read under the document's row: who comes second sees what the first one wrote.
    private async Task<(Dispatch Copy, IssuedDocument Issued, string Unit)?> Find(Guid id, Guid? unit, CancellationToken ct)
    {
        if (await db.Set<Dispatch>().Where(row => row.Id == id && (unit == null || row.UnitId == unit)).Select(row => (Guid?)row.IssuedDocumentId).SingleOrDefaultAsync(ct) is not { } document)
        {
            return null;
        }

        await copies.Hold(document, ct);
        var copy = await db.Set<Dispatch>().SingleAsync(row => row.Id == id, ct);
        return (copy, await db.Set<IssuedDocument>().AsNoTracking().SingleAsync(row => row.Id == document, ct), await db.Set<Unit>().Where(row => row.Id == copy.UnitId).Select(row => row.Name).SingleAsync(ct));
    }

    private DispatchNews News(DispatchEventKind kind, DispatchWay way) => new(kind, actor.Now, way) { ById = actor.PersonId, ByName = actor.Name };

    private static Answer Said(IssuedDocument issued, string unit, DispatchRecorded recorded, string what) => recorded.Refusal is { } refusal ? Answer.No(refusal)
        : Answer.Done(issued.DraftId, recorded.Event is null ? $"{unit}: điều này đã được ghi nhận từ trước." : $"{unit}: {what}");
}

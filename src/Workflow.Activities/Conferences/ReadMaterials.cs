using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Drafting;
using Workflow.Activities.Layouts;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Register;
using Workflow.Documents.Layout;
using Workflow.Domain;
using Workflow.Domain.Conferences;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Conferences;

/// <summary>The materials of a session; for the office and the chair also who opened them, a page of people at a time.</summary>
[Allow(Office.OfficeStaff, Office.ChiefOfOffice, Office.RegistryClerk, Bodies = [BodyKind.ExecutiveCommittee, BodyKind.StandingCommittee])]
public sealed record ReadMaterials(Guid ConferenceId, Guid? ItemId = null, int Page = 1) : IQuery<MaterialsView?>;

/// <summary>The material of an item as a Word file: the version that was frozen for the session.</summary>
[Allow(Office.OfficeStaff, Office.ChiefOfOffice, Office.RegistryClerk, Bodies = [BodyKind.ExecutiveCommittee, BodyKind.StandingCommittee])]
public sealed record ReadMaterialPaper(Guid ConferenceId, Guid ItemId) : IQuery<PaperFile?>;

/// <summary>An item with its material; <paramref name="Hash"/> is empty when there is none to open here.</summary>
public sealed record MaterialRow(Guid ItemId, string Number, string Title, string Presenter, string Hash, DateTimeOffset? MaterialAt);

/// <summary>When somebody opened an item; <paramref name="IsPresentVersion"/> is false when it was an earlier version of it.</summary>
public sealed record OpeningRow(string Number, bool IsPresentVersion, DateTimeOffset First, DateTimeOffset Last);

/// <summary>What somebody opened, and the numbers of the items they did not.</summary>
public sealed record OpenerRow(string Name, bool IsGuest, IReadOnlyList<OpeningRow> Opened, IReadOnlyList<string> NotOpened);

/// <param name="Text">The text of the item asked for; null on the list.</param>
/// <param name="Openers">Null for who may not see it.</param>
public sealed record MaterialsView(Guid ConferenceId, string Name, DateTimeOffset StartsAt, string Place, IReadOnlyList<MaterialRow> Rows, MaterialRow? Item, DraftText? Text, Paged<OpenerRow>? Openers);

internal sealed class ReadMaterialsHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<ReadMaterials, MaterialsView?>, IRequestHandler<ReadMaterialPaper, PaperFile?>
{
    public async Task<MaterialsView?> Handle(ReadMaterials request, CancellationToken cancellationToken)
    {
        if (await SessionRecord.Of(db, request.ConferenceId, cancellationToken) is not { } record)
        {
            return null;
        }

        List<MaterialRow> rows = [.. record.Items.Select(one => new MaterialRow(one.Item.Id, one.Number, one.Title, one.Item.Presenter, one.Item.VersionHash, one.Item.MaterialAt))];
        var item = rows.Find(row => row.ItemId == request.ItemId);
        if (request.ItemId is not null && item is not { Hash.Length: > 0 })
        {
            return null;
        }

        var sees = item is null && (record.Conference.ChairId == actor.PersonId || await Sessions.IsDesk(actor, cancellationToken));
        return new(
            record.Conference.Id, record.Name, record.Conference.StartsAt, record.Conference.Place, rows, item, item is null ? null : await Text(record, item, cancellationToken),
            sees ? await Openers(record, rows, request.Page, cancellationToken) : null);
    }

    public async Task<PaperFile?> Handle(ReadMaterialPaper request, CancellationToken cancellationToken) =>
        await SessionRecord.Of(db, request.ConferenceId, cancellationToken) is { } record ? await Materials.Paper(db, record, request.ItemId, cancellationToken) : null;

    private async Task<DraftText> Text(SessionRecord record, MaterialRow item, CancellationToken ct) =>
        await VersionTexts.Of(db, record.Items.Single(one => one.Item.Id == item.ItemId).Item.VersionId!.Value, item.Hash, ct);

    private async Task<Paged<OpenerRow>> Openers(SessionRecord record, List<MaterialRow> rows, int page, CancellationToken ct)
    {
        // One statement for the people of this page, whatever they opened.
        var people = await db.Set<Attendance>().AsNoTracking().Where(row => row.ConferenceId == record.Conference.Id).OrderBy(row => row.IsGuest).ThenBy(row => row.Id).ToPage(page, ct);
        var ids = people.Rows.Select(row => row.Id).ToList();
        var opened = (await db.Set<MaterialOpening>().Where(row => row.ConferenceId == record.Conference.Id && ids.Contains(row.AttendanceId)).GroupBy(row => new { row.AttendanceId, row.ItemId, row.VersionHash })
            .Select(group => new { group.Key.AttendanceId, group.Key.ItemId, group.Key.VersionHash, First = group.Min(row => row.At), Last = group.Max(row => row.At) }).ToListAsync(ct)).ToLookup(row => row.AttendanceId);
        return people.Select(row => new OpenerRow(
            record.NameOf(row), row.IsGuest,
            [.. rows.SelectMany(item => opened[row.Id].Where(one => one.ItemId == item.ItemId).OrderBy(one => one.First).Select(one => new OpeningRow(item.Number, one.VersionHash == item.Hash, one.First, one.Last)))],
            [.. rows.Where(item => item.Hash.Length > 0 && (!row.IsGuest || record.Items.Single(one => one.Item.Id == item.ItemId).Item.GuestsStay) && !opened[row.Id].Any(one => one.ItemId == item.ItemId && one.VersionHash == item.Hash)).Select(item => item.Number)]));
    }
}

/// <summary>Materials as files.</summary>
internal static class Materials
{
    public static async Task<PaperFile?> Paper(WorkflowDbContext db, SessionRecord record, Guid itemId, CancellationToken ct)
    {
        if (record.Items.FirstOrDefault(one => one.Item.Id == itemId) is not { Item.VersionId: { } version } one)
        {
            return null;
        }

        var text = await VersionTexts.Of(db, version, one.Item.VersionHash, ct);
        var organization = await db.Set<Organization>().AsNoTracking().SingleAsync(row => row.Id == record.Conference.OrganizationId, ct);
        var paper = new OfficialPaper(text, organization.SuperiorHeaderName, organization.HeaderName, null, DocumentNumber.Symbol(text.Type, organization.Symbol), organization.Place, null, "Tài liệu hội nghị");
        return new($"tai-lieu-{one.Number}.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", OfficialDocx.Render(paper, await LayoutOn.Day(db, VietnamTime.DayOf(record.Conference.OpenedAt ?? record.Conference.StartsAt), ct)));
    }
}
